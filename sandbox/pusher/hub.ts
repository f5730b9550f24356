/** Who is connected to one app, which channels they are in, and what is said there. Knows no wire. */

export type App = { appId: string; key: string; secret: string };
export type Frame = { event: string; channel?: string; data?: unknown; user_id?: string };
export type Member = { user_id: string; user_info?: unknown };
export type Connection = {
  readonly socketId: string;
  readonly openedAt: Date;
  /** Set once the connection has signed in. */
  user?: Member;
  send(frame: Frame): void;
  /** Closes with a protocol code (4000 to 4399), which tells the client whether and how to come back. */
  end(code: number, reason: string): void;
};
export type Faults = {
  /** Share of deliveries that are lost. */
  dropRate: number;
  /** Share of the remaining deliveries that arrive twice. */
  doubleRate: number;
  delayMs: number;
  /** Up to so much longer, each delivery by itself: what was said later may be heard sooner. */
  shuffleMs: number;
  down: boolean;
};
export type Published = { at: Date; channel: string; name: string; bytes: number; receivers: number; source: string };
export type Happening = {
  channel: string;
  name: string;
  data: unknown;
  /** "api", or the socket id of the client that said it. */
  source: string;
  userId?: string;
  /** A socket that is to hear nothing of it. */
  exceptSocketId?: string;
};

const remembered = 100;

export const isPresence = (channel: string) => channel.startsWith("presence-");
export const isGuarded = (channel: string) => channel.startsWith("private-") || isPresence(channel);
const ownChannel = "#server-to-user-";
/** The user whose own channel this is (`sendToUser` publishes there). */
export const ownerOf = (channel: string) =>
  channel.startsWith(ownChannel) ? channel.slice(ownChannel.length) : undefined;
export const isChannelName = (name: string) => ownerOf(name) !== undefined || /^[\w\-=@,.;]{1,200}$/.test(name);
export const sizeOf = (data: unknown) =>
  Buffer.byteLength(typeof data === "string" ? data : JSON.stringify(data ?? ""));

export class Hub {
  readonly connections = new Set<Connection>();
  /** The last hundred happenings, newest first. */
  readonly published: Published[] = [];
  readonly #channels = new Map<string, Map<Connection, Member | undefined>>();

  constructor(
    readonly app: App,
    readonly faults: Faults,
    readonly random: () => number,
  ) {}

  /** Names of the channels that somebody is in. */
  channels(prefix = ""): string[] {
    return [...this.#channels.keys()].filter((name) => name.startsWith(prefix)).sort();
  }

  subscriptionCount(channel: string): number {
    return this.#channels.get(channel)?.size ?? 0;
  }

  isSubscribed(connection: Connection, channel: string): boolean {
    return this.#channels.get(channel)?.has(connection) ?? false;
  }

  memberOf(connection: Connection, channel: string): Member | undefined {
    return this.#channels.get(channel)?.get(connection);
  }

  /** The members of a presence channel: a person once, whatever the number of their connections. */
  members(channel: string): Map<string, Member> {
    const present = [...(this.#channels.get(channel)?.values() ?? [])].filter((member) => member !== undefined);
    return new Map(present.map((member) => [member.user_id, member]));
  }

  subscribe(connection: Connection, channel: string, member?: Member): void {
    const isNew = member !== undefined && !this.members(channel).has(member.user_id);
    if (isNew) this.#tell(channel, "pusher_internal:member_added", member);
    const subscribers = this.#channels.get(channel) ?? new Map<Connection, Member | undefined>();
    this.#channels.set(channel, subscribers.set(connection, member));
    const members = this.members(channel);
    const hash = Object.fromEntries([...members].map(([id, { user_info }]) => [id, user_info ?? null]));
    const presence = { presence: { count: members.size, ids: [...members.keys()], hash } };
    connection.send({
      event: "pusher_internal:subscription_succeeded",
      channel,
      data: JSON.stringify(member ? presence : {}),
    });
  }

  unsubscribe(connection: Connection, channel: string): void {
    const subscribers = this.#channels.get(channel);
    const member = subscribers?.get(connection);
    if (!subscribers?.delete(connection)) return;
    if (subscribers.size === 0) this.#channels.delete(channel);
    if (member && !this.members(channel).has(member.user_id))
      this.#tell(channel, "pusher_internal:member_removed", { user_id: member.user_id });
  }

  disconnect(connection: Connection): void {
    this.connections.delete(connection);
    for (const channel of this.channels()) this.unsubscribe(connection, channel);
  }

  /** Delivers to everyone in the channel, as well or as badly as the faults allow. */
  publish({ channel, name, data, source, userId, exceptSocketId }: Happening): void {
    const receivers = [...(this.#channels.get(channel)?.keys() ?? [])].filter(
      ({ socketId }) => socketId !== exceptSocketId,
    );
    const entry = { at: new Date(), channel, name, bytes: sizeOf(data), receivers: receivers.length, source };
    this.published.unshift(entry);
    this.published.splice(remembered);
    const frame: Frame = { event: name, channel, data, ...(userId !== undefined && { user_id: userId }) };
    for (const receiver of receivers) this.#deliver(() => receiver.send(frame));
  }

  #deliver(send: () => void): void {
    const { dropRate, doubleRate, delayMs, shuffleMs } = this.faults;
    if (this.random() < dropRate) return;
    const copies = this.random() < doubleRate ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const late = delayMs + this.random() * shuffleMs;
      if (late > 0) setTimeout(send, late).unref();
      else send();
    }
  }

  #tell(channel: string, event: string, data: Member): void {
    for (const subscriber of this.#channels.get(channel)?.keys() ?? [])
      subscriber.send({ event, channel, data: JSON.stringify(data) });
  }
}
