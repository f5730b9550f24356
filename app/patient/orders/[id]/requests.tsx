import { getLocale, getTranslations } from "next-intl/server";
import type { PicturePickerTexts } from "@/components/form/picture-picker";
import { pictureTexts } from "@/components/form/picture-texts";
import { RequestThread } from "@/components/request/request-thread";
import { Card, Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoment } from "@/components/ui/moment";
import { StatusPill } from "@/components/ui/status-pill";
import { REQUEST_TEXT } from "@/lib/domain/request-input";
import { ANSWER_HOURS, MOST_REQUEST_PICTURES, requestKinds } from "@/lib/domain/service-request";
import type { MyOrderPage } from "@/lib/queries/patient/order";
import { OpenRequestForm, RateForm, ReopenForm, ReplyForm, ResolveForm } from "./request-forms";

type Request = MyOrderPage["requests"][number];

const tones = { open: "info", answered: "success", reopened: "info", resolved: "neutral" } as const;

/** R27: service on a paid order: what was asked and answered, and a new question. */
export async function Requests({ order }: { order: MyOrderPage }) {
  const [t, terms, common] = await Promise.all([
    getTranslations("orders.request"),
    getTranslations("terms.requestKind"),
    getTranslations("common"),
  ]);
  const pictures = await pictureTexts(t("pictures"), t("picturesHint"), MOST_REQUEST_PICTURES);
  return (
    <Section title={t("title")}>
      <p className="text-ink-muted">{t("lead", { hours: ANSWER_HOURS })}</p>
      {order.requests.map((request) => (
        <OneRequest key={request.id} request={request} pictures={pictures} />
      ))}
      <Disclosure summary={t("new")}>
        <OpenRequestForm
          orderId={order.id}
          kinds={requestKinds.map((kind) => ({ value: kind, label: terms(kind) }))}
          most={REQUEST_TEXT.max}
          pictures={pictures}
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

async function OneRequest({ request, pictures }: { request: Request; pictures: PicturePickerTexts }) {
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("orders.request"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { id, kind, status, dueAt, entries, outcome, stars } = request;
  const form = { requestId: id, most: REQUEST_TEXT.max, unreachable: common("unreachable"), pictures };
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
      {outcome && <p className="font-medium">{t("outcome", { outcome: terms(`requestOutcome.${outcome}`) })}</p>}
      {stars !== null && <p className="text-ink-muted">{t("rated", { stars })}</p>}
      {status === "resolved" && stars === null && (
        <Disclosure summary={t("rate")}>
          <RateForm
            requestId={id}
            unreachable={form.unreachable}
            legend={t("rateLegend")}
            submit={t("rateSubmit")}
            stars={[5, 4, 3, 2, 1].map((value) => ({ value: String(value), label: t("stars", { stars: value }) }))}
          />
        </Disclosure>
      )}
      {status === "resolved" ? (
        <Disclosure summary={t("reopen")}>
          <ReopenForm {...form} label={t("reopenBody")} submit={t("reopenSubmit")} />
        </Disclosure>
      ) : (
        <>
          <ReplyForm {...form} label={t("reply")} submit={t("send")} />
          <ResolveForm requestId={id} unreachable={form.unreachable} submit={t("resolve")} />
        </>
      )}
    </Card>
  );
}
