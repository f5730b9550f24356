"use client";

import { Trash2 } from "lucide-react";
import type { Dispatch } from "react";
import { fill } from "@/components/room/fill";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatFen } from "@/components/ui/price";
import { Select } from "@/components/ui/select";
import { daysOfSupply, packsNeeded, sigText } from "@/lib/domain/dose";
import type { ScreenedPatient } from "@/lib/domain/screened";
import { doseUnits } from "@/lib/domain/vocabulary/dose-units";
import { frequencies } from "@/lib/domain/vocabulary/frequencies";
import { routes } from "@/lib/domain/vocabulary/routes";
import { timings } from "@/lib/domain/vocabulary/timings";
import { pick } from "@/lib/i18n/locale";
import { DoseHelp } from "./dose-help";
import type { PadMedicine } from "./pad-desk";
import { numbersOf, type PadChange, type PadLine } from "./pad-state";
import type { PadTexts } from "./pad-texts";

interface Props {
  readonly line: PadLine;
  readonly medicine: PadMedicine;
  /** Whom the label's ranges are looked up for. */
  readonly patient: ScreenedPatient;
  readonly patientLocale: string;
  readonly change: Dispatch<PadChange>;
  /** What the server said of this line's fields. */
  readonly error: (field: keyof PadLine) => string | undefined;
  readonly texts: PadTexts;
  readonly locale: string;
}

/** One medicine of the prescription: how it is taken, how much that is, whether it is there and can be mailed. */
export function LineCard({ line, medicine, patient, patientLocale, change, error, texts, locale }: Props) {
  const numbers = numbersOf(line);
  const packs = numbers ? packsNeeded({ ...line, ...numbers }, medicine.packSize) : 0;
  const sig = { ...line, ...(numbers ?? { dose: 1, days: 1 }), doseUnit: medicine.doseUnit };
  const set = (to: Partial<PadLine>) => change({ do: "change", key: line.key, to });
  const unit = doseUnits.find(({ code }) => code === medicine.doseUnit);
  const isShort = medicine.stock < Math.max(packs, 1);
  return (
    <li className="grid gap-3 rounded-lg border border-line bg-surface-raised p-4">
      <div className="flex items-start justify-between gap-3">
        <div>
          <h3 className="font-semibold">{medicine.label}</h3>
          <p className="text-ink-muted text-sm">{medicine.detail}</p>
          {error("medicineId") && <p className="text-danger-ink text-sm">{error("medicineId")}</p>}
        </div>
        <Button
          variant="quiet"
          size="sm"
          aria-label={fill(texts.remove, { name: medicine.label })}
          onClick={() => change({ do: "drop", key: line.key })}
        >
          <Trash2 aria-hidden="true" className="size-5" />
        </Button>
      </div>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Field label={fill(texts.dose, { unit: unit ? pick(locale, unit.zh, unit.en) : "" })} error={error("dose")}>
          <Input inputMode="decimal" value={line.dose} onChange={(event) => set({ dose: event.target.value })} />
        </Field>
        <Field label={texts.frequency} error={error("frequency")}>
          <Select value={line.frequency} onChange={(event) => set({ frequency: event.target.value })}>
            {frequencies.map(({ code, zh, en }) => (
              <option key={code} value={code}>
                {pick(locale, zh, en)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.route} error={error("route")}>
          <Select value={line.route} onChange={(event) => set({ route: event.target.value })}>
            {routes
              .filter(({ code }) => medicine.routes.includes(code))
              .map(({ code, zh, en }) => (
                <option key={code} value={code}>
                  {pick(locale, zh, en)}
                </option>
              ))}
          </Select>
        </Field>
        <Field label={texts.timing} error={error("timing")}>
          <Select value={line.timing} onChange={(event) => set({ timing: event.target.value })}>
            {timings.map(({ code, zh, en }) => (
              <option key={code} value={code}>
                {code === "" ? texts.anyTime : pick(locale, zh, en)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.days} error={error("days")}>
          <Input inputMode="numeric" value={line.days} onChange={(event) => set({ days: event.target.value })} />
        </Field>
      </div>
      <DoseHelp medicine={medicine} patient={patient} texts={texts} locale={locale} use={(dose) => set({ dose })} />
      <Field label={texts.note} error={error("note")}>
        <Input
          value={line.note}
          maxLength={60}
          placeholder={texts.noteHint}
          onChange={(event) => set({ note: event.target.value })}
        />
      </Field>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {numbers && (
          <>
            <span>{sigText(sig, locale)}</span>
            {patientLocale !== locale && (
              <span lang={patientLocale} className="w-full text-ink-muted text-sm">
                {sigText(sig, patientLocale)}
              </span>
            )}
            <strong className="tabular-nums">{fill(texts.packs, { packs })}</strong>
            <span className="text-ink-muted tabular-nums">
              {fill(texts.lasts, { days: daysOfSupply(sig, packs, medicine.packSize) })}
            </span>
            <span className="text-ink-muted tabular-nums">{formatFen(packs * medicine.priceFen, locale)}</span>
          </>
        )}
        <Badge tone={isShort ? "danger" : "success"}>
          {fill(isShort ? texts.stockShort : texts.stock, { packs: medicine.stock })}
        </Badge>
        <Badge tone={medicine.mailBlock ? "warning" : "neutral"}>{medicine.mailBlock ?? texts.mailable}</Badge>
      </p>
    </li>
  );
}
