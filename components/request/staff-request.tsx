import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { Textarea } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import type { requestThread } from "@/lib/queries/pharmacist/requests";
import { GivenRefunds, RefundForm } from "./refund-form";
import { RequestThread } from "./request-thread";

type Action = ComponentProps<typeof CommandForm>["action"];

/** One service request as staff see it: the thread, an answer, and the end of it. */
export async function StaffRequest({
  request,
  base,
  answer,
  resolve,
  give,
}: {
  request: Awaited<ReturnType<typeof requestThread>>;
  base: string;
  answer: Action;
  resolve: Action;
  /** Gives money back; none for whoever may not. */
  give?: Action;
}) {
  const [t, terms, common] = await Promise.all([
    getTranslations("pharmacist.requests"),
    getTranslations("terms"),
    getTranslations("common"),
  ]);
  const about = <input type="hidden" name="requestId" value={request.id} />;
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
          </span>
        }
      />
      <RequestThread entries={request.entries} patientName={terms("role.patient")} />
      <GivenRefunds refunds={request.refunds} />
      {give && <RefundForm request={request} give={give} />}
      {request.status !== "resolved" && (
        <>
          <CommandForm
            action={answer}
            unreachable={common("unreachable")}
            label={t("answer")}
            resetWhenDone
            className="grid gap-3"
          >
            {about}
            <CommandField name="body" label={t("answer")}>
              <Textarea name="body" rows={3} maxLength={1000} />
            </CommandField>
            <CommandButton variant="next">{t("send")}</CommandButton>
          </CommandForm>
          <CommandForm action={resolve} unreachable={common("unreachable")} label={t("resolve")}>
            {about}
            <CommandButton variant="secondary">{t("resolve")}</CommandButton>
          </CommandForm>
        </>
      )}
    </div>
  );
}
