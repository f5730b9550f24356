import "server-only";
import { forgetPendingWechat, pendingWechat } from "@/lib/auth/pending-wechat";
import { bindWechat } from "@/lib/commands/wechat/bind";
import { noteFollower } from "@/lib/db/sql/follower";
import { type Run, transact } from "@/lib/db/transact";
import { Refusal } from "@/lib/errors";
import { isFollower } from "@/lib/gateways/wechat";
import { log } from "@/lib/log";

/** Binds the WeChat that this browser showed in the last minutes to the signed-in account. Throws `wechat_gone` or `wechat_taken`. */
export async function bindShownWechat(run: Run): Promise<void> {
  const openId = await pendingWechat();
  if (!openId) throw new Refusal("wechat_gone");
  await transact(run, bindWechat, { openId });
  await forgetPendingWechat();
  // Whether to ask for following: an answer that does not come changes nothing of the binding.
  try {
    await noteFollower(openId, await isFollower(openId), run.now);
  } catch (error) {
    log().warn({ err: error }, "WeChat did not say who follows");
  }
}
