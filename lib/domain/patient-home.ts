import type { ConsultationStatus } from "./consultation";
import type { OrderStatus } from "./order";

/** What a patient's home is told of each thing that is under way. */
export interface OpenThings {
  readonly people: readonly { readonly id: string; readonly name: string; readonly isLinked: boolean }[];
  readonly consultations: readonly {
    readonly id: string;
    readonly status: ConsultationStatus;
    readonly dueAt: Date | null;
    readonly unread: number;
    readonly prescriptions: readonly { readonly id: string; readonly validUntil: Date | null }[];
  }[];
  readonly orders: readonly { readonly id: string; readonly status: OrderStatus; readonly dueAt: Date | null }[];
}

export type TodoKind =
  | "payFee"
  | "payMedicine"
  | "payOrder"
  | "readMessages"
  | "collect"
  | "receive"
  | "addPerson"
  | "linkCard"
  | "inRoom"
  | "waiting"
  | "beingPrepared";

/** One line of the home: `mine` waits for the patient, the others only show how things stand. */
export interface Todo {
  readonly kind: TodoKind;
  readonly isMine: boolean;
  /** The consultation, prescription, order or person that it is about. */
  readonly subjectId: string;
  readonly dueAt: Date | null;
}

const orderTodo: Partial<Record<OrderStatus, TodoKind>> = {
  awaiting_payment: "payOrder",
  ready_for_pickup: "collect",
  shipped: "receive",
  paid: "beingPrepared",
  picking: "beingPrepared",
  checked: "beingPrepared",
  sealed: "beingPrepared",
};

/** The order of urgency: what lapses first comes first. */
const urgency: readonly TodoKind[] = [
  "payFee",
  "payMedicine",
  "payOrder",
  "readMessages",
  "collect",
  "receive",
  "addPerson",
  "linkCard",
  "inRoom",
  "waiting",
  "beingPrepared",
];
const watched: readonly TodoKind[] = ["inRoom", "waiting", "beingPrepared"];

const todo = (kind: TodoKind, subjectId: string, dueAt: Date | null): Todo => ({
  kind,
  isMine: !watched.includes(kind),
  subjectId,
  dueAt,
});

/** What waits for the patient, the next step first; then what is under way without him or her. */
export function todosOf({ people, consultations, orders }: OpenThings): Todo[] {
  const [first] = people;
  const found: Todo[] = [
    ...(first ? [] : [todo("addPerson", "", null)]),
    ...(first && !people.some(({ isLinked }) => isLinked) ? [todo("linkCard", first.id, null)] : []),
    ...consultations.flatMap(({ id, status, dueAt, unread, prescriptions }) => [
      ...(status === "awaiting_payment" ? [todo("payFee", id, dueAt)] : []),
      ...(status === "waiting" ? [todo("waiting", id, dueAt)] : []),
      ...(status === "in_progress" ? [todo(unread > 0 ? "readMessages" : "inRoom", id, null)] : []),
      ...prescriptions.map((prescription) => todo("payMedicine", prescription.id, prescription.validUntil)),
    ]),
    ...orders.flatMap(({ id, status, dueAt }) => {
      const kind = orderTodo[status];
      return kind
        ? [todo(kind, id, status === "awaiting_payment" || status === "ready_for_pickup" ? dueAt : null)]
        : [];
    }),
  ];
  return found.sort(
    (a, b) =>
      urgency.indexOf(a.kind) - urgency.indexOf(b.kind) ||
      (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity),
  );
}
