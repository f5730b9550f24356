import "server-only";
import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import { finishReportFile } from "@/lib/commands/report/finish-file";
import type { ReportFile } from "@/lib/db/generated/client";
import { claimReportFile, letGoOfFile, MOST_ATTEMPTS, noteProgress } from "@/lib/db/sql/report-file";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { askedBreakdown, type ReportId } from "@/lib/domain/report";
import { Refusal } from "@/lib/errors";
import { removeStored, storeStream } from "@/lib/gateways/storage";
import { type Cell, workbook } from "@/lib/gateways/workbook";
import { log } from "@/lib/log";
import { inert } from "../table/inert";
import { type Lines, listLines, tableLines } from "./lines";

export const mediaTypes: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

class Lost extends Error {}

/** CSV with a byte-order mark, since spreadsheets take it for Latin without; no cell is a formula. */
async function* csv({ heads, pages }: Lines): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  yield text.encode(stringify([[...heads]], { bom: true }));
  for await (const page of pages)
    yield text.encode(stringify(page.map((row) => row.map((cell) => (typeof cell === "string" ? inert(cell) : cell)))));
}

function linesOf(file: ReportFile): Promise<Lines> {
  const report = file.report as ReportId;
  const breakdown = askedBreakdown(report, file.breakdown);
  const period = { from: file.since.toISOString().slice(0, 10), to: file.until.toISOString().slice(0, 10) };
  if (file.what === "table") return tableLines(file.locale, report, breakdown, period);
  return listLines(file.locale, { report, period, only: file.key === null ? null : { breakdown, key: file.key } });
}

/** The same pages, each counted as it goes by. Throws `Lost` where another worker has the file by now. */
async function* counted(
  file: ReportFile,
  lines: Lines,
  tell: (rows: number) => void,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  let rows = 0;
  for await (const page of lines.pages) {
    yield page;
    rows += page.length;
    tell(rows);
    if (!(await noteProgress(file.id, file.attempts, rows, lines.total, new Date()))) throw new Lost();
  }
}

async function write(file: ReportFile): Promise<{ storageKey: string; bytes: number; rows: number }> {
  // On this machine's disk first: its length is known then, and a bucket wants to know it.
  const folder = await mkdtemp(path.join(tmpdir(), "report-"));
  const place = path.join(folder, "file");
  try {
    const lines = await linesOf(file);
    let rows = 0;
    const pages = counted(file, lines, (count) => {
      rows = count;
    });
    const bytesOf = file.format === "xlsx" ? workbook(lines.title, lines.heads, pages) : csv({ ...lines, pages });
    await pipeline(Readable.from(bytesOf, { objectMode: false }), createWriteStream(place, { mode: 0o600 }));
    const { size: bytes } = await stat(place);
    const storageKey = `reports/${randomBytes(24).toString("base64url")}`;
    await storeStream(storageKey, createReadStream(place), bytes, mediaTypes[file.format] ?? "");
    return { storageKey, bytes, rows };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes one report file that waits, and tells whoever asked. False: nothing waits. */
export async function makeReportFile(now: Date): Promise<boolean> {
  const file = await claimReportFile(now);
  if (!file) return false;
  const run = { actor: systemActor("reports"), now: new Date() };
  if (file.attempts > MOST_ATTEMPTS) {
    await transact(run, finishReportFile, { id: file.id, storageKey: null });
    return true;
  }
  let storageKey: string | undefined;
  try {
    const made = await write(file);
    storageKey = made.storageKey;
    await transact({ ...run, now: new Date() }, finishReportFile, { id: file.id, ...made });
  } catch (error) {
    if (storageKey) await removeStored(storageKey).catch(() => {});
    const wasFaster = error instanceof Lost || (error instanceof Refusal && error.code === "conflict");
    if (!wasFaster) {
      log().error({ err: error, id: file.id }, "a report file could not be made");
      await letGoOfFile(file.id, file.attempts);
    }
  }
  return true;
}
