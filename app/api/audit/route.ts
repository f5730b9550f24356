import { AuditSearch } from "@/lib/domain/audit-search";
import { exportAudit } from "@/lib/flows/audit/export";
import { route } from "@/lib/web/route";

export const GET = route("audit.export", AuditSearch, exportAudit, { atOnce: 2 });
