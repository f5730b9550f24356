/** Questions asked before a booking: one yes ends the application and sends the patient to help at once (R3). */
export const redFlags = [
  {
    id: "chest_pain",
    zh: "现在有胸痛、胸闷或压迫感吗？",
    en: "Do you have chest pain, tightness or pressure now?",
    adviceZh: "请停止活动，立即拨打 120 或前往最近的急诊科，不要自行驾车。",
    adviceEn:
      "Stop what you are doing and call 120 or go to the nearest emergency department now. Do not drive yourself.",
  },
  {
    id: "trouble_breathing",
    zh: "现在有呼吸困难、喘不上气或口唇发紫吗？",
    en: "Is breathing hard now, or are the lips turning blue?",
    adviceZh: "请保持坐位，使用医生已开具的急救药物，并立即拨打 120。",
    adviceEn: "Sit upright, use the rescue medicine the doctor has prescribed, and call 120 now.",
  },
  {
    id: "asthma_not_relieved",
    zh: "使用缓解药物（如沙丁胺醇）后喘息仍未减轻，或喘得说不出完整的句子吗？",
    en: "Is there still wheezing after the reliever (such as salbutamol), or too little breath for a full sentence?",
    adviceZh: "请继续按急救计划使用缓解药物，立即拨打 120 或前往急诊科。",
    adviceEn: "Go on with the reliever as in the action plan, and call 120 or go to the emergency department now.",
  },
  {
    id: "loss_of_consciousness",
    zh: "最近 24 小时内有过昏倒、意识丧失或叫不醒吗？",
    en: "Has there been fainting, loss of consciousness or being hard to wake in the last 24 hours?",
    adviceZh: "请让患者侧卧、保持气道通畅，立即拨打 120。",
    adviceEn: "Lay the patient on the side, keep the airway free and call 120 now.",
  },
  {
    id: "seizure",
    zh: "最近 24 小时内有过抽搐或惊厥吗？",
    en: "Has there been a seizure or convulsion in the last 24 hours?",
    adviceZh: "请让患者侧卧，不要往口中塞东西，立即拨打 120 或前往急诊科。",
    adviceEn:
      "Lay the patient on the side, put nothing into the mouth, and call 120 or go to the emergency department now.",
  },
  {
    id: "stroke_signs",
    zh: "有突然的一侧肢体无力、口角歪斜、言语不清，或从未有过的剧烈头痛吗？",
    en: "Is there sudden weakness of one side, a drooping face, slurred speech, or the worst headache ever?",
    adviceZh: "请记下开始的时间，立即拨打 120，不要进食或服药。",
    adviceEn: "Note when it began and call 120 now. Do not eat, drink or take medicine.",
  },
  {
    id: "severe_abdominal_pain",
    zh: "有突然加重、无法忍受的腹痛，或腹部僵硬、不能触碰吗？",
    en: "Is there sudden unbearable belly pain, or a belly that is rigid or cannot be touched?",
    adviceZh: "请不要进食、不要自行服用止痛药，立即前往急诊科。",
    adviceEn: "Do not eat and do not take painkillers; go to the emergency department now.",
  },
  {
    id: "bleeding_in_pregnancy",
    zh: "如果您怀孕了：现在有阴道流血或流水吗？",
    en: "If you are pregnant: is there bleeding or fluid from the vagina now?",
    adviceZh: "请平卧，立即前往产科急诊；流血多或头晕时请拨打 120。",
    adviceEn: "Lie down and go to the obstetric emergency room now; with heavy bleeding or dizziness call 120.",
  },
  {
    id: "reduced_fetal_movement",
    zh: "如果您怀孕满 28 周：胎动比平时明显减少、消失或异常频繁吗？",
    en: "If you are 28 weeks pregnant or more: does the baby move much less than usual, not at all, or wildly?",
    adviceZh: "请立即前往产科急诊做胎心监护，不要等待观察。",
    adviceEn: "Go to the obstetric emergency room for fetal monitoring now. Do not wait.",
  },
  {
    id: "preeclampsia_signs",
    zh: "如果您怀孕或产后 6 周内：有剧烈头痛、视物模糊、上腹痛，或血压达到 160/110 吗？",
    en: "If you are pregnant or within 6 weeks of birth: severe headache, blurred sight, upper belly pain, or blood pressure of 160/110?",
    adviceZh: "这可能是子痫前期的表现，请立即拨打 120 或前往产科急诊。",
    adviceEn: "This may be pre-eclampsia. Call 120 or go to the obstetric emergency room now.",
  },
  {
    id: "regular_contractions_preterm",
    zh: "如果您怀孕未满 37 周：有规律的宫缩或下坠感吗？",
    en: "If you are less than 37 weeks pregnant: are there regular contractions or pressure downwards?",
    adviceZh: "请立即前往产科急诊评估是否早产。",
    adviceEn: "Go to the obstetric emergency room now to be checked for preterm labour.",
  },
  {
    id: "heavy_vaginal_bleeding",
    zh: "阴道流血很多（1 小时内湿透 1 片以上卫生巾），或伴有头晕、心慌吗？",
    en: "Is there heavy vaginal bleeding (more than one pad an hour), or bleeding with dizziness or palpitations?",
    adviceZh: "请立即前往急诊科；站立时头晕请拨打 120。",
    adviceEn: "Go to the emergency department now; if you are dizzy when standing, call 120.",
  },
  {
    id: "ovarian_hyperstimulation",
    zh: "促排卵或取卵后：有明显腹胀、体重快速增加、尿少或气短吗？",
    en: "After ovarian stimulation or egg collection: marked bloating, fast weight gain, little urine or short breath?",
    adviceZh: "这可能是卵巢过度刺激综合征，请立即前往急诊科。",
    adviceEn: "This may be ovarian hyperstimulation syndrome. Go to the emergency department now.",
  },
  {
    id: "infant_fever_under_3_months",
    zh: "孩子未满 3 个月，且体温达到 38 ℃ 吗？",
    en: "Is the child under 3 months old with a temperature of 38 °C or more?",
    adviceZh: "小婴儿发热可能是严重感染，请不要自行退热等待，立即前往儿科急诊。",
    adviceEn:
      "Fever in a young infant may mean serious infection. Do not wait with fever medicine at home; go to the paediatric emergency room now.",
  },
  {
    id: "high_fever_with_rash",
    zh: "有高热（39 ℃ 以上）并出现皮疹、按压不褪色的红点，或颈部僵硬吗？",
    en: "Is there high fever (39 °C or more) with a rash, red spots that do not fade under pressure, or a stiff neck?",
    adviceZh: "请立即前往急诊科；精神差或叫不醒时请拨打 120。",
    adviceEn: "Go to the emergency department now; if the patient is drowsy or hard to wake, call 120.",
  },
  {
    id: "dehydration",
    zh: "有 8 小时以上无尿、哭时无泪、眼窝凹陷，或喝什么吐什么吗？",
    en: "No urine for 8 hours, no tears when crying, sunken eyes, or nothing kept down?",
    adviceZh: "这是脱水的表现，请带上口服补液，立即前往急诊科。",
    adviceEn:
      "These are signs of dehydration. Take oral rehydration fluid along and go to the emergency department now.",
  },
  {
    id: "listless_child",
    zh: "孩子精神很差、一直嗜睡、拒绝吃奶或持续尖声哭闹吗？",
    en: "Is the child listless, always drowsy, refusing feeds, or crying in a high pitch without stop?",
    adviceZh: "请立即前往儿科急诊，途中注意孩子的呼吸和面色。",
    adviceEn: "Go to the paediatric emergency room now and watch the child's breathing and colour on the way.",
  },
  {
    id: "head_injury",
    zh: "最近 48 小时内头部受过撞击，并有呕吐、嗜睡、头痛加重或意识不清吗？",
    en: "In the last 48 hours, was there a blow to the head with vomiting, drowsiness, worsening headache or confusion?",
    adviceZh: "请不要让患者独处或入睡不醒，立即前往急诊科；叫不醒或抽搐时请拨打 120。",
    adviceEn:
      "Do not leave the patient alone; go to the emergency department now. If hard to wake, or with a seizure, call 120.",
  },
  {
    id: "foreign_body",
    zh: "孩子可能误吞或呛入了异物，或误服了药物、化学品吗？",
    en: "May the child have swallowed or inhaled an object, a medicine or a chemical?",
    adviceZh: "请不要催吐，带上剩余物品或包装，立即拨打 120 或前往急诊科。",
    adviceEn:
      "Do not make the child vomit; take the packaging along and call 120 or go to the emergency department now.",
  },
  {
    id: "severe_allergic_reaction",
    zh: "有面部或喉部肿胀、全身风团伴气促，或用药、进食后突然不适吗？",
    en: "Is there swelling of the face or throat, hives with short breath, or sudden illness after a medicine or food?",
    adviceZh: "请停用可疑药物或食物，如有肾上腺素笔请立即使用，并拨打 120。",
    adviceEn: "Stop the suspected medicine or food, use an adrenaline pen if there is one, and call 120 now.",
  },
  {
    id: "blistering_rash",
    zh: "皮疹伴有大片水疱、皮肤脱落，或口腔、眼睛、外阴糜烂吗？",
    en: "Does the rash come with large blisters, peeling skin, or sores of the mouth, eyes or genitals?",
    adviceZh: "请停用近期新加的药物，立即前往急诊科。",
    adviceEn: "Stop any newly started medicine and go to the emergency department now.",
  },
  {
    id: "breast_infection_with_fever",
    zh: "乳房红肿剧痛并伴有 38.5 ℃ 以上发热或寒战吗？",
    en: "Is a breast red, swollen and very painful, with fever of 38.5 °C or more, or shivering?",
    adviceZh: "可能需要当天检查和引流，请立即前往医院急诊科。",
    adviceEn: "It may need examination and drainage today. Go to the emergency department now.",
  },
  {
    id: "very_high_or_low_glucose",
    zh: "血糖高于 16.7 mmol/L 并伴呕吐、气促，或低于 3.9 mmol/L 进食后仍不缓解吗？",
    en: "Is blood glucose above 16.7 mmol/L with vomiting or fast breathing, or below 3.9 mmol/L in spite of eating?",
    adviceZh: "低血糖时请先进食糖水，并立即拨打 120 或前往急诊科。",
    adviceEn: "With low glucose take sugar first, and call 120 or go to the emergency department now.",
  },
  {
    id: "thyroid_storm_signs",
    zh: "服用抗甲状腺药期间：有高热、咽痛，或心率持续超过 140 次/分并烦躁吗？",
    en: "While taking antithyroid medicine: fever, sore throat, or a heart rate above 140 with agitation?",
    adviceZh: "请暂停抗甲状腺药，立即前往急诊科查血常规。",
    adviceEn: "Hold the antithyroid medicine and go to the emergency department for a blood count now.",
  },
  {
    id: "suicidal_thoughts",
    zh: "最近有过不想活、伤害自己或伤害孩子的想法吗？",
    en: "Have there been thoughts of not wanting to live, of harming yourself or of harming your child?",
    adviceZh: "您并不孤单。请马上告诉身边的家人，拨打 12356 心理援助热线；有危险时拨打 120 或 110。",
    adviceEn: "You are not alone. Tell someone near you now and call the 12356 helpline; in danger call 120 or 110.",
  },
] as const satisfies readonly { id: string; zh: string; en: string; adviceZh: string; adviceEn: string }[];

export type RedFlagId = (typeof redFlags)[number]["id"];

/** Asked of everybody, whatever the department. */
export const generalRedFlags = [
  "chest_pain",
  "trouble_breathing",
  "loss_of_consciousness",
  "severe_abdominal_pain",
] as const satisfies readonly RedFlagId[];

export const pregnancyRedFlags = [
  "bleeding_in_pregnancy",
  "reduced_fetal_movement",
  "preeclampsia_signs",
  "regular_contractions_preterm",
] as const satisfies readonly RedFlagId[];

export const childRedFlags = [
  "trouble_breathing",
  "infant_fever_under_3_months",
  "listless_child",
  "seizure",
  "high_fever_with_rash",
  "dehydration",
  "severe_abdominal_pain",
  "head_injury",
  "foreign_body",
] as const satisfies readonly RedFlagId[];
