import "server-only";
import { plainAddPlaceholder } from "@signpdf/placeholder-plain";
import { P12Signer } from "@signpdf/signer-p12";
import signpdf from "@signpdf/signpdf";
import { SUBFILTER_ETSI_CADES_DETACHED } from "@signpdf/utils";
import { env } from "@/lib/env";

/** Room for the signature, in bytes: an RSA signature with its certificate chain. */
const SIGNATURE_LENGTH = 12_000;

/** The hospital's seal on a PDF (PAdES, ETSI.CAdES.detached): a reader sees that not a byte was changed since. */
export async function sealPdf(pdf: Buffer, { reason, at }: { reason: string; at: Date }): Promise<Buffer> {
  const { PDF_SEAL_P12, PDF_SEAL_PASSPHRASE } = env();
  const prepared = plainAddPlaceholder({
    ...{ pdfBuffer: pdf, reason, contactInfo: "", name: "Internet Hospital", location: "Chongqing" },
    ...{ signingTime: at, signatureLength: SIGNATURE_LENGTH, subFilter: SUBFILTER_ETSI_CADES_DETACHED },
  });
  const signer = new P12Signer(Buffer.from(PDF_SEAL_P12, "base64"), { passphrase: PDF_SEAL_PASSPHRASE });
  return signpdf.sign(prepared, signer, at);
}
