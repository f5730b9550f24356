"use server";

import { readNotices as readNoticesCommand } from "@/lib/commands/notice/read";
import { ReadNotices } from "@/lib/domain/notice-input";
import { action } from "@/lib/web/action";

export const readNotices = action("notice.read", ReadNotices, readNoticesCommand, { revalidate: "/" });
