"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandChoice } from "@/components/form/command-choice";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { useFormState } from "@/components/form/form-state";
import { PicturePicker, type PicturePickerTexts } from "@/components/form/picture-picker";
import { Textarea } from "@/components/ui/input";
import type { RadioOption } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { MOST_REQUEST_PICTURES } from "@/lib/domain/service-request";
import { followUpRequest, openRequest, rateRequest, reopenRequest, resolveRequest } from "./actions";

type Action = ComponentProps<typeof CommandForm>["action"];

/** A form whose photos go with its words; both are gone from it once they were sent. */
function WordForm({
  action,
  pictures,
  unreachable,
  children,
  submit,
}: {
  action: Action;
  pictures: PicturePickerTexts;
  unreachable: string;
  children: ReactNode;
  submit: ReactNode;
}) {
  const [round, setRound] = useState(0);
  return (
    <CommandForm
      action={action}
      unreachable={unreachable}
      resetWhenDone
      onDone={() => setRound(round + 1)}
      className="grid gap-4"
    >
      {children}
      <Pictures key={round} texts={pictures} />
      {submit}
    </CommandForm>
  );
}

function Pictures({ texts }: { texts: PicturePickerTexts }) {
  return <PicturePicker most={MOST_REQUEST_PICTURES} texts={texts} error={useFormState().fields.pictureIds} />;
}

interface OpenProps {
  readonly orderId: string;
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
  readonly most: number;
  readonly pictures: PicturePickerTexts;
  readonly texts: Readonly<Record<"kind" | "body" | "bodyHint" | "submit" | "unreachable", string>>;
}

export function OpenRequestForm({ orderId, kinds, most, pictures, texts }: OpenProps) {
  return (
    <WordForm
      action={openRequest}
      pictures={pictures}
      unreachable={texts.unreachable}
      submit={<CommandButton>{texts.submit}</CommandButton>}
    >
      <input type="hidden" name="orderId" value={orderId} />
      <CommandField name="kind" label={texts.kind}>
        <Select name="kind" required>
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </CommandField>
      <CommandField name="body" label={texts.body} hint={texts.bodyHint}>
        <Textarea name="body" maxLength={most} required />
      </CommandField>
    </WordForm>
  );
}

interface TextProps {
  readonly requestId: string;
  readonly most: number;
  readonly label: string;
  readonly submit: string;
  readonly unreachable: string;
  readonly pictures: PicturePickerTexts;
}

/** One text about a request, its photos, and the button that sends them. */
function TextForm({ action, requestId, most, label, submit, ...props }: TextProps & { action: Action }) {
  return (
    <WordForm {...props} action={action} submit={<CommandButton variant="secondary">{submit}</CommandButton>}>
      <input type="hidden" name="requestId" value={requestId} />
      <CommandField name="body" label={label}>
        <Textarea name="body" rows={2} maxLength={most} required />
      </CommandField>
    </WordForm>
  );
}

export const ReplyForm = (props: TextProps) => <TextForm {...props} action={followUpRequest} />;
export const ReopenForm = (props: TextProps) => <TextForm {...props} action={reopenRequest} />;

type ButtonProps = Pick<TextProps, "requestId" | "submit" | "unreachable">;

export function ResolveForm({ requestId, submit, unreachable }: ButtonProps) {
  return (
    <CommandForm action={resolveRequest} unreachable={unreachable}>
      <input type="hidden" name="requestId" value={requestId} />
      <CommandButton variant="quiet">{submit}</CommandButton>
    </CommandForm>
  );
}

export function RateForm({
  requestId,
  submit,
  unreachable,
  legend,
  stars,
}: ButtonProps & { legend: string; stars: readonly RadioOption[] }) {
  return (
    <CommandForm action={rateRequest} unreachable={unreachable} label={legend} className="grid gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <CommandChoice columns legend={legend} name="stars" options={stars} />
      <CommandButton variant="secondary">{submit}</CommandButton>
    </CommandForm>
  );
}
