import type { CallEnd, CallKind, CallNews, CallView } from "@/lib/domain/call";
import type { CallApi } from "./call-api";

/**
 * `idle`: nobody rings; `incoming`: the other side rings; `outgoing`: this tab does; `elsewhere`: another tab or device holds this side's end;
 * `connecting`, `talking`, `reconnecting`: answered; `ended`: it was, a moment ago.
 */
export type CallPhase =
  | "idle"
  | "incoming"
  | "outgoing"
  | "elsewhere"
  | "connecting"
  | "talking"
  | "reconnecting"
  | "ended";

export type Quality = "good" | "fair" | "poor";

export interface CallSnapshot {
  readonly phase: CallPhase;
  readonly call: CallView | null;
  readonly remote: MediaStream | null;
  readonly quality: Quality | null;
  /** The own picture was stopped, since the network does not carry it. */
  readonly isSoundOnly: boolean;
  readonly endReason: CallEnd | null;
  readonly isOffline: boolean;
}

export interface CallPorts {
  readonly api: CallApi;
  readonly peer: () => RTCPeerConnection;
  /** What this side sends: asked for when the call is answered. */
  readonly media: () => MediaStream | null;
}

const FOLLOW_MS = 1_000;
const MEASURE_MS = 2_000;
/** So many measurements in a row with a network that does not carry the picture. */
const POOR_IN_A_ROW = 4;

type Signal =
  | { readonly type: "description"; readonly description: RTCSessionDescriptionInit }
  | { readonly type: "candidate"; readonly candidate: RTCIceCandidateInit }
  | { readonly type: "restart" };

const nothing: CallSnapshot = {
  ...{ phase: "idle", call: null, remote: null, quality: null },
  ...{ isSoundOnly: false, endReason: null, isOffline: false },
};

/** How good a connection is, by round trip (seconds) and share of packets that were lost. */
export const qualityOf = (roundTrip: number, lost: number): Quality =>
  lost > 0.1 || roundTrip > 0.8 ? "poor" : lost > 0.03 || roundTrip > 0.35 ? "fair" : "good";

/**
 * One tab's end of a consultation's calls. It asks the server every second how the call stands; the caller makes every offer, also for a new way
 * through after the network changed, and the other side asks for one. Whatever the server says wins: a tab that holds no end lets go.
 */
