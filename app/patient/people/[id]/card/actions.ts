"use server";

import { unlinkCard as unlinkCardCommand } from "@/lib/commands/card/unlink";
import { UnlinkCard } from "@/lib/domain/health-card";
import { LinkCard, RefreshRecord } from "@/lib/domain/patient-input";
import { linkHealthCard } from "@/lib/flows/card/link";
import { refreshRecord as refreshRecordFlow } from "@/lib/flows/record/refresh";
import { action, flowAction } from "@/lib/web/action";

export const linkCard = flowAction("card.link", LinkCard, linkHealthCard, { revalidate: "/patient" });
export const unlinkCard = action("card.unlink", UnlinkCard, unlinkCardCommand, { revalidate: "/patient" });
export const refreshRecord = flowAction("record.refresh", RefreshRecord, refreshRecordFlow, { revalidate: "/patient" });
