import type { Label } from "@/lib/domain/vocabulary/types";

/** What a patient may ask about an order (R27). */
export const requestKinds = [
  { code: "where_is_it", zh: "药品到哪里了", en: "Where is my medicine?" },
  { code: "change_address", zh: "修改收货信息", en: "Change the address" },
  { code: "damaged", zh: "药品或包装破损", en: "Damaged medicine or parcel" },
  { code: "missing", zh: "少发、漏发", en: "Something is missing" },
  { code: "wrong", zh: "发错药品", en: "Wrong medicine" },
  { code: "return", zh: "退货退款", en: "Return and refund" },
  { code: "invoice", zh: "开具发票", en: "Invoice" },
  { code: "other", zh: "其他问题", en: "Something else" },
] as const satisfies readonly Label[];
