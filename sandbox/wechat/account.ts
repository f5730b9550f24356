/** What one official account remembers, and what it is told to get wrong. */

export type Follower = {
  openId: string;
  /** Whose phone it is, as the inbox page shows it. */
  name: string;
  /** Whether the person follows the account at first; they may change their mind on the page. Yes unless said. */
  isFollowing?: boolean;
};

/** A message template as the account's owner applied for it; `fields` maps keys such as `thing1` to their labels. */
export type Template = { id: string; title: string; fields: Record<string, string> };

export type Token = {
  value: string;
  kind: "plain" | "stable";
  /** All in milliseconds since 1970. */
  issuedAt: number;
  expiresAt: number;
  /** Earlier than `expiresAt` once a newer token has taken over. */
  usableUntil: number;
};

export type Message = {
  msgid: number;
  openId: string;
  clientMsgId?: string;
  templateId: string;
  title: string;
  url: string;
  fields: { label: string; value: string }[];
  /** ISO 8601, UTC. */
  sentAt: string;
};

/** What web authorization hands out for a phone: serves once, for five minutes. */
export type Grant = { code: string; openId: string; issuedAt: number };

export type MenuButton = { name: string; type?: string; url?: string; sub_button?: MenuButton[] };

export type Memory = {
  tokens: Token[];
  /** Newest first. */
  messages: Message[];
  /** Changes of mind by open id. */
  follows: Record<string, boolean>;
  lastMsgid: number;
  grants: Grant[];
  menu: MenuButton[] | null;
};
export const nothingYet: Memory = {
  tokens: [],
  messages: [],
  follows: {},
  lastMsgid: 200_000_000,
  grants: [],
  menu: null,
};

export type Faults = {
  /** Open ids that do not follow the account, whatever the page says. */
  unsubscribed: string[];
  /** How many messages the account may still send; null means no limit. */
  quota: number | null;
  down: boolean;
};

export function isFollowing(follower: Follower, memory: Memory, faults: Faults): boolean {
  if (faults.unsubscribed.includes(follower.openId)) return false;
  return memory.follows[follower.openId] ?? follower.isFollowing ?? true;
}
