import { getLocale, getTranslations } from "next-intl/server";
import { ConsentStep } from "@/components/consent/consent-step";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import type { BlockedLine } from "@/lib/domain/delivery";
import { pick } from "@/lib/i18n/locale";
import type { DeliveryChoice } from "@/lib/queries/patient/delivery-choice";
import { agree } from "../../../people/[id]/consents/actions";
import { ExpressForm } from "./express-form";
import { expressTexts } from "./express-texts";
import { ProvinceForm } from "./province-form";

interface Props {
  readonly choice: DeliveryChoice;
  readonly province: string | null;
  readonly pickupHref: string;
}

/** R22, R23: what cannot be mailed first, then whereto, then the carriers with price and days, then the address. */
export async function Express({ choice, province, pickupHref }: Props) {
  const [t, terms, locale, texts] = await Promise.all([
    getTranslations("orders.choice"),
    getTranslations("terms.mailBlock"),
    getLocale(),
    expressTexts(),
  ]);
  const name = (named: { nameZh: string; nameEn: string }) => pick(locale, named.nameZh, named.nameEn);
  const reasonOf = ({ line, block }: BlockedLine<DeliveryChoice["lines"][number]>) =>
    t("line", { name: name(line.medicine), reason: terms(block) });
  const toPickup = (
    <ButtonLink href={pickupHref} variant="next">
      {t("choosePickup")}
    </ButtonLink>
  );
  if (choice.neverMailed.length > 0)
    return (
      <Alert tone="warning" title={t("blockedTitle")} action={toPickup}>
        <p>{t("blockedLead")}</p>
        <ul className="mt-1 list-disc pl-5">
          {choice.neverMailed.map((blocked) => (
            <li key={blocked.line.position}>{reasonOf(blocked)}</li>
          ))}
        </ul>
      </Alert>
    );
  if (choice.missing.length > 0)
    return <ConsentStep step="delivery" person={choice.person} missing={choice.missing} action={agree} />;
  const { offers, provinces, medicineFen, prescription } = choice;
  const days = ({ minDays, maxDays }: { minDays: number; maxDays: number }) =>
    t("days", { range: minDays === maxDays ? String(maxDays) : `${minDays}–${maxDays}` });
  const carriers = offers.map((offer) => ({
    ...{ code: offer.code, name: name(offer), priceFen: offer.rate.priceFen, takesCash: offer.cashOnArrival },
    isBlocked: offer.blocked.length > 0,
    hint: [
      days(offer.rate),
      ...(offer.hasColdChain ? [t("coldChain")] : []),
      ...(offer.cashOnArrival ? [t("cash")] : []),
      ...offer.blocked.map((blocked) => t("cannot", { reason: reasonOf(blocked) })),
    ].join(" · "),
  }));
  return (
    <div className="grid gap-5">
      {choice.needsColdChain && <Alert tone="info">{t("coldNote")}</Alert>}
      <ProvinceForm
        provinces={provinces.map((each) => ({ code: each.code, name: name(each) }))}
        chosen={province}
        texts={{
          label: t("province"),
          hint: t("provinceHint"),
          none: t("provinceNone"),
          submit: t("compare"),
        }}
      />
      {province && carriers.every(({ isBlocked }) => isBlocked) && (
        <Alert tone="warning" action={toPickup}>
          {t("blockedHere")}
        </Alert>
      )}
      {province && carriers.some(({ isBlocked }) => !isBlocked) && (
        <ExpressForm
          key={province}
          prescriptionId={prescription.id}
          provinceCode={province}
          carriers={carriers}
          medicineFen={medicineFen}
          locale={locale}
          texts={texts}
        />
      )}
    </div>
  );
}
