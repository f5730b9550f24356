"use client";

import { Button } from "./button";
import { ToastRegion } from "./toast-region";
import { showToast } from "./toast-store";

/** Two buttons that let the region of toasts speak. */
export function StyleguideToasts({
  texts,
}: {
  texts: Record<"saved" | "failed" | "undo" | "showSaved" | "showFailed" | "region" | "dismiss", string>;
}) {
  const undone = () => showToast(texts.undo);
  return (
    <>
      <Button variant="quiet" onClick={() => showToast(texts.saved, { action: { label: texts.undo, run: undone } })}>
        {texts.showSaved}
      </Button>
      <Button variant="quiet" onClick={() => showToast(texts.failed, { tone: "danger" })}>
        {texts.showFailed}
      </Button>
      <ToastRegion label={texts.region} dismissLabel={texts.dismiss} />
    </>
  );
}
