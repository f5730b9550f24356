import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Styleguide } from "@/components/ui/styleguide";
import { env } from "@/lib/env";

/** Every primitive on one page, while the application is being developed. */
export default async function StyleguidePage() {
  if (env().NODE_ENV !== "development") notFound();
  return (
    <main>
      <Styleguide locale={await getLocale()} now={new Date()} />
    </main>
  );
}
