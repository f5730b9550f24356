/** Who is on file at the hospital, as somebody types it in to be found. */
export interface PersonOnFile {
  name: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
  sex: "female" | "male";
  idType: "resident_id" | "passport";
  idNumber: string;
  cardNumber: string;
  /** Calendar days in Asia/Shanghai since the last visit ended; null for somebody who never came. */
  lastVisitDaysAgo: number | null;
  /** Code of the department of the last visit; null where there was none, or the record does not say. */
  department: string | null;
}

/** One of the hospital's own ten people: the file their record is in, and what can be tried with them. */
export interface OwnPerson extends PersonOnFile {
  file: string;
  why: { zh: string; en: string };
}

/**
 * The ten people of `bundles/`: invented, under a province code (99) that no resident ID has. The loader moves each record
 * so that `lastVisitDaysAgo` holds on the day it starts; all else must stand in the bundle alike (a test compares them).
 */
export const ownPeople: readonly OwnPerson[] = [
  resident(1, "lin-xiaowen.json", "林晓雯", "female", "1991-04-12", "990000199104120024", {
    lastVisitDaysAgo: 4,
    department: "endocrinology",
    why: { zh: "甲减复诊续药，也可为女儿林小满代办", en: "Renews levothyroxine; acts for her daughter Lin Xiaoman" },
  }),
  resident(2, "lin-xiaoman.json", "林小满", "female", "2022-03-08", "990000202203080042", {
    lastVisitDaysAgo: 6,
    department: "paediatric-respiratory",
    why: { zh: "哮喘患儿，未满 6 岁须监护人在场（R9）", en: "Child with asthma, under 6: a guardian is present (R9)" },
  }),
  resident(3, "chen-jiayi.json", "陈佳怡", "female", "1988-09-23", "990000198809230069", {
    lastVisitDaysAgo: 40,
    department: "internal-medicine",
    why: {
      zh: "高血压，但 15 天内无就诊记录，被拒（R2）",
      en: "Blood pressure, but no visit within 15 days: refused (R2)",
    },
  }),
  resident(4, "wang-chunmei.json", "王春梅", "female", "1995-03-30", "990000199503300081", {
    lastVisitDaysAgo: null,
    department: null,
    why: { zh: "已建档但从未就诊，首诊被拒（R1）", en: "On file, never seen here: a first visit is refused (R1)" },
  }),
  resident(5, "zhang-huimin.json", "张慧敏", "female", "1979-11-02", "990000197911020100", {
    lastVisitDaysAgo: 2,
    department: "gynaecology",
    why: {
      zh: "青霉素过敏，正在服用华法林：处方审查会提示",
      en: "Penicillin allergy and running warfarin: prescribing raises alerts",
    },
  }),
  resident(6, "zhao-yinuo.json", "赵一诺", "male", "2026-06-15", "99000020260615013X", {
    lastVisitDaysAgo: 3,
    department: "dermatology",
    why: { zh: "婴儿湿疹，按月龄和体重用药（R14）", en: "Infant with eczema: age in months, dose by weight (R14)" },
  }),
  {
    file: "maria-santos.json",
    name: "Maria Santos",
    birthDate: "1990-07-21",
    sex: "female",
    idType: "passport",
    idNumber: "P9999907A",
    cardNumber: ownCard(7),
    lastVisitDaysAgo: 5,
    department: "obstetrics",
    why: { zh: "护照用户，妊娠期糖尿病，使用胰岛素", en: "Passport holder, gestational diabetes on insulin" },
  },
  resident(8, "liu-min.json", "刘敏", "female", "1993-05-17", "990000199305170167", {
    lastVisitDaysAgo: 1,
    department: "obstetrics",
    why: { zh: "孕 28 周产检，孕期用药提示", en: "28 weeks pregnant: medicines are checked for pregnancy" },
  }),
  resident(9, "zhou-yaqin.json", "周雅琴", "female", "1968-08-09", "990000196808090181", {
    lastVisitDaysAgo: 15,
    department: "gynaecology",
    why: { zh: "恰好 15 天前就诊，今天仍可复诊（R2）", en: "Seen exactly 15 days ago: may still follow up today (R2)" },
  }),
  resident(10, "wu-siyuan.json", "吴思远", "male", "2018-10-20", "990000201810200216", {
    lastVisitDaysAgo: 16,
    department: "paediatric-respiratory",
    why: { zh: "16 天前就诊，刚过期限，被拒（R2）", en: "Seen 16 days ago, one day too late: refused (R2)" },
  }),
];

function resident(
  number: number,
  file: string,
  name: string,
  sex: OwnPerson["sex"],
  birthDate: string,
  idNumber: string,
  rest: Pick<OwnPerson, "lastVisitDaysAgo" | "department" | "why">,
): OwnPerson {
  return { file, name, birthDate, sex, idType: "resident_id", idNumber, cardNumber: ownCard(number), ...rest };
}

function ownCard(number: number): string {
  return `CQ${2_026_000_000 + number}`;
}
