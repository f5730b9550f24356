import { z } from "zod";
import { companies, isOver, type Memory, type Parcel, parcelKey } from "./parcel";

export type Faults = {
  /** Answers 601. */
  keyExpired: boolean;
  /** Company codes answered with 701. */
  refusedCompanies: string[];
  /** Nothing is pushed: the subscriber has to ask. */
  silent: boolean;
  down: boolean;
};
export type Answer = { result: boolean; returnCode: string; message: string };

const subscription = z.object({
  company: z.string(),
  number: z.string(),
  key: z.string().optional(),
  to: z.string().optional(),
  parameters: z.object({
    callbackurl: z.url({ protocol: /^https?$/ }),
    salt: z.string().optional(),
    resultv2: z.union([z.string(), z.number()]).optional(),
    phone: z.string().optional(),
  }),
});

const refuse = (returnCode: string, message: string) => ({ answer: { result: false, returnCode, message } });

/**
 * Answers POST /poll, with the parcel when it is now subscribed. A parcel that is still watched is a duplicate; one
 * that is not may be subscribed again, and keeps what happened to it.
 */
export function subscribe(
  memory: Memory,
  given: { key: string; faults: Faults; form: URLSearchParams },
): { answer: Answer; parcel?: Parcel } {
  const { key, faults, form } = given;
  const sent = parseJson(form.get("param"));
  if (keyIn(sent) !== key) return refuse("600", "您不是合法的订阅者（授权Key出错）");
  if (faults.keyExpired) return refuse("601", "POLL:KEY已过期");
  if (form.get("schema") !== "json") return refuse("700", "POLL:schema 应为 json");
  const parsed = subscription.safeParse(sent);
  if (!parsed.success) return refuse("700", `POLL:订阅数据存在错误：${parsed.error.issues[0]?.path.join(".")}`);
  const { company, number, to, parameters } = parsed.data;
  if (faults.refusedCompanies.includes(company)) return refuse("701", "POLL:拒绝订阅的快递公司");
  const known = Object.hasOwn(companies, company) ? companies[company] : undefined;
  if (!known) return refuse("700", `POLL:不支持的快递公司：${company}`);
  if (!known.number.test(number)) return refuse("700", `POLL:单号不符合规则：${number.slice(0, 32)}`);
  const earlier = memory.parcels[parcelKey(company, number)];
  if (earlier?.status === "polling") return refuse("501", "POLL:重复订阅");
  const { callbackurl: callbackUrl, salt, resultv2 = "0", phone } = parameters;
  const steps = earlier?.steps ?? [];
  const parcel: Parcel = {
    company,
    number,
    ...(phone !== undefined && { phone }),
    ...(to !== undefined && { to }),
    callbackUrl,
    ...(salt !== undefined && { salt }),
    isDetailed: String(resultv2) !== "0",
    status: isOver(steps) ? "shutdown" : "polling",
    message: "",
    steps,
    pushes: earlier?.pushes ?? [],
  };
  memory.parcels[parcelKey(company, number)] = parcel;
  return { answer: { result: true, returnCode: "200", message: "提交成功" }, parcel };
}

function keyIn(sent: unknown): unknown {
  return typeof sent === "object" && sent !== null && "key" in sent ? sent.key : undefined;
}

export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
