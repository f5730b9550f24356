import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { revisionDesk } from "@/lib/queries/doctor/prescribing-desk";
import { orNotFound } from "@/lib/web/or-not-found";
import { PadPage } from "../../../pad/pad-page";
import { ReviewNote } from "../review-note";
import { revise } from "./actions";

export const generateMetadata = pageTitle("doctor", "prescription.revise");

export default async function RevisePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("doctor");
  const now = new Date();
  const { id } = await params;
  const { desk, prescription, content, review } = await orNotFound(revisionDesk(actor, now, id));
  const t = await getTranslations("doctor.prescription");
  return (
    <PadPage
      desk={desk}
      title={t("reviseTitle", { number: prescription.number, version: prescription.version + 1 })}
      now={now}
      sign={revise}
      about={{ prescriptionId: id }}
      content={content}
    >
      {review && (
        <div className="mb-5">
          <ReviewNote title={t("returnedBy")} review={review} />
        </div>
      )}
    </PadPage>
  );
}
