"use client";

import { Eraser } from "lucide-react";
import { type PointerEvent, useState } from "react";
import { useFormState } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-note";
import { PAD, type Point, pathOf } from "@/lib/domain/signature";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly clear: string;
}

/** A field to sign in with a finger, a pen or a mouse; what was drawn goes along as `signature`. */
export function SignaturePad({ label, hint, clear }: Props) {
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([]);
  const { signature: error } = useFormState().fields;
  const path = pathOf(strokes);

  const at = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point => {
    const box = currentTarget.getBoundingClientRect();
    return [((clientX - box.left) * PAD.width) / box.width, ((clientY - box.top) * PAD.height) / box.height];
  };
  function begin(event: PointerEvent<SVGSVGElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = at(event);
    setStrokes((drawn) => [...drawn, [point]]);
  }
  function go(event: PointerEvent<SVGSVGElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const point = at(event);
    setStrokes((drawn) => [...drawn.slice(0, -1), [...(drawn.at(-1) ?? []), point]]);
  }

  return (
    <div className="grid gap-1.5">
      <div className="flex items-end justify-between gap-4">
        <p className="font-medium">{label}</p>
        <Button variant="quiet" onClick={() => setStrokes([])} disabled={strokes.length === 0}>
          <Eraser aria-hidden="true" />
          {clear}
        </Button>
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${PAD.width} ${PAD.height}`}
        className="w-full cursor-crosshair touch-none rounded-md border border-line-strong border-dashed bg-white text-black"
        onPointerDown={begin}
        onPointerMove={go}
      >
        <path d={path} fill="none" stroke="currentColor" strokeWidth={5} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <p className="text-ink-muted text-sm">{hint}</p>
      {error && <FieldError id="signature-error">{error}</FieldError>}
      <input type="hidden" name="signature" value={path} />
    </div>
  );
}
