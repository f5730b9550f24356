import { doseUnits } from "./vocabulary/dose-units";
import { frequencies } from "./vocabulary/frequencies";
import { routes } from "./vocabulary/routes";
import { timings } from "./vocabulary/timings";

/** How one medicine is taken. The dose is counted in `doseUnit`, with three decimals at most. */
export interface Sig {
  readonly dose: number;
  readonly doseUnit: string;
  readonly frequency: string;
  readonly route: string;
  readonly timing?: string;
  readonly days: number;
}

const labelled = <Label extends { readonly code: string }>(labels: readonly Label[], code: string): Label => {
  const found = labels.find((label) => label.code === code);
  if (!found) throw new RangeError(`the vocabulary has no ${code}`);
  return found;
};

/** Doses in so many days: whole ones, a last one begun counts. `once` is one, however many days are named. */
export function dosesIn(frequency: string, days: number): number {
  if (frequency === "once") return 1;
  const doses = labelled(frequencies, frequency).timesPerDay * days;
  // A seventh has no exact binary form: 28 days of a weekly dose are four doses, not a hair more.
  return Math.ceil(doses - 1e-9);
}

/** Packs that hold the doses of the whole time, the last one begun counted. `packSize` is counted in the unit of the dose. */
export function packsNeeded(sig: Pick<Sig, "dose" | "frequency" | "days">, packSize: number): number {
  const thousandths = Math.round(sig.dose * 1000) * dosesIn(sig.frequency, sig.days);
  return Math.ceil(thousandths / (packSize * 1000));
}

/** The most that is taken on one day. */
export const dosePerDay = ({ dose, frequency }: Pick<Sig, "dose" | "frequency">): number =>
  Math.round(dose * 1000 * Math.max(1, labelled(frequencies, frequency).timesPerDay)) / 1000;

/** An amount with its unit, as a person says it: "2 tablets", "0.5 片". */
export function amountText(amount: number, doseUnit: string, locale: string): string {
  const unit = labelled(doseUnits, doseUnit);
  if (locale !== "en") return `${amount} ${unit.zh}`;
  return `${amount} ${amount > 1 ? unit.enMany : unit.en}`;
}

/** How a medicine is taken, as one sentence in the reader's language. */
export function sigText(sig: Sig, locale: string): string {
  const frequency = labelled(frequencies, sig.frequency);
  const route = labelled(routes, sig.route);
  const amount = amountText(sig.dose, sig.doseUnit, locale);
  const { zh, en } = labelled(timings, sig.timing ?? "");
  const isOnce = sig.frequency === "once";
  if (locale !== "en")
    return `${route.zh}，每次 ${amount}，${zh && `${zh}，`}${frequency.zh}${isOnce ? "" : `，共 ${sig.days} 天`}`;
  const often = [frequency.en, en].filter(Boolean).join(" ");
  return `${amount} ${route.en}, ${often}${isOnce ? "" : `, for ${sig.days} day${sig.days === 1 ? "" : "s"}`}`;
}

/** Days that `packs` last at this dose, whole days only; what is begun as one dose lasts its day. */
export const daysOfSupply = (sig: Pick<Sig, "dose" | "frequency">, packs: number, packSize: number): number => {
  const doses = Math.floor((packs * packSize * 1000) / Math.round(sig.dose * 1000) + 1e-9);
  if (sig.frequency === "once") return doses > 0 ? 1 : 0;
  return Math.floor(doses / labelled(frequencies, sig.frequency).timesPerDay + 1e-9);
};
