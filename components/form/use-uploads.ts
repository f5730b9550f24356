"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { LARGEST_FILE_BYTES } from "@/lib/domain/room-limits";

export interface Upload {
  readonly key: number;
  /** The picture as it lies on this device; empty where it is too large to be sent. */
  readonly url: string;
  /** None where it was sent before. */
  readonly file?: File;
  readonly state: "sending" | "done" | "failed";
  /** How much has left this device, 0 to 1. */
  readonly progress: number;
  /** The id under which the server keeps it. */
  readonly id?: string;
  /** Why the server refused it; null where it could not be reached. */
  readonly refusal?: string | null;
}

interface Answer {
  readonly id?: unknown;
  readonly message?: unknown;
  readonly fields?: Readonly<Record<string, string>>;
}

function send(file: File, sent: (progress: number) => void): { answer: Promise<Answer | null>; stop: () => void } {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer | null>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(typeof request.response === "object" ? request.response : null);
    request.onerror = request.ontimeout = request.onabort = () => resolve(null);
  });
  request.responseType = "json";
  request.open("POST", "/api/files");
  request.setRequestHeader("content-type", "application/octet-stream");
  request.send(file);
  return { answer, stop: () => request.abort() };
}

/** Why a picture was not taken, in the server's words; null where there was no answer. */
function refusalIn(answer: Answer | null): string | null {
  const why = Object.values(answer?.fields ?? {})[0] ?? answer?.message;
  return typeof why === "string" ? why : null;
}

const keptUploads = (ids: readonly string[]): Upload[] =>
  ids.map((id, index) => ({
    key: -1 - index,
    url: `/api/files/${id}?inline=1&size=thumb`,
    state: "done",
    progress: 1,
    id,
  }));

/**
 * Pictures on their way to the server, each at once; what is removed, or left behind, is no longer sent. One that the server
 * would not take for its size is not sent at all and shows `tooLarge`. `kept` are ids of pictures sent before.
 */
export function useUploads(tooLarge: string, kept: readonly string[] = []) {
  const [uploads, setUploads] = useState<readonly Upload[]>(() => keptUploads(kept));
  const running = useRef(new Map<number, { url: string; stop: () => void }>());
  const count = useRef(0);

  useEffect(() => {
    const live = running.current;
    return () => {
      for (const { url, stop } of live.values()) {
        stop();
        URL.revokeObjectURL(url);
      }
    };
  }, []);

  const change = useCallback((key: number, news: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...news } : upload)));
  }, []);

  const start = useCallback(
    async (key: number, file: File, url: string) => {
      const { answer, stop } = send(file, (progress) => change(key, { progress }));
      running.current.set(key, { url, stop });
      const said = await answer;
      if (!running.current.has(key)) return;
      if (typeof said?.id === "string") change(key, { state: "done", progress: 1, id: said.id });
      else change(key, { state: "failed", refusal: refusalIn(said) });
    },
    [change],
  );

  const add = (files: readonly File[]) => {
    const fresh = files.map((file) => {
      count.current += 1;
      const upload = { key: count.current, file, progress: 0 };
      if (file.size > LARGEST_FILE_BYTES) return { ...upload, url: "", state: "failed" as const, refusal: tooLarge };
      return { ...upload, url: URL.createObjectURL(file), state: "sending" as const };
    });
    setUploads((all) => [...all, ...fresh]);
    for (const { key, file, url, state } of fresh) if (state === "sending") void start(key, file, url);
  };

  const remove = (key: number) => {
    const upload = running.current.get(key);
    running.current.delete(key);
    upload?.stop();
    if (upload) URL.revokeObjectURL(upload.url);
    setUploads((all) => all.filter((one) => one.key !== key));
  };

  const retry = ({ key, file, url }: Upload) => {
    if (!file) return;
    change(key, { state: "sending", progress: 0, refusal: undefined });
    void start(key, file, url);
  };

  return { uploads, add, remove, retry };
}
