import type { Carrier } from "./types";

/** Codes are those of Kuaidi100; number patterns are broad enough for the numbers the companies issue today. */
export const carriers = [
  {
    code: "shunfeng",
    nameZh: "顺丰速运",
    nameEn: "SF Express",
    numberPattern: "^SF\\d{12,15}$",
    exampleNumber: "SF1000000000001",
    offersCashOnArrival: true,
    hasColdChain: true,
  },
  {
    code: "ems",
    nameZh: "邮政 EMS",
    nameEn: "EMS China",
    numberPattern: "^(?:[A-Z]{2}\\d{9}CN|1\\d{12})$",
    exampleNumber: "1000000000001",
    offersCashOnArrival: true,
    hasColdChain: false,
  },
  {
    code: "jd",
    nameZh: "京东物流",
    nameEn: "JD Logistics",
    numberPattern: "^JD[A-Z0-9]{11,15}$",
    exampleNumber: "JDV000000000001",
    offersCashOnArrival: true,
    hasColdChain: true,
  },
  {
    code: "zhongtong",
    nameZh: "中通快递",
    nameEn: "ZTO Express",
    numberPattern: "^7\\d{11,14}$",
    exampleNumber: "700000000000001",
    offersCashOnArrival: false,
    hasColdChain: false,
  },
  {
    code: "yuantong",
    nameZh: "圆通速递",
    nameEn: "YTO Express",
    numberPattern: "^YT\\d{13}$",
    exampleNumber: "YT1000000000001",
    offersCashOnArrival: false,
    hasColdChain: false,
  },
] as const satisfies readonly Carrier[];

export type CarrierCode = (typeof carriers)[number]["code"];
