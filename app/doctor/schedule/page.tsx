import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Card, Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { clock } from "@/lib/domain/schedule";
import { pageTitle } from "@/lib/i18n/metadata";
import { ownSchedule } from "@/lib/queries/doctor/schedule";
import { endLeave, unsetDay } from "./actions";
import { DayForm } from "./day-form";
import { IntakeForm } from "./intake-form";
import { LeaveForm } from "./leave-form";
import { WeekForm } from "./week-form";

export const generateMetadata = pageTitle("schedule", "title");

/** A doctor's own times: whether anybody new is taken now, the ordinary week, days that are unlike it, and leave. */
export default async function SchedulePage() {
  const actor = await requireActor("doctor");
  const [t, terms, common, locale, schedule] = await Promise.all([
    getTranslations("schedule"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
    ownSchedule(actor, new Date()),
  ]);
  const unreachable = common("unreachable");
  const services = schedule.offerings.map(({ id, service, channel, ...rest }) => ({
    ...rest,
    id,
    name: `${terms(`service.${service}`)} · ${terms(`channel.${channel}`)}`,
  }));
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: t(`weekday.${day}`) }));
  const times = { from: t("from"), to: t("to"), places: t("places") };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid max-w-3xl gap-8">
        <Section title={t("intake.title")}>
          <Card>
            <IntakeForm
              isAccepting={schedule.isAccepting}
              openLimit={schedule.openLimit}
              texts={{
                question: t("intake.question"),
                yes: t("intake.yes"),
                no: t("intake.no"),
                limit: t("intake.limit"),
                limitHint: t("intake.limitHint", { count: schedule._count.consultations }),
                submit: t("save"),
                unreachable,
              }}
            />
          </Card>
        </Section>
        <Section title={t("week.title")}>
          {services.map(({ id, name, sessions }) => (
            <Disclosure key={id} summary={`${name} · ${t("week.count", { count: sessions.length })}`}>
              <WeekForm
                key={JSON.stringify(sessions)}
                offeringId={id}
                name={name}
                sessions={sessions.map((session) => ({
                  weekday: String(session.weekday),
                  from: clock(session.fromMinute),
                  to: clock(session.toMinute),
                  places: String(session.places),
                }))}
                weekdays={weekdays}
                texts={{
                  ...times,
                  weekday: t("week.weekday"),
                  add: t("week.add"),
                  remove: t("week.remove"),
                  none: t("week.none"),
                  submit: t("save"),
                  unreachable,
                }}
              />
            </Disclosure>
          ))}
        </Section>
        <Section title={t("day.title")}>
          <p className="text-ink-muted">{t("day.lead")}</p>
          <ul className="grid gap-2">
            {services.flatMap(({ name, exceptions }) =>
              exceptions.map(({ id, day, fromMinute, toMinute, places }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-3">
                  <span>
                    {formatDay(day, locale)} {clock(fromMinute)}–{clock(toMinute)} · {name} ·{" "}
                    {places === 0 ? t("day.closed") : t("day.open", { count: places })}
                  </span>
                  <CommandForm action={unsetDay} unreachable={unreachable} label={t("day.remove")}>
                    <input type="hidden" name="exceptionId" value={id} />
                    <CommandButton size="sm" variant="secondary">
                      {t("day.remove")}
                    </CommandButton>
                  </CommandForm>
                </li>
              )),
            )}
          </ul>
          <Card>
            <DayForm
              services={services.map(({ id, name }) => ({ value: id, label: name }))}
              texts={{
                from: t("from"),
                to: t("to"),
                service: t("day.service"),
                day: t("day.day"),
                placesHint: t("day.placesHint"),
                submit: t("day.submit"),
                unreachable,
              }}
            />
          </Card>
        </Section>
        <Section title={t("leave.title")}>
          <ul className="grid gap-2">
            {schedule.leaves.map(({ id, fromDay, toDay }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3">
                <span>
                  {formatDay(fromDay, locale)} – {formatDay(toDay, locale)}
                </span>
                <CommandForm action={endLeave} unreachable={unreachable} label={t("leave.end")}>
                  <input type="hidden" name="leaveId" value={id} />
                  <CommandButton size="sm" variant="secondary">
                    {t("leave.end")}
                  </CommandButton>
                </CommandForm>
              </li>
            ))}
          </ul>
          <Card>
            <LeaveForm
              texts={{
                first: t("leave.first"),
                last: t("leave.last"),
                submit: t("leave.submit"),
                booked: t.raw("leave.booked") as string,
                unreachable,
              }}
            />
          </Card>
        </Section>
      </div>
    </>
  );
}
