import type { PadContent } from "@/lib/queries/doctor/prescribing-desk";
import type { PadMedicine } from "./pad-desk";

/** One line as it is being written: numbers are still text. */
export interface PadLine {
  readonly key: number;
  readonly medicineId: string;
  readonly dose: string;
  readonly frequency: string;
  readonly route: string;
  readonly days: string;
  readonly note: string;
}

/** The pad as it is being written. */
export interface PadState {
  readonly diagnosisCodes: readonly string[];
  readonly lines: readonly PadLine[];
  readonly nextKey: number;
  readonly advice: string;
  readonly validDays: string;
  readonly supplyReason: string;
  readonly overrideReason: string;
  readonly isDoseConfirmed: boolean;
  readonly guardianConfirmed: boolean;
}

export type PadChange =
  | { readonly do: "set"; readonly to: Partial<Omit<PadState, "lines" | "nextKey" | "diagnosisCodes">> }
  | { readonly do: "diagnose"; readonly code: string }
  | { readonly do: "undiagnose"; readonly code: string }
  | { readonly do: "add"; readonly medicine: PadMedicine }
  | { readonly do: "change"; readonly key: number; readonly to: Partial<PadLine> }
  | { readonly do: "drop"; readonly key: number }
  | { readonly do: "renew"; readonly content: PadContent; readonly medicines: readonly PadMedicine[] };

const USUAL_DAYS = "7";

export const emptyPad: PadState = {
  ...{ diagnosisCodes: [], lines: [], nextKey: 1, advice: "", validDays: "1", supplyReason: "", overrideReason: "" },
  ...{ isDoseConfirmed: false, guardianConfirmed: false },
};

/** A pad filled from what was prescribed before. What has left the formulary, or may not be prescribed, is left out. */
export function filledPad(content: PadContent, medicines: readonly PadMedicine[]): PadState {
  const usable = content.items.filter(({ medicineId }) =>
    medicines.some(({ value, barred }) => value === medicineId && !barred),
  );
  return {
    ...emptyPad,
    diagnosisCodes: content.diagnosisCodes,
    lines: usable.map((item, index) => ({ ...item, key: index + 1, dose: String(item.dose), days: String(item.days) })),
    nextKey: usable.length + 1,
    ...{ advice: content.advice, validDays: String(content.validDays), supplyReason: content.supplyReason ?? "" },
  };
}

/** The pad after one change. */
export function padAfter(pad: PadState, change: PadChange): PadState {
  switch (change.do) {
    case "set":
      return { ...pad, ...change.to };
    case "diagnose":
      return { ...pad, diagnosisCodes: [...new Set([...pad.diagnosisCodes, change.code])] };
    case "undiagnose":
      return { ...pad, diagnosisCodes: pad.diagnosisCodes.filter((code) => code !== change.code) };
    case "add":
      return { ...pad, nextKey: pad.nextKey + 1, lines: [...pad.lines, lineOf(change.medicine, pad.nextKey)] };
    case "change":
      return { ...pad, lines: pad.lines.map((line) => (line.key === change.key ? { ...line, ...change.to } : line)) };
    case "drop":
      return { ...pad, lines: pad.lines.filter(({ key }) => key !== change.key) };
    case "renew":
      return filledPad(change.content, change.medicines);
  }
}

const lineOf = (medicine: PadMedicine, key: number): PadLine => ({
  ...{ key, medicineId: medicine.value, dose: String(medicine.dose), frequency: medicine.frequency },
  ...{ route: medicine.routes[0] ?? "", days: USUAL_DAYS, note: "" },
});

/** The line's numbers where both are numbers; null while it is still being written. */
export function numbersOf({ dose, days }: PadLine): { dose: number; days: number } | null {
  const numbers = { dose: Number(dose), days: Number(days) };
  return numbers.dose > 0 && Number.isInteger(numbers.days) && numbers.days > 0 ? numbers : null;
}

export const sentLines = (lines: readonly PadLine[]) => lines.map(({ key: _, ...line }) => line);
