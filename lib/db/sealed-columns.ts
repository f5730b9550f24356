import "server-only";

/** Every column that holds sealed text: what a change of key has to seal anew. A test compares it with the schema. */
export const sealedColumns = [
  { table: "Account", column: "phoneSealed" },
  { table: "Account", column: "totpSealed" },
  { table: "Patient", column: "idNumberSealed" },
  { table: "HealthCard", column: "cardNumberSealed" },
  { table: "Order", column: "addressSealed" },
  { table: "Order", column: "pickupCodeSealed" },
  { table: "SavedAddress", column: "addressSealed" },
  { table: "Order", column: "collectorSealed" },
  { table: "Order", column: "signatureSealed" },
  { table: "Invitation", column: "totpSealed" },
  { table: "DeletionRequest", column: "whySealed" },
  { table: "BookingDraft", column: "content" },
  { table: "SigningKey", column: "keySealed" },
  { table: "PushSubscription", column: "browserSealed" },
  { table: "Invoice", column: "titleSealed" },
] as const;

export type SealedColumn = (typeof sealedColumns)[number];
