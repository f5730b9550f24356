"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { goToWechat } from "@/lib/live/go-to-wechat";

/** To WeChat, which says whose phone it is, and back to `callbackUrl`. */
export function WechatButton({
  callbackUrl,
  texts,
}: {
  callbackUrl: string;
  texts: { readonly go: string; readonly failed: string };
}) {
  const [state, setState] = useState<"still" | "busy" | "failed">("still");

  function go() {
    setState("busy");
    goToWechat(callbackUrl).catch(() => setState("failed"));
  }

  return (
    <div className="grid gap-2">
      <Button variant="secondary" size="lg" busy={state === "busy"} onClick={go}>
        {texts.go}
      </Button>
      <p role="alert" className="text-danger-ink text-sm empty:hidden">
        {state === "failed" && texts.failed}
      </p>
    </div>
  );
}
