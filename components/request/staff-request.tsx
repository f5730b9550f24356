import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { requestOutcomes } from "@/lib/domain/service-request";
import { cannedAnswers } from "@/lib/domain/vocabulary/canned-answers";
import { pick } from "@/lib/i18n/locale";
import type { requestThread } from "@/lib/queries/pharmacist/requests";
import { AnswerForm } from "./answer-form";
import { GivenRefunds, RefundForm } from "./refund-form";
import { RequestThread } from "./request-thread";
import { SendAgainForm } from "./send-again-form";

type Action = ComponentProps<typeof CommandForm>["action"];

/** What staff may do with a request; none for whoever may not. */
export interface RequestActions {
  readonly answer: Action;
  readonly close: Action;
  readonly take: Action;
  readonly give?: Action | undefined;
  readonly sendAgain?: Action | undefined;
}

/** One service request as staff see it: the thread, who looks after it, an answer, money back, another parcel, and the end of it. */
export async function StaffRequest({
  request,
  base,
  actions,
  accountId,
}: {
  request: Awaited<ReturnType<typeof requestThread>>;
  base: string;
  actions: RequestActions;
  accountId: string;
}) {
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("pharmacist.requests"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const unreachable = common("unreachable");
  const about = <input type="hidden" name="requestId" value={request.id} />;
  const { ownerId, ownerName, outcome, stars } = request;
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader
        back={{ href: base, label: t("title") }}
        title={terms(`requestKind.${request.kind}`)}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <Badge>{terms(`requestStatus.${request.status}`)}</Badge>
            <span className="tabular-nums">{request.order.number}</span>
            <span>{terms(`orderStatus.${request.order.status}`)}</span>
            <span>{ownerName ? t("owner", { name: ownerName }) : t("noOwner")}</span>
            {outcome && <span>{terms(`requestOutcome.${outcome}`)}</span>}
            {stars !== null && <span>{t("stars", { stars })}</span>}
          </span>
        }
      />
      <RequestThread entries={request.entries} patientName={terms("role.patient")} />
      <GivenRefunds refunds={request.refunds} />
      {request.status !== "resolved" && (
        <>
          {ownerId !== accountId && (
            <CommandForm action={actions.take} unreachable={unreachable} label={t("take")}>
              {about}
              <CommandButton variant="secondary" size="sm">
                {t("take")}
              </CommandButton>
            </CommandForm>
          )}
          <AnswerForm
            requestId={request.id}
            action={actions.answer}
            phrases={cannedAnswers.map(({ zh, en }) => pick(locale, zh, en))}
            texts={{ answer: t("answer"), send: t("send"), phrases: t("phrases"), unreachable }}
          />
          {actions.give && <RefundForm request={request} give={actions.give} />}
          {actions.sendAgain && <SendAgainForm request={request} action={actions.sendAgain} />}
          <Disclosure summary={t("resolve")}>
            <CommandForm action={actions.close} unreachable={unreachable} label={t("resolve")} className="grid gap-3">
              {about}
              <CommandField name="outcome" label={t("outcome")}>
                <Select name="outcome">
                  {requestOutcomes.map((value) => (
                    <option key={value} value={value}>
                      {terms(`requestOutcome.${value}`)}
                    </option>
                  ))}
                </Select>
              </CommandField>
              <CommandField name="body" label={t("lastWord")}>
                <Textarea name="body" rows={2} maxLength={1000} />
              </CommandField>
              <span>
                <CommandButton variant="secondary">{t("resolve")}</CommandButton>
              </span>
            </CommandForm>
          </Disclosure>
        </>
      )}
    </div>
  );
}
