import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approvePrescription } from "@/lib/commands/prescription/approve";
import { claimPrescription } from "@/lib/commands/prescription/claim";
import { doubleSign } from "@/lib/commands/prescription/double-sign";
import { refusePrescription } from "@/lib/commands/prescription/refuse";
import { releasePrescription } from "@/lib/commands/prescription/release";
import { returnPrescription } from "@/lib/commands/prescription/return";
import { revise } from "@/lib/commands/prescription/revise";
import { sweepPrescription } from "@/lib/commands/prescription/sweep";
import { voidPrescription } from "@/lib/commands/prescription/void";
import { db } from "@/lib/db/client";
import { type Command, transact } from "@/lib/db/transact";
import { type Actor, systemActor } from "@/lib/domain/actor";
import { addMinutes, endOfDay } from "@/lib/domain/calendar";
import { CLAIM_MINUTES } from "@/lib/domain/prescription";
import { reviewPoints } from "@/lib/domain/review";
import { Refusal } from "@/lib/errors";
import { NOON, person } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { content, prescribed } from "@/lib/testing/prescribing";

const isFull = process.env.PROOF === "full";
const seed = process.env.PROOF_SEED ? { seed: Number(process.env.PROOF_SEED) } : {};
const points = reviewPoints.map(({ code }) => code);
const NOTE = "请核对每日剂量";
const MINUTES = [1, 9, 11, 60, 900];

type Made = Awaited<ReturnType<typeof prescribed>>;
type Who = 0 | 1;
type Step =
  | { readonly do: "claim" | "release" | "approve" | "return" | "refuse"; readonly by: Who }
  | { readonly do: "revise" | "double_sign" | "void" | "take_back" | "sweep" }
  | { readonly do: "wait"; readonly minutes: number };

/** What a prescription should be after each step, by the workflow's own words. */
interface Model {
  status: "in_review" | "returned" | "approved" | "refused" | "expired" | "voided";
  version: number;
  holder: Who | null;
  heldUntil: Date;
  validUntil: Date;
  now: Date;
}

const open = new Set(["in_review", "returned", "approved"]);
const allowed = (model: Model, step: Step): boolean => {
  const { status, holder, heldUntil, validUntil, now } = model;
  const holds = (by: Who) => status === "in_review" && holder === by && heldUntil > now;
  if (step.do === "claim") return status === "in_review" && (holder === null || holder === step.by || heldUntil <= now);
  if (step.do === "release") return status === "in_review" && holder === step.by;
  if (step.do === "approve") return holds(step.by) && validUntil > now;
  if (step.do === "return" || step.do === "refuse") return holds(step.by);
  if (step.do === "revise" || step.do === "double_sign") return status === "returned" && validUntil > now;
  if (step.do === "void" || step.do === "take_back") return open.has(status);
  if (step.do === "sweep") return open.has(status) && validUntil <= now;
  return true;
};

function follow(model: Model, step: Step): void {
  const to = (status: Model["status"]) => Object.assign(model, { status, holder: null });
  if (step.do === "claim") Object.assign(model, { holder: step.by, heldUntil: addMinutes(model.now, CLAIM_MINUTES) });
  if (step.do === "release") model.holder = null;
  if (step.do === "approve") to("approved");
  if (step.do === "return") to("returned");
  if (step.do === "refuse") to("refused");
  if (step.do === "void" || step.do === "take_back") to("voided");
  if (step.do === "sweep") to("expired");
  if (step.do === "revise" || step.do === "double_sign")
    Object.assign(to("in_review"), { version: model.version + 1, validUntil: endOfDay(model.now, 0) });
}

async function carryOut(made: Made, reviewers: readonly Actor[], model: Model, step: Step): Promise<boolean> {
  const { prescriptionId } = made;
  const act = <Input>(actor: Actor | undefined, command: Command<Input, unknown>, input: Input) =>
    transact({ actor: actor ?? made.doctor, now: model.now }, command, input);
  const held = { prescriptionId, seen: model.version };
  const again = { prescriptionId, pin: PIN };
  const steps: Record<Exclude<Step["do"], "wait">, (by?: Actor) => Promise<unknown>> = {
    claim: (by) => act(by, claimPrescription, { prescriptionId }),
    release: (by) => act(by, releasePrescription, { prescriptionId }),
    approve: (by) => act(by, approvePrescription, { ...held, points, pin: PIN }),
    return: (by) => act(by, returnPrescription, { ...held, reasonCode: "dose", note: NOTE }),
    refuse: (by) => act(by, refusePrescription, { ...held, note: NOTE }),
    revise: async () => act(made.doctor, revise, { ...again, ...(await content()) }),
    double_sign: () => act(made.doctor, doubleSign, { ...again, reason: "病情需要，已评估" }),
    void: () => act(made.doctor, voidPrescription, { prescriptionId, reason: "病情变化" }),
    take_back: () => act(made.patient, voidPrescription, { prescriptionId, reason: "暂时不需要" }),
    sweep: () => act(systemActor("deadlines"), sweepPrescription, { id: prescriptionId }),
  };
  if (step.do === "wait") return true;
  try {
    await steps[step.do]("by" in step ? reviewers[step.by] : undefined);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const by = fc.constantFrom<Who>(0, 1);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant("claim" as const), by }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constantFrom("approve" as const, "return" as const), by }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constantFrom("release" as const, "refuse" as const), by }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constantFrom("revise" as const, "double_sign" as const) }), weight: 3 },
  { arbitrary: fc.record({ do: fc.constantFrom("void" as const, "take_back" as const, "sweep" as const) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom(...MINUTES) }), weight: 2 },
);

