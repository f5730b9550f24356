import { z } from "zod";
import { companies, type Memory, parcelKey, resultOf } from "./parcel";
import { md5 } from "./push-desk";
import { type Answer, parseJson } from "./subscribe";

const question = z.object({ com: z.string(), num: z.string().min(6).max(32), phone: z.string().optional() });
const refuse = (returnCode: string, message: string): Answer => ({ result: false, returnCode, message });

/** Answers POST /poll/query.do: where a parcel is now, to whoever signs with `customer` and `key`. */
export function query(memory: Memory, given: { customer: string; key: string; form: URLSearchParams }) {
  const { customer, key, form } = given;
  const param = form.get("param") ?? "";
  if (form.get("customer") !== customer) return refuse("400", "提交的数据不完整，或者贵公司没授权");
  if (form.get("sign") !== md5(param + key + customer)) return refuse("503", "验证签名失败");
  const asked = question.safeParse(parseJson(param));
  if (!asked.success) return refuse("400", "提交的数据不完整，或者贵公司没授权");
  const { com, num, phone } = asked.data;
  const parcel = memory.parcels[parcelKey(com, num)];
  if (!parcel || parcel.steps.length === 0) return refuse("500", "查询无结果，请隔段时间再查");
  const isOurs = phone !== undefined && phone.slice(-4) === (parcel.phone ?? phone).slice(-4);
  if (companies[com]?.needsPhone && !isOurs) return refuse("408", "电话号码校验失败");
  return resultOf(parcel);
}
