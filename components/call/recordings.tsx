import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";

interface Recording {
  readonly callId: string;
  readonly startedAt: Date;
  readonly side: string;
  readonly segment: number;
  readonly isOwn: boolean;
}

/** What was recorded of a consultation's calls, to be saved; nothing where there is none. */
export async function Recordings({ recordings }: { recordings: readonly Recording[] }) {
  if (recordings.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("call"), getLocale()]);
  return (
    <div className="mt-8">
      <Section title={t("recordings")}>
        <ul className="grid gap-1">
          {recordings.map(({ callId, startedAt, side, segment, isOwn }) => (
            <li key={`${callId} ${side} ${segment}`}>
              <a
                href={`/api/calls/${callId}/recording?side=${side}&segment=${segment}`}
                className="inline-flex min-h-11 items-center text-primary underline"
              >
                {t(isOwn ? "recordedOwn" : "recordedOther", { at: formatMoment(startedAt, locale), part: segment + 1 })}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
