import { getLocale } from "next-intl/server";
import { findingLines } from "@/components/prescription/finding-lines";
import { CheckLines } from "@/lib/domain/prescription-input";
import { pick } from "@/lib/i18n/locale";
import { checkLines } from "@/lib/queries/doctor/check-lines";
import { route } from "@/lib/web/route";

export const POST = route("prescription.prescribe", CheckLines, async (run, input) => {
  const { findings, isScreened, medicines } = await checkLines(run, input);
  const locale = await getLocale();
  const names = new Map(medicines.map(({ id, nameZh, nameEn }) => [id, pick(locale, nameZh, nameEn)]));
  return { isScreened, lines: await findingLines(findings, names) };
});
