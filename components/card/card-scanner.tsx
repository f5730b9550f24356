"use client";

import { Camera, ImageUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { cardNumberIn } from "@/lib/domain/card-code";
import { cameraFault, watchCodes } from "@/lib/live/camera";
import { readQrFile } from "@/lib/live/read-qr";

type State = "closed" | "starting" | "looking" | "found" | "notACard" | "denied" | "absent" | "unread";

export type ScannerTexts = Readonly<Record<"open" | "view" | "picture" | Exclude<State, "closed">, string>>;

const faults: readonly State[] = ["notACard", "denied", "absent", "unread"];

/** Reads a health card's QR code by the camera, or out of a picture; where neither works it says so. */
export function CardScanner({ texts, onCard }: { texts: ScannerTexts; onCard: (cardNumber: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const stop = useRef<() => void>(undefined);
  const [state, setState] = useState<State>("closed");
  const isOpen = state === "looking" || state === "starting";

  useEffect(() => () => stop.current?.(), []);

  function take(text: string | null) {
    const cardNumber = text === null ? null : cardNumberIn(text);
    if (cardNumber === null) return setState(text === null ? "unread" : "notACard");
    stop.current?.();
    setState("found");
    onCard(cardNumber);
  }

  async function open() {
    setState("starting");
    try {
      if (!video.current) return;
      stop.current = await watchCodes(video.current, (text) => {
        // Another code in view is passed over: the card may come into view next.
        if (cardNumberIn(text) !== null) take(text);
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
            if (file) take(await readQrFile(file).catch(() => null));
          }}
        />
      </label>
    </div>
  );
}
