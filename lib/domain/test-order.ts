import { machine, type Table } from "./machine";

export type TestOrderStatus = "ordered" | "resulted" | "cancelled";
export type TestOrderEvent = "answer" | "cancel";

const table = {
  ordered: { answer: "resulted", cancel: "cancelled" },
  resulted: {},
  cancelled: {},
} as const satisfies Table<TestOrderStatus, TestOrderEvent>;

export const testOrderMachine = machine<TestOrderStatus, TestOrderEvent>(table);

/** The record is asked for a result again after so many hours. */
export const ASK_AGAIN_HOURS = 6;
/** Days after the day it was wanted for, until nobody asks for a result any more. */
export const ASKED_DAYS = 60;
/** The furthest day that a test is ordered for. */
export const MOST_DAYS_AHEAD = 180;
