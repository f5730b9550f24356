import { z } from "zod";

/** Where the official account's menu and messages lead: a closed list, never an address out of a link. */
export const entrances = {
  home: "/patient",
  doctors: "/patient/doctors",
  consultations: "/patient/consultations",
  prescriptions: "/patient/prescriptions",
  orders: "/patient/orders",
  people: "/patient/people",
  wechat: "/patient/me/wechat",
} as const;
export type Entrance = keyof typeof entrances;

export const isEntrance = (name: unknown): name is Entrance =>
  typeof name === "string" && Object.hasOwn(entrances, name);

export const entranceAddress = (origin: string, to: Entrance): string => `${origin}/wechat/enter?to=${to}`;

/** The official account's menu; its words are Chinese, as the account is. */
export const accountMenu = (origin: string) => [
  {
    name: "智慧医院",
    sub_button: [
      { name: "互联网医院", url: entranceAddress(origin, "home") },
      { name: "找医生", url: entranceAddress(origin, "doctors") },
      { name: "我的问诊", url: entranceAddress(origin, "consultations") },
    ],
  },
  {
    name: "我的",
    sub_button: [
      { name: "我的处方", url: entranceAddress(origin, "prescriptions") },
      { name: "我的订单", url: entranceAddress(origin, "orders") },
      { name: "就诊人", url: entranceAddress(origin, "people") },
    ],
  },
];

/** WeChat's own browser names itself so. */
export const isWechatBrowser = (userAgent: string): boolean => /\bMicroMessenger\//.test(userAgent);

/** How long a phone that WeChat has named waits for its owner to sign in and agree, in minutes. */
export const PENDING_MINUTES = 10;

export const BindWechat = z.strictObject({ agree: z.literal("yes") });
export const UnbindWechat = z.strictObject({ unbind: z.literal("yes") });
