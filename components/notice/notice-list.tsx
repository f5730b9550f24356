import { Bell } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { ActionResult } from "@/lib/domain/result";
import type { MyNotice } from "@/lib/queries/account/notices";
import { NoticeLink } from "./notice-link";
import { ReadAll } from "./read-all";

interface Props {
  readonly rows: readonly MyNotice[];
  /** The cursor of the page below, if there is one. */
  readonly next: string | undefined;
  readonly isFirstPage: boolean;
  /** Where this list stands in the reader's portal. */
  readonly here: string;
  readonly now: Date;
  /** The action `readNotices`. */
  readonly read: (...args: unknown[]) => Promise<ActionResult<unknown>>;
  /** Stands above the list. */
  readonly children: ReactNode;
}

/** What stands in a notice's text: numbers of orders, counts, days. */
const valuesOf = (params: MyNotice["params"]): Record<string, string | number> =>
  params && typeof params === "object" && !Array.isArray(params) ? (params as Record<string, string | number>) : {};

const numberOf = (params: MyNotice["params"]): string | null =>
  params && typeof params === "object" && "number" in params ? String(params.number) : null;

/** The notice centre of any portal: what happened, to which number, when, and where to go on. */
export async function NoticeList({ rows, next, isFirstPage, here, now, read, children }: Props) {
  const [t, common, locale] = await Promise.all([getTranslations("notices"), getTranslations("common"), getLocale()]);
  const hasUnread = rows.some(({ readAt }) => readAt === null);
  return (
    <>
      <PageHeader
        title={t("centre.title")}
        actions={
          hasUnread && (
            <ReadAll
              read={read}
              until={now.toISOString()}
              label={t("centre.readAll")}
              unreachable={common("unreachable")}
            />
          )
        }
      />
      {children}
      {rows.length === 0 ? (
        <EmptyState icon={<Bell />} title={t("centre.none")}>
          {t("centre.noneLead")}
        </EmptyState>
      ) : (
        <Card className="overflow-hidden !p-0">
          <ul className="divide-y divide-line">
            {rows.map(({ id, kind, params, path, at, readAt }) => (
              <li key={id} className="relative grid gap-1 px-4 py-3 hover:bg-surface-sunken">
                <div className="flex items-start justify-between gap-3">
                  <NoticeLink
                    href={path}
                    noticeId={readAt ? null : id}
                    read={read}
                    className={readAt ? "after:absolute after:inset-0" : "font-semibold after:absolute after:inset-0"}
                  >
                    {t(`${kind}.title`)}
                  </NoticeLink>
                  {!readAt && <Badge tone="next">{t("centre.unread")}</Badge>}
                </div>
                <p className="text-sm">{t(`${kind}.text`, valuesOf(params))}</p>
                <p className="flex flex-wrap gap-x-3 text-ink-muted text-xs">
                  <DateTime at={at} locale={locale} />
                  {numberOf(params) && <span>{t("centre.number", { number: numberOf(params) ?? "" })}</span>}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <p className="mt-4 flex justify-between">
        {!isFirstPage && <AppLink href={here}>{t("centre.newest")}</AppLink>}
        {next && <AppLink href={`${here}?before=${next}`}>{t("centre.older")}</AppLink>}
      </p>
    </>
  );
}
