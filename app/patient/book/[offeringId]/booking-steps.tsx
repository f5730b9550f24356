"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ReadToEnd } from "@/components/consent/read-to-end";
import { CommandButton } from "@/components/form/command-button";
import { useFormState } from "@/components/form/form-state";
import { WaitForRecord } from "@/components/record/wait-for-record";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Steps } from "@/components/ui/steps";
import { answerRedFlags } from "./actions";
import type { BookingFormProps } from "./booking-form";
import { type Draft, errorsOf, readDraft, type StepName, stepNames, stepOfField } from "./draft";
import { Emergency } from "./emergency";
import { KeptNotice } from "./kept-notice";
import { SafetyQuestions } from "./safety-questions";
import { SavedLine } from "./saved-line";
import { Step } from "./step";
import { Summary } from "./summary";
import { SymptomsFields } from "./symptoms-fields";
import { TodayQuestion } from "./today-question";
import { useAutosave } from "./use-autosave";

/** The steps of one form: what was filled in stays while one goes back and forth; each step is checked before the next. */
export function BookingSteps(props: BookingFormProps) {
  const { offeringId, patientId, texts, questions, visits, kept } = props;
  const { fields, isBusy } = useFormState();
  const frame = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState<StepName>("consent");
  const [hasMoved, setMoved] = useState(false);
  const [draft, setDraft] = useState<Draft>();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isStopped, setStopped] = useState(false);
  const [isUnsettled, setUnsettled] = useState(false);
  const [isRead, setRead] = useState(false);
  const onRead = useCallback(() => setRead(true), []);
  const { view, touch } = useAutosave(frame, { offeringId, patientId, kept }, isBusy);
  const onPictures = useCallback(
    (isPending: boolean) => {
      setUnsettled(isPending);
      touch();
    },
    [touch],
  );
  const at = stepNames.indexOf(step);

  // A refusal that names a field leads back to the step where that field stands.
  useEffect(() => {
    const first = Object.keys(fields)[0];
    if (!first) return;
    setStep(stepOfField(first));
    setErrors(fields);
  }, [fields]);

  function go(to: StepName) {
    setMoved(true);
    setStep(to);
  }

  function forward() {
    const form = frame.current?.closest("form");
    if (!form) return;
    const read = readDraft(form);
    const found = errorsOf(
      step,
      read,
      questions.map(({ id }) => id),
      isUnsettled,
      props.sessions.length > 0 ? [...props.intake.needed, "session"] : props.intake.needed,
      { ...texts, intakeMissing: props.intake.texts.missing },
    );
    setDraft(read);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const isUrgent = step === "safety" && Object.values(read.redFlags).includes("yes");
    if (!isUrgent) return go(stepNames[at + 1] ?? "confirm");
    setStopped(true);
    // The advice does not wait for the server, which only writes down that the application ended.
    answerRedFlags({ offeringId, redFlags: read.redFlags }).catch(() => null);
  }

  const here = (name: StepName) => ({ isHere: step === name, hasMoved });
  return (
    <div ref={frame}>
      {isStopped && draft && (
        <Emergency
          advice={questions.filter(({ id }) => draft.redFlags[id] === "yes").map(({ advice }) => advice)}
          texts={texts}
          onAgain={() => setStopped(false)}
        />
      )}
      <div hidden={isStopped} className="grid gap-5 [&[hidden]]:hidden">
        <Steps
          label={texts.steps}
          steps={[texts.consentStep, texts.safetyStep, texts.symptomsStep, texts.confirmStep]}
          current={at}
        />
        {kept && <KeptNotice offeringId={offeringId} patientId={patientId} texts={texts.draft} />}
        <Step title={props.consent.title} {...here("consent")}>
          <ReadToEnd label={props.consent.title} end={texts.consentEnd} onRead={onRead}>
            {props.consent.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </ReadToEnd>
          <Checkbox
            name="isAgreed"
            label={texts.agree}
            hint={isRead ? texts.consentVersion : texts.consentHint}
            disabled={!isRead}
            error={errors.isAgreed}
          />
        </Step>
        <Step title={texts.safetyTitle} {...here("safety")}>
          <p>{texts.safetyLead}</p>
          <SafetyQuestions questions={questions} errors={errors} texts={texts} />
          {props.intake.asked.needsToday && <TodayQuestion texts={texts.today} error={errors["intake.needsToday"]} />}
        </Step>
        <Step title={texts.symptomsTitle} {...here("symptoms")}>
          <SymptomsFields {...props} errors={errors} onPictures={onPictures} />
        </Step>
        <Step title={texts.confirmTitle} {...here("confirm")}>
          <Summary
            {...props}
            draft={draft}
            visit={visits.find(({ value }) => value === draft?.visitId)}
            session={props.sessions.find(({ value }) => value === draft?.session)}
          />
        </Step>
        {step === "confirm" && <WaitForRecord texts={texts.wait} />}
        <SavedLine view={view} locale={props.locale} texts={texts.draft} />
        <div className="flex gap-3">
          {at > 0 && (
            <Button variant="secondary" size="lg" onClick={() => go(stepNames[at - 1] ?? "consent")}>
              {texts.previous}
            </Button>
          )}
          {step !== "confirm" && (
            <Button size="lg" className="flex-1" onClick={forward}>
              {texts.next}
            </Button>
          )}
          {/* Off until the last step, so that Enter in a field sends nothing half-filled. */}
          <div hidden={step !== "confirm"} className="flex-1">
            <CommandButton variant="next" size="lg" wide disabled={step !== "confirm"}>
              {texts.submit}
            </CommandButton>
          </div>
        </div>
      </div>
    </div>
  );
}
