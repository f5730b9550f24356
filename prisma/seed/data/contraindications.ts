import type { Contraindication } from "./types";

type Text = readonly [zh: string, en: string];
type Of = Pick<Contraindication, "atc" | "kind"> & Partial<Pick<Contraindication, "icd10" | "underMonths">>;

const weighed =
  (severity: Contraindication["severity"]) =>
  (of: Of, [mechanismZh, mechanismEn]: Text, [adviceZh, adviceEn]: Text): Contraindication => ({
    ...{ icd10: "", underMonths: null, severity, mechanismZh, mechanismEn, adviceZh, adviceEn },
    ...{ source: "class knowledge, unverified", ...of },
  });
const never = weighed("contraindicated");
const grave = weighed("major");
const minded = weighed("moderate");

const against = (atc: string, icd10: string): Of => ({ atc, kind: "diagnosis", icd10 });
const inState = (atc: string, kind: "pregnancy" | "lactation" | "kidney" | "liver"): Of => ({ atc, kind });

const teratogen: Text = ["可致胎儿畸形。", "Can cause malformations."];
const fetalKidney: Text = ["可致胎儿肾损害和羊水过少。", "Can harm the fetal kidney and lower the amniotic fluid."];
const choose: Text = ["换用妊娠期可用的药物。", "Choose a medicine that pregnancy allows."];
const noPregnancy: Text = ["妊娠期禁用。", "Do not use in pregnancy."];
const noNursing: Text = ["哺乳期避免使用，或停止哺乳。", "Avoid while breastfeeding, or stop breastfeeding."];
const accumulates: Text = ["肾功能减退时蓄积。", "Accumulates when the kidney fails."];
const lessByKidney: Text = ["按肾功能减量或换药。", "Lower the dose by kidney function, or choose another."];
const liverHarm: Text = ["有肝毒性。", "Harms the liver."];
const checkLiver: Text = ["活动性肝病避免使用，监测肝功能。", "Avoid in active liver disease; check liver function."];
const clots: Text = ["血栓风险增加。", "Raises the risk of thrombosis."];
const bleeds: Text = ["出血风险增加。", "Raises the risk of bleeding."];
const notHere: Text = ["禁用，换其他方案。", "Do not use; choose another way."];

