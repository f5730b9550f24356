import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RootDocument } from "@/components/shell/root-document";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("hospital") };
}

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <RootDocument>{children}</RootDocument>;
}
