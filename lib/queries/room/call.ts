import "server-only";
import { followCall } from "@/lib/db/sql/call";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { CallNews } from "@/lib/domain/call";
import type { FollowCall } from "@/lib/domain/call-input";
import { notFound } from "@/lib/errors";

/** How a consultation stands with its call, for one of its two sides. Throws `not_found`. */
export async function callNews({ actor, now }: Run, { id, tab, after }: FollowCall): Promise<CallNews> {
  const { accountId } = asPerson(actor);
  const news = await followCall({ consultationId: id, accountId, tab, after }, now);
  if (!news) throw notFound();
  return news;
}
