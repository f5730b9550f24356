import { UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import type { Person } from "@/lib/domain/actor";

/** On every screen of a patient: whom the session acts for, and the way to change it. */
export async function ActingFor({ actor }: { actor: Person }) {
  const t = await getTranslations("people");
  return (
    <AppLink
      href="/patient/people"
      className="inline-flex min-h-11 min-w-0 items-center gap-1.5 font-medium text-primary text-sm"
    >
      <UserRound aria-hidden="true" className="size-4 shrink-0" />
      <span className="truncate">
        {actor.actingFor ? t("actingFor", { name: actor.actingFor.name }) : t("forWhom")}
      </span>
    </AppLink>
  );
}
