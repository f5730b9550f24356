"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { askStepUp } from "@/components/form/ask-step-up";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/domain/result";
import { withStepUp } from "@/lib/live/with-step-up";

interface Props {
  readonly id: string;
  readonly texts: Readonly<Record<"number" | "file" | "submit" | "unreachable", string>>;
}

/** The invoice's number and its PDF, which travels as it is. */
export function IssueForm({ id, texts }: Props) {
  const router = useRouter();
  const [number, setNumber] = useState("");
  const [file, setFile] = useState<File>();
  const [refusal, setRefusal] = useState<Extract<ActionResult<unknown>, { ok: false }> | null>();
  const [isBusy, start] = useTransition();
  const send = async (): Promise<ActionResult<unknown>> => {
    const answer = await fetch(`/api/invoices/${id}/file?${new URLSearchParams({ number })}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    const said = await answer.json();
    return answer.ok ? { ok: true, data: said } : said;
  };
  const issue = () =>
    start(async () => {
      const result = await withStepUp(send, askStepUp).catch(() => null);
      if (result?.ok) return router.refresh();
      setRefusal(result);
    });
  return (
    <div className="grid gap-4">
      <Field label={texts.number} error={refusal?.fields?.number}>
        <Input value={number} maxLength={40} autoComplete="off" onChange={(event) => setNumber(event.target.value)} />
      </Field>
      <Field label={texts.file} error={refusal?.fields?.file}>
        <Input type="file" accept="application/pdf" onChange={(event) => setFile(event.target.files?.[0])} />
      </Field>
      <span>
        <Button variant="next" busy={isBusy} disabled={!file || number === ""} onClick={issue}>
          {texts.submit}
        </Button>
      </span>
      <FormMessage>{refusal === null ? texts.unreachable : refusal?.message}</FormMessage>
    </div>
  );
}
