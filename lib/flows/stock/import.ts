import "server-only";
import { receiveGoods } from "@/lib/commands/stock/receive";
import { type Run, transact } from "@/lib/db/transact";
import { shanghaiDay } from "@/lib/domain/calendar";
import { GoodsIn, goodsColumns, type ImportGoods } from "@/lib/domain/stock-input";
import type { TableFault } from "@/lib/domain/table-fault";
import { knownGoods } from "@/lib/queries/pharmacist/stock";
import { readTable } from "../table/read";

/** Takes a table of goods in where every line is good; with `dryRun`, or any fault, nothing is written and everything is told. */
export async function importGoods(run: Run, { file, dryRun }: ImportGoods) {
  const { rows, lines, faults } = await readTable(file, goodsColumns, GoodsIn, ({ code, batch }) => `${code} ${batch}`);
  const all = [...faults, ...(await faultsOf(run.now, rows, lines))].sort((a, b) => a.line - b.line);
  const said = { rows: rows.length, faults: all, added: rows.length, changed: 0 };
  if (dryRun || all.length > 0) return { isTaken: false, ...said };
  await transact(run, receiveGoods, rows);
  return { isTaken: true, ...said };
}

/** What only the books can say of a line: an unknown medicine, goods past their day, a number that stands there otherwise. */
async function faultsOf(now: Date, rows: readonly GoodsIn[], lines: readonly number[]): Promise<TableFault[]> {
  const { codes, batches } = await knownGoods(rows.map(({ code }) => code));
  const today = shanghaiDay(now);
  return rows.flatMap(({ code, batch, expiresOn }, index) => {
    const line = lines[index] ?? 0;
    const known = batches.get(`${code} ${batch}`);
    if (!codes.has(code)) return [{ line, column: "code", code: "medicine_unknown" }];
    if (expiresOn <= today) return [{ line, column: "expiresOn", code: "goods_expired" }];
    return known && (known.isRecalled || known.expiresOn !== expiresOn)
      ? [{ line, column: "expiresOn", code: "batch_differs" }]
      : [];
  });
}
