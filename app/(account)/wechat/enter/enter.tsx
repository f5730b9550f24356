"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { goToWechat } from "@/lib/live/go-to-wechat";

/** Goes to WeChat at once: whoever came from its menu has nothing to decide. */
export function Enter({
  callbackUrl,
  texts,
}: {
  callbackUrl: string;
  texts: Readonly<Record<"entering" | "again" | "other" | "failed", string>>;
}) {
  const [isFailed, setFailed] = useState(false);
  const hasStarted = useRef(false);

  const go = useCallback(() => {
    setFailed(false);
    goToWechat(callbackUrl).catch(() => setFailed(true));
  }, [callbackUrl]);

  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    go();
  }, [go]);

  return (
    <>
      <p role="status">{isFailed ? texts.failed : texts.entering}</p>
      {isFailed && (
        <Button variant="primary" size="lg" onClick={go}>
          {texts.again}
        </Button>
      )}
      <ButtonLink href="/sign-in" variant="secondary">
        {texts.other}
      </ButtonLink>
    </>
  );
}
