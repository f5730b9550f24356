"use server";

import { unbindWechat } from "@/lib/commands/wechat/bind";
import { BindWechat, UnbindWechat } from "@/lib/domain/wechat";
import { bindShownWechat } from "@/lib/flows/wechat/bind";
import { action, flowAction } from "@/lib/web/action";

const options = { revalidate: "/patient/me/wechat" };

export const bind = flowAction("wechat.bind", BindWechat, bindShownWechat, options);
export const unbind = action("wechat.unbind", UnbindWechat, unbindWechat, options);
