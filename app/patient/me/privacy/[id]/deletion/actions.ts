"use server";

import { requestDeletion as requestCommand } from "@/lib/commands/deletion/request";
import { withdrawDeletion as withdrawCommand } from "@/lib/commands/deletion/withdraw";
import { RequestDeletion, WithdrawDeletion } from "@/lib/domain/deletion-input";
import { action } from "@/lib/web/action";

const revalidate = "/patient/me/privacy";

export const requestDeletion = action("deletion.request", RequestDeletion, requestCommand, { revalidate });
export const withdrawDeletion = action("deletion.withdraw", WithdrawDeletion, withdrawCommand, { revalidate });
