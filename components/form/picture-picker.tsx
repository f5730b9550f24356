"use client";

import { X } from "lucide-react";
import { type ChangeEvent, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { type Upload, useUploads } from "./use-uploads";

export interface PicturePickerTexts {
  readonly label: string;
  readonly hint?: string;
  readonly add: string;
  /** `{n}` is the picture's place in the row. */
  readonly picture: string;
  readonly remove: string;
  readonly uploading: string;
  readonly retry: string;
  readonly tooMany: string;
  readonly tooLarge: string;
  readonly unreachable: string;
}

interface Props {
  readonly most: number;
  readonly texts: PicturePickerTexts;
  /** The form's field: each picture's id under this name. */
  readonly name?: string;
  readonly error?: string | undefined;
  /** Ids of pictures that were sent before and are taken up again. */
  readonly kept?: readonly string[];
  /** Told whenever a picture comes, goes, arrives or fails; `isUnsettled` while any is on its way or failed. */
  readonly onChange?: (isUnsettled: boolean) => void;
}

const numbered = (text: string, n: number) => text.replace("{n}", String(n));

/** Chooses up to `most` pictures, sends each at once and shows it from this device; the form carries their ids. */
export function PicturePicker({ most, texts, name = "pictureIds[]", error, kept, onChange }: Props) {
  const id = useId();
  const { uploads, add, remove, retry } = useUploads(texts.tooLarge, kept);
  const [isTooMany, setTooMany] = useState(false);
  const isUnsettled = uploads.some(({ state }) => state !== "done");

  // biome-ignore lint/correctness/useExhaustiveDependencies: told of each change of the pictures, too.
  useEffect(() => onChange?.(isUnsettled), [uploads, isUnsettled, onChange]);

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = "";
    setTooMany(chosen.length > most - uploads.length);
    add(chosen.slice(0, most - uploads.length));
  }

  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={`${id}-notes`}>
      <legend className="mb-1 font-medium">{texts.label}</legend>
      {texts.hint && <p className="text-ink-muted text-sm">{texts.hint}</p>}
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 empty:hidden">
        {uploads.map((upload, index) => (
          <Tile key={upload.key} upload={upload} n={index + 1} texts={texts} onRemove={remove} onRetry={retry} />
        ))}
      </ul>
      {uploads.flatMap(({ id, key }) => (id ? [<input key={key} type="hidden" name={name} value={id} />] : []))}
      {uploads.length < most && (
        <label className="inline-flex min-h-11 w-fit cursor-pointer items-center rounded-md border border-line-strong border-dashed bg-surface-raised px-4 font-medium text-primary focus-within:outline-3 focus-within:outline-focus hover:bg-primary-tint">
          {texts.add}
          <input type="file" accept="image/jpeg,image/png,image/webp" multiple className="sr-only" onChange={choose} />
        </label>
      )}
      <div id={`${id}-notes`} role="status" className="text-danger-ink text-sm">
        {isTooMany && <p>{texts.tooMany}</p>}
        {error && <p>{error}</p>}
      </div>
    </fieldset>
  );
}

function Tile({
  upload,
  n,
  texts,
  onRemove,
  onRetry,
}: {
  upload: Upload;
  n: number;
  texts: PicturePickerTexts;
  onRemove: (key: number) => void;
  onRetry: (upload: Upload) => void;
}) {
  const isRefused = upload.state === "failed" && typeof upload.refusal === "string";
  return (
    <li className="relative grid content-start gap-1 text-sm">
      {isRefused ? (
        <p className="aspect-square break-all rounded-md bg-surface-sunken p-2 pt-12 text-ink-muted text-xs">
          <span className="line-clamp-3">{upload.file?.name}</span>
        </p>
      ) : (
        <img
          src={upload.url}
          alt={numbered(texts.picture, n)}
          className="aspect-square w-full rounded-md border border-line object-cover"
        />
      )}
      <span className="absolute top-1 right-1">
        <Button
          size="sm"
          variant="secondary"
          aria-label={numbered(texts.remove, n)}
          className="size-9 p-0 pointer-coarse:size-11"
          onClick={() => onRemove(upload.key)}
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      </span>
      {upload.state === "sending" && (
        <Progress value={upload.progress} aria-label={texts.uploading} className="w-full" />
      )}
      {upload.state === "failed" && (
        <p role="alert" className="text-danger-ink">
          {upload.refusal ?? texts.unreachable}
        </p>
      )}
      {upload.state === "failed" && !isRefused && (
        <Button size="sm" variant="secondary" onClick={() => onRetry(upload)}>
          {texts.retry}
        </Button>
      )}
    </li>
  );
}
