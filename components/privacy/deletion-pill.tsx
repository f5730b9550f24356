import { getTranslations } from "next-intl/server";
import { StatusPill } from "@/components/ui/status-pill";
import type { MyDeletion } from "@/lib/queries/patient/privacy";

const tones = { open: "info", carried_out: "success", rejected: "warning", withdrawn: "neutral" } as const;

/** How far a request for deletion is. */
export async function DeletionPill({ status }: { status: MyDeletion["status"] }) {
  const t = await getTranslations("privacy.deletion.status");
  return (
    <StatusPill tone={tones[status]} open={status === "open"}>
      {t(status)}
    </StatusPill>
  );
}