test("P5: whatever happens to a prescription in whatever order, it is what the workflow says, and what was signed stays", async () => {
  const reviewers = [await person("pharmacist"), await person("head_pharmacist")];
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: isFull ? 40 : 16 }), async (steps) => {
      const made = await prescribed();
      const row = () => db().prescription.findUniqueOrThrow({ where: { id: made.prescriptionId } });
      const { validUntil } = await row();
      const model: Model = {
        ...{ status: "in_review", version: 1, holder: null, heldUntil: NOON, now: NOON },
        validUntil: validUntil ?? NOON,
      };
      for (const step of steps) {
        if (step.do === "wait") model.now = addMinutes(model.now, step.minutes);
        const isAllowed = allowed(model, step);
        expect([step, await carryOut(made, reviewers, model, step)]).toEqual([step, isAllowed]);
        if (isAllowed) follow(model, step);
        const after = await row();
        expect([step, after.status, after.contentVersion]).toEqual([step, model.status, model.version]);
      }
      // One decision a version at the most, each version signed by the prescriber, and none can be changed any more.
      const versions = await db().prescriptionVersion.findMany({
        where: { prescriptionId: made.prescriptionId },
        include: { signatures: true },
      });
      expect(versions).toHaveLength(model.version);
      for (const { id, signatures } of versions) {
        expect(signatures.some(({ purpose }) => purpose === "prescribe")).toBe(true);
        await expect(db().prescriptionVersion.update({ where: { id }, data: { advice: "x" } })).rejects.toThrow();
      }
      const isApproved = versions.some(({ signatures }) => signatures.some(({ purpose }) => purpose === "approve"));
      if (model.status === "approved") expect(isApproved).toBe(true);
    }),
    { numRuns: isFull ? 2_000 : 25, ...seed },
  );
}, 3_600_000);

describe("P6: eight clients at the same moment have one winner", () => {
  const ROUNDS = isFull ? 500 : 6;
  const winners = (tries: PromiseSettledResult<unknown>[]) =>
    tries.filter(({ status }) => status === "fulfilled").length;

  test("approve, return and refuse of one holder", async () => {
    const pharmacist = await person("pharmacist");
    const run = { actor: pharmacist, now: NOON };
    for (let round = 0; round < ROUNDS; round++) {
      const { prescriptionId } = await prescribed();
      await transact(run, claimPrescription, { prescriptionId });
      const held = { prescriptionId, seen: 1 };
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) => {
          if (index % 3 === 0) return transact(run, approvePrescription, { ...held, points, pin: PIN });
          if (index % 3 === 1) return transact(run, returnPrescription, { ...held, reasonCode: "dose", note: NOTE });
          return transact(run, refusePrescription, { ...held, note: NOTE });
        }),
      );
      expect(winners(tries)).toBe(1);
      expect(await db().prescriptionReview.count({ where: { prescriptionId } })).toBe(1);
      const { status } = await db().prescription.findUniqueOrThrow({ where: { id: prescriptionId } });
      const approvals = await db().signature.count({ where: { version: { prescriptionId }, purpose: "approve" } });
      expect(approvals).toBe(status === "approved" ? 1 : 0);
    }
  }, 3_600_000);

  test("claims of eight pharmacists", async () => {
    const pharmacists = await Promise.all(Array.from({ length: 8 }, () => person("pharmacist")));
    for (let round = 0; round < ROUNDS; round++) {
      const { prescriptionId } = await prescribed();
      const tries = await Promise.allSettled(
        pharmacists.map((actor) => transact({ actor, now: NOON }, claimPrescription, { prescriptionId })),
      );
      expect(winners(tries)).toBe(1);
    }
  }, 3_600_000);

  test("a correction and a second signature of a returned one; each version is signed once", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const made = await prescribed();
      const { prescriptionId, doctor } = made;
      await db().prescription.update({ where: { id: prescriptionId }, data: { status: "returned", version: 2 } });
      const corrected = await content({ advice: "已更正剂量。" });
      const run = { actor: doctor, now: addMinutes(NOON, 5) };
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) =>
          index % 2 === 0
            ? transact(run, revise, { prescriptionId, pin: PIN, ...corrected })
            : transact(run, doubleSign, { prescriptionId, pin: PIN, reason: "病情需要，已评估" }),
        ),
      );
      expect(winners(tries)).toBe(1);
      const versions = await db().prescriptionVersion.findMany({ where: { prescriptionId }, select: { number: true } });
      expect(versions.map(({ number }) => number).sort()).toEqual([1, 2]);
    }
  }, 3_600_000);
});
