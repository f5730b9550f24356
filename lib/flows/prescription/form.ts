import "server-only";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { OpenForm } from "@/lib/domain/prescription-input";
import { env } from "@/lib/env";
import { sealPdf } from "@/lib/gateways/pdf-seal";
import { drawPrescription } from "@/lib/gateways/prescription-form";
import { prescriptionForm } from "@/lib/queries/patient/prescription-form";

/** The official form as a PDF under the hospital's seal, for whoever may see the prescription. Throws `not_found`. */
export async function openForm(run: Run, { id, lang }: OpenForm): Promise<Response> {
  const form = await prescriptionForm(asPerson(run.actor), run.now, id);
  const drawn = await drawPrescription(form, lang, env().NEXTAUTH_URL);
  const sealed = await sealPdf(drawn, { reason: `${form.number} v${form.version}`, at: run.now });
  return new Response(new Uint8Array(sealed), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${form.number}-v${form.version}.pdf"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
