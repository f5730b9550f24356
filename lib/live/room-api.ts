import type { CatchUp, Message, Picture } from "@/lib/domain/conversation";
import { type Answer, ask, json } from "./ask";

export interface Outgoing {
  readonly clientId: string;
  readonly kind: "text" | "image";
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
  upload(picture: Blob): Promise<Answer<Picture>>;
}

const UPLOAD_MS = 120_000;

/** The doors of one consultation's room. */
export function roomApi(consultationId: string): RoomApi {
  const base = `/api/consultations/${consultationId}`;
  return {
    after: (seq) => ask(`${base}/messages?after=${seq}`),
    before: (seq) => ask(`${base}/messages?before=${seq}`),
    send: ({ clientId, kind, body, fileId, refSeq }) => {
      const message = { clientId, kind, body, ...(fileId !== null && { fileId }), ...(refSeq !== null && { refSeq }) };
      return ask(`${base}/messages`, json("POST", message));
    },
    recall: (seq) => ask(`${base}/recall`, json("POST", { seq })),
    read: (seq) => ask(`${base}/read`, json("POST", { seq })),
    upload: (picture) => {
      const form = new FormData();
      form.set("file", picture);
      return ask("/api/files", { method: "POST", body: form }, UPLOAD_MS);
    },
  };
}
