import type { CatchUp, Message, Picture } from "@/lib/domain/conversation";

/** What the server said, or that it could not be asked: then it is asked again. */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly why: "unreachable" | "signed_out" }
  | { readonly ok: false; readonly why: "refused"; readonly message: string };

export interface Outgoing {
  readonly clientId: string;
  readonly kind: "text" | "image";
  readonly body: string;
  readonly fileId: string | null;
}

export interface RoomApi {
  after(seq: number): Promise<Answer<CatchUp>>;
  before(seq: number): Promise<Answer<CatchUp>>;
  send(message: Outgoing): Promise<Answer<Message>>;
  read(seq: number): Promise<Answer<{ seq: number }>>;
  upload(picture: Blob): Promise<Answer<Picture>>;
}

const ANSWER_MS = 12_000;
const UPLOAD_MS = 120_000;

const isPassing = (status: number) => status >= 500 || status === 429 || status === 408;

async function ask<Data>(path: string, init: RequestInit = {}, patience = ANSWER_MS): Promise<Answer<Data>> {
  try {
    const answer = await fetch(path, { ...init, signal: AbortSignal.timeout(patience) });
    if (answer.ok) return { ok: true, data: await answer.json() };
    if (answer.status === 401) return { ok: false, why: "signed_out" };
    if (isPassing(answer.status)) return { ok: false, why: "unreachable" };
    const refusal: { message: string; fields?: Record<string, string> } = await answer.json();
    return { ok: false, why: "refused", message: Object.values(refusal.fields ?? {})[0] ?? refusal.message };
  } catch {
    return { ok: false, why: "unreachable" };
  }
}

const post = <Data>(path: string, body: unknown) =>
  ask<Data>(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** The doors of one consultation's room. */
export function roomApi(consultationId: string): RoomApi {
  const base = `/api/consultations/${consultationId}`;
  return {
    after: (seq) => ask(`${base}/messages?after=${seq}`),
    before: (seq) => ask(`${base}/messages?before=${seq}`),
    send: ({ clientId, kind, body, fileId }) =>
      post(`${base}/messages`, { clientId, kind, body, ...(fileId !== null && { fileId }) }),
    read: (seq) => post(`${base}/read`, { seq }),
    upload: (picture) => {
      const form = new FormData();
      form.set("file", picture);
      return ask("/api/files", { method: "POST", body: form }, UPLOAD_MS);
    },
  };
}
