import { getLocale, getTranslations } from "next-intl/server";
import { ConsentStep } from "@/components/consent/consent-step";
import { AddressDraftHolder, PasteAddress, SavedAddresses } from "@/components/order/address-draft";
import { AreaForm } from "@/components/order/area-form";
import { areaLevels } from "@/components/order/area-levels";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { maskMobile } from "@/lib/domain/address";
import type { BlockedLine } from "@/lib/domain/delivery";
import { clock } from "@/lib/domain/schedule";
import { isDistrict } from "@/lib/domain/vocabulary/areas";
import { pick } from "@/lib/i18n/locale";
import type { SavedAddress } from "@/lib/queries/patient/addresses";
import type { DeliveryChoice } from "@/lib/queries/patient/delivery-choice";
import { agree } from "../../../people/[id]/consents/actions";
import { readPasted } from "./actions";
import { ExpressForm } from "./express-form";
import { expressTexts } from "./express-texts";

interface Props {
  readonly choice: DeliveryChoice;
  readonly pickupHref: string;
}

/** R22, R23: what cannot be mailed first, then whereto, then the carriers with price and days, then the address. */
export async function Express({ choice, pickupHref }: Props) {
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
  const { offers, provinces, medicineFen, prescription, area, saved } = choice;
  const days = ({ minDays, maxDays }: { minDays: number; maxDays: number }) =>
    t("days", { range: minDays === maxDays ? String(maxDays) : `${minDays}–${maxDays}` });
  const carriers = offers.map((offer) => ({
    ...{ code: offer.code, name: name(offer), priceFen: offer.rate.priceFen, takesCash: offer.cashOnArrival },
    isBlocked: offer.blocked.length > 0,
    hint: [
      days(offer.rate),
      t("cutoff", { time: clock(offer.cutoffMinute) }),
      ...(offer.hasColdChain ? [t("coldChain")] : []),
      ...(offer.cashOnArrival ? [t("cash")] : []),
      ...offer.blocked.map((blocked) => t("cannot", { reason: reasonOf(blocked) })),
    ].join(" · "),
  }));
  const isWhere = isDistrict(area);
  const [first] = saved;
  return (
    <AddressDraftHolder first={first?.isDefault ? draftOf(first) : {}} beside={{ how: "express" }}>
      <div className="grid gap-5">
        {choice.needsColdChain && <Alert tone="info">{t("coldNote")}</Alert>}
        {saved.length > 0 && (
          <SavedAddresses
            label={t("saved")}
            addresses={saved.map((address) => ({
              ...{ id: address.id, ...draftOf(address) },
              text: `${address.recipient} ${maskMobile(address.phone)} · ${address.area} ${address.detail}`,
            }))}
          />
        )}
        <PasteAddress
          read={readPasted}
          texts={{
            ...{ title: t("paste.title"), label: t("paste.label"), hint: t("paste.hint"), submit: t("paste.submit") },
            ...{ noArea: t("paste.noArea"), unreachable: texts.unreachable },
          }}
        />
        <AreaForm levels={await areaLevels(provinces, area)} hint={t("provinceHint")} submit={t("compare")} />
        {isWhere && choice.notThere.length > 0 && (
          <p className="text-ink-muted">{t("notThere", { carriers: choice.notThere.map(name).join(" · ") })}</p>
        )}
        {isWhere && carriers.every(({ isBlocked }) => isBlocked) && (
          <Alert tone="warning" action={toPickup}>
            {t("blockedHere")}
          </Alert>
        )}
        {isWhere && carriers.some(({ isBlocked }) => !isBlocked) && (
          <ExpressForm
            key={area}
            prescriptionId={prescription.id}
            areaCode={area}
            carriers={carriers}
            medicineFen={medicineFen}
            locale={locale}
            texts={texts}
          />
        )}
      </div>
    </AddressDraftHolder>
  );
}

const draftOf = ({ recipient, phone, areaCode, detail }: SavedAddress) => ({ recipient, phone, areaCode, detail });
