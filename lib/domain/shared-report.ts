import { shanghaiDay } from "./calendar";
import type { Report } from "./record-panel";

const marks = { low: " ↓", high: " ↑", abnormal: " !" } as const;
const LONGEST = 4_000;

/** A report of the hospital's record as it stands in a conversation: what it is and when, what it concludes, the values that it names. */
export const reportText = ({ display, at, conclusion, values }: Report): string =>
  [
    [display, at && shanghaiDay(at)].filter(Boolean).join(" · "),
    ...(conclusion ? [conclusion] : []),
    ...values.map(
      ({ display, value, unit, flag }) =>
        `${[display, value, unit].filter(Boolean).join(" ")}${flag ? marks[flag] : ""}`,
    ),
  ]
    .join("\n")
    .slice(0, LONGEST);
