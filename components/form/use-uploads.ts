"use client";

import { useCallback, useEffect, useRef, useState } from "react";

export interface Upload {
  readonly key: number;
  /** The picture as it lies on this device. */
  readonly url: string;
  readonly file: File;
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
}

function send(file: File, sent: (progress: number) => void): { answer: Promise<Answer | null>; stop: () => void } {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer | null>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(typeof request.response === "object" ? request.response : null);
    request.onerror = request.ontimeout = request.onabort = () => resolve(null);
  });
  const form = new FormData();
  form.set("file", file);
  request.responseType = "json";
  request.open("POST", "/api/files");
  request.send(form);
  return { answer, stop: () => request.abort() };
}

/** Pictures on their way to the server, each at once; what is removed, or left behind, is no longer sent. */
export function useUploads() {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
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
      else change(key, { state: "failed", refusal: typeof said?.message === "string" ? said.message : null });
    },
    [change],
  );

  const add = (files: readonly File[]) => {
    const fresh = files.map((file): Upload => {
      count.current += 1;
      return { key: count.current, url: URL.createObjectURL(file), file, state: "sending", progress: 0 };
    });
    setUploads((all) => [...all, ...fresh]);
    for (const { key, file, url } of fresh) void start(key, file, url);
  };

  const remove = (key: number) => {
    const upload = running.current.get(key);
    running.current.delete(key);
    upload?.stop();
    if (upload) URL.revokeObjectURL(upload.url);
    setUploads((all) => all.filter((one) => one.key !== key));
  };

  const retry = ({ key, file, url }: Upload) => {
    change(key, { state: "sending", progress: 0, refusal: undefined });
    void start(key, file, url);
  };

  return { uploads, add, remove, retry };
}
