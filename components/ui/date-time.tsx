import { type DateStyle, formatDeadline, formatDistance, formatMoment } from "./moment";

type Props = { at: Date | string; locale: string; className?: string } & (
  | { format?: DateStyle; now?: undefined }
  /** Seen from `now`, the moment of the request. */
  | { format: "distance" | "deadline"; now: Date }
);

/** A moment (a Date, or ISO in UTC) by the hospital's clock. */
export function DateTime({ at, locale, className, ...rest }: Props) {
  const moment = new Date(at);
  return (
    // Browsers of other ages write dates a little differently: what the server wrote stays.
    <time
      dateTime={moment.toISOString()}
      title={rest.now && formatMoment(moment, locale, "long")}
      className={className}
      suppressHydrationWarning
    >
      {words(moment, locale, rest)}
    </time>
  );
}

function words(at: Date, locale: string, { format = "short", now }: Pick<Props, "format" | "now">): string {
  if (format === "distance") return formatDistance(at, now ?? at, locale);
  if (format === "deadline") return formatDeadline(at, now ?? at, locale);
  return formatMoment(at, locale, format);
}
