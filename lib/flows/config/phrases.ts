import "server-only";
import { db } from "@/lib/db/client";
import { configTables } from "@/lib/db/config-tables";
import type { Run } from "@/lib/db/transact";
import type { ReadPhrases } from "@/lib/domain/config";
import { pick } from "@/lib/i18n/locale";

/** The sentences that a doctor may send with one tap, in the language of whoever reads them. */
export async function readPhrases(_run: Run, { language }: ReadPhrases): Promise<{ phrases: string[] }> {
  const rows = await configTables.phrases.read(db());
  return { phrases: rows.map(({ zh, en }) => pick(language, zh, en)) };
}
