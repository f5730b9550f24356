"use client";

import type { ComponentProps } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { followUpRequest, openRequest, reopenRequest, resolveRequest } from "./actions";

interface OpenProps {
  readonly orderId: string;
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
  readonly most: number;
  readonly texts: Readonly<Record<"kind" | "body" | "bodyHint" | "submit" | "unreachable", string>>;
}

export function OpenRequestForm({ orderId, kinds, most, texts }: OpenProps) {
  return (
    <CommandForm action={openRequest} unreachable={texts.unreachable} resetWhenDone className="grid gap-4">
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
      <CommandButton>{texts.submit}</CommandButton>
    </CommandForm>
  );
}

interface TextProps {
  readonly requestId: string;
  readonly most: number;
  readonly label: string;
  readonly submit: string;
  readonly unreachable: string;
}

type Action = ComponentProps<typeof CommandForm>["action"];

/** One text about a request, and the button that sends it. */
function TextForm({ action, requestId, most, label, submit, unreachable }: TextProps & { action: Action }) {
  return (
    <CommandForm action={action} unreachable={unreachable} resetWhenDone className="grid gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <CommandField name="body" label={label}>
        <Textarea name="body" rows={2} maxLength={most} required />
      </CommandField>
      <CommandButton variant="secondary">{submit}</CommandButton>
    </CommandForm>
  );
}

export const ReplyForm = (props: TextProps) => <TextForm {...props} action={followUpRequest} />;
export const ReopenForm = (props: TextProps) => <TextForm {...props} action={reopenRequest} />;

export function ResolveForm({
  requestId,
  submit,
  unreachable,
}: Pick<TextProps, "requestId" | "submit" | "unreachable">) {
  return (
    <CommandForm action={resolveRequest} unreachable={unreachable}>
      <input type="hidden" name="requestId" value={requestId} />
      <CommandButton variant="quiet">{submit}</CommandButton>
    </CommandForm>
  );
}
