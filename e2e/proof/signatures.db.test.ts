import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { approvePrescription } from "@/lib/commands/prescription/approve";
import { claimPrescription } from "@/lib/commands/prescription/claim";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { isSigned } from "@/lib/db/signing/algorithms";
import { newSigningKey } from "@/lib/db/signing/new-key";
import { transact } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { reviewPoints } from "@/lib/domain/review";
import { verification } from "@/lib/queries/public/verification";
import { NOON, person } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { prescribed } from "@/lib/testing/prescribing";
import { selfSignedSeal } from "@/sandbox/run/pdf-seal";

const has = (tool: string) => spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), "signatures-"));
const kept = (name: string, content: string | Uint8Array) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const said = (tool: string, args: string[]) => {
  const { stdout, stderr, status } = spawnSync(tool, args, { encoding: "utf8" });
  return { text: `${stdout}${stderr}`, status };
};

const points = reviewPoints.map(({ code }) => code);
async function approved() {
  const made = await prescribed();
  const pharmacist = await person("pharmacist");
  const run = { actor: pharmacist, now: addMinutes(NOON, 1) };
  await transact(run, claimPrescription, { prescriptionId: made.prescriptionId });
  await transact(run, approvePrescription, { prescriptionId: made.prescriptionId, points, seen: 1, pin: PIN });
  const signatures = await db().signature.findMany({
    where: { version: { prescriptionId: made.prescriptionId } },
    include: { key: true, version: { include: { prescription: { select: { number: true } } } } },
    orderBy: { at: "asc" },
  });
  const { version } = signatures[0] ?? expect.fail("nothing was signed");
  const code = `${version.prescription.number}-1-${version.contentSha256.slice(0, 16)}`;
  return { ...made, pharmacist, signatures, code };
}

describe("R12, R33: the signatures of doctor and pharmacist, checked by somebody else", () => {
  test.skipIf(!has("openssl"))("openssl finds both Ed25519 signatures good, and a changed word bad", async () => {
    const { signatures } = await approved();
    expect(signatures.map(({ purpose }) => purpose)).toEqual(["prescribe", "approve"]);
    for (const { purpose, statement, value, key } of signatures) {
      const [publicKey, signature] = [
        kept(`${purpose}.pem`, key.publicKey),
        kept(`${purpose}.sig`, Buffer.from(value, "base64")),
      ];
      const check = (text: string) =>
        said("openssl", [
          ...["pkeyutl", "-verify", "-pubin", "-inkey", publicKey, "-rawin"],
          ...["-in", kept(`${purpose}.txt`, text), "-sigfile", signature],
        ]).status;
      expect(check(statement)).toBe(0);
      expect(check(statement.replace(":", ";"))).not.toBe(0);
    }
  });

  test("under SM2 with SM3 they hold the same way, and neither algorithm takes the other's", async () => {
    const keys = await Promise.all(["sm2", "ed25519"].map((name) => newSigningKey(newId(), PIN, NOON, name as "sm2")));
    const { algorithmOf } = await import("@/lib/db/signing/algorithms");
    const { unlockKey } = await import("@/lib/db/signing/key-box");
    const [sm2, ed25519] = await Promise.all(
      keys.map(async (key) => {
        const privateKey = (await unlockKey(PIN, key.accountId, key.keySealed)) ?? expect.fail();
        return { ...key, value: algorithmOf(key.algorithm).sign(privateKey, "处方") };
      }),
    );
    if (!sm2 || !ed25519) expect.fail();
    expect(isSigned(sm2, "处方", sm2.value)).toBe(true);
    expect(isSigned(sm2, "处方 ", sm2.value)).toBe(false);
    expect(isSigned(sm2, "处方", ed25519.value)).toBe(false);
    expect(isSigned(ed25519, "处方", sm2.value)).toBe(false);
    expect(isSigned(ed25519, "处方", "not base64 at all")).toBe(false);
  });

  test("the public verification says valid, and of whom; a guessed code says nothing", async () => {
    const { code } = await approved();
    expect(await verification(code, addMinutes(NOON, 2))).toMatchObject({
      ...{ standing: "valid", isWhole: true },
      signatures: [
        { purpose: "prescribe", isValid: true, algorithm: "ed25519" },
        { purpose: "approve", isValid: true },
      ],
    });
    expect(await verification(code, addMinutes(NOON, 60 * 24 * 4))).toMatchObject({ standing: "expired" });
    for (const guess of ["", "x", `${code.slice(0, -16)}0000000000000000`, code.replace("-1-", "-2-"), `${code}'--`])
      expect(await verification(guess, NOON)).toBe(null);
  });

  test("a signature replayed from another prescription, and a line changed in the database, are found", async () => {
    const [one, other] = [await approved(), await approved()];
    const moved = other.signatures[0] ?? expect.fail();
    const replayed = { ...moved, versionId: one.signatures[0]?.versionId ?? "" };
    await db().signature.create({
      data: {
        ...{ id: newId(), versionId: replayed.versionId, keyId: moved.keyId, signerId: moved.signerId, at: NOON },
        ...{ purpose: "double_sign", statement: moved.statement, value: moved.value },
      },
    });
    const found = await verification(one.code, NOON);
    expect(found?.signatures.find(({ purpose }) => purpose === "double_sign")).toMatchObject({ isValid: false });
    await expect(
      db().prescriptionItem.updateMany({ where: { versionId: replayed.versionId }, data: { packs: 9 } }),
    ).rejects.toThrow();
  });
});

