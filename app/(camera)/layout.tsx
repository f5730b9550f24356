import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";
import { RootDocument } from "@/components/shell/root-document";
import { portalMetadata } from "@/lib/i18n/metadata";

export { viewport } from "@/components/shell/viewport";

export const generateMetadata = portalMetadata;

/** A document of its own: the camera is allowed here, and on no page that one comes from or goes on to (`proof` 18). */
export default function CameraLayout({ children }: { children: ReactNode }) {
  return (
    <RootDocument>
      <header className="mx-auto flex min-h-14 max-w-xl items-center px-4 pt-[env(safe-area-inset-top)] font-semibold text-primary">
        <Brand />
      </header>
      <main id="content" className="mx-auto max-w-xl px-4 pt-2 pb-10">
        {children}
      </main>
    </RootDocument>
  );
}
