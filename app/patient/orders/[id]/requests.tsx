import { getLocale, getTranslations } from "next-intl/server";
import { RequestThread } from "@/components/request/request-thread";
import { Card, Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoment } from "@/components/ui/moment";
import { StatusPill } from "@/components/ui/status-pill";
import { REQUEST_TEXT } from "@/lib/domain/request-input";
import { ANSWER_HOURS, requestKinds } from "@/lib/domain/service-request";
import type { MyOrderPage } from "@/lib/queries/patient/order";
import { OpenRequestForm, ReopenForm, ReplyForm, ResolveForm } from "./request-forms";

type Request = MyOrderPage["requests"][number];

const tones = { open: "info", answered: "success", reopened: "info", resolved: "neutral" } as const;

/** R27: service on a paid order: what was asked and answered, and a new question. */
export async function Requests({ order }: { order: MyOrderPage }) {
  const [t, terms, common] = await Promise.all([
    getTranslations("orders.request"),
    getTranslations("terms.requestKind"),
    getTranslations("common"),
  ]);
  return (
    <Section title={t("title")}>
      <p className="text-ink-muted">{t("lead", { hours: ANSWER_HOURS })}</p>
      {order.requests.map((request) => (
        <OneRequest key={request.id} request={request} />
      ))}
      <Disclosure summary={t("new")}>
        <OpenRequestForm
          orderId={order.id}
          kinds={requestKinds.map((kind) => ({ value: kind, label: terms(kind) }))}
          most={REQUEST_TEXT.max}
          texts={{
            kind: t("kind"),
            body: t("body"),
            bodyHint: t("bodyHint"),
            submit: t("submit"),
            unreachable: common("unreachable"),
          }}
        />
      </Disclosure>
    </Section>
  );
}

async function OneRequest({ request }: { request: Request }) {
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("orders.request"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { id, kind, status, dueAt, entries } = request;
  const form = { requestId: id, most: REQUEST_TEXT.max, unreachable: common("unreachable") };
  const at = formatMoment(request.createdAt, locale, "date");
  return (
    <Card className="grid gap-3" id={`request-${id}`}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{t("heading", { kind: terms(`requestKind.${kind}`), at })}</h3>
        <StatusPill tone={tones[status]} open={status !== "resolved"}>
          {terms(`requestStatus.${status}`)}
        </StatusPill>
      </div>
      {dueAt && <p className="text-ink-muted text-sm">{t("answerBy", { at: formatMoment(dueAt, locale) })}</p>}
      <RequestThread entries={entries} />
      {status === "resolved" ? (
        <Disclosure summary={t("reopen")}>
          <ReopenForm {...form} label={t("reopenBody")} submit={t("reopenSubmit")} />
        </Disclosure>
      ) : (
        <>
          <ReplyForm {...form} label={t("reply")} submit={t("send")} />
          <ResolveForm {...form} submit={t("resolve")} />
        </>
      )}
    </Card>
  );
}
