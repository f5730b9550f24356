import { expect, test } from "vitest";
import { blockedLines, carrierOffers, type MailFlags, mailBlock, medicineTotal } from "./delivery";

const tablet: MailFlags = {
  isInjection: false,
  isGlucoseLowering: false,
  isRefrigerated: false,
  isHospitalMade: false,
  isMailBlocked: false,
};
const injection = { ...tablet, isInjection: true };
const insulin = { ...injection, isGlucoseLowering: true, isRefrigerated: true };
const refrigeratedDrops = { ...tablet, isRefrigerated: true };
const ordinary = { hasColdChain: false };
const coldChain = { hasColdChain: true };

test.each([
  ["a tablet goes with any carrier", tablet, ordinary, null],
  ["an injection does not", injection, ordinary, "injection"],
  ["an injection does not, cold chain or not", { ...injection, isRefrigerated: true }, coldChain, "injection"],
  ["insulin goes with a cold chain", insulin, coldChain, null],
  ["insulin does not go without one", insulin, ordinary, "refrigerated"],
  ["a glucose-lowering injection kept at room temperature goes", { ...insulin, isRefrigerated: false }, ordinary, null],
  ["what is kept cold goes with a cold chain", refrigeratedDrops, coldChain, null],
  ["what is kept cold does not go without one", refrigeratedDrops, ordinary, "refrigerated"],
  ["what the hospital makes itself does not", { ...tablet, isHospitalMade: true }, coldChain, "hospital_made"],
  ["what the formulary flags does not", { ...tablet, isMailBlocked: true }, coldChain, "formulary"],
  ["insulin that the formulary flags does not", { ...insulin, isMailBlocked: true }, coldChain, "formulary"],
])("R22 (NMPA list 2022): by mail, %s", (_, medicine, carrier, block) => {
  expect(mailBlock(medicine, carrier)).toBe(block);
});

test("R22: without a carrier in mind, what is kept cold counts as not mailable", () => {
  expect(mailBlock(refrigeratedDrops)).toBe("refrigerated");
});

test("R22: of a prescription, each line that cannot be mailed is named with its reason and the rule", () => {
  const lines = [
    { position: 1, medicine: tablet },
    { position: 2, medicine: injection },
    { position: 3, medicine: insulin },
  ];
  expect(blockedLines(lines, ordinary)).toEqual([
    { line: lines[1], block: "injection", rule: "R22" },
    { line: lines[2], block: "refrigerated", rule: "R22" },
  ]);
  expect(blockedLines(lines, coldChain)).toEqual([{ line: lines[1], block: "injection", rule: "R22" }]);
});

test("R23: carriers are compared cheapest first, the faster of two equals first, those that may not take it last", () => {
  const carrier = (code: string, hasColdChain: boolean, priceFen: number, maxDays: number) => ({
    ...{ code, hasColdChain },
    rate: { priceFen, minDays: 1, maxDays },
  });
  const offers = carrierOffers(
    [
      carrier("cheap", false, 800, 3),
      carrier("dear", true, 2200, 1),
      carrier("slow", true, 1300, 4),
      carrier("fast", true, 1300, 2),
    ],
    [{ medicine: insulin }],
  );
  expect(offers.map(({ code, blocked }) => [code, blocked.length])).toEqual([
    ["fast", 0],
    ["slow", 0],
    ["dear", 0],
    ["cheap", 1],
  ]);
});

test("medicine is paid by packs and today's price", () => {
  expect(
    medicineTotal([
      { packs: 2, medicine: { priceFen: 2980 } },
      { packs: 1, medicine: { priceFen: 1050 } },
    ]),
  ).toBe(7010);
});
