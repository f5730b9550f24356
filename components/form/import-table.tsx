"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { fill } from "@/components/room/fill";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/domain/result";
import type { TableFault } from "@/lib/domain/table-fault";
import { withStepUp } from "@/lib/live/with-step-up";
import { askStepUp } from "./ask-step-up";

type Texts = Readonly<
  Record<"title" | "lead" | "file" | "check" | "take" | "would" | "taken" | "faults" | "line" | "unreachable", string>
> & {
  /** What each kind of fault is called. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Where a table gives links: what the button that saves them is called. */
  readonly links?: string;
};

/** What came of a table: how many lines are new or change something, and what is wrong. */
interface ImportAnswer {
  readonly isTaken: boolean;
  readonly faults: readonly TableFault[];
  readonly added: number;
  readonly changed: number;
  /** Shown once. */
  readonly links?: readonly { readonly staffNo: string; readonly nameZh: string; readonly link: string }[];
}

async function send(address: string, file: File, dryRun: boolean): Promise<ActionResult<ImportAnswer>> {
  const place = new URL(address, location.origin);
  place.searchParams.set("dryRun", String(dryRun));
  const answer = await fetch(place, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
  const said = await answer.json();
  return answer.ok ? { ok: true, data: said } : said;
}

/** Saves the links as a table that spreadsheets read. */
function saveLinks(links: NonNullable<ImportAnswer["links"]>) {
  const lines = links.map(({ staffNo, nameZh, link }) => `${staffNo},${nameZh.replace(/[",\n]/g, " ")},${link}`);
  const file = new Blob([`\ufeff${lines.join("\n")}\n`], { type: "text/csv" });
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(file);
  anchor.download = "invitations.csv";
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

/** `address` takes the table. It is looked through first: every line at fault is listed; only a table without any can be taken in. */
export function ImportTable({ address, texts }: { address: string; texts: Texts }) {
  const router = useRouter();
  const [file, setFile] = useState<File>();
  const [answer, setAnswer] = useState<ImportAnswer>();
  const [refusal, setRefusal] = useState("");
  const [isBusy, start] = useTransition();
  const ask = (dryRun: boolean) =>
    start(async () => {
      if (!file) return;
      const result = await withStepUp(() => send(address, file, dryRun), askStepUp).catch(() => null);
      setAnswer(result?.ok ? result.data : undefined);
      setRefusal(result?.ok ? "" : (result?.message ?? texts.unreachable));
      if (result?.ok && result.data.isTaken) router.refresh();
    });
  const isGood = answer !== undefined && !answer.isTaken && answer.faults.length === 0;
  return (
    <Disclosure summary={texts.title}>
      <div className="grid gap-4">
        <p className="text-ink-muted">{texts.lead}</p>
        <Field label={texts.file}>
          <Input
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              setAnswer(undefined);
            }}
          />
        </Field>
        <span className="flex flex-wrap gap-2">
          <Button variant="secondary" disabled={!file} busy={isBusy} onClick={() => ask(true)}>
            {texts.check}
          </Button>
          <Button variant="primary" disabled={!isGood} busy={isBusy} onClick={() => ask(false)}>
            {texts.take}
          </Button>
        </span>
        <div aria-live="polite" className="grid gap-3">
          {refusal && <Alert tone="danger">{refusal}</Alert>}
          {answer && answer.faults.length === 0 && (
            <Alert tone={answer.isTaken ? "success" : "info"}>
              {fill(answer.isTaken ? texts.taken : texts.would, { added: answer.added, changed: answer.changed })}
            </Alert>
          )}
          {texts.links && answer?.links && answer.links.length > 0 && (
            <span>
              <Button variant="next" onClick={() => saveLinks(answer.links ?? [])}>
                {texts.links}
              </Button>
            </span>
          )}
          {answer && answer.faults.length > 0 && (
            <Alert tone="danger" title={fill(texts.faults, { count: answer.faults.length })}>
              <ul className="grid max-h-72 gap-1 overflow-y-auto">
                {answer.faults.map(({ line, column, code }) => (
                  <li key={`${line} ${column} ${code}`}>
                    {fill(texts.line, { line, column, code: texts.kinds[code] ?? code })}
                  </li>
                ))}
              </ul>
            </Alert>
          )}
        </div>
      </div>
    </Disclosure>
  );
}
