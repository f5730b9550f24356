import type { CatchUp, Message } from "@/lib/domain/conversation";
import { type Answer, ask, file, json, type Reach } from "./ask";

export interface Outgoing {
  readonly clientId: string;
  readonly kind: "text" | "image" | "voice";
  readonly body: string;
  readonly fileId: string | null;
  readonly refSeq: number | null;
}

export interface RoomApi {
  after(seq: number): Promise<Answer<CatchUp>>;
  before(seq: number): Promise<Answer<CatchUp>>;
  send(message: Outgoing): Promise<Answer<Message>>;
  recall(seq: number): Promise<Answer<Message>>;
  read(seq: number): Promise<Answer<{ seq: number }>>;
  upload(kind: "image" | "voice", file: Blob): Promise<Answer<{ id: string }>>;
}

const UPLOAD_MS = 120_000;

/** The doors of one consultation's room; `reach`: otherwise than by the browser that this runs in. */
export function roomApi(consultationId: string, reach?: Reach): RoomApi {
  const base = `/api/consultations/${consultationId}`;
  const asked = <Data>(path: string, init?: RequestInit, patience?: number): Promise<Answer<Data>> =>
    ask(path, init, patience, reach);
  return {
    after: (seq) => asked(`${base}/messages?after=${seq}`),
    before: (seq) => asked(`${base}/messages?before=${seq}`),
    send: ({ clientId, kind, body, fileId, refSeq }) => {
      const message = { clientId, kind, body, ...(fileId !== null && { fileId }), ...(refSeq !== null && { refSeq }) };
      return asked(`${base}/messages`, json("POST", message));
    },
    recall: (seq) => asked(`${base}/recall`, json("POST", { seq })),
    read: (seq) => asked(`${base}/read`, json("POST", { seq })),
    upload: (kind, blob) => asked(kind === "voice" ? "/api/files/voice" : "/api/files", file(blob), UPLOAD_MS),
  };
}