export function callClient({ api, peer, media }: CallPorts) {
  const listeners = new Set<() => void>();
  let snapshot = nothing;
  let pc: RTCPeerConnection | undefined;
  let after = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let measuring: ReturnType<typeof setInterval> | undefined;
  let early: RTCIceCandidateInit[] = [];
  let counted = { lost: 0, received: 0, poor: 0 };
  let isStopped = false;
  let isFollowing = false;
  let isWanted = false;

  const show = (change: Partial<CallSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const tell = (signal: Signal) => {
    const { call } = snapshot;
    if (call?.status === "active") void api.signal(call.id, JSON.stringify(signal));
  };

  async function offer(options: RTCOfferOptions = {}): Promise<void> {
    if (pc?.signalingState !== "stable") return;
    await pc.setLocalDescription(await pc.createOffer(options));
    if (pc.localDescription) tell({ type: "description", description: pc.localDescription.toJSON() });
  }

  /** Looks for a new way through. */
  function restart(): void {
    if (!pc || !snapshot.call) return;
    // A way that still carries the call is not given up while another is looked for.
    if (pc.connectionState !== "connected") show({ phase: "reconnecting" });
    if (snapshot.call.isMine) void offer({ iceRestart: true });
    else tell({ type: "restart" });
  }

  function connect(isCaller: boolean): void {
    pc = peer();
    early = [];
    const stream = media();
    for (const track of stream?.getTracks() ?? []) pc.addTrack(track, stream as MediaStream);
    pc.onicecandidate = ({ candidate }) => {
      if (candidate) tell({ type: "candidate", candidate: candidate.toJSON() });
    };
    pc.ontrack = ({ streams: [remote] }) => show({ remote: remote ?? null });
    pc.onconnectionstatechange = () => {
      const state = pc?.connectionState;
      if (state === "connected") show({ phase: "talking" });
      else if (state === "disconnected") show({ phase: "reconnecting" });
      else if (state === "failed") restart();
    };
    measuring = setInterval(measure, MEASURE_MS);
    if (isCaller) void offer();
  }

  function letGo(): void {
    clearInterval(measuring);
    pc?.close();
    pc = undefined;
    counted = { lost: 0, received: 0, poor: 0 };
  }

  async function take(signal: Signal): Promise<void> {
    if (!pc) return;
    if (signal.type === "restart") return offer({ iceRestart: true });
    if (signal.type === "candidate") {
      if (pc.remoteDescription) await pc.addIceCandidate(signal.candidate);
      else early.push(signal.candidate);
      return;
    }
    await pc.setRemoteDescription(signal.description);
    for (const candidate of early.splice(0)) await pc.addIceCandidate(candidate);
    if (signal.description.type !== "offer") return;
    await pc.setLocalDescription(await pc.createAnswer());
    if (pc.localDescription) tell({ type: "description", description: pc.localDescription.toJSON() });
  }

  /** Whether the network carries the call; where it does not for a while, the own picture stops so that the sound goes on. */
  async function measure(): Promise<void> {
    const reports = await pc?.getStats();
    if (!reports) return;
    let [lost, received, roundTrip] = [0, 0, 0];
    for (const report of reports.values()) {
      if (report.type === "inbound-rtp") {
        lost += report.packetsLost ?? 0;
        received += report.packetsReceived ?? 0;
      }
      if (report.type === "candidate-pair" && report.nominated) roundTrip = report.currentRoundTripTime ?? 0;
    }
    const [fresh, gone] = [received - counted.received, lost - counted.lost];
    const quality = qualityOf(roundTrip, fresh + gone > 0 ? gone / (fresh + gone) : 0);
    counted = { lost, received, poor: quality === "poor" ? counted.poor + 1 : 0 };
    show({ quality });
    if (counted.poor === POOR_IN_A_ROW) soundOnly(true);
  }

  function soundOnly(isSoundOnly: boolean): void {
    for (const sender of pc?.getSenders() ?? [])
      if (sender.track?.kind === "video") sender.track.enabled = !isSoundOnly;
    show({ isSoundOnly });
  }

  const phaseOf = (call: CallView): CallPhase => {
    if (call.status === "ended") return "ended";
    if (!call.isHere) return "elsewhere";
    if (call.status === "ringing") return call.isMine ? "outgoing" : "incoming";
    return snapshot.phase === "talking" || snapshot.phase === "reconnecting" ? snapshot.phase : "connecting";
  };

  async function apply({ call, signals }: CallNews): Promise<void> {
    if (!call || call.status === "ended" || !call.isHere || call.id !== snapshot.call?.id) {
      letGo();
      after = 0;
    }
    if (!call) {
      // One that had ended is still told of; once it no longer is, the page stays as it was.
      if (snapshot.phase !== "ended") show({ ...nothing });
      return;
    }
    if (call.status === "ended" && !snapshot.call) return;
    show({ call, phase: phaseOf(call), endReason: call.endReason, isOffline: false, ...(pc ? {} : { remote: null }) });
    if (call.status === "active" && call.isHere && !pc && media()) connect(call.isMine);
    for (const { id, body } of signals) {
      after = Math.max(after, id);
      await take(JSON.parse(body)).catch(() => restart());
    }
  }

  async function follow(): Promise<void> {
    clearTimeout(timer);
    isWanted = true;
    if (isFollowing) return;
    isFollowing = true;
    while (isWanted && !isStopped) {
      isWanted = false;
      const answer = await api.follow(after);
      if (isStopped) break;
      if (answer.ok) await apply(answer.data);
      else show({ isOffline: true });
    }
    isFollowing = false;
    if (!isStopped) timer = setTimeout(follow, FOLLOW_MS);
  }

  return {
    snapshot: (): CallSnapshot => snapshot,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Begins to ask how things stand; the returned function lets go of everything. */
    start(): () => void {
      isStopped = false;
      void follow();
      window.addEventListener("online", restart);
      return () => {
        isStopped = true;
        clearTimeout(timer);
        letGo();
        window.removeEventListener("online", restart);
      };
    },
    /** Something was done: asks at once. */
    look: () => void follow(),
    /** Another camera or microphone takes the place of the one before. */
    replace(track: MediaStreamTrack): void {
      const sender = pc?.getSenders().find((one) => one.track?.kind === track.kind);
      void sender?.replaceTrack(track);
    },
    soundOnly,
  };
}

export type CallClient = ReturnType<typeof callClient>;
export type { CallKind };
