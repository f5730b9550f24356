export type CallKind = "voice" | "video";
export type CallStatus = "ringing" | "active" | "ended";
/** `missed`: nobody answered in time, or the caller gave up; `dropped`: one end was not heard of any more. */
export type CallEnd = "missed" | "declined" | "hung_up" | "dropped";

/** Seconds that it rings, and after which an end that is not heard of counts as gone. */
export const RING_SECONDS = 60;
export const SILENT_SECONDS = 45;

/** The kinds of call that a service holds: by video also by voice alone, by text none. */
export const callKinds = (channel: string): readonly CallKind[] =>
  channel === "video" ? ["video", "voice"] : channel === "voice" ? ["voice"] : [];

/** How a call ends that this side puts down. */
export function endOf(status: "ringing" | "active", isCaller: boolean): CallEnd {
  if (status === "active") return "hung_up";
  return isCaller ? "missed" : "declined";
}

/** What a browser is told of its consultation's call. */
export interface CallView {
  readonly id: string;
  readonly kind: CallKind;
  readonly status: CallStatus;
  readonly endReason: CallEnd | null;
  /** This side rang. */
  readonly isMine: boolean;
  /** This tab holds this side's end, or would by answering. */
  readonly isHere: boolean;
  /** Both sides agreed to it. */
  readonly isRecorded: boolean;
  /** ISO 8601; null until it is answered. */
  readonly answeredAt: string | null;
}

export interface CallNews {
  readonly call: CallView | null;
  /** What the other end has said, in its order, after the number that was asked for. */
  readonly signals: readonly { readonly id: number; readonly body: string }[];
}
