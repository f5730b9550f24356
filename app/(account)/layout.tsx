import type { ReactNode } from "react";
import { RootDocument } from "@/components/shell/root-document";
import { portalMetadata } from "@/lib/i18n/metadata";

export { viewport } from "@/components/shell/viewport";

export const generateMetadata = portalMetadata;

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <RootDocument>{children}</RootDocument>;
}
