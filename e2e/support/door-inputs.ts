import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { z } from "zod";
import { noticeGroups } from "../../lib/domain/notice-kinds";
import { reviewPoints } from "../../lib/domain/review";
import { DEMO_PIN } from "../../prisma/seed/sign-ins";

/** The schema of an exported action or route handler, found by the name that its file gives it: a new door is in without a list. */
export async function schemaOf(file: string, exportedName: string): Promise<z.ZodType> {
  const source = readFileSync(file, "utf8");
  const made = new RegExp(
    `export const ${exportedName} = (?:action|flowAction|route|commandRoute)\\(\\s*"[^"]+",\\s*([\\w.]+)`,
  ).exec(source);
  const name = made?.[1];
  // Asks for nothing.
  if (name === "z.strictObject") return z.strictObject({});
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "@/(lib/domain/[^"]+)"`).exec(source)?.[1];
  if (!name || !from) throw new Error(`${file} ${exportedName}: its schema does not come from lib/domain`);
  const schema: unknown = (await import(path.resolve(`${from}.ts`)))[name];
  if (!(schema instanceof z.ZodType)) throw new Error(`${file}: ${name} is no schema`);
  return schema;
}

/** Every action and route handler of the tree with its schema. */
export async function doorSchemas(): Promise<{ name: string; schema: z.ZodType }[]> {
  const doors = globSync("app/**/{actions,route}.ts")
    .sort()
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/export const (\w+) = (?:action|flowAction|route|commandRoute)\(/g)].map(
        ([, exportedName = ""]) => ({ file, exportedName }),
      ),
    );
  return Promise.all(
    doors.map(async ({ file, exportedName }) => ({
      name: `${file} ${exportedName}`,
      schema: await schemaOf(file, exportedName),
    })),
  );
}

/** A JSON Schema, as far as it is read here. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;

const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

/** What a person might type, by the name of the field; any other text is what its pattern says, or a sentence. */
const typed: Readonly<Record<string, unknown>> = {
  ...{
    name: "李样例",
    phone: "13812345678",
    recipient: "李样例",
    areaCode: "500112",
    detail: "示范大道 8 号 2-301",
  },
  ...{
    carrierCode: "shunfeng",
    cardNumber: "CQ2026000001",
    number: "SF1234567890123",
    trackingNumbers: "SF1234567890123",
  },
  ...{ idNumber: "990001199001010018", birthDay: "1990-01-01", code: "123456", reasonCode: "dose", day: "2030-01-01" },
  ...{ licenceExpiresOn: "2035-12-31", practisingSince: "2015-01-01", points: reviewPoints.map(({ code }) => code) },
  ...{
    diagnosisCodes: ["I10"],
    pickupCode: "123456",
    staffNo: "D999",
    channel_name: "private-nobody",
    socket_id: "1.1",
  },
  ...{ endpoint: "https://fcm.googleapis.com/none", signature: "M10 10L90 90" },
  ...{ p256dh: Buffer.alloc(65, 4).toString("base64url"), auth: Buffer.alloc(16, 1).toString("base64url") },
  // Any bytes will do, but for an invoice.
  file: new TextEncoder().encode("%PDF-"),
  // A medicine of the formulary, as its form sends it.
  ...{ atc: "", ingredients: "x", routes: "oral", usualDose: 1, maxSingleDose: 1, maxDailyDose: 1, revision: 0 },
  ...{
    isAntimicrobial: false,
    isHighAlert: false,
    isRefrigerated: false,
    isInjection: false,
    isGlucoseLowering: false,
  },
  ...{
    isHospitalMade: false,
    isTcmPiece: false,
    isMailBlocked: false,
    isActive: false,
    maxCourseDays: null,
    gtin: null,
  },
  // A department.
  ...{ position: 1, minAgeMonths: "", maxAgeMonths: "", recordWindowDays: 15, redFlagIds: [] },
  ...{ commonConditions: "I10", hardConditions: "" },
  // A report's file.
  ...{ breakdown: "department", firstDay: "2026-11-01", lastDay: "2026-11-02" },
  // What everybody has from the start.
  ...{ groups: [...noticeGroups], quietFrom: "", quietTo: "" },
  // The published PIN: whoever may set one sets what it was.
  ...{ pin: DEMO_PIN, again: DEMO_PIN, weightKg: "61.5" },
  ...{
    from: "09:00",
    to: "11:30",
    fromDay: "2030-01-01",
    toDay: "2030-01-02",
    idTail: "001X",
    dueOn: nextWeek,
    expiresOn: nextWeek,
  },
};
const SENTENCE = "这是一句足够长的样例文字，没有别的意思。";

/** A field that is an id: where it stands in the sample, and its name. */
export interface IdField {
  readonly path: readonly (string | number)[];
  readonly name: string;
}

export interface Sample {
  readonly input: unknown;
  readonly ids: readonly IdField[];
}

/** Ids that the client makes itself belong to nobody. */
const ownMade = new Set(["clientId", "tab"]);

function fill(shape: Shape, name: string, at: IdField["path"], ids: IdField[]): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.format === "uuid") {
    if (!ownMade.has(name)) ids.push({ path: at, name });
    return "00000000-0000-7000-8000-000000000001";
  }
  if (Object.hasOwn(typed, name)) return typed[name];
  const variant = shape.anyOf?.[0] ?? shape.oneOf?.[0] ?? shape.allOf?.[0];
  if (variant) return fill(variant, name, at, ids);
  if (shape.type === "object")
    return Object.fromEntries(
      Object.entries(shape.properties ?? {})
        .filter(([key, part]) => shape.required?.includes(key) || key in typed || /"uuid"/.test(JSON.stringify(part)))
        .map(([key, part]) => [key, fill(part, key, [...at, key], ids)]),
    );
  if (shape.type === "array") return shape.items ? [fill(shape.items, name, [...at, 0], ids)] : [];
  if (shape.type === "integer" || shape.type === "number") return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === "boolean") return true;
  if (shape.pattern) return fc.sample(fc.stringMatching(new RegExp(shape.pattern)), { seed: 1, numRuns: 1 })[0];
  return SENTENCE;
}

/** One input for each variant of a schema, with the places of its ids. */
export function samplesOf(schema: z.ZodType): Sample[] {
  const shape = shapeOf(schema);
  return (shape.oneOf ?? shape.anyOf ?? [shape]).map((variant) => {
    const ids: IdField[] = [];
    const input = fill(variant, "", [], ids);
    return { input, ids };
  });
}

/** The sample with some of its ids changed. */
export function withIds(sample: Sample, idAt: (field: IdField) => string): unknown {
  const input = structuredClone(sample.input);
  for (const field of sample.ids) {
    let holder = input as Record<string | number, unknown>;
    for (const step of field.path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
    holder[field.path.at(-1) ?? ""] = idAt(field);
  }
  return input;
}
