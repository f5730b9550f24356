"use client";

import { useState } from "react";
import { CodeList } from "@/components/account/code-list";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import { renewRecoveryCodes } from "./actions";

type Texts = Readonly<Record<"renew" | "keep" | "codes" | "unreachable", string>>;

/** New recovery codes, shown once. */
export function RecoveryCodes({ texts }: { texts: Texts }) {
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes)
    return (
      <div className="grid gap-4">
        <Alert tone="success" live>
          {texts.keep}
        </Alert>
        <CodeList label={texts.codes} codes={codes} />
      </div>
    );
  return (
    <CommandForm
      action={renewRecoveryCodes}
      onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      unreachable={texts.unreachable}
      label={texts.renew}
    >
      <input type="hidden" name="replacesOld" value="yes" />
      <CommandButton variant="secondary">{texts.renew}</CommandButton>
    </CommandForm>
  );
}
