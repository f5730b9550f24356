import type { PadContent } from "@/lib/queries/doctor/prescribing-desk";
import type { PadMedicine } from "./pad-desk";

/** One line as it is being written: numbers are still text. */
export interface PadLine {
  readonly key: number;
  readonly medicineId: string;
  readonly dose: string;
  readonly frequency: string;
  readonly route: string;
  readonly timing: string;
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
  /** The doctor's reasons, by the key of the warning. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly assessment: string;
  readonly patientConfirmed: boolean;
  readonly states: readonly string[];
  readonly weightKg: string;
  readonly isUrgent: boolean;
  readonly isDoseConfirmed: boolean;
  readonly guardianConfirmed: boolean;
  readonly pin: string;
}

export type PadChange =
  | { readonly do: "set"; readonly to: Partial<Omit<PadState, "lines" | "nextKey" | "diagnosisCodes">> }
  | { readonly do: "diagnose"; readonly code: string }
  | { readonly do: "undiagnose"; readonly code: string }
  | { readonly do: "explain"; readonly finding: string; readonly reason: string }
  | { readonly do: "add"; readonly medicine: PadMedicine }
  | { readonly do: "change"; readonly key: number; readonly to: Partial<PadLine> }
  | { readonly do: "drop"; readonly key: number }
  | { readonly do: "renew"; readonly content: PadContent; readonly medicines: readonly PadMedicine[] }
  | { readonly do: "append"; readonly lines: PadContent["items"]; readonly medicines: readonly PadMedicine[] };

const USUAL_DAYS = "7";

export const emptyPad: PadState = {
  ...{ diagnosisCodes: [], lines: [], nextKey: 1, advice: "", validDays: "1", supplyReason: "", reasons: {} },
  ...{ assessment: "", patientConfirmed: false, states: [], weightKg: "", isUrgent: false },
  ...{ isDoseConfirmed: false, guardianConfirmed: false, pin: "" },
};

/** What has left the formulary, or may not be prescribed, is left out. */
function linesOf(items: PadContent["items"], medicines: readonly PadMedicine[], from: number): PadLine[] {
  const usable = items.filter(({ medicineId }) =>
    medicines.some(({ value, barred }) => value === medicineId && !barred),
  );
  return usable.map((item, index) => ({
    ...item,
    key: from + index,
    dose: String(item.dose),
    days: String(item.days),
  }));
}

/** A pad filled from what was prescribed before; reasons, states and signatures are given anew. */
export function filledPad(content: PadContent, medicines: readonly PadMedicine[]): PadState {
  const lines = linesOf(content.items, medicines, 1);
  return {
    ...emptyPad,
    ...{ diagnosisCodes: content.diagnosisCodes, lines, nextKey: lines.length + 1, advice: content.advice },
    ...{ validDays: String(content.validDays), supplyReason: content.supplyReason ?? "" },
    assessment: content.assessment ?? "",
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
    case "explain":
      return { ...pad, reasons: { ...pad.reasons, [change.finding]: change.reason } };
    case "add":
      return { ...pad, nextKey: pad.nextKey + 1, lines: [...pad.lines, lineOf(change.medicine, pad.nextKey)] };
    case "change":
      return { ...pad, lines: pad.lines.map((line) => (line.key === change.key ? { ...line, ...change.to } : line)) };
    case "drop":
      return { ...pad, lines: pad.lines.filter(({ key }) => key !== change.key) };
    case "renew":
      return filledPad(change.content, change.medicines);
    case "append": {
      const more = linesOf(change.lines, change.medicines, pad.nextKey);
      return { ...pad, nextKey: pad.nextKey + more.length, lines: [...pad.lines, ...more] };
    }
  }
}

const lineOf = (medicine: PadMedicine, key: number): PadLine => ({
  ...{ key, medicineId: medicine.value, dose: String(medicine.dose), frequency: medicine.frequency },
  ...{ route: medicine.routes[0] ?? "", timing: "", days: USUAL_DAYS, note: "" },
});

/** The line's numbers where both are numbers; null while it is still being written. */
export function numbersOf({ dose, days }: PadLine): { dose: number; days: number } | null {
  const numbers = { dose: Number(dose), days: Number(days) };
  return numbers.dose > 0 && Number.isInteger(numbers.days) && numbers.days > 0 ? numbers : null;
}

/** The weight where it is one; null while it is not known. */
export const weightOf = ({ weightKg }: Pick<PadState, "weightKg">): number | null =>
  Number(weightKg) > 0 ? Number(weightKg) : null;

export const sentLines = (lines: readonly PadLine[]) => lines.map(({ key: _, ...line }) => line);

/** The pad as it is sent to be signed: a reason for each warning that got one. */
export function sentPad({ lines, nextKey: _, reasons, ...rest }: PadState) {
  const overrides = Object.entries(reasons)
    .filter(([, reason]) => reason.trim() !== "")
    .map(([finding, reason]) => ({ finding, reason }));
  return { ...rest, overrides, items: sentLines(lines) };
}
