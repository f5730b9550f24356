import "server-only";
import type { Work } from "@/lib/db/transact";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { conflict, Refusal } from "@/lib/errors";

/** Binds the WeChat that was just shown to the account: from then on it signs in by it and gets its notices there. Throws `wechat_taken`. */
export async function bindWechat(work: Work, { openId }: { openId: string }): Promise<void> {
  authorize(work.actor, "wechat.bind");
  const { accountId } = asPerson(work.actor);
  const taken = await work.tx.account.findUnique({ where: { wechatOpenId: openId }, select: { id: true } });
  if (taken && taken.id !== accountId) throw new Refusal("wechat_taken");
  const { count } = await work.tx.account
    .updateMany({ where: { id: accountId, role: "patient", status: "active" }, data: { wechatOpenId: openId } })
    .catch((error) => {
      if (isUniqueViolation(error)) throw new Refusal("wechat_taken");
      throw error;
    });
  if (count === 0) throw conflict();
  work.audit({ action: "wechat.bind", subjectType: "account", subjectId: accountId });
}

/** Lets the account's WeChat go: it signs nobody in any more and gets no notices. Throws `not_found` where none is bound. */
export async function unbindWechat(work: Work): Promise<void> {
  authorize(work.actor, "wechat.unbind");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.account.updateMany({
    where: { id: accountId, wechatOpenId: { not: null } },
    data: { wechatOpenId: null },
  });
  if (count === 0) throw new Refusal("not_found");
  work.audit({ action: "wechat.unbind", subjectType: "account", subjectId: accountId });
}
