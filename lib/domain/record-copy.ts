import { z } from "zod";

/** The kinds of file that a person's copy comes as (R31, PIPL 45). */
export const copyFormats = ["readable", "json", "pictures"] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** So often an hour each of them is made for one person. */
export const MOST_COPIES = 3;

export const ExportRecord = z.strictObject({
  patientId: z.uuid(),
  format: z.enum(copyFormats),
  /** In which language the readable one is written. */
  locale: z.enum(["zh-CN", "en"]),
});
export type ExportRecord = z.output<typeof ExportRecord>;

/** The parts of a copy, in their order: `identity` is one object, the others are lists. `docs/record-copy.md` describes each. */
export const copySections = [
  "identity",
  "links",
  "cards",
  "record",
  "consultations",
  "prescriptions",
  "orders",
  "drafts",
  "consents",
  "deletions",
  "access",
] as const;
export type CopySection = (typeof copySections)[number];

/** One thing of a copy. Dates are moments in UTC; amounts are fen. */
export interface CopyPart {
  readonly section: CopySection;
  readonly item: Readonly<Record<string, unknown>>;
}

/** The name of a picture in the archive; the other files name it so, too. */
export const pictureName = (id: string, mediaType: string): string => `pictures/${id}.${mediaType.split("/")[1]}`;

/** The name under which a copy is saved: no name of a person stands in it. */
export const copyName = (format: CopyFormat, day: string): string =>
  ({ readable: `record-${day}.html`, json: `record-${day}.json`, pictures: `pictures-${day}.zip` })[format];
