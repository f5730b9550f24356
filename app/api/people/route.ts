import { ImportPeople } from "@/lib/domain/staff-input";
import { importPeople } from "@/lib/flows/staff/import";
import { route } from "@/lib/web/route";

export const POST = route("staff.import", ImportPeople, importPeople, { limitBytes: 32 * 1024 * 1024, atOnce: 1 });
