"use server";

import { readNotices as readNoticesCommand } from "@/lib/commands/notice/read";
import { unwatchNotices as unwatch } from "@/lib/commands/notice/unwatch";
import { ReadNotices } from "@/lib/domain/notice-input";
import { ForgetBrowser, PushBrowser } from "@/lib/domain/push";
import { watch } from "@/lib/flows/notice/watch";
import { action, flowAction } from "@/lib/web/action";

export const readNotices = action("notice.read", ReadNotices, readNoticesCommand, { revalidate: "/" });
export const watchNotices = flowAction("notice.watch", PushBrowser, watch);
export const unwatchNotices = action("notice.watch", ForgetBrowser, unwatch);
