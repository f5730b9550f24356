"use client";

import { Camera, ImageUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { cameraFault, watchCodes } from "@/lib/live/camera";
import { type CodeKind, readCodeFile } from "@/lib/live/read-code";

type State = "closed" | "starting" | "looking" | "found" | "notACode" | "denied" | "absent" | "unread";

export type ScannerTexts = Readonly<Record<"open" | "view" | "picture" | Exclude<State, "closed">, string>>;

const faults: readonly State[] = ["notACode", "denied", "absent", "unread"];

interface Props {
  readonly kind: CodeKind;
  readonly texts: ScannerTexts;
  /** What a code's text stands for; null where it is something else. */
  readonly read: (text: string) => string | null;
  /** Says whether another code is to be looked for. */
  readonly onCode: (code: string) => boolean;
}

/** Reads codes by the camera, or out of a picture; where neither works it says so. */
export function CodeScanner({ kind, texts, read, onCode }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const stop = useRef<() => void>(undefined);
  const [state, setState] = useState<State>("closed");
  const isOpen = state === "looking" || state === "starting";

  useEffect(() => () => stop.current?.(), []);

  function take(text: string | null) {
    const code = text === null ? null : read(text);
    if (code === null) return setState(text === null ? "unread" : "notACode");
    if (onCode(code)) return;
    stop.current?.();
    setState("found");
  }

  async function open() {
    setState("starting");
    try {
      if (!video.current) return;
      stop.current = await watchCodes(video.current, kind, (text) => {
        // Another code in view is passed over: the right one may come into view next.
        if (read(text) !== null) take(text);
      });
      setState("looking");
    } catch (error) {
      setState(cameraFault(error));
    }
  }

  return (
    <div className="grid gap-3">
      <video
        ref={video}
        aria-label={texts.view}
        muted
        playsInline
        className={isOpen ? "aspect-square w-full rounded-lg bg-black object-cover" : "hidden"}
      />
      {!isOpen && (
        <Button variant="next" size="lg" wide onClick={open}>
          <Camera aria-hidden="true" />
          {texts.open}
        </Button>
      )}
      <p aria-live="polite" className={faults.includes(state) ? "text-danger-ink" : "text-ink-muted"}>
        {state !== "closed" && texts[state]}
      </p>
      <label className={`${buttonClass("secondary", "lg", true)} cursor-pointer has-focus-visible:outline-2`}>
        <ImageUp aria-hidden="true" />
        {texts.picture}
        <input
          type="file"
          accept="image/*"
          className="sr-only"
          onChange={async ({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = "";
            if (file) take(await readCodeFile(file, kind).catch(() => null));
          }}
        />
      </label>
    </div>
  );
}
