import "server-only";
import { followAddress } from "@/lib/gateways/wechat";
import { log } from "@/lib/log";

/** What the QR code for following the official account says; null while WeChat does not answer: a page stands without it. */
export async function followCode(): Promise<string | null> {
  try {
    return await followAddress();
  } catch (error) {
    log().warn({ err: error }, "WeChat gave no QR code");
    return null;
  }
}
