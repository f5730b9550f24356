import type { Role } from "./actor";

/** What the live board counts, and where somebody of a role acts on it. */
export const boardTiles = {
  waiting: { href: "/admin/reports/acceptance", roles: ["admin", "auditor"] },
  breaking: { href: "/admin/people?role=doctor", roles: ["admin", "auditor"] },
  reviews: { href: "/admin/people?role=pharmacist", roles: ["admin", "auditor"] },
  dispensing: { href: "/admin/reports/dispensing/rows?by=outcome&key=paid", roles: ["admin", "auditor"] },
  parcels: { href: "/admin/reports/deliveries?by=carrier", roles: ["admin", "auditor"] },
  requests: { href: "/admin/reports/requests?by=outcome", roles: ["admin", "auditor"] },
  refunds: { href: "/admin/money", roles: ["admin"] },
  books: { href: "/admin/money", roles: ["admin"] },
  invoices: { href: "/admin/money", roles: ["admin"] },
  queue: { href: "/admin/deliveries", roles: ["admin"] },
  notices: { href: "/admin/deliveries", roles: ["admin"] },
  denied: { href: "/admin/audit?denied=1", roles: ["admin", "auditor"] },
  emergencies: { href: "/admin/emergencies", roles: ["admin"] },
  deletions: { href: "/admin/deletions", roles: ["admin"] },
  claims: { href: "/admin/claims", roles: ["admin"] },
} as const satisfies Readonly<Record<string, { readonly href: string; readonly roles: readonly Role[] }>>;

export type BoardTile = keyof typeof boardTiles;

/** What waits for a person, in the order in which it hurts. */
export const boardGroups = {
  care: ["waiting", "breaking", "reviews"],
  medicine: ["dispensing", "parcels", "requests"],
  money: ["refunds", "books", "invoices"],
  system: ["queue", "notices", "denied"],
  people: ["emergencies", "deletions", "claims"],
} as const satisfies Readonly<Record<string, readonly BoardTile[]>>;

/** A promise that breaks within so many minutes is about to. */
export const BREAKING_MINUTES = 60;

export interface Standing {
  readonly count: number;
  /** Since when the oldest waits, or by when the first promise breaks (ISO); null: none. */
  readonly at: string | null;
  /** It ought to be nothing. */
  readonly isBad: boolean;
}
