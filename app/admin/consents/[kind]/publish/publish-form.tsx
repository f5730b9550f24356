"use client";

import { useRef, useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Button } from "@/components/ui/button";
import { Input, Textarea } from "@/components/ui/input";
import type { ConsentKind } from "@/lib/domain/consent";
import { publish } from "./actions";
import { Preview, type Words } from "./preview";
import type { PublishTexts } from "./publish-texts";

interface Props {
  readonly kind: ConsentKind;
  /** The version that this one follows. */
  readonly last: Words & { readonly version: number };
  readonly texts: PublishTexts;
}

const columns = [
  { title: "titleZh", body: "bodyZh", lang: "zh-CN" },
  { title: "titleEn", body: "bodyEn", lang: "en" },
] as const;

function read(form: HTMLFormElement): Words {
  const sent = new FormData(form);
  const text = (name: string) =>
    String(sent.get(name) ?? "")
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .trim();
  const body = (name: string) =>
    text(name)
      .replace(/[ ]+\n/g, "\n")
      .replace(/\n{2,}/g, "\n\n");
  return { titleZh: text("titleZh"), titleEn: text("titleEn"), bodyZh: body("bodyZh"), bodyEn: body("bodyEn") };
}

/** Writes the next version, shows it as the patient will read it with what changed, and publishes it. */
export function PublishForm({ kind, last, texts }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Words>();
  const preview = () => {
    const form = frame.current?.closest("form");
    if (form) setShown(read(form));
  };
  return (
    <CommandForm
      action={publish}
      doneHref={`/admin/consents/${kind}`}
      unreachable={texts.unreachable}
      className="grid gap-5"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="lastVersion" value={last.version} />
      <div ref={frame} hidden={shown !== undefined} className="grid gap-5 [&[hidden]]:hidden">
        <div className="grid gap-5 lg:grid-cols-2">
          {columns.map(({ title, body, lang }) => (
            <div key={lang} lang={lang} className="grid gap-4">
              <CommandField name={title} label={texts[title]}>
                <Input name={title} defaultValue={last[title]} maxLength={80} required />
              </CommandField>
              <CommandField name={body} label={texts[body]}>
                <Textarea name={body} defaultValue={last[body]} rows={20} maxLength={15_000} required />
              </CommandField>
            </div>
          ))}
        </div>
        <CommandField name="effectiveOn" label={texts.effectiveOn} hint={texts.effectiveHint}>
          <Input type="date" name="effectiveOn" className="max-w-60" />
        </CommandField>
        <Button size="lg" onClick={preview}>
          {texts.preview}
        </Button>
      </div>
      {shown && (
        <>
          <Preview words={shown} last={last} texts={texts} />
          <p className="text-ink-muted">{texts.submitLead}</p>
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" size="lg" onClick={() => setShown(undefined)}>
              {texts.edit}
            </Button>
            <CommandButton variant="next" size="lg">
              {texts.submit}
            </CommandButton>
          </div>
        </>
      )}
    </CommandForm>
  );
}
