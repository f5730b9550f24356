"use client";

import { CommandForm } from "@/components/form/command-form";
import type { RadioOption } from "@/components/ui/radio-cards";
import { book } from "./actions";
import { BookingSteps } from "./booking-steps";
import type { BookingTexts } from "./booking-texts";
import type { IntakeForm } from "./intake-form";
import type { KeptDraft } from "./use-autosave";

export interface BookingFormProps {
  readonly offeringId: string;
  readonly patientId: string;
  readonly consent: {
    readonly id: string;
    readonly sha256: string;
    readonly title: string;
    readonly paragraphs: readonly string[];
  };
  /** The visits that a follow-up may start from; empty for a consultation. */
  readonly visits: readonly RadioOption[];
  /** Voice and video: the sessions that have a place; empty for text. */
  readonly sessions: readonly RadioOption[];
  readonly questions: readonly { readonly id: string; readonly question: string; readonly advice: string }[];
  readonly intake: IntakeForm;
  readonly mostPictures: number;
  /** What was typed before and not sent. */
  readonly kept: KeptDraft | null;
  readonly locale: string;
  readonly summary: readonly (readonly [name: string, value: string])[];
  readonly texts: BookingTexts;
}

export function BookingForm(props: BookingFormProps) {
  const { offeringId, patientId, consent, texts } = props;
  return (
    <CommandForm action={book} doneHref="/patient/consultations/:id" unreachable={texts.unreachable}>
      <input type="hidden" name="offeringId" value={offeringId} />
      <input type="hidden" name="patientId" value={patientId} />
      <input type="hidden" name="consentTextId" value={consent.id} />
      <input type="hidden" name="consentSha256" value={consent.sha256} />
      <BookingSteps {...props} />
    </CommandForm>
  );
}
