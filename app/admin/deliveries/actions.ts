"use server";

import { resendNotice as resend } from "@/lib/commands/notice/resend";
import { ResendNotice } from "@/lib/domain/notice-input";
import { action } from "@/lib/web/action";

export const resendNotice = action("notice.resend", ResendNotice, resend, { revalidate: "/admin/deliveries" });
