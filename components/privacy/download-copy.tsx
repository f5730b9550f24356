"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

interface Props {
  readonly patientId: string;
  readonly format: "readable" | "json" | "pictures";
  readonly locale: string;
  readonly texts: Readonly<Record<"button" | "done" | "unreachable", string>>;
}

/** Saves what came as a file of this device, under the name that the server gave it. */
async function save(answer: Response): Promise<string> {
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it once the click's own turn is over.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return name;
}

/** Fetches one of the files and saves it; a refusal is read out in its place. */
export function DownloadCopy({ patientId, format, locale, texts }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [note, setNote] = useState<{ text: string; isRefusal: boolean }>();

  async function download() {
    setBusy(true);
    setNote(undefined);
    try {
      const answer = await fetch("/api/privacy/export", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ patientId, format, locale }),
      });
      if (answer.ok) setNote({ text: texts.done.replace("{name}", await save(answer)), isRefusal: false });
      else setNote({ text: String((await answer.json()).message), isRefusal: true });
    } catch {
      setNote({ text: texts.unreachable, isRefusal: true });
    }
    setBusy(false);
  }

  return (
    <div className="grid gap-2">
      <Button variant="secondary" busy={isBusy} onClick={download}>
        {texts.button}
      </Button>
      <p aria-live="polite" className={note?.isRefusal ? "text-danger-ink text-sm" : "text-ink-muted text-sm"}>
        {note?.text}
      </p>
    </div>
  );
}
