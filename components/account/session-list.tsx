import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { formatMoment } from "@/components/ui/moment";
import { deviceName } from "@/lib/domain/device";
import type { ActionResult } from "@/lib/domain/result";
import type { OwnAccess } from "@/lib/queries/account/sessions";

type Act = (form: FormData) => Promise<ActionResult<unknown>>;

/** Where one is signed in, and the way out of each. */
export async function SessionList({
  sessions,
  end,
  endOthers,
}: {
  sessions: OwnAccess["sessions"];
  end: Act;
  endOthers: Act;
}) {
  const [t, common, locale] = await Promise.all([getTranslations("account"), getTranslations("common"), getLocale()]);
  const unreachable = common("unreachable");
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-line">
        {sessions.map(({ id, isThis, method, createdAt, lastSeenAt, userAgent }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span>
              <strong className="block font-medium">
                {deviceName(userAgent) || t("unknownDevice")}{" "}
                {isThis && <Badge tone="success">{t("thisDevice")}</Badge>}
              </strong>
              <span className="text-ink-muted text-sm">
                {t(`methods.${method}`)} · {t("since", { at: formatMoment(createdAt, locale) })} ·{" "}
                {t("lastSeen", { at: formatMoment(lastSeenAt, locale) })}
              </span>
            </span>
            {!isThis && (
              <CommandForm action={end} unreachable={unreachable} label={t("end")}>
                <input type="hidden" name="sessionId" value={id} />
                <CommandButton size="sm" variant="secondary">
                  {t("end")}
                </CommandButton>
              </CommandForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <CommandForm action={endOthers} unreachable={unreachable} label={t("endOthers")}>
          <input type="hidden" name="all" value="others" />
          <CommandButton variant="secondary">{t("endOthers")}</CommandButton>
        </CommandForm>
      )}
    </div>
  );
}
