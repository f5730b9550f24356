"use client";

import { useRef, useState } from "react";
import type { CodeTexts } from "@/components/account/code-field";
import { CommandCode } from "@/components/account/command-code";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { changePhone, sendOwnCode } from "./actions";

type Texts = CodeTexts & Readonly<Record<"phone" | "submit" | "done", string>>;

export function PhoneForm({ texts }: { texts: Texts }) {
  const input = useRef<HTMLInputElement>(null);
  const [isDone, setDone] = useState(false);
  return (
    <CommandForm
      action={changePhone}
      onDone={() => setDone(true)}
      resetWhenDone
      unreachable={texts.unreachable}
      label={texts.submit}
      className="grid gap-4"
    >
      <CommandField name="phone" label={texts.phone}>
        <Input ref={input} name="phone" type="tel" autoComplete="off" maxLength={20} required />
      </CommandField>
      <CommandCode
        send={() => sendOwnCode({ purpose: "change_phone", phone: input.current?.value ?? "" })}
        texts={texts}
      />
      <CommandButton variant="secondary" className="justify-self-start">
        {texts.submit}
      </CommandButton>
      <p role="status" className="text-success-ink">
        {isDone && texts.done}
      </p>
    </CommandForm>
  );
}
