"use client";

import { useRef, useState } from "react";

interface Props {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly texts: Readonly<Record<"openPicture" | "closePicture" | "turnPicture" | "zoomPicture", string>>;
}

const THUMB_PX = 240;
const tool = "min-h-11 rounded-md bg-surface-raised px-5 font-medium text-ink";

/** A stored picture, small; a press opens it whole in a dialog of the browser's own. */
export function RoomPicture({ id, width, height, alt, texts }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [turns, setTurns] = useState(0);
  const [isLarge, setLarge] = useState(false);
  const scale = Math.min(1, THUMB_PX / Math.max(width, height, 1));
  const source = `/api/files/${id}?inline=1`;
  const open = () => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" onClick={open} aria-label={`${texts.openPicture}: ${alt}`} className="block rounded-md">
        <img
          src={`${source}&size=thumb`}
          alt={alt}
          width={Math.round(width * scale)}
          height={Math.round(height * scale)}
          className="max-w-full rounded-md bg-surface-sunken"
          loading="lazy"
        />
      </button>
      <dialog
        ref={dialog}
        aria-label={alt}
        onClose={() => setIsOpen(false)}
        className="m-auto max-h-dvh max-w-[100vw] bg-transparent p-3"
      >
        <form method="dialog" className="grid justify-items-center gap-3">
          {isOpen && (
            <div className="max-h-[calc(100dvh-6rem)] max-w-full overflow-auto rounded-md bg-surface-sunken">
              <img
                src={source}
                alt={alt}
                className={isLarge ? "max-w-none" : "max-h-[calc(100dvh-6rem)] max-w-full"}
                style={{ rotate: `${turns * 90}deg` }}
              />
            </div>
          )}
          <div className="flex flex-wrap justify-center gap-2">
            <button type="button" className={tool} onClick={() => setTurns(turns + 1)}>
              {texts.turnPicture}
            </button>
            <button type="button" aria-pressed={isLarge} className={tool} onClick={() => setLarge(!isLarge)}>
              {texts.zoomPicture}
            </button>
            <button type="submit" className={tool}>
              {texts.closePicture}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
