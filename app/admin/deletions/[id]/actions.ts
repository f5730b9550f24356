"use server";

import { carryOutDeletion as carryOutCommand } from "@/lib/commands/deletion/carry-out";
import { rejectDeletion as rejectCommand } from "@/lib/commands/deletion/reject";
import { DecideDeletion } from "@/lib/domain/deletion-input";
import { action } from "@/lib/web/action";

const revalidate = "/admin/deletions";

export const carryOutDeletion = action("deletion.decide", DecideDeletion, carryOutCommand, { revalidate });
export const rejectDeletion = action("deletion.decide", DecideDeletion, rejectCommand, { revalidate });
