import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { PinField } from "@/components/form/pin-field";
import { Hold } from "@/components/live/hold";
import { Alert } from "@/components/ui/alert";
import { Card, Section } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/input";
import { formatMoment } from "@/components/ui/moment";
import { Select } from "@/components/ui/select";
import { reviewPoints } from "@/lib/domain/review";
import { returnReasons } from "@/lib/domain/vocabulary/return-reasons";
import { pick } from "@/lib/i18n/locale";
import type { ReviewDesk } from "@/lib/queries/pharmacist/review-desk";
import {
  approvePrescription,
  claimPrescription,
  refusePrescription,
  releasePrescription,
  returnPrescription,
} from "./actions";

/** What the pharmacist does with it: claim first, then tick and approve, send back, or refuse. */
export async function Decision({ desk }: { desk: ReviewDesk }) {
  const [t, common, locale] = await Promise.all([
    getTranslations("pharmacist.review"),
    getTranslations("common"),
    getLocale(),
  ]);
  const unreachable = common("unreachable");
  const about = <input type="hidden" name="prescriptionId" value={desk.id} />;
  // A decision is about the version that is on the screen, and no other.
  const seen = <input type="hidden" name="seen" value={desk.newest.number} />;
  if (!desk.isMine)
    return (
      <Section title={t("decide")}>
        {desk.heldUntil ? (
          <Alert tone="info">
            {t("heldByOther", { name: desk.holder ?? "", until: formatMoment(desk.heldUntil, locale, "time") })}
          </Alert>
        ) : (
          <CommandForm action={claimPrescription} unreachable={unreachable} label={t("claim")}>
            {about}
            <CommandButton variant="next" size="lg">
              {t("claim")}
            </CommandButton>
          </CommandForm>
        )}
      </Section>
    );
  return (
    <Section title={t("decide")}>
      <Hold keep={`/api/reviews/${desk.id}/hold`} release={`/api/reviews/${desk.id}/release`} />
      <Card className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-muted">
            {desk.heldUntil && t("heldByMe", { until: formatMoment(desk.heldUntil, locale, "time") })}
          </p>
          <div className="flex flex-wrap gap-2">
            <CommandForm action={claimPrescription} unreachable={unreachable} label={t("holdLonger")}>
              {about}
              <CommandButton variant="secondary" size="sm">
                {t("holdLonger")}
              </CommandButton>
            </CommandForm>
            <CommandForm action={releasePrescription} unreachable={unreachable} label={t("release")}>
              {about}
              <CommandButton variant="quiet" size="sm">
                {t("release")}
              </CommandButton>
            </CommandForm>
          </div>
        </div>
        <CommandForm action={approvePrescription} unreachable={unreachable} label={t("approve")} className="grid gap-2">
          {about}
          {seen}
          <fieldset className="grid sm:grid-cols-2">
            <legend className="font-medium">{t("points")}</legend>
            {reviewPoints.map(({ code, zh, en }) => (
              <Checkbox key={code} name="points[]" value={code} label={pick(locale, zh, en)} />
            ))}
          </fieldset>
          <PinField label={t("pin")} hint={t("pinHint")} />
          <CommandButton variant="next" size="lg">
            {t("approve")}
          </CommandButton>
        </CommandForm>
        <Disclosure summary={t("return")}>
          <CommandForm action={returnPrescription} unreachable={unreachable} label={t("return")} className="grid gap-4">
            {about}
            {seen}
            <CommandField name="reasonCode" label={t("reason")}>
              <Select name="reasonCode" defaultValue="">
                <option value="">{t("chooseReason")}</option>
                {returnReasons.map(({ code, zh, en }) => (
                  <option key={code} value={code}>
                    {pick(locale, zh, en)}
                  </option>
                ))}
              </Select>
            </CommandField>
            <CommandField name="note" label={t("returnNote")}>
              <Textarea name="note" rows={3} maxLength={500} />
            </CommandField>
            <CommandButton variant="primary">{t("returnSubmit")}</CommandButton>
          </CommandForm>
        </Disclosure>
        <Disclosure summary={t("refuse")}>
          <CommandForm action={refusePrescription} unreachable={unreachable} label={t("refuse")} className="grid gap-4">
            {about}
            {seen}
            <p className="text-ink-muted">{t("refuseLead")}</p>
            <CommandField name="note" label={t("refuseNote")}>
              <Textarea name="note" rows={3} maxLength={500} />
            </CommandField>
            <CommandButton variant="danger">{t("refuseSubmit")}</CommandButton>
          </CommandForm>
        </Disclosure>
      </Card>
    </Section>
  );
}
