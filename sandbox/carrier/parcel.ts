/** What the tracking platform knows of a parcel; company codes, number patterns and states as 快递100 lists them. */

export const companies: Record<string, { name: string; number: RegExp; needsPhone?: true }> = {
  shunfeng: { name: "顺丰速运", number: /^SF\d{12,13}$/i, needsPhone: true },
  ems: { name: "EMS", number: /^(E[A-Z]\d{9}CN|\d{13})$/i },
  jd: { name: "京东物流", number: /^JD\d{13}$/i },
  zhongtong: { name: "中通快递", number: /^(ZT)?\d{12,14}$/i, needsPhone: true },
  yuantong: { name: "圆通速递", number: /^YT\d{13}$/i },
};

export const states = {
  "1": { name: "揽收", english: "collected", bill: "got", context: "快递员已揽收快件" },
  "0": { name: "在途", english: "in transit", bill: "sending", context: "快件已离开【广州转运中心】，正发往目的地" },
  "5": { name: "派件", english: "out for delivery", bill: "sending", context: "快件正在派送途中，请保持电话畅通" },
  "3": { name: "签收", english: "signed for", bill: "check", context: "快件已签收，签收人：本人" },
  "2": { name: "疑难", english: "problem", bill: "sending", context: "收件人电话无法接通，派件未成功，将再次派送" },
  "14": { name: "拒签", english: "refused", bill: "sending", context: "收件人拒收快件" },
  "6": { name: "退回", english: "returning", bill: "sending", context: "快件正在退回寄件人" },
  "4": { name: "退签", english: "returned", bill: "check", context: "寄件人已签收退件" },
} as const;
export type State = keyof typeof states;
export const isState = (code: string): code is State => Object.hasOwn(states, code);

/** What usually comes next; nothing after a signature. */
export const nextState = (state: State | null): State | undefined =>
  state === null
    ? "1"
    : ({ "1": "0", "0": "5", "5": "3", "2": "5", "14": "6", "6": "4" } as Partial<Record<State, State>>)[state];

export type Step = { state: State; context: string; at: string };
export type Push = {
  /** "news" is what happened; the others are what a receiver has to withstand. */
  kind: "news" | "duplicate" | "late" | "forged";
  /** The JSON text as signed and sent. */
  param: string;
  state: State | null;
  at: string;
  attempts: number;
  isAccepted: boolean;
  /** What the receiver said last. */
  answer: string;
};
export type Parcel = {
  company: string;
  number: string;
  phone?: string;
  to?: string;
  callbackUrl: string;
  /** Pushes are signed only when the subscriber gave one (it may be empty). */
  salt?: string;
  /** Whether steps carry their state and area. */
  isDetailed: boolean;
  status: "polling" | "shutdown" | "abort";
  message: string;
  /** Newest first. */
  steps: Step[];
  /** Newest first. */
  pushes: Push[];
};
export type Memory = { parcels: Record<string, Parcel> };

export const parcelKey = (company: string, number: string) => `${company}:${number.toUpperCase()}`;
export const stateOf = (parcel: Parcel): State | null => parcel.steps[0]?.state ?? null;

/** Adds a step, and ends the watch when the parcel has been signed for, here or back there. */
export function move(parcel: Parcel, state: State, at: Date): void {
  parcel.steps.unshift({ state, context: states[state].context, at: at.toISOString() });
  if (isOver(parcel.steps)) parcel.status = "shutdown";
}

/** Whether the last step is a signature, the recipient's or the sender's. */
export const isOver = ([last]: Step[]) => last?.state === "3" || last?.state === "4";

/** The steps as both the push and the query give them: everything, newest first, in Beijing time. */
export function resultOf(parcel: Parcel, steps = parcel.steps) {
  const state = steps[0]?.state ?? "0";
  return {
    message: "ok",
    state,
    status: "200",
    condition: "F00",
    ischeck: state === "3" ? "1" : "0",
    com: parcel.company,
    nu: parcel.number,
    data: steps.map((step) => {
      const time = beijing.format(new Date(step.at));
      const plain = { context: step.context, time, ftime: time };
      return parcel.isDetailed
        ? { ...plain, status: states[step.state].name, statusCode: step.state, ...area(parcel, step) }
        : plain;
    }),
  };
}

// Sweden writes dates the way 快递100 does.
const beijing = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "medium",
});

function area(parcel: Parcel, { state }: Step) {
  const isFarAway = parcel.to !== undefined && ["5", "3", "2", "14"].includes(state);
  if (isFarAway) return { areaCode: null, areaName: parcel.to };
  return { areaCode: "CN440100000000", areaName: "广东,广州市" };
}

/** The `param` of a push, as if `steps` were all that had happened. */
export function paramOf(parcel: Parcel, steps = parcel.steps): string {
  const state = steps[0]?.state;
  return JSON.stringify({
    status: parcel.status,
    billstatus: state ? states[state].bill : "",
    message: parcel.message,
    autoCheck: "0",
    comOld: "",
    comNew: "",
    lastResult: resultOf(parcel, steps),
  });
}