/** Demonstration data: what the classes are known for, checked against no reference. A hospital loads its own table. */
export const contraindications: readonly Contraindication[] = [
  never(inState("D10BA01", "pregnancy"), teratogen, noPregnancy),
  never(inState("L04AX03", "pregnancy"), teratogen, noPregnancy),
  never(inState("B01AA03", "pregnancy"), teratogen, [
    "改用低分子肝素。",
    "Take a low molecular weight heparin instead.",
  ]),
  never(inState("C09AA", "pregnancy"), fetalKidney, choose),
  never(inState("C09CA", "pregnancy"), fetalKidney, choose),
  never(
    inState("C10AA", "pregnancy"),
    ["胎儿发育需要胆固醇。", "The fetus needs cholesterol."],
    ["妊娠期停用。", "Stop in pregnancy."],
  ),
  never(inState("N03AG01", "pregnancy"), teratogen, choose),
  never(inState("L02BG04", "pregnancy"), teratogen, noPregnancy),
  never(inState("L02BA01", "pregnancy"), teratogen, noPregnancy),
  never(inState("G03XC01", "pregnancy"), teratogen, noPregnancy),
  never(inState("G03AA12", "pregnancy"), ["妊娠期无避孕指征。", "There is nothing to prevent."], ["停用。", "Stop."]),
  never(inState("G03GB02", "pregnancy"), teratogen, noPregnancy),
  never(inState("H01BB02", "pregnancy"), ["诱发宫缩。", "Starts labour."], ["仅在院内使用。", "In the hospital only."]),
  never(inState("J01MA", "pregnancy"), ["可能损害胎儿软骨。", "May harm fetal cartilage."], choose),
  never(inState("J01AA", "pregnancy"), ["影响胎儿骨骼和牙齿。", "Affects fetal bones and teeth."], choose),
  grave(
    inState("J02AC", "pregnancy"),
    ["大剂量或长期使用与畸形相关。", "High or long doses are linked with malformations."],
    ["局部用药代替。", "Treat locally instead."],
  ),
  grave(
    inState("H03BB02", "pregnancy"),
    ["早孕期可致畸形。", "Early in pregnancy it can cause malformations."],
    ["早孕期改用丙硫氧嘧啶。", "Early in pregnancy take propylthiouracil."],
  ),
  grave(
    inState("M01A", "pregnancy"),
    ["孕晚期可致动脉导管早闭。", "Late in pregnancy the ductus may close early."],
    ["孕 20 周后避免使用，可选对乙酰氨基酚。", "Avoid after 20 weeks; paracetamol instead."],
  ),
  grave(inState("N03AF01", "pregnancy"), teratogen, ["由专科权衡。", "A specialist weighs it."]),
  grave(
    inState("N05AN01", "pregnancy"),
    ["可能致心脏畸形。", "May cause malformations of the heart."],
    ["由专科权衡。", "A specialist weighs it."],
  ),
  grave(
    inState("J01EE", "pregnancy"),
    ["抗叶酸，近足月致新生儿黄疸。", "An antifolate; near term it causes jaundice of the newborn."],
    choose,
  ),
  grave(inState("C03AA03", "pregnancy"), ["减少胎盘灌注。", "Lowers the flow to the placenta."], choose),
  minded(
    inState("N06AB", "pregnancy"),
    ["孕晚期使用，新生儿可能出现戒断症状。", "Late in pregnancy the newborn may show withdrawal."],
    ["权衡后使用，告知产科。", "Weigh it, and tell the obstetrician."],
  ),
  minded(
    inState("H02AB", "pregnancy"),
    ["长期使用影响胎儿生长。", "Long use affects fetal growth."],
    ["最低有效剂量。", "The lowest dose that works."],
  ),
  never(inState("L04AX03", "lactation"), ["进入乳汁。", "Passes into milk."], noNursing),
  never(inState("D10BA01", "lactation"), ["进入乳汁。", "Passes into milk."], noNursing),
  never(inState("N05AN01", "lactation"), ["乳汁浓度高。", "Levels in milk are high."], noNursing),
  never(
    inState("G02CB", "lactation"),
    ["抑制泌乳。", "Stops milk."],
    ["需要哺乳者禁用。", "Not for whoever wants to breastfeed."],
  ),
  never(inState("R05DA04", "lactation"), ["婴儿呼吸抑制。", "The baby's breathing may fail."], noNursing),
  grave(inState("J01AA", "lactation"), ["影响婴儿牙齿。", "Affects the baby's teeth."], noNursing),
  grave(inState("J01MA", "lactation"), ["进入乳汁。", "Passes into milk."], noNursing),
  grave(
    inState("G03AA12", "lactation"),
    ["雌激素减少乳汁。", "Oestrogen lowers milk."],
    ["哺乳期选单孕激素方法。", "Use a progestogen-only method."],
  ),
  grave(inState("C10AA", "lactation"), ["进入乳汁。", "Passes into milk."], noNursing),
  minded(
    inState("N06AB03", "lactation"),
    ["半衰期长，婴儿体内蓄积。", "A long half-life; it accumulates in the baby."],
    ["首选舍曲林。", "Sertraline first."],
  ),
  minded(
    inState("C07AB", "lactation"),
    ["进入乳汁。", "Passes into milk."],
    ["观察婴儿心率和吃奶。", "Watch the baby's pulse and feeding."],
  ),
  never(
    inState("A10BA02", "kidney"),
    ["乳酸酸中毒。", "Lactic acidosis."],
    ["eGFR 低于 30 禁用。", "Not below an eGFR of 30."],
  ),
  never(inState("L04AX03", "kidney"), accumulates, notHere),
  grave(inState("M01A", "kidney"), ["进一步损害肾功能。", "Harms the kidney further."], ["避免使用。", "Avoid."]),
  grave(
    inState("J01XE01", "kidney"),
    ["疗效差且蓄积。", "Works badly and accumulates."],
    ["换药。", "Choose another."],
  ),
  grave(
    inState("C03DA01", "kidney"),
    ["高钾血症。", "Raises potassium."],
    ["监测血钾，重度减退禁用。", "Check potassium; not in severe failure."],
  ),
  grave(inState("C01AA05", "kidney"), accumulates, lessByKidney),
  grave(inState("B01AF01", "kidney"), accumulates, lessByKidney),
  minded(inState("J05AB01", "kidney"), accumulates, lessByKidney),
  minded(inState("N03AX14", "kidney"), accumulates, lessByKidney),
  minded(inState("M04AA01", "kidney"), accumulates, lessByKidney),
  minded(inState("J01MA12", "kidney"), accumulates, lessByKidney),
  never(inState("N03AG01", "liver"), liverHarm, notHere),
  never(inState("D01BA02", "liver"), liverHarm, checkLiver),
  grave(inState("C10AA", "liver"), liverHarm, checkLiver),
  grave(inState("L04AX03", "liver"), liverHarm, checkLiver),
  grave(inState("J04A", "liver"), liverHarm, checkLiver),
  grave(inState("J02AC02", "liver"), liverHarm, checkLiver),
  minded(inState("N02BE01", "liver"), liverHarm, ["每日不超过 2 g。", "No more than 2 g a day."]),
  minded(inState("H03BA02", "liver"), liverHarm, checkLiver),
  never(against("C07A", "J45"), ["诱发支气管痉挛。", "Brings on bronchospasm."], notHere),
  never(against("C07A", "I44.2"), ["加重传导阻滞。", "Worsens the block."], notHere),
  never(against("G03AA12", "I80"), clots, notHere),
  never(against("G03C", "I80"), clots, notHere),
  never(against("G03AA12", "C50"), ["激素依赖性肿瘤。", "A tumour that hormones feed."], notHere),
  never(against("G03C", "C50"), ["激素依赖性肿瘤。", "A tumour that hormones feed."], notHere),
  never(against("G03CX01", "C50"), ["激素依赖性肿瘤。", "A tumour that hormones feed."], notHere),
  grave(
    against("G03AA12", "G43"),
    ["先兆偏头痛者卒中风险增加。", "With aura the risk of stroke rises."],
    ["有先兆者禁用。", "Not with aura."],
  ),
  grave(against("G03AA12", "I10"), ["升高血压和血栓风险。", "Raises blood pressure and the risk of clots."], notHere),
  never(against("B02AA02", "I80"), clots, notHere),
  never(against("L02BA01", "I80"), clots, notHere),
  never(against("G03XC01", "I80"), clots, notHere),
  never(against("M01A", "K25"), ["溃疡出血。", "The ulcer bleeds."], notHere),
  never(against("M01A", "K26"), ["溃疡出血。", "The ulcer bleeds."], notHere),
  grave(
    against("B01AC", "K25"),
    ["溃疡出血。", "The ulcer bleeds."],
    ["加用抑酸药或换药。", "Add acid suppression or choose another."],
  ),
  grave(against("B01AF01", "D68"), bleeds, notHere),
  never(against("B01AA03", "D68"), bleeds, notHere),
  grave(
    against("M01A", "I50"),
    ["水钠潴留加重心衰。", "Fluid retention worsens heart failure."],
    ["避免使用。", "Avoid."],
  ),
  grave(
    against("M01A", "J45"),
    ["可诱发阿司匹林哮喘。", "May bring on aspirin-exacerbated asthma."],
    ["询问既往耐受情况。", "Ask what was tolerated before."],
  ),
  never(against("A03FA03", "I45"), ["QT 间期延长。", "Prolongs the QT interval."], notHere),
  grave(against("J01FA", "I45"), ["QT 间期延长。", "Prolongs the QT interval."], notHere),
  grave(against("J01MA", "I45"), ["QT 间期延长。", "Prolongs the QT interval."], notHere),
  grave(against("N06AB10", "I45"), ["QT 间期延长。", "Prolongs the QT interval."], notHere),
  grave(against("J01MA", "G70"), ["加重肌无力。", "Worsens the weakness."], notHere),
  grave(against("J01MA", "G40"), ["降低发作阈值。", "Lowers the seizure threshold."], notHere),
  never(against("N02AX02", "G40"), ["降低发作阈值。", "Lowers the seizure threshold."], notHere),
  grave(
    against("N06AB", "F31"),
    ["可诱发躁狂。", "May bring on mania."],
    ["先用心境稳定剂。", "A mood stabiliser first."],
  ),
  grave(
    against("R03BB", "H40"),
    ["升高眼压。", "Raises the pressure in the eye."],
    ["避免喷入眼内，监测眼压。", "Keep it from the eyes; check the pressure."],
  ),
  grave(
    against("H02AB", "A15"),
    ["结核扩散。", "Tuberculosis spreads."],
    ["须同时抗结核治疗。", "Only together with treatment of tuberculosis."],
  ),
  grave(
    against("H02AB", "B18"),
    ["乙肝病毒再激活。", "Hepatitis B may flare up."],
    ["先查病毒载量。", "Check the viral load first."],
  ),
  grave(against("A12BA01", "E87.5"), ["加重高钾血症。", "Worsens high potassium."], notHere),
  grave(against("C03AA03", "M10"), ["升高尿酸。", "Raises uric acid."], ["换药。", "Choose another."]),
  never(
    { atc: "N02AX02", kind: "age", underMonths: 144 },
    ["婴幼儿呼吸抑制。", "A child's breathing may fail."],
    notHere,
  ),
  never({ atc: "R05DA04", kind: "age", underMonths: 144 }, ["呼吸抑制。", "Breathing may fail."], notHere),
  never(
    { atc: "J01AA", kind: "age", underMonths: 96 },
    ["牙齿变色、骨骼发育受损。", "Discolours teeth and harms bones."],
    notHere,
  ),
  grave(
    { atc: "J01MA", kind: "age", underMonths: 216 },
    ["可能损害软骨。", "May harm cartilage."],
    ["无替代时由专科决定。", "Only a specialist, when nothing else will do."],
  ),
  grave(
    { atc: "B01AC06", kind: "age", underMonths: 192 },
    ["瑞氏综合征。", "Reye's syndrome."],
    ["解热镇痛改用对乙酰氨基酚。", "For fever take paracetamol."],
  ),
];
