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
  /** What the intake holds, by the name of the field. */
  readonly intake: Readonly<Record<string, string>>;
}

const PREFIX = "redFlags.";

export function readDraft(form: HTMLFormElement): Draft {
  const data = new FormData(form);
  const answers = [...data].flatMap(([name, value]) =>
    name.startsWith(PREFIX) && (value === "yes" || value === "no") ? [[name.slice(PREFIX.length), value] as const] : [],
  );
  const visitId = data.get("visitId");
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
  };
}

/** The step on which a field of the command stands. */
export function stepOfField(field: string): StepName {
  if (field.startsWith(PREFIX)) return "safety";
  return field === "symptoms" || field.startsWith("pictureIds") || field === "visitId" || field.startsWith("intake.")
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
}

const missingIntake = (intake: Draft["intake"], needed: readonly string[], text: string) => {
  const names = intake["intake.allergies"] === "some" ? [...needed, "intake.allergyText"] : needed;
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
  if (step === "safety")
    return Object.fromEntries(
      asked.filter((id) => !draft.redFlags[id]).map((id) => [`${PREFIX}${id}`, texts.answerMissing]),
    );
  if (step === "confirm") return {};
  const length = graphemes(draft.symptoms);
  return {
    ...(length < SYMPTOMS.min && { symptoms: texts.symptomsShort }),
    ...(length > SYMPTOMS.max && { symptoms: texts.symptomsLong }),
    ...missingIntake(draft.intake, needed, texts.intakeMissing),
    ...(isUnsettled && { pictureIds: texts.stillUploading }),
  };
}
