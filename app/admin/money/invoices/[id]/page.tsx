import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/input";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { formatFen } from "@/components/ui/price";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { invoiceToIssue } from "@/lib/queries/admin/invoices";
import { orNotFound } from "@/lib/web/or-not-found";
import { refuseInvoice } from "../../actions";
import { IssueForm } from "./issue-form";

export const generateMetadata = pageTitle("money", "desk.invoices");

/** One invoice that was asked for: what it is to say, its file and number, or why there is none. */
export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  await requireActor("admin", "support");
  const invoice = await orNotFound(invoiceToIssue((await params).id));
  const [t, mine, common, locale] = await Promise.all([
    getTranslations("money.desk"),
    getTranslations("money.mine"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { id, status, amountFen, createdAt, number, title, taxNumber, thing } = invoice;
  return (
    <div className="grid max-w-2xl gap-5">
      <PageHeader
        back={{ href: "/admin/money", label: t("title") }}
        title={t("invoiceOf", { number: thing })}
        lead={mine(`invoice.${status}`)}
      />
      <Card>
        <DescriptionList
          rows={[
            [mine("invoice.title"), title],
            [mine("invoice.taxNumber"), taxNumber],
            [t("amount"), formatFen(amountFen, locale)],
            [t("since"), formatMoment(createdAt, locale, "long")],
            [t("invoiceNumber"), number],
          ]}
        />
      </Card>
      {status === "asked" && (
        <>
          <Card>
            <IssueForm
              id={id}
              texts={{
                ...{ number: t("invoiceNumber"), file: t("invoiceFile"), submit: t("issue") },
                unreachable: common("unreachable"),
              }}
            />
          </Card>
          <Disclosure summary={t("refuse")}>
            <CommandForm
              action={refuseInvoice}
              unreachable={common("unreachable")}
              label={t("refuse")}
              className="grid gap-3"
            >
              <input type="hidden" name="invoiceId" value={id} />
              <CommandField name="reason" label={t("reason")}>
                <Textarea name="reason" rows={2} maxLength={300} />
              </CommandField>
              <span>
                <CommandButton variant="danger">{t("refuse")}</CommandButton>
              </span>
            </CommandForm>
          </Disclosure>
        </>
      )}
    </div>
  );
}
