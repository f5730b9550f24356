import path from "node:path";
import { ownPeople } from "../../sandbox/fhir/people";
import { accept, prescribe, say } from "../support/doctor";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, book, goToGateway, linkCard, newPatient, payAtGateway } from "../support/patient";
import { words } from "../support/words";

const PICTURE = path.join(import.meta.dirname, "../support/rash.png");

test("try: from card to prescription", async ({ open }) => {
  const t = words("zh-CN");
  const who = ownPeople[0];
  if (!who) throw new Error("nobody is on file");
  const patient = await open(await newPatient(), { on: "phone" });
  await addPerson(patient, t, who);
  await linkCard(patient, t, who);
  await book(patient, t, {
    doctor: "D014",
    service: "follow_up",
    person: who.name,
    symptoms: "服药三个月，最近有点乏力，想复查后续药。",
  });
  const room = patient.url();
  await goToGateway(patient, t);
  await payAtGateway(patient, "succeed");
  await patient.goto(room);
  const doctor = await open("D014");
  await accept(doctor, t, who.name);
  await say(doctor, t, "您好，最近一次 TSH 是多少？");
  await say(patient, t, "上周查的是 6.2。");
  await expect(doctor.getByRole("log").getByText("上周查的是 6.2。")).toBeVisible();
  await prescribe(doctor, t, {
    diagnosis: ["E03", /E03/],
    medicine: ["zjzxs", /左甲状腺素/],
    days: 28,
    advice: "空腹服用，六周后复查甲功。",
    supplyReason: "慢性病病情稳定，长期用药。",
  });
  await expect(patient.getByText(t("room.prescription.title")).first()).toBeVisible();
  await doctor.screenshot({ path: "/tmp/shots/e1.png", fullPage: true });
  await patient.screenshot({ path: "/tmp/shots/e2.png" });
});
