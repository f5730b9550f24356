import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { FollowCard } from "@/components/patient/follow-card";
import { ServiceLinks } from "@/components/patient/service-links";
import { TodoCard } from "@/components/patient/todo-card";
import { todoLine } from "@/components/patient/todo-lines";
import { Alert } from "@/components/ui/alert";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/card";
import { Countdown } from "@/components/ui/countdown";
import { NextStep } from "@/components/ui/next-step";
import { requireActor } from "@/lib/auth/actor";
import { FOLLOW_LATER } from "@/lib/domain/follow-later";
import { type Todo, todosOf } from "@/lib/domain/patient-home";
import { channels } from "@/lib/domain/realtime";
import { realtimeClientConfig } from "@/lib/gateways/realtime";
import { pageTitle } from "@/lib/i18n/metadata";
import { type PatientHome, patientHome } from "@/lib/queries/patient/home";
import { wechatStanding } from "@/lib/queries/patient/wechat";

export const generateMetadata = pageTitle("patient", "home.title");

export default async function HomePage() {
  const actor = await requireActor("patient");
  const [home, standing, jar, t, wechat] = await Promise.all([
    patientHome(actor),
    wechatStanding(actor),
    cookies(),
    getTranslations("patient.home"),
    getTranslations("wechat.card"),
  ]);
  const now = new Date();
  const todos = todosOf(home);
  const next = todos.find(({ isMine }) => isMine);
  const others = todos.filter((todo) => todo !== next);
  return (
    <div className="grid gap-6">
      <h1 className="font-semibold text-2xl">{t("hello", { name: actor.name })}</h1>
      {next ? <Next todo={next} home={home} now={now} /> : <p className="text-ink-muted">{t("nothing")}</p>}
      {others.length > 0 && (
        <Section title={t("alsoOpen")}>
          <ul className="grid gap-2">
            {others.map((todo) => (
              <li key={`${todo.kind} ${todo.subjectId}`}>
                <TodoCard todo={todo} home={home} now={now} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("services")}>
        <ServiceLinks />
        <p className="flex flex-wrap gap-x-6">
          <AppLink href="/patient/medicines">{t("medicines")}</AppLink>
          <AppLink href="/patient/tests">{t("tests")}</AppLink>
        </p>
      </Section>
      {standing !== "following" && !jar.has(FOLLOW_LATER) && (
        <FollowCard
          texts={{ title: wechat("title"), lead: wechat("lead"), show: wechat("show"), later: wechat("later") }}
        />
      )}
      {home.unreadNotices > 0 && (
        <AppLink href="/patient/notices">{t("notices", { count: home.unreadNotices })}</AppLink>
      )}
      <Alert
        tone="danger"
        action={
          <a href="tel:120" className="font-semibold underline underline-offset-4">
            {t("call")}
          </a>
        }
      >
        {t("emergency")}
      </Alert>
      <LiveRefresh config={realtimeClientConfig()} channels={[channels.account(actor.accountId)]} />
    </div>
  );
}

async function Next({ todo, home, now }: { todo: Todo; home: PatientHome; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("patient.home"), getLocale()]);
  const { href, values, patient, doctor, number } = todoLine(todo, home, locale);
  const lead =
    todo.kind === "addPerson" || todo.kind === "linkCard"
      ? t(`lead.${todo.kind}`)
      : doctor
        ? t("withDoctor", { patient, doctor })
        : `${patient} · ${number}`;
  const due = todo.dueAt && (
    <>
      {t("due")}
      <Countdown due={todo.dueAt.toISOString()} from={now.toISOString()} locale={locale} over={t("over")} />
    </>
  );
  return (
    <NextStep
      label={t("nextStep")}
      title={t(todo.kind, values)}
      due={due}
      action={
        <ButtonLink href={href} variant="next" size="lg">
          {t("open")}
        </ButtonLink>
      }
    >
      {lead}
    </NextStep>
  );
}
