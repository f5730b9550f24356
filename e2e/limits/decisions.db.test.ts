import { expect, test } from "vitest";
import { acceptConsultation } from "@/lib/commands/consultation/accept";
import { pickOrder } from "@/lib/commands/order/pick";
import { placeOrder } from "@/lib/commands/order/place";
import { signForOrder } from "@/lib/commands/order/sign";
import { approvePrescription } from "@/lib/commands/prescription/approve";
import { claimPrescription } from "@/lib/commands/prescription/claim";
import { prescribe } from "@/lib/commands/prescription/prescribe";
import { returnPrescription } from "@/lib/commands/prescription/return";
import { type Command, transact } from "@/lib/db/transact";
import type { Actor } from "@/lib/domain/actor";
import { reviewPoints } from "@/lib/domain/review";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { express, order, parcel, prescription } from "@/lib/testing/order";
import { followUp, pad, prescribed } from "@/lib/testing/prescribing";
import { countStatements } from "@/lib/testing/statements";

/** BEGIN, COMMIT and the session read at the door included. */
const MOST = 8;
const SESSION_READ = 1;

async function statements<Input>(actor: Actor, command: Command<Input, unknown>, input: Input): Promise<number> {
  return SESSION_READ + (await countStatements(() => transact({ actor, now: NOON }, command, input)));
}

test(`no decision needs more than ${MOST} statements`, async () => {
  const pharmacist = await person("pharmacist");
  const counted: Record<string, number> = {};

  const waiting = await consultation({ status: "waiting" });
  counted.accept = await statements(waiting.doctor, acceptConsultation, { consultationId: waiting.id });
  const talk = await followUp();
  counted.prescribe = await statements(talk.doctor, prescribe, await pad(talk));

  const points = reviewPoints.map(({ code }) => code);
  for (const [name, decide] of [
    [
      "approve",
      (id: string) => statements(pharmacist, approvePrescription, { prescriptionId: id, points, seen: 1, pin: PIN }),
    ],
    [
      "return",
      (id: string) =>
        statements(pharmacist, returnPrescription, {
          prescriptionId: id,
          ...{ seen: 1, reasonCode: "dose", note: "剂量请再核对。" },
        }),
    ],
  ] as const) {
    const { prescriptionId } = await prescribed();
    counted.claim = await statements(pharmacist, claimPrescription, { prescriptionId });
    counted[name] = await decide(prescriptionId);
  }

  const made = await prescription();
  counted.place = await statements(made.patient, placeOrder, express(made.prescriptionId));
  const bought = await order({ status: "paid" });
  counted.pick = await statements(pharmacist, pickOrder, { orderId: bought.orderId });
  const sent = await order({ status: "shipped" });
  await parcel(sent, "signed");
  counted.sign = await statements(sent.patient, signForOrder, {
    ...{ orderId: sent.orderId, signature: "M1 1L2 2", code: undefined },
  });

  process.stdout.write(`statements a decision (most ${MOST}): ${JSON.stringify(counted)}\n`);
  expect(Object.entries(counted).filter(([, count]) => count > MOST || count < 4)).toEqual([]);
});
