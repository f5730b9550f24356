"use client";

import { X } from "lucide-react";
import type { Dispatch } from "react";
import { fill } from "@/components/room/fill";
import { Button } from "@/components/ui/button";
import { Combobox } from "./combobox";
import type { PadDesk } from "./pad-desk";
import type { PadChange } from "./pad-state";
import type { PadTexts } from "./pad-texts";

interface Props {
  readonly desk: PadDesk;
  readonly chosen: readonly string[];
  readonly change: Dispatch<PadChange>;
  readonly error: string | undefined;
  readonly texts: PadTexts;
}

/** R14: what it is for, from the record or the hospital's list. */
export function DiagnosisPicker({ desk, chosen, change, error, texts }: Props) {
  const { diagnoses, suggested } = desk;
  const labelOf = (code: string) => [...diagnoses, ...suggested].find(({ value }) => value === code)?.label ?? code;
  const open = suggested.filter(({ value }) => !chosen.includes(value));
  return (
    <div className="grid gap-2">
      <Combobox
        label={texts.diagnosis}
        hint={texts.diagnosisHint}
        empty={texts.diagnosisNone}
        options={diagnoses}
        error={error}
        onChoose={(code) => change({ do: "diagnose", code })}
      />
      {open.length > 0 && (
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-ink-muted text-sm">{texts.fromRecord}</span>
          {open.map(({ value, label }) => (
            <Button key={value} variant="secondary" size="sm" onClick={() => change({ do: "diagnose", code: value })}>
              {label}
            </Button>
          ))}
        </p>
      )}
      <ul aria-label={texts.diagnosisAdded} className="flex flex-wrap gap-2">
        {chosen.map((code) => (
          <li key={code} className="flex items-center gap-1 rounded-md bg-primary-tint pl-3 text-primary-tint-ink">
            {labelOf(code)}
            <button
              type="button"
              className="inline-grid size-11 place-items-center rounded-md"
              onClick={() => change({ do: "undiagnose", code })}
              aria-label={fill(texts.remove, { name: labelOf(code) })}
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
