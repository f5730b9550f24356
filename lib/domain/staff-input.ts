import { z } from "zod";
import { staffPassword } from "./account-input";
import { isCalendarDay } from "./resident-id";
import { line } from "./text-input";

export const ChangeAccess = z.strictObject({ accountId: z.uuid() });
export type ChangeAccess = z.output<typeof ChangeAccess>;

export const staffRoles = ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"] as const;
export const doctorTitles = ["chief_physician", "associate_chief_physician", "attending_physician"] as const;

/** Roles between which somebody can change: a doctor's needs a department, a certificate and services of its own. */
export const changeableRoles = staffRoles.filter((role) => role !== "doctor");

const emptyAsMissing = (value: unknown) => (value === "" ? undefined : value);
const day = z.string("date_invalid").refine(isCalendarDay, "date_invalid");
const fee = z.coerce
  .number("amount_invalid")
  .min(1, "amount_invalid")
  .max(2_000, "amount_invalid")
  .transform((yuan) => Math.round(yuan * 100));

const person = {
  staffNo: line({ max: 12 })
    .transform((text) => text.toUpperCase())
    .refine((text) => /^[A-Z]{1,3}\d{3,8}$/.test(text), "staff_number_invalid"),
  nameZh: line({ min: 2, max: 30, tooShort: "name_too_short" }),
  nameEn: line({ min: 2, max: 60, tooShort: "name_too_short" }),
};
const licence = { certificateNo: line({ min: 6, max: 40 }), licenceExpiresOn: day };

const InviteDoctor = z.strictObject({
  role: z.literal("doctor"),
  ...person,
  ...licence,
  departmentId: z.uuid("choose_one"),
  title: z.enum(doctorTitles, "choose_one"),
  practisingSince: day,
  scopeZh: line({ min: 2, max: 60 }),
  scopeEn: line({ min: 2, max: 100 }),
  /** Yuan as typed; fen afterwards. */
  consultationFeeFen: fee,
  followUpFeeFen: fee,
  placesPerDay: z.coerce
    .number("number_invalid")
    .int("number_invalid")
    .min(1, "number_invalid")
    .max(100, "number_invalid"),
});

const InvitePharmacist = z.strictObject({ role: z.enum(["pharmacist", "head_pharmacist"]), ...person, ...licence });
const InviteOther = z.strictObject({ role: z.enum(["support", "auditor", "admin"]), ...person });

// A form sends every field it has; those of other roles are left empty and mean nothing.
const withoutEmpty = (raw: unknown) =>
  typeof raw === "object" && raw !== null
    ? Object.fromEntries(Object.entries(raw).filter(([, value]) => emptyAsMissing(value) !== undefined))
    : raw;

export const InviteStaff = z.preprocess(
  withoutEmpty,
  z.discriminatedUnion("role", [InviteDoctor, InvitePharmacist, InviteOther], "choose_one"),
);
export type InviteStaff = z.output<typeof InviteStaff>;

/** What a table of people may hold; each takes the account over by a link of his or her own. */
export const MOST_PEOPLE = 300;
export const peopleColumns = [
  ...["role", "staffNo", "nameZh", "nameEn", "certificateNo", "licenceExpiresOn", "department", "title"],
  ...["practisingSince", "scopeZh", "scopeEn", "consultationFee", "followUpFee", "placesPerDay"],
] as const;

/** A line of the table as the form of one person sends it: a department by its code (`departments`: id by code), fees in yuan. */
export const personLine = (departments: ReadonlyMap<string, string>) =>
  z.preprocess((raw) => {
    const { department, consultationFee, followUpFee, ...line } = raw as Record<string, string | undefined>;
    const known = Object.fromEntries(
      Object.entries(line).filter(([name]) => (peopleColumns as readonly string[]).includes(name)),
    );
    const departmentId = department ? (departments.get(department) ?? department) : undefined;
    return { ...known, departmentId, consultationFeeFen: consultationFee, followUpFeeFen: followUpFee };
  }, InviteStaff);

export const importKinds = ["people", "sessions", "leave"] as const;

/** A table of people, of weekly sessions, or of leave. `dryRun` says what would come of it, and changes nothing. */
export const ImportPeople = z.strictObject({
  file: z.instanceof(Uint8Array),
  kind: z.enum(importKinds, "choose_one"),
  dryRun: z.enum(["true", "false"]).transform((value) => value === "true"),
});
export type ImportPeople = z.output<typeof ImportPeople>;

export const ChangeRole = z.strictObject({ accountId: z.uuid(), role: z.enum(changeableRoles, "choose_one") });
export type ChangeRole = z.output<typeof ChangeRole>;

export const RenewLicence = z.strictObject({ accountId: z.uuid(), ...licence });
export type RenewLicence = z.output<typeof RenewLicence>;

export const AcceptInvitation = z.strictObject({
  token: z.string().regex(/^[0-9a-f]{64}$/, "invitation_ended"),
  password: staffPassword,
  repeated: z.string("required").max(200),
  code: z
    .string("required")
    .max(40)
    .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
    .refine((text) => /^\d{6}$/.test(text), "code_wrong"),
});
export type AcceptInvitation = z.output<typeof AcceptInvitation>;
