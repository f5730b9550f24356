import { ImportGoods } from "@/lib/domain/stock-input";
import { importGoods } from "@/lib/flows/stock/import";
import { route } from "@/lib/web/route";

export const POST = route("stock.receive", ImportGoods, importGoods, { limitBytes: 2 * 1024 * 1024, atOnce: 2 });