describe("the official form as a PDF", () => {
  beforeAll(() => {
    vi.stubEnv("PDF_SEAL_PASSPHRASE", "of these tests");
    vi.stubEnv("PDF_SEAL_P12", selfSignedSeal("of these tests"));
  });
  const pdfOf = async (id: string, actor: Awaited<ReturnType<typeof person>>, lang: "zh-CN" | "en") => {
    vi.resetModules();
    const { openForm } = await import("@/lib/flows/prescription/form");
    const answer = await openForm({ actor, now: addMinutes(NOON, 2) }, { id, lang });
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    return Buffer.from(await answer.arrayBuffer());
  };

  test.skipIf(!has("openssl"))("openssl finds its CAdES signature good, and not after one byte changed", async () => {
    const { prescriptionId, patient } = await approved();
    const pdf = await pdfOf(prescriptionId, patient, "zh-CN");
    const check = (file: Buffer) => {
      const [from = 0, before = 0, after = 0, rest = 0] = (
        /ByteRange \[([^\]]+)\]/.exec(file.toString("latin1"))?.[1] ?? ""
      )
        .trim()
        .split(/\s+/)
        .map(Number);
      const hex = file
        .subarray(before + 1, after - 1)
        .toString("latin1")
        .replace(/(00)+$/, "");
      const covered = Buffer.concat([file.subarray(from, from + before), file.subarray(after, after + rest)]);
      expect(after + rest).toBe(file.length);
      return said("openssl", [
        ...["cms", "-verify", "-inform", "DER", "-binary", "-noverify", "-out", path.join(folder, "out")],
        ...["-in", kept("form.p7s", Buffer.from(hex.length % 2 ? `${hex}0` : hex, "hex"))],
        ...["-content", kept("form.bin", covered)],
      ]).status;
    };
    expect(check(pdf)).toBe(0);
    const tampered = Buffer.from(pdf);
    tampered[200] = (tampered[200] ?? 0) ^ 1;
    expect(check(tampered)).not.toBe(0);
  });

  test.skipIf(!has("pdfsig"))("pdfsig says the signature is valid and the whole document signed", async () => {
    const { prescriptionId, patient } = await approved();
    const report = said("pdfsig", ["-nocert", kept("form.pdf", await pdfOf(prescriptionId, patient, "en"))]).text;
    expect(report).toContain("Signature is Valid");
    expect(report).toContain("Total document signed");
    expect(report).toContain("ETSI.CAdES.detached");
  });

  test.skipIf(!has("pdftotext"))("in Chinese and in English it says who, what, how and by whom", async () => {
    const { prescriptionId, patient, patientId, signatures } = await approved();
    const { name } = await db().patient.findUniqueOrThrow({ where: { id: patientId } });
    const number = signatures[0]?.version.prescription.number ?? "";
    const text = async (lang: "zh-CN" | "en") =>
      said("pdftotext", ["-layout", kept("form.pdf", await pdfOf(prescriptionId, patient, lang)), "-"]).text;
    for (const words of ["处方笺", "左甲状腺素钠片", "每日 1 次", "以下空白", number, name])
      expect(await text("zh-CN")).toContain(words);
    for (const words of ["Prescription", "Levothyroxine", "once a day", "(blank below)", number])
      expect(await text("en")).toContain(words);
  });

  test("another patient's, and no id at all, are not there", async () => {
    const { prescriptionId } = await approved();
    await expect(pdfOf(prescriptionId, await person("patient"), "zh-CN")).rejects.toMatchObject({ code: "not_found" });
  });
});
