import type { QuickPhrase } from "./types";

/** Asked for with one press below a picture. */
export const betterPicture = {
  id: "better_picture",
  group: "asking",
  zh: "请在自然光下重新拍一张清晰的照片，包括近景和远景。",
  en: "Please take a clear picture in daylight again, one close and one from further away.",
} as const;

/** Sentences a doctor sends with one tap; none of them states a diagnosis or a dose. */
export const quickPhrases = [
  {
    id: "greeting",
    group: "opening",
    zh: "您好，我已看到您的资料，我们现在开始。",
    en: "Hello, I have read what you sent. Let us begin.",
  },
  {
    id: "moment",
    group: "opening",
    zh: "请稍等，我正在查看您的病历和检查结果。",
    en: "One moment please, I am looking at your record and results.",
  },
  {
    id: "guardian_present",
    group: "opening",
    zh: "请问监护人现在陪在孩子身边吗？",
    en: "Is the guardian with the child now?",
  },
  {
    id: "since_when",
    group: "asking",
    zh: "症状是从什么时候开始的？这几天是好转、加重还是没有变化？",
    en: "When did it begin? Has it become better, worse or stayed the same?",
  },
  {
    id: "medicines_taken",
    group: "asking",
    zh: "目前在服用哪些药物？剂量和次数是多少？",
    en: "Which medicines are taken now, how much and how often?",
  },
  {
    id: "allergies",
    group: "asking",
    zh: "对药物或食物有过敏吗？当时是什么表现？",
    en: "Any allergy to medicines or food? What happened?",
  },
  {
    id: "pregnancy",
    group: "asking",
    zh: "目前是否怀孕、备孕或哺乳？末次月经是哪一天？",
    en: "Are you pregnant, planning a pregnancy or breast-feeding? When was the last period?",
  },
  {
    id: "weight",
    group: "asking",
    zh: "请告诉我孩子现在的体重和身高。",
    en: "Please tell me the child's weight and height now.",
  },
  {
    id: "temperature",
    group: "asking",
    zh: "最高体温是多少？用什么方式测量的？",
    en: "What was the highest temperature, and how was it measured?",
  },
  betterPicture,
  {
    id: "home_readings",
    group: "asking",
    zh: "请把最近一周的血压（或血糖）记录发给我。",
    en: "Please send me the blood pressure (or glucose) readings of the last week.",
  },
  {
    id: "as_prescribed",
    group: "advice",
    zh: "请按处方用药，不要自行增减剂量或停药。",
    en: "Please take the medicine as prescribed; do not change the dose or stop on your own.",
  },
  {
    id: "side_effects",
    group: "advice",
    zh: "用药后如出现皮疹、气促或其他不适，请立即停药并就医。",
    en: "If a rash, short breath or anything unusual follows, stop the medicine and see a doctor at once.",
  },
  {
    id: "go_offline",
    group: "advice",
    zh: "您的情况需要当面检查，请到医院门诊就诊。",
    en: "This needs an examination in person; please come to the outpatient clinic.",
  },
  {
    id: "emergency",
    group: "advice",
    zh: "如果症状突然加重，请立即前往急诊科或拨打 120。",
    en: "If it suddenly gets worse, go to the emergency department or call 120.",
  },
  {
    id: "prescription_sent",
    group: "closing",
    zh: "处方已提交药师审核，通过后您会收到缴费通知。",
    en: "The prescription is with the pharmacist; you will be told when it can be paid.",
  },
  {
    id: "follow_up",
    group: "closing",
    zh: "请按约定时间复查，并带上本次记录。",
    en: "Please come for the check as agreed and bring this record.",
  },
  {
    id: "goodbye",
    group: "closing",
    zh: "如果没有其他问题，本次问诊就到这里，祝您早日康复。",
    en: "If there is nothing else, we end here. I wish you a good recovery.",
  },
] as const satisfies readonly QuickPhrase[];
