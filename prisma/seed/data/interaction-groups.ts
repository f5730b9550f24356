import type { Interaction } from "./types";

type Text = readonly [zh: string, en: string];

interface Group {
  readonly severity: Interaction["severity"];
  readonly mechanism: Text;
  readonly advice: Text;
  /** Each of these with each of those; without `those`, each with each other. */
  readonly these: readonly string[];
  readonly those?: readonly string[];
}

const groups: readonly Group[] = [
  {
    severity: "major",
    mechanism: ["两药均可延长 QT 间期，作用相加。", "Both prolong the QT interval; the effects add up."],
    advice: ["尽量避免合用；必须合用时查心电图和血钾。", "Avoid; otherwise check the ECG and potassium."],
    these: ["A03FA03", "A04AA", "J01FA", "J01MA", "J02AC", "N05AH04", "N06AB10", "P01BA02", "N06AX16"],
  },
  {
    severity: "major",
    mechanism: ["均增强 5-羟色胺能作用，有 5-羟色胺综合征风险。", "Both raise serotonin: risk of serotonin syndrome."],
    advice: ["避免合用；出现高热、震颤、意识改变立即停药。", "Avoid; stop at once with fever, tremor or confusion."],
    these: ["N02AX02", "N02CC", "N06AB", "N06AX16"],
  },
  {
    severity: "major",
    mechanism: ["中枢抑制作用相加。", "Depression of the central nervous system adds up."],
    advice: ["避免合用或减量，提醒勿驾驶。", "Avoid or lower the doses; warn against driving."],
    these: ["N05AH04", "N05BA", "N05CF02", "N02AX02", "R05DA04"],
  },
  {
    severity: "moderate",
    mechanism: ["镇静作用相加。", "Sedation adds up."],
    advice: ["告知嗜睡风险，避免驾驶。", "Warn of drowsiness and against driving."],
    these: ["N03AF01", "N03AX14", "R06AE"],
    those: ["N05AH04", "N05CF02", "N02AX02"],
  },
  {
    severity: "major",
    mechanism: ["均升高血钾。", "Both raise serum potassium."],
    advice: [
      "避免常规合用；一周内复查血钾和肾功能。",
      "Avoid as a routine; check potassium and kidney function within a week.",
    ],
    these: ["A12BA01", "C03DA01", "C09AA", "C09CA"],
  },
  {
    severity: "moderate",
    mechanism: ["甲氧苄啶减少钾排泄。", "Trimethoprim lowers the excretion of potassium."],
    advice: ["复查血钾。", "Check potassium."],
    these: ["J01EE"],
    those: ["A12BA01", "C03DA01", "C09AA", "C09CA"],
  },
  {
    severity: "moderate",
    mechanism: [
      "非甾体抗炎药减弱降压和利尿作用，并可损害肾功能。",
      "NSAIDs blunt the effect on pressure and diuresis and can harm the kidney.",
    ],
    advice: ["短期使用，监测血压和肌酐。", "Keep it short; watch blood pressure and creatinine."],
    these: ["M01A"],
    those: ["C03CA01", "C03DA01", "C09AA", "C09CA", "C07AB"],
  },
  {
    severity: "moderate",
    mechanism: ["降压作用相加。", "Lowering of blood pressure adds up."],
    advice: ["从小剂量开始，注意体位性低血压。", "Begin low; mind dizziness on standing."],
    these: ["C03AA03", "C03CA01", "C07AB", "C08CA", "C09AA", "C09CA"],
    those: ["C02AB", "N05AH04", "G02CB"],
  },
  {
    severity: "moderate",
    mechanism: ["均降低血压，合用多为治疗所需。", "Both lower blood pressure, often on purpose."],
    advice: ["监测血压、肾功能和电解质。", "Watch blood pressure, kidney function and electrolytes."],
    these: ["C03AA03", "C03CA01"],
    those: ["C07AB", "C09AA", "C09CA"],
  },
  {
    severity: "major",
    mechanism: [
      "强效抑制 CYP3A4，他汀血药浓度升高，横纹肌溶解风险增加。",
      "Strong inhibition of CYP3A4 raises the statin: risk of rhabdomyolysis.",
    ],
    advice: [
      "疗程内停用他汀或换用不经此酶代谢者。",
      "Stop the statin for the course, or take one that this enzyme spares.",
    ],
    these: ["C10AA05"],
    those: ["J01FA09", "J02AC02"],
  },
  {
    severity: "major",
    mechanism: ["肌病风险增加。", "The risk of myopathy rises."],
    advice: ["避免合用，或监测肌酸激酶。", "Avoid, or watch creatine kinase."],
    these: ["C10AA05", "C10AA07"],
    those: ["C10AB05", "M04AC01"],
  },
  {
    severity: "contraindicated",
    mechanism: [
      "抑制 CYP3A4 和 P-糖蛋白，秋水仙碱蓄积致命。",
      "Inhibition of CYP3A4 and P-glycoprotein: colchicine accumulates to lethal levels.",
    ],
    advice: ["禁止合用。", "Do not use together."],
    these: ["M04AC01"],
    those: ["J01FA09", "J02AC02"],
  },
  {
    severity: "contraindicated",
    mechanism: [
      "强效抑制 CYP3A4，QT 间期延长和尖端扭转型室速风险。",
      "Strong inhibition of CYP3A4: QT prolongation and torsades.",
    ],
    advice: ["禁止合用。", "Do not use together."],
    these: ["A03FA03"],
    those: ["J01FA09", "J02AC02"],
  },
  {
    severity: "major",
    mechanism: ["抑制 CYP3A4，血药浓度升高。", "Inhibition of CYP3A4 raises the level."],
    advice: ["减量并监测不良反应，或换药。", "Lower the dose and watch, or choose another."],
    these: ["J01FA09", "J02AC"],
    those: ["N03AF01", "N05AH04", "B01AF01", "G02CB03", "R03AK06", "H02AB04"],
  },
  {
    severity: "major",
    mechanism: ["诱导肝酶，血药浓度明显下降。", "Induction of liver enzymes lowers the level markedly."],
    advice: ["换药，或在监测下调整剂量。", "Choose another, or adjust under monitoring."],
    these: ["J04AB02"],
    those: [
      "B01AA03",
      "B01AF01",
      "C10AA05",
      "G03A",
      "G03D",
      "H02AB",
      "H03AA01",
      "J02AC",
      "L02BA01",
      "N03AX09",
      "N05AH04",
      "C08CA",
      "C09CA01",
      "A10BB09",
      "N02AX02",
    ],
  },
  {
    severity: "major",
    mechanism: ["卡马西平诱导肝酶，疗效下降。", "Carbamazepine induces liver enzymes: the effect is lost."],
    advice: ["换用其他避孕或治疗方案，监测疗效。", "Use another method or medicine; watch the effect."],
    these: ["N03AF01"],
    those: ["B01AA03", "B01AF01", "C08CA", "G03A", "G03D", "H02AB", "N03AX09", "C10AA05"],
  },
  {
    severity: "major",
    mechanism: ["丙戊酸抑制拉莫三嗪代谢，皮疹风险增加。", "Valproate slows lamotrigine: risk of severe rash."],
    advice: ["拉莫三嗪起始减半并缓慢加量。", "Halve the start of lamotrigine and go slowly."],
    these: ["N03AG01"],
    those: ["N03AX09"],
  },
  {
    severity: "moderate",
    mechanism: ["雌激素降低拉莫三嗪浓度。", "Oestrogen lowers lamotrigine."],
    advice: ["开始或停用时复查浓度。", "Check the level when starting or stopping."],
    these: ["G03A", "G03C"],
    those: ["N03AX09"],
  },
  {
    severity: "major",
    mechanism: ["出血风险相加。", "The risk of bleeding adds up."],
    advice: [
      "避免合用；必须合用时加用胃黏膜保护并观察出血。",
      "Avoid; otherwise protect the stomach and watch for bleeding.",
    ],
    these: ["B01AF01", "B01AC04"],
    those: ["B01AA", "B01AB", "M01A", "N06AB", "N06AX16"],
  },
  {
    severity: "major",
    mechanism: [
      "抗血小板与抗凝合用出血风险增加。",
      "Antiplatelet and anticoagulant together raise the risk of bleeding.",
    ],
    advice: ["仅在明确指征下合用。", "Only with a clear indication."],
    these: ["B01AF01"],
    those: ["B01AC04", "B01AC06"],
  },
  {
    severity: "major",
    mechanism: [
      "促凝与性激素合用，血栓风险增加。",
      "An antifibrinolytic with sex hormones raises the risk of thrombosis.",
    ],
    advice: ["避免合用。", "Avoid."],
    these: ["B02AA02"],
    those: ["G03A", "G03C", "G03X", "L02BA01"],
  },
  {
    severity: "moderate",
    mechanism: [
      "奥美拉唑等抑制 CYP2C19，氯吡格雷活化减少。",
      "Inhibition of CYP2C19 lowers the activation of clopidogrel.",
    ],
    advice: ["改用对该酶影响小的抑酸药。", "Take an acid suppressant that spares this enzyme."],
    these: ["B01AC04"],
    those: ["A02BC01", "N06AB03", "J02AC01"],
  },
  {
    severity: "moderate",
    mechanism: ["多价阳离子与之螯合，吸收减少。", "Polyvalent cations bind it: less is absorbed."],
    advice: ["间隔至少 2～4 小时服用。", "Take 2 to 4 hours apart."],
    these: ["A12A", "A12CB", "B03A"],
    those: ["J01AA", "J01MA", "M05BA04"],
  },
  {
    severity: "moderate",
    mechanism: ["胃酸减少，吸收下降。", "Less gastric acid lowers absorption."],
    advice: ["避免合用或改剂型。", "Avoid, or use another form."],
    these: ["A02BA03", "A02BC"],
    those: ["J02AC02", "J01DC02"],
  },
  {
    severity: "major",
    mechanism: [
      "肾小管分泌竞争，甲氨蝶呤蓄积，骨髓抑制。",
      "Competition in the kidney: methotrexate accumulates, bone marrow suffers.",
    ],
    advice: ["避免合用；监测血常规和肾功能。", "Avoid; watch blood counts and kidney function."],
    these: ["L04AX03"],
    those: ["M01A", "J01CA", "J01CR", "A02BC", "J01MA"],
  },
  {
    severity: "contraindicated",
    mechanism: ["抗叶酸作用相加，骨髓抑制致命。", "Antifolate effects add up: lethal bone marrow suppression."],
    advice: ["禁止合用。", "Do not use together."],
    these: ["L04AX03"],
    those: ["J01EE"],
  },
  {
    severity: "contraindicated",
    mechanism: [
      "别嘌醇抑制硫唑嘌呤代谢，骨髓抑制致命。",
      "Allopurinol blocks the breakdown of azathioprine: lethal bone marrow suppression.",
    ],
    advice: ["禁止合用。", "Do not use together."],
    these: ["L04AX01"],
    those: ["M04AA01"],
  },
  {
    severity: "contraindicated",
    mechanism: ["均升高颅内压。", "Both raise intracranial pressure."],
    advice: ["禁止合用。", "Do not use together."],
    these: ["D10BA01"],
    those: ["J01AA"],
  },
  {
    severity: "major",
    mechanism: ["锂排泄减少，中毒。", "Less lithium is excreted: poisoning."],
    advice: ["避免合用；监测血锂浓度。", "Avoid; watch the lithium level."],
    these: ["N05AN01"],
    those: ["C03AA03", "C03CA01", "C09AA", "C09CA", "M01A"],
  },
  {
    severity: "moderate",
    mechanism: ["5-羟色胺能作用增强。", "Serotonergic effects increase."],
    advice: ["观察震颤、腹泻、意识改变。", "Watch for tremor, diarrhoea, confusion."],
    these: ["N05AN01"],
    those: ["N06AB", "N06AX16", "N02CC"],
  },
  {
    severity: "major",
    mechanism: ["抑制茶碱代谢，中毒。", "Theophylline is broken down more slowly: poisoning."],
    advice: [
      "茶碱减量并监测浓度，或换抗菌药。",
      "Lower theophylline and check its level, or choose another antimicrobial.",
    ],
    these: ["R03DA04"],
    those: ["J01FA", "J01MA"],
  },
  {
    severity: "moderate",
    mechanism: ["诱导肝酶，茶碱浓度下降。", "Induction of liver enzymes lowers theophylline."],
    advice: ["监测浓度。", "Check the level."],
    these: ["R03DA04"],
    those: ["J04AB02", "N03AF01"],
  },
  {
    severity: "major",
    mechanism: ["β 受体阻滞剂拮抗支气管扩张。", "Beta blockers oppose bronchodilation."],
    advice: ["哮喘患者避免合用。", "Avoid in asthma."],
    these: ["C07AB"],
    those: ["R03AC", "R03AK"],
  },
  {
    severity: "moderate",
    mechanism: ["掩盖低血糖症状。", "The signs of low blood sugar are hidden."],
    advice: ["加强血糖监测。", "Check blood sugar more often."],
    these: ["C07AB"],
    those: ["A10A", "A10BB"],
  },
  {
    severity: "moderate",
    mechanism: ["降糖作用相加，低血糖风险增加。", "Lowering of blood sugar adds up: risk of hypoglycaemia."],
    advice: ["减量并监测血糖。", "Lower the dose and check blood sugar."],
    these: ["A10BB09"],
    those: ["A10A", "A10BA", "A10BF", "A10BH", "A10BK", "J01EE", "J02AC01", "J01MA"],
  },
  {
    severity: "moderate",
    mechanism: ["糖皮质激素升高血糖。", "Corticosteroids raise blood sugar."],
    advice: ["监测血糖，必要时调整降糖药。", "Check blood sugar and adjust."],
    these: ["H02AB"],
    those: ["A10A", "A10BA", "A10BB", "A10BF", "A10BH", "A10BK"],
  },
  {
    severity: "major",
    mechanism: ["胃肠道出血风险增加。", "The risk of bleeding in the gut rises."],
    advice: ["避免合用，或加用抑酸药。", "Avoid, or add acid suppression."],
    these: ["H02AB"],
    those: ["M01A", "B01AA", "B01AC06"],
  },
  {
    severity: "moderate",
    mechanism: ["排钾作用相加，低钾血症。", "Loss of potassium adds up."],
    advice: ["监测血钾。", "Check potassium."],
    these: ["H02AB", "R03AC"],
    those: ["C03AA03", "C03CA01"],
  },
  {
    severity: "major",
    mechanism: ["低钾或浓度升高致洋地黄中毒。", "Low potassium or a higher level leads to digoxin poisoning."],
    advice: ["监测血钾、心电图和地高辛浓度。", "Check potassium, ECG and the digoxin level."],
    these: ["C01AA05"],
    those: ["C03AA03", "C03CA01", "J01FA", "J02AC02", "H02AB", "C03DA01"],
  },
  {
    severity: "moderate",
    mechanism: ["心率减慢作用相加。", "Slowing of the heart adds up."],
    advice: ["监测心率和心电图。", "Watch heart rate and ECG."],
    these: ["C01AA05"],
    those: ["C07AB", "C07AG"],
  },
  {
    severity: "major",
    mechanism: [
      "抑制 CYP2D6，他莫昔芬活性代谢物减少。",
      "Inhibition of CYP2D6: less of tamoxifen's active metabolite.",
    ],
    advice: ["改用艾司西酞普兰或文拉法辛。", "Take escitalopram or venlafaxine instead."],
    these: ["L02BA01"],
    those: ["N06AB03"],
  },
  {
    severity: "contraindicated",
    mechanism: ["雌激素拮抗抗雌激素治疗。", "Oestrogen defeats anti-oestrogen therapy."],
    advice: ["禁止合用。", "Do not use together."],
    these: ["L02BA01"],
    those: ["G03A", "G03C"],
  },
  {
    severity: "major",
    mechanism: ["他莫昔芬等增强华法林作用。", "The effect of warfarin is raised."],
    advice: ["避免合用或密切监测 INR。", "Avoid, or watch the INR closely."],
    these: ["B01AA"],
    those: ["L02BA01", "J01MA", "J01AA", "C10AB05", "J01FA09", "M04AA01", "N03AG01"],
  },
  {
    severity: "moderate",
    mechanism: ["抑酸药或多价离子影响吸收。", "Absorption suffers from less acid or from binding."],
    advice: ["间隔 4 小时，复查 TSH。", "Keep 4 hours apart; check TSH."],
    these: ["H03AA01"],
    those: ["A02BA03", "A12CB", "G03XC01", "N03AF01"],
  },
  {
    severity: "moderate",
    mechanism: ["多巴胺拮抗剂与激动剂作用相反。", "A dopamine antagonist opposes the agonist."],
    advice: ["避免合用。", "Avoid."],
    these: ["A03FA03", "N05AH04"],
    those: ["G02CB"],
  },
  {
    severity: "major",
    mechanism: ["降低癫痫发作阈值。", "The seizure threshold is lowered."],
    advice: ["癫痫患者避免合用。", "Avoid in epilepsy."],
    these: ["N02AX02"],
    those: ["J01MA"],
  },
  {
    severity: "moderate",
    mechanism: ["低钠血症风险增加。", "The risk of low sodium rises."],
    advice: ["监测血钠，限制饮水。", "Check sodium; limit fluids."],
    these: ["H01BA02"],
    those: ["M01A", "N06AB", "N03AF01", "C03AA03", "C03CA01"],
  },
  {
    severity: "moderate",
    mechanism: ["异烟肼抑制代谢，浓度升高。", "Isoniazid slows its breakdown."],
    advice: ["监测浓度和肝功能。", "Check the level and the liver."],
    these: ["J04AC01"],
    those: ["N03AF01", "N03AG01", "N02BE01", "R03DA04", "B01AA03"],
  },
  {
    severity: "major",
    mechanism: ["肝毒性相加。", "Harm to the liver adds up."],
    advice: ["定期查肝功能。", "Check liver function regularly."],
    these: ["J04AB02"],
    those: ["J04AC01", "L04AX03", "J02AC02"],
  },
  {
    severity: "minor",
    mechanism: ["活菌制剂被抗菌药灭活。", "Antimicrobials kill the live bacteria."],
    advice: ["间隔 2 小时服用。", "Keep 2 hours apart."],
    these: ["A07FA51"],
    those: ["J04AB02", "J01XX01"],
  },
];

const paired = ({ these, those }: Group): (readonly [string, string])[] =>
  those
    ? these.flatMap((a) => those.map((b) => [a, b] as const))
    : these.flatMap((a, index) => these.slice(index + 1).map((b) => [a, b] as const));

/** Whole classes against each other: demonstration data, like the rest of `interactions`. */
export const groupedInteractions: readonly Interaction[] = groups.flatMap((group) =>
  paired(group).map(([a, b]) => {
    const [atcA, atcB] = a < b ? [a, b] : [b, a];
    const [mechanismZh, mechanismEn] = group.mechanism;
    const [adviceZh, adviceEn] = group.advice;
    const { severity } = group;
    return {
      atcA,
      atcB,
      severity,
      mechanismZh,
      mechanismEn,
      adviceZh,
      adviceEn,
      source: "class knowledge, unverified",
    };
  }),
);
