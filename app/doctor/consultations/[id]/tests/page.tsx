import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Age } from "@/components/patient/age";
import { testOrderTone } from "@/components/test-order/test-order-tone";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/card";
import { Input, Textarea } from "@/components/ui/input";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { requireActor } from "@/lib/auth/actor";
import { addDays, shanghaiDay } from "@/lib/domain/calendar";
import { followUpTest, followUpTests } from "@/lib/domain/vocabulary/tests";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { testOrders } from "@/lib/queries/doctor/test-orders";
import { orNotFound } from "@/lib/web/or-not-found";
import { cancelTest, orderTest } from "./actions";

export const generateMetadata = pageTitle("tests", "order.title");

const USUAL_DAYS = 14;
/** Follow-up tests of a conversation: ordered for a day, called off, answered by the hospital's record. */
export default async function TestOrdersPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("doctor");
  const now = new Date();
  const { id } = await params;
  const found = await orNotFound(testOrders(actor, now, id));
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("tests"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const unreachable = common("unreachable");
  const { patient } = found;
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader
        back={{ href: `/doctor/consultations/${id}`, label: t("order.back") }}
        title={t("order.title")}
        lead={
          <>
            {patient.name} · {terms(`sex.${patient.sex}`)} · <Age birthDate={patient.birthDate} now={now} /> ·{" "}
            {found.number}
          </>
        }
      />
      {found.status === "in_progress" && (
        <Card>
          <CommandForm
            action={orderTest}
            unreachable={unreachable}
            label={t("order.submit")}
            resetWhenDone
            className="grid gap-4"
          >
            <input type="hidden" name="consultationId" value={id} />
            <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
              <CommandField name="code" label={t("order.test")}>
                <Select name="code">
                  {(["laboratory", "imaging"] as const).map((category) => (
                    <optgroup key={category} label={t(`category.${category}`)}>
                      {followUpTests
                        .filter((test) => test.category === category)
                        .map(({ code, zh, en }) => (
                          <option key={code} value={code}>
                            {pick(locale, zh, en)}
                          </option>
                        ))}
                    </optgroup>
                  ))}
                </Select>
              </CommandField>
              <CommandField name="dueOn" label={t("order.dueOn")}>
                <Input
                  type="date"
                  name="dueOn"
                  min={shanghaiDay(now)}
                  defaultValue={shanghaiDay(addDays(now, USUAL_DAYS))}
                />
              </CommandField>
            </div>
            <CommandField name="instructions" label={t("order.instructions")} hint={t("order.instructionsHint")}>
              <Textarea name="instructions" rows={2} maxLength={300} />
            </CommandField>
            <CommandButton variant="next" className="justify-self-start">
              {t("order.submit")}
            </CommandButton>
          </CommandForm>
        </Card>
      )}
      <Section title={t("order.list")}>
        {found.testOrders.length === 0 && <p className="text-ink-muted">{t("order.none")}</p>}
        <ul className="grid gap-3">
          {found.testOrders.map(({ id: testOrderId, number, code, dueOn, instructions, status }) => {
            const test = followUpTest(code);
            return (
              <li key={testOrderId}>
                <Card className="flex flex-wrap items-start justify-between gap-3">
                  <div className="grid gap-1">
                    <p className="flex flex-wrap items-center gap-2 font-semibold">
                      {pick(locale, test.zh, test.en)}
                      <Badge tone={testOrderTone(status)}>{t(`status.${status}`)}</Badge>
                    </p>
                    <p className="text-ink-muted text-sm">
                      {number} · {t("by", { day: formatDay(dueOn, locale) })}
                    </p>
                    {instructions && <p>{instructions}</p>}
                  </div>
                  {status === "ordered" && (
                    <CommandForm action={cancelTest} unreachable={unreachable} label={`${t("order.cancel")} ${number}`}>
                      <input type="hidden" name="testOrderId" value={testOrderId} />
                      <CommandButton variant="quiet" size="sm">
                        {t("order.cancel")}
                      </CommandButton>
                    </CommandForm>
                  )}
                </Card>
              </li>
            );
          })}
        </ul>
      </Section>
    </div>
  );
}
