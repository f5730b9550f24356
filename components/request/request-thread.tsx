import { getLocale, getTranslations } from "next-intl/server";
import { DateTime } from "@/components/ui/date-time";

interface Entry {
  readonly id: string;
  readonly fromStaff: boolean;
  readonly body: string;
  readonly at: Date;
  readonly pictures: readonly { readonly id: string; readonly width: number | null; readonly height: number | null }[];
}

/** What was said in a service request, the oldest first. `patientName`: how staff see the patient's side. */
export async function RequestThread({ entries, patientName }: { entries: readonly Entry[]; patientName?: string }) {
  const [t, locale] = await Promise.all([getTranslations("orders.request"), getLocale()]);
  return (
    <ol className="grid gap-3">
      {entries.map(({ id, fromStaff, body, at, pictures }) => (
        <li key={id} className={fromStaff ? "rounded-md bg-primary-tint p-3" : "rounded-md bg-surface-sunken p-3"}>
          <p className="mb-1 flex justify-between gap-3 text-ink-muted text-sm">
            <span className="font-medium">{fromStaff ? t("staff") : (patientName ?? t("you"))}</span>
            <DateTime at={at} locale={locale} />
          </p>
          <p className="whitespace-pre-wrap break-words">{body}</p>
          {pictures.length > 0 && (
            <ul className="mt-2 flex flex-wrap gap-2">
              {pictures.map((picture, index) => (
                <li key={picture.id}>
                  <a href={`/api/files/${picture.id}?inline=1`} target="_blank" rel="noreferrer">
                    <img
                      src={`/api/files/${picture.id}?inline=1&size=thumb`}
                      alt={t("photo", { n: index + 1 })}
                      loading="lazy"
                      className="size-20 rounded-md border border-line object-cover"
                    />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
