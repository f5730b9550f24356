import type { CallNews } from "@/lib/domain/call";
import { type Answer, ask, json } from "./ask";

/** The doors of one consultation's calls; starting, answering and ending are server actions. */
export interface CallApi {
  follow(after: number): Promise<Answer<CallNews>>;
  signal(callId: string, body: string): Promise<Answer<unknown>>;
}

export function callApi(consultationId: string, tab: string): CallApi {
  return {
    follow: (after) =>
      ask(`/api/consultations/${consultationId}/call?${new URLSearchParams({ tab, after: String(after) })}`),
    signal: (callId, body) => ask(`/api/calls/${callId}/signal`, json("POST", { tab, body })),
  };
}
