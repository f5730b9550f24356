import { pinyin } from "pinyin-pro";

/** What a Chinese name is searched by: its pinyin without tones, and the first letters: "曾文清" → "zengwenqing zwq". */
export const searchable = (text: string): string => {
  const syllables = pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive" });
  return `${syllables.join("")} ${syllables.map((syllable) => syllable[0] ?? "").join("")}`.toLowerCase();
};
