import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { dispensingOrder } from "@/lib/queries/pharmacist/dispensing-order";
import { orNotFound } from "@/lib/web/or-not-found";
import { BenchScan } from "./bench-scan";

export const generateMetadata = pageTitle("pharmacist", "dispensing.scan.title");

/** The second pair of eyes with a camera: each pack's code goes into the next field; a document of its own, for the camera's sake. */
export default async function BenchScanPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const order = await orNotFound(dispensingOrder(actor, new Date(), (await params).id));
  if (order.status !== "picking" || order.pickedById === actor.accountId || order.isStale) notFound();
  const [t, common] = await Promise.all([getTranslations("pharmacist.dispensing"), getTranslations("common")]);
  const promised = order.items.flatMap(({ reservations }) => reservations);
  const back = `/pharmacist/orders/${order.id}`;
  return (
    <>
      <PageHeader
        title={t("scan.title")}
        back={{ href: back, label: t("titleOf", { number: order.number }) }}
        lead={t("scan.lead", { count: promised.length })}
      />
      <BenchScan
        orderId={order.id}
        doneHref={back}
        fields={promised.map(({ id }, index) => ({ id, label: t("batchRead", { n: index + 1 }) }))}
        texts={{
          ...{ submit: t("do.check"), unreachable: common("unreachable") },
          camera: {
            ...{ open: t("scan.open"), view: t("scan.view"), starting: t("scan.starting") },
            ...{ looking: t("scan.looking"), found: t("scan.found"), notACode: t("scan.notACode") },
            ...{ denied: t("scan.denied"), absent: t("scan.absent") },
            ...{ picture: t("scan.picture"), unread: t("scan.unread") },
          },
        }}
      />
    </>
  );
}
