/**
 * Channels and events. A payload carries ids and a sequence number only (R32, `proof` 14): whoever hears it fetches
 * what he or she may see.
 */
export const channels = {
  /** Who is there is known to both; what they tell each other there (that somebody types) is kept by nobody. */
  consultation: (id: string) => `presence-consultation-${id}`,
  account: (id: string) => `private-account-${id}`,
  order: (id: string) => `private-order-${id}`,
  reviewDesk: "private-desk-review",
  dispensingDesk: "private-desk-dispensing",
  requestDesk: "private-desk-requests",
} as const;

export type RealtimeEvent =
  | { readonly channel: string; readonly event: "message"; readonly data: { readonly seq: number } }
  | {
      readonly channel: string;
      readonly event: "read";
      readonly data: { readonly seq: number; readonly accountId: string };
    }
  | { readonly channel: string; readonly event: "changed"; readonly data: { readonly id: string } }
  | { readonly channel: string; readonly event: "notice"; readonly data: { readonly id: string } };

export type ChannelRef =
  | { kind: "consultation" | "account" | "order"; id: string }
  | { kind: "desk"; desk: "review" | "dispensing" | "requests" };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a channel's name refers to; undefined for a name that is none of ours. */
export function parseChannel(name: string): ChannelRef | undefined {
  const [, kind, rest] =
    /^(?:private-(?=account|order|desk)|presence-(?=consultation))(consultation|account|order|desk)-(.+)$/.exec(name) ??
    [];
  if (!rest) return undefined;
  if (kind === "desk")
    return rest === "review" || rest === "dispensing" || rest === "requests" ? { kind, desk: rest } : undefined;
  if (kind === "consultation" || kind === "account" || kind === "order")
    return UUID.test(rest) ? { kind, id: rest } : undefined;
  return undefined;
}
