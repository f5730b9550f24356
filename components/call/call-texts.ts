import { getTranslations } from "next-intl/server";

const words = [
  ...(["title", "checkLead", "checkVideo", "checkVoice", "ready", "level", "own", "other", "back", "offline"] as const),
  ...([
    "startVideo",
    "startVoice",
    "incoming",
    "answer",
    "decline",
    "outgoing",
    "cancel",
    "elsewhere",
    "connecting",
  ] as const),
  ...(["talking", "reconnecting", "mute", "unmute", "cameraOff", "cameraOn", "turn", "hangUp", "soundOnly"] as const),
  ...([
    "denied",
    "absent",
    "busy",
    "missed",
    "declined",
    "hung_up",
    "dropped",
    "good",
    "fair",
    "poor",
    "failed",
  ] as const),
  ...(["recordAsk", "recordHint", "recording", "notRecorded"] as const),
] as const;

export type CallTexts = Readonly<Record<(typeof words)[number], string>>;

/** All that a call says, in the reader's language; the other side's name is in it already. */
export async function callTexts(name: string): Promise<CallTexts> {
  const t = await getTranslations("call");
  return Object.fromEntries(words.map((word) => [word, t(word, { name })])) as CallTexts;
}
