"use server";

import { setNotices as set } from "@/lib/commands/notice/set";
import { SetNotices } from "@/lib/domain/notice-input";
import { action } from "@/lib/web/action";

export const setNotices = action("notice.set", SetNotices, set, { revalidate: "/patient/me/notices" });
