"use server";

import { beginExport as begin } from "@/lib/commands/audit/begin-export";
import { AuditSearch, VerifyAudit } from "@/lib/domain/audit-search";
import { verify } from "@/lib/flows/audit/verify";
import { action, flowAction } from "@/lib/web/action";

export const verifyAudit = flowAction("audit.verify", VerifyAudit, verify, { revalidate: "/admin/audit" });
export const beginExport = action("audit.export", AuditSearch, begin);
