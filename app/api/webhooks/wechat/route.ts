import { echoWechat, takeWechatEvent } from "@/lib/flows/wechat/take-event";
import { webhook } from "@/lib/web/webhook";

const queryOf = (request: Request) => new URL(request.url).searchParams;
const answer = (body: string, type: "plain" | "xml") =>
  new Response(body, { headers: { "content-type": `text/${type}; charset=utf-8` } });

export const GET = webhook("wechat", async (run, _, request) => answer(echoWechat(run, queryOf(request)), "plain"));

export const POST = webhook("wechat", async (run, raw, request) => {
  const reply = await takeWechatEvent(run, raw, queryOf(request));
  return reply ? answer(reply, "xml") : answer("success", "plain");
});
