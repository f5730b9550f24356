import { SYMPTOMS } from "@/lib/domain/booking-limits";
import { graphemes } from "@/lib/domain/graphemes";

export const stepNames = ["consent", "safety", "symptoms", "confirm"] as const;
export type StepName = (typeof stepNames)[number];

/** What the form holds so far, as the steps check it and the last one shows it. */
export interface Draft {
  readonly isAgreed: boolean;
  readonly redFlags: Readonly<Record<string, "yes" | "no">>;
  readonly symptoms: string;
  readonly visitId: string | null;
  readonly session: string | null;
  /** What the intake holds, by the name of the field. */
  readonly intake: Readonly<Record<string, string>>;
}

const PREFIX = "redFlags.";

export function readDraft(form: HTMLFormElement): Draft {
  const data = new FormData(form);
  const answers = [...data].flatMap(([name, value]) =>
    name.startsWith(PREFIX) && (value === "yes" || value === "no") ? [[name.slice(PREFIX.length), value] as const] : [],
  );
  const [visitId, session] = [data.get("visitId"), data.get("session")];
  return {
    isAgreed: data.get("isAgreed") === "on",
    redFlags: Object.fromEntries(answers),
    symptoms: String(data.get("symptoms") ?? "").trim(),
    intake: Object.fromEntries(
      [...data].flatMap(([name, value]) =>
        name.startsWith("intake.") && typeof value === "string" ? [[name, value.trim()]] : [],
      ),
    ),
    visitId: typeof visitId === "string" ? visitId : null,
    session: typeof session === "string" ? session : null,
  };
}

const KEPT = /^(symptoms|visitId|intake\.)/;
/** Answers about safety are given anew each time. */
const NEEDS_TODAY = "intake.needsToday";

/** What of the form is kept while it is typed. */
export function keptFields(form: HTMLFormElement): { fields: Record<string, string>; pictureIds: string[] } {
  const data = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  return {
    fields: Object.fromEntries(data.filter(([name, value]) => KEPT.test(name) && name !== NEEDS_TODAY && value !== "")),
    pictureIds: data.flatMap(([name, value]) => (name === "pictureIds[]" ? [value] : [])),
  };
}

/** The step on which a field of the command stands. */
export function stepOfField(field: string): StepName {
  if (field.startsWith(PREFIX) || field === NEEDS_TODAY) return "safety";
  return field === "symptoms" ||
    field.startsWith("pictureIds") ||
    field === "visitId" ||
    field === "session" ||
    field.startsWith("intake.")
    ? "symptoms"
    : "consent";
}

interface Texts {
  readonly consentMissing: string;
  readonly answerMissing: string;
  readonly symptomsShort: string;
  readonly symptomsLong: string;
  readonly stillUploading: string;
  readonly intakeMissing: string;
  readonly sessionMissing: string;
}

const missingIntake = (intake: Draft["intake"], needed: readonly string[], text: string) => {
  const asked = needed.filter((name) => name.startsWith("intake."));
  const names = intake["intake.allergies"] === "some" ? [...asked, "intake.allergyText"] : asked;
  return Object.fromEntries(names.filter((name) => !intake[name]).map((name) => [name, text]));
};

/** What is missing before a step can be left: field → text. The server checks all of it again. */
export function errorsOf(
  step: StepName,
  draft: Draft,
  asked: readonly string[],
  isUnsettled: boolean,
  needed: readonly string[],
  texts: Texts,
): Record<string, string> {
  if (step === "consent") return draft.isAgreed ? {} : { isAgreed: texts.consentMissing };
  if (step === "safety") {
    const open = asked.filter((id) => !draft.redFlags[id]).map((id) => `${PREFIX}${id}`);
    if (needed.includes(NEEDS_TODAY) && !draft.intake[NEEDS_TODAY]) open.push(NEEDS_TODAY);
    return Object.fromEntries(open.map((name) => [name, texts.answerMissing]));
  }
  if (step === "confirm") return {};
  const length = graphemes(draft.symptoms);
  return {
    ...(length < SYMPTOMS.min && { symptoms: texts.symptomsShort }),
    ...(length > SYMPTOMS.max && { symptoms: texts.symptomsLong }),
    ...(needed.includes("session") && !draft.session && { session: texts.sessionMissing }),
    ...missingIntake(draft.intake, needed, texts.intakeMissing),
    ...(isUnsettled && { pictureIds: texts.stillUploading }),
  };
}
