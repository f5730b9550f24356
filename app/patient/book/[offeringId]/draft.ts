import { SYMPTOMS } from "@/lib/domain/booking-limits";

export const stepNames = ["consent", "safety", "symptoms", "confirm"] as const;
export type StepName = (typeof stepNames)[number];

/** What the form holds so far, as the steps check it and the last one shows it. */
export interface Draft {
  readonly isAgreed: boolean;
  readonly redFlags: Readonly<Record<string, "yes" | "no">>;
  readonly symptoms: string;
  readonly visitId: string | null;
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
    visitId: typeof visitId === "string" ? visitId : null,
  };
}

/** The step on which a field of the command stands. */
export function stepOfField(field: string): StepName {
  if (field.startsWith(PREFIX)) return "safety";
  return field === "symptoms" || field.startsWith("pictureIds") || field === "visitId" ? "symptoms" : "consent";
}

interface Texts {
  readonly consentMissing: string;
  readonly answerMissing: string;
  readonly symptomsShort: string;
  readonly symptomsLong: string;
  readonly stillUploading: string;
}

/** What is missing before a step can be left: field → text. The server checks all of it again. */
export function errorsOf(
  step: StepName,
  draft: Draft,
  asked: readonly string[],
  isUnsettled: boolean,
  texts: Texts,
): Record<string, string> {
  if (step === "consent") return draft.isAgreed ? {} : { isAgreed: texts.consentMissing };
  if (step === "safety")
    return Object.fromEntries(
      asked.filter((id) => !draft.redFlags[id]).map((id) => [`${PREFIX}${id}`, texts.answerMissing]),
    );
  if (step === "confirm") return {};
  const length = [...draft.symptoms].length;
  return {
    ...(length < SYMPTOMS.min && { symptoms: texts.symptomsShort }),
    ...(length > SYMPTOMS.max && { symptoms: texts.symptomsLong }),
    ...(isUnsettled && { pictureIds: texts.stillUploading }),
  };
}
