import { getLocale, getTranslations } from "next-intl/server";
import { DateTime } from "@/components/ui/date-time";
import { formatMoment } from "@/components/ui/moment";
import { Timeline } from "@/components/ui/timeline";
import { holderOf, type OrderStory, type TimelineStep, timelineOf } from "@/lib/domain/order-timeline";

/** One line for the whole life of an order: who holds the medicine and since when, what was, what comes next and by when. */
export async function OrderTimeline({ story }: { story: OrderStory }) {
  const [t, terms, locale] = await Promise.all([getTranslations("orders"), getTranslations("terms"), getLocale()]);
  const held = holderOf(story);
  const title = ({ kind, code, state }: TimelineStep) => {
    if (kind === "parcel") return terms(`shipmentStatus.${code}`);
    return state === "next" ? t(`coming.${code}`) : t(`step.${code}`);
  };
  return (
    <div className="grid gap-4">
      {held && (
        <p className="font-medium">
          {t("order.held", { holder: t(`order.holder.${held.holder}`) })}
          {held.since && (
            <span className="ml-2 font-normal text-ink-muted text-sm">
              {t("order.heldSince", { at: formatMoment(held.since, locale) })}
            </span>
          )}
        </p>
      )}
      <Timeline
        label={t("order.progress")}
        entries={timelineOf(story).map((step) => ({
          ...{ id: step.id, state: step.state, title: title(step) },
          detail: step.text && <span lang="zh-CN">{step.text}</span>,
          when: step.at ? (
            <DateTime at={step.at} locale={locale} />
          ) : (
            step.by && t("by", { at: formatMoment(step.by, locale) })
          ),
        }))}
      />
    </div>
  );
}
