import { getLocale, getTranslations } from "next-intl/server";
import { formatDay } from "@/components/ui/moment";
import type { PrescriptionStatus } from "@/lib/domain/prescription";
import { prescriptionMachine } from "@/lib/domain/prescription";
import { type SystemCode, systemCodes } from "@/lib/domain/system-message";

const linkLines = ["polling", "offline", "signed_out"] as const;
const sendStates = ["sending", "waiting", "failed", "sent", "read"] as const;
const closedLines = ["conversation_not_open", "conversation_closed", "turns_used_up"] as const;

const words = [
  ...(["log", "earlier", "newer", "empty", "today", "yesterday", "you", "write", "send", "picture"] as const),
  ...([
    "quote",
    "quotes",
    "quoteEarlier",
    "quoteGone",
    "quotePicture",
    "unquote",
    "recall",
    "more",
    "phrases",
  ] as const),
  ...(["voice", "voiceRecord", "voiceRecording", "voiceLevel", "voiceCancel", "voiceSend", "voiceTooShort"] as const),
  ...(["askAgain", "fromRecord"] as const),
  ...(["voicePause", "voiceProgress", "voiceFailed", "microphoneMissing"] as const),
  ...(["callIncoming", "callOn", "callHint", "callAnswer", "callOpen"] as const),
  ...(["openPicture", "turnPicture", "zoomPicture", "closePicture", "pictureTooLarge", "retry", "discard"] as const),
] as const;

/** All that the room says, in the reader's language; `{name}` stands for what `fill` puts there. */
export interface RoomTexts extends Readonly<Record<(typeof words)[number], string>> {
  readonly said: string;
  readonly recalled: string;
  readonly pictureOf: string;
  readonly tooLong: string;
  readonly turns: string;
  /** `{seconds}`; `{speed}`. */
  readonly voicePlay: string;
  readonly voiceSpeed: string;
  /** The other side is there, or writes; `{name}`. */
  readonly here: string;
  readonly typing: string;
  readonly state: Readonly<Record<(typeof sendStates)[number], string>>;
  readonly link: Readonly<Record<(typeof linkLines)[number], string>>;
  readonly closed: Readonly<Record<(typeof closedLines)[number], string>>;
  readonly prescription: { readonly title: string; readonly number: string; readonly open: string };
  readonly prescriptionStatus: Readonly<Record<PrescriptionStatus, string>>;
  readonly system: Readonly<Record<SystemCode, string>>;
}

const each = <Key extends string>(keys: readonly Key[], text: (key: Key) => string) =>
  Object.fromEntries(keys.map((key) => [key, text(key)])) as Record<Key, string>;

/**
 * The room's texts for a page to hand over; what holds values stays a pattern, for the browser fills it in. `goneAt`: when the conversation
 * was destroyed (R28).
 */
export async function roomTexts(goneAt: Date | null): Promise<RoomTexts> {
  const [t, terms, locale] = [await getTranslations("room"), await getTranslations("terms"), await getLocale()];
  const pattern = (key: string): string => String(t.raw(key));
  return {
    ...each(words, (key) => t(key)),
    ...(goneAt && { empty: t("gone", { day: formatDay(goneAt, locale) }) }),
    ...{
      recalled: pattern("recalled"),
      said: pattern("said"),
      pictureOf: pattern("pictureOf"),
      tooLong: pattern("tooLong"),
      turns: pattern("turns"),
      voicePlay: pattern("voicePlay"),
      voiceSpeed: pattern("voiceSpeed"),
      here: pattern("here"),
      typing: pattern("typing"),
    },
    state: each(sendStates, (key) => t(`state.${key}`)),
    link: each(linkLines, (key) => t(`link.${key}`)),
    closed: each(closedLines, (key) => t(`closed.${key}`)),
    prescription: {
      ...{ title: t("prescription.title"), open: t("prescription.open"), number: pattern("prescription.number") },
    },
    prescriptionStatus: each(prescriptionMachine.states, (status) => terms(`prescriptionStatus.${status}`)),
    system: each(systemCodes, (code) => pattern(`system.${code}`)),
  };
}
