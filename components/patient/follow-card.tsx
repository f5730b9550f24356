"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FOLLOW_LATER } from "@/lib/domain/follow-later";

const WEEK_SECONDS = 7 * 24 * 3600;

/** Asks to follow the official account, which brings the notices; put off, it comes again after a week. */
export function FollowCard({ texts }: { texts: Readonly<Record<"title" | "lead" | "show" | "later", string>> }) {
  const [isOpen, setOpen] = useState(true);
  if (!isOpen) return null;

  function putOff() {
    document.cookie = `${FOLLOW_LATER}=yes; path=/; max-age=${WEEK_SECONDS}; samesite=lax`;
    setOpen(false);
  }

  return (
    <Alert
      tone="info"
      title={texts.title}
      action={
        <>
          <ButtonLink href="/patient/me/wechat" variant="primary">
            {texts.show}
          </ButtonLink>
          <Button variant="quiet" onClick={putOff}>
            {texts.later}
          </Button>
        </>
      }
    >
      {texts.lead}
    </Alert>
  );
}
