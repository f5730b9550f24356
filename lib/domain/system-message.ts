/**
 * What the system says in a conversation. A message's body holds the code and its values as JSON; each reader sees it in
 * his or her own language (`room.system.<code>`).
 */
export const systemCodes = [
  "accepted",
  "declined",
  "expired",
  "cancelled",
  "finished",
  "used_up",
  "referred_offline",
  "abandoned",
  "prescribed",
  "prescription_revised",
  "prescription_approved",
  "prescription_returned",
  "prescription_refused",
  "prescription_voided",
  "prescription_expired",
  "prescription_dispensed",
  "test_ordered",
  "transfer_proposed",
  "transfer_accepted",
  "transfer_declined",
  "call_started",
  "call_missed",
  "call_declined",
  "call_hung_up",
  "call_dropped",
] as const;
export type SystemCode = (typeof systemCodes)[number];

export type SystemParams = Readonly<Record<string, string | number>>;

export interface SystemBody {
  readonly code: SystemCode;
  readonly params: SystemParams;
}

export const systemBody = (code: SystemCode, params: SystemParams = {}): string => JSON.stringify({ code, params });

/** Reads what `systemBody` wrote. */
export const readSystemBody = (body: string): SystemBody => JSON.parse(body);
