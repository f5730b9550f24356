import type { DemoAccount } from "./types";

/** Demo sign-ins beside the doctors. The patients' health records are in the hospital's stand-in, under the same names. */
export const demoAccounts: readonly DemoAccount[] = [
  patient("13800000001", "林晓雯", "Lin Xiaowen"),
  patient("13800000002", "陈佳怡", "Chen Jiayi"),
  patient("13800000003", "张慧敏", "Zhang Huimin"),
  { ...patient("13800000004", "玛丽亚·桑托斯", "Maria Santos"), displayName: "Maria Santos", locale: "en" },
  // Has no people yet: begins with "Add patient".
  patient("13800000005", "周雨桐", "Zhou Yutong"),
  staff("head_pharmacist", "P001", "宋景和", "Song Jinghe", "DEMO-CQ-YS-00001"),
  staff("pharmacist", "P002", "潘若溪", "Pan Ruoxi", "DEMO-CQ-YS-00002"),
  staff("pharmacist", "P003", "段思远", "Duan Siyuan", "DEMO-CQ-YS-00003"),
  staff("admin", "A001", "汪立群", "Wang Liqun", null),
  staff("support", "S001", "康小满", "Kang Xiaoman", null),
  staff("auditor", "U001", "戴明澈", "Dai Mingche", null),
];

function patient(login: string, nameZh: string, nameEn: string): DemoAccount {
  return { role: "patient", login, nameZh, nameEn, displayName: nameZh, locale: "zh-CN", certificateNo: null };
}

function staff(
  role: Exclude<DemoAccount["role"], "patient">,
  login: string,
  nameZh: string,
  nameEn: string,
  certificateNo: string | null,
): DemoAccount {
  return { role, login, nameZh, nameEn, displayName: nameZh, locale: "zh-CN", certificateNo };
}
