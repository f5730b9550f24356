import { getLocale, getTranslations } from "next-intl/server";
import { DateTime } from "@/components/ui/date-time";

interface Entry {
  readonly id: string;
  readonly fromStaff: boolean;
  readonly body: string;
  readonly at: Date;
}

/** What was said in a service request, the oldest first. `patientName`: how staff see the patient's side. */
export async function RequestThread({ entries, patientName }: { entries: readonly Entry[]; patientName?: string }) {
  const [t, locale] = await Promise.all([getTranslations("orders.request"), getLocale()]);
  return (
    <ol className="grid gap-3">
      {entries.map(({ id, fromStaff, body, at }) => (
        <li key={id} className={fromStaff ? "rounded-md bg-primary-tint p-3" : "rounded-md bg-surface-sunken p-3"}>
          <p className="mb-1 flex justify-between gap-3 text-ink-muted text-sm">
            <span className="font-medium">{fromStaff ? t("staff") : (patientName ?? t("you"))}</span>
            <DateTime at={at} locale={locale} />
          </p>
          <p className="whitespace-pre-wrap break-words">{body}</p>
        </li>
      ))}
    </ol>
  );
}
