import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import "@/app/globals.css";

/** The document of a portal: each has a root layout of its own, so that crossing between them is a full load. */
export async function RootDocument({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>{children}</body>
    </html>
  );
}
