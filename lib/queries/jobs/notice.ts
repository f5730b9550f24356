import "server-only";
import { db } from "@/lib/db/client";

/** A notice as it is sent outside: to whom, in which language, about what. */
export const noticeToSend = (id: string) =>
  db().notice.findUnique({
    where: { id },
    select: {
      kind: true,
      params: true,
      path: true,
      at: true,
      accountId: true,
      account: {
        select: {
          ...{ role: true, locale: true, wechatOpenId: true, phoneSealed: true },
          ...{ mutedGroups: true, quietFrom: true, quietTo: true },
          _count: { select: { pushSubscriptions: true } },
        },
      },
    },
  });
