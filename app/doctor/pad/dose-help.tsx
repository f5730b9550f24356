import { fill } from "@/components/room/fill";
import { Button } from "@/components/ui/button";
import { amountText } from "@/lib/domain/dose";
import { limitsFor } from "@/lib/domain/screen-doses";
import type { ScreenedPatient } from "@/lib/domain/screened";
import type { PadMedicine } from "./pad-desk";
import type { PadTexts } from "./pad-texts";

interface Props {
  readonly medicine: PadMedicine;
  readonly patient: ScreenedPatient;
  readonly texts: PadTexts;
  readonly locale: string;
  readonly use: (dose: string) => void;
}

/** Half a unit is as fine as one measures or breaks. */
const measurable = (amount: number) =>
  Math.max(0.1, amount < 1 ? Math.floor(amount * 10) / 10 : Math.floor(amount * 2) / 2);

/** What the label says for this patient, by age band, weight and state; with the dose to take over. */
export function DoseHelp({ medicine, patient, texts, locale, use }: Props) {
  if (medicine.doseRanges.length === 0) return null;
  const limits = limitsFor(medicine, patient);
  if (!limits) return <p className="text-sm text-warning-ink">{texts.doseByWeight}</p>;
  const { minSingle, maxSingle, maxDaily } = limits;
  const say = (amount: number) => amountText(amount, medicine.doseUnit, locale);
  const suggested = measurable(minSingle === null ? Math.min(medicine.dose, maxSingle) : (minSingle + maxSingle) / 2);
  const least = minSingle === null ? "" : fill(texts.doseLeast, { least: say(minSingle) });
  return (
    <p className="flex flex-wrap items-center gap-2 text-ink-muted text-sm">
      {least}
      {fill(texts.doseMost, { most: say(maxSingle), daily: say(maxDaily) })}
      <Button variant="quiet" size="sm" onClick={() => use(String(suggested))}>
        {fill(texts.doseUse, { dose: say(suggested) })}
      </Button>
    </p>
  );
}
