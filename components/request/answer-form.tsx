"use client";

import { type ComponentProps, useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { PhraseMenu } from "@/components/room/phrase-menu";
import { Textarea } from "@/components/ui/input";

/** Staff answer: in their own words, or from a sentence that is written often. */
export function AnswerForm({
  requestId,
  action,
  phrases,
  texts,
}: {
  requestId: string;
  action: ComponentProps<typeof CommandForm>["action"];
  phrases: readonly string[];
  texts: Readonly<Record<"answer" | "send" | "phrases" | "unreachable", string>>;
}) {
  const [body, setBody] = useState("");
  return (
    <CommandForm
      action={action}
      unreachable={texts.unreachable}
      label={texts.answer}
      onDone={() => setBody("")}
      className="grid gap-3"
    >
      <input type="hidden" name="requestId" value={requestId} />
      <CommandField name="body" label={texts.answer}>
        <Textarea
          name="body"
          rows={3}
          maxLength={1000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </CommandField>
      <PhraseMenu
        given={phrases}
        label={texts.phrases}
        onChoose={(phrase) => setBody(body ? `${body}\n${phrase}` : phrase)}
      />
      <span>
        <CommandButton variant="next">{texts.send}</CommandButton>
      </span>
    </CommandForm>
  );
}
