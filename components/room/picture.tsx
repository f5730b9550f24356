"use client";

import { useRef, useState } from "react";

interface Props {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly texts: { readonly openPicture: string; readonly closePicture: string };
}

const THUMB_PX = 240;

/** A stored picture, small; a press opens it whole in a dialog of the browser's own. */
export function RoomPicture({ id, width, height, alt, texts }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
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
            <img src={source} alt={alt} className="max-h-[calc(100dvh-6rem)] max-w-full rounded-md bg-surface-sunken" />
          )}
          <button type="submit" className="min-h-11 rounded-md bg-surface-raised px-5 font-medium text-ink">
            {texts.closePicture}
          </button>
        </form>
      </dialog>
    </>
  );
}
