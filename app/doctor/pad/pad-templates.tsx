"use client";

import { type Dispatch, useState, useTransition } from "react";
import { fill } from "@/components/room/fill";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { removeTemplate, saveTemplate } from "./actions";
import type { PadDesk } from "./pad-desk";
import { type PadChange, type PadState, sentLines } from "./pad-state";
import type { PadTexts } from "./pad-texts";

interface Props {
  readonly desk: PadDesk;
  readonly pad: PadState;
  readonly change: Dispatch<PadChange>;
  readonly texts: PadTexts;
}

/** The doctor's own templates: lines that are prescribed often, put onto the pad or kept from it. */
export function PadTemplates({ desk, pad, change, texts }: Props) {
  const [chosen, setChosen] = useState("");
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const [isBusy, start] = useTransition();
  const template = desk.templates.find(({ id }) => id === chosen);
  const tell = (work: Promise<{ ok: boolean; message?: string }>, done: string) =>
    start(async () => {
      const result = await work.catch(() => null);
      setSaid(result?.ok ? done : (result?.message ?? texts.unreachable));
    });
  return (
    <div className="grid gap-3">
      {desk.templates.length > 0 && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label={texts.template}>
            <Select value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{texts.templateChoose}</option>
              {desk.templates.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            variant="secondary"
            disabled={!template}
            onClick={() => template && change({ do: "append", lines: template.items, medicines: desk.medicines })}
          >
            {texts.templateUse}
          </Button>
          <Button
            variant="quiet"
            disabled={!template}
            busy={isBusy}
            onClick={() => template && tell(removeTemplate({ templateId: template.id }), texts.templateRemoved)}
          >
            {texts.templateRemove}
          </Button>
        </div>
      )}
      {pad.lines.length > 0 && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label={texts.templateName}>
            <Input value={name} maxLength={30} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Button
            variant="quiet"
            busy={isBusy}
            disabled={name.trim() === ""}
            onClick={() =>
              tell(saveTemplate({ name, items: sentLines(pad.lines) }), fill(texts.templateKept, { name }))
            }
          >
            {texts.templateKeep}
          </Button>
        </div>
      )}
      <FormMessage tone="info">{said}</FormMessage>
    </div>
  );
}
