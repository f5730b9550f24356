"use client";

import { type ReactNode, useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/domain/result";

export interface LinkTexts {
  readonly ready: string;
  readonly lead: string;
  readonly copy: string;
  readonly copied: string;
  readonly unreachable: string;
}

/** A form whose answer is an invitation: its link takes the form's place, once, to be handed over. */
export function InvitationForm({
  action,
  texts,
  label,
  className,
  children,
}: {
  action: (form: FormData) => Promise<ActionResult<{ id: string; token: string }>>;
  texts: LinkTexts;
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  const [token, setToken] = useState<string>();
  if (token !== undefined) return <InvitationLink token={token} texts={texts} />;
  return (
    <CommandForm
      action={action}
      onDone={(invited) => setToken(invited.token)}
      unreachable={texts.unreachable}
      label={label}
      className={className}
    >
      {children}
    </CommandForm>
  );
}

function InvitationLink({ token, texts }: { token: string; texts: LinkTexts }) {
  const [isCopied, setCopied] = useState(false);
  const link = `${location.origin}/invitation/${token}`;
  return (
    <div className="grid gap-3">
      <Alert tone="success" title={texts.ready}>
        {texts.lead}
      </Alert>
      <output className="block break-all rounded-md border border-line-strong bg-surface-sunken px-3 py-2 font-mono text-sm">
        {link}
      </output>
      <Button
        variant="secondary"
        className="justify-self-start"
        onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
      >
        {isCopied ? texts.copied : texts.copy}
      </Button>
    </div>
  );
}
