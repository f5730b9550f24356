"use server";

import { countBatch as count } from "@/lib/commands/stock/count";
import { inspectReturned as inspect } from "@/lib/commands/stock/inspect";
import { recallBatch as recall } from "@/lib/commands/stock/recall";
import { receiveBatch as receive } from "@/lib/commands/stock/receive";
import { writeOff as off } from "@/lib/commands/stock/write-off";
import { CountBatch, GoodsIn, InspectReturned, RecallBatch, WriteOff } from "@/lib/domain/stock-input";
import { action } from "@/lib/web/action";

const options = { revalidate: "/pharmacist/stock" };

export const receiveBatch = action("stock.receive", GoodsIn, receive, options);
export const countBatch = action("stock.count", CountBatch, count, options);
export const writeOff = action("stock.write_off", WriteOff, off, options);
export const recallBatch = action("stock.recall", RecallBatch, recall, options);
export const inspectReturned = action("stock.inspect", InspectReturned, inspect, options);
