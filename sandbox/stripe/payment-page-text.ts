/** The payment page's words, in the two languages of the hospital. */
import type { Method, Session } from "./account";

export type Language = "zh" | "en";

const zh = {
  tag: "zh-CN",
  heading: "付款",
  to: "收款方",
  items: "明细",
  total: "合计",
  method: "付款方式",
  methods: { card: "银行卡", alipay: "支付宝", wechat_pay: "微信支付" } satisfies Record<Method, string>,
  pay: "支付",
  decline: "模拟被拒",
  abandon: "放弃并返回",
  later: "延迟到账",
  laterHint: "提交后，稍后才知道款项是否到账。",
  laterSucceeds: "支付，稍后到账",
  laterFails: "支付，稍后失败",
  declined: "付款被拒绝，没有扣款。请换一种方式或稍后再试。",
  paid: "已付款",
  paidHint: "这笔款项已经付清，无需再次付款。",
  processing: "等待到账",
  processingHint: "付款已提交，正在等待确认。",
  expired: "已过期",
  expiredHint: "此付款页面已过期，没有扣款。请返回后重新发起付款。",
  unknown: "没有这个付款页面",
  unknownHint: "请检查链接，或返回后重新发起付款。",
  back: "返回商户",
  standIn: "这是模拟的 Stripe 付款页面，不会扣除真实款项。",
};
export type Words = typeof zh;

const en: Words = {
  tag: "en",
  heading: "Payment",
  to: "Paid to",
  items: "Items",
  total: "Total",
  method: "Payment method",
  methods: { card: "Bank card", alipay: "Alipay", wechat_pay: "WeChat Pay" },
  pay: "Pay",
  decline: "Decline",
  abandon: "Abandon and go back",
  later: "Delayed confirmation",
  laterHint: "Whether the money arrives is known only some time after.",
  laterSucceeds: "Pay, arrives later",
  laterFails: "Pay, fails later",
  declined: "The payment was declined and nothing was charged. Choose another method, or try again later.",
  paid: "Paid",
  paidHint: "This has been paid. There is nothing left to pay.",
  processing: "Waiting for the money",
  processingHint: "The payment was handed in and is being confirmed.",
  expired: "Expired",
  expiredHint: "This payment page has expired and nothing was charged. Go back to start the payment again.",
  unknown: "No such payment page",
  unknownHint: "Check the link, or go back to start the payment again.",
  back: "Back to the merchant",
  standIn: "This is a stand-in for Stripe's payment page. No real money moves.",
};

export const words: Record<Language, Words> = { zh, en };

/** The session's own locale; without one (or `auto`) the first of the browser's languages that there are words for. */
export function languageOf(locale: Session["locale"], acceptLanguage = ""): Language {
  const wanted = locale === null || locale === "auto" ? acceptLanguage : locale;
  return /\b(zh|en)\b/i.exec(wanted)?.[1]?.toLowerCase() === "zh" ? "zh" : "en";
}

/** `amount` fen as money in that language, such as `¥12.50` or `CN¥12.50`. */
export const money = (amount: number, currency: string, { tag }: Words) =>
  new Intl.NumberFormat(tag, { style: "currency", currency }).format(amount / 100);
