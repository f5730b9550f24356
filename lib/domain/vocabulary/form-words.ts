/** What the official form of a prescription prints (处方管理办法, annex 1). */
export const formWords = {
  zh: {
    ...{ hospital: "山城妇女儿童医院 · 互联网医院", title: "处方笺", titlePieces: "中药饮片处方笺" },
    ...{ number: "处方编号", version: "版本", notInEffect: "未生效：须经药师审核通过" },
    ...{ name: "姓名", sex: "性别", age: "年龄", weight: "体重", department: "科别", card: "电子健康卡" },
    ...{ date: "开具日期", validUntil: "有效期至", diagnosis: "临床诊断", usage: "用法", blank: "（以下空白）" },
    ...{
      advice: "医嘱",
      total: "药品金额",
      yuan: "元",
      prescriber: "医师",
      pharmacist: "审核药师",
      verify: "扫码核验",
    },
    sexOf: { male: "男", female: "女", unknown: "未知" } as Readonly<Record<string, string>>,
  },
  en: {
    ...{
      hospital: "Mountain City Women's and Children's Hospital · Internet Hospital",
      title: "Prescription",
    },
    ...{ titlePieces: "Prescription of decoction pieces", number: "Number", version: "version" },
    ...{ notInEffect: "Not in effect: a pharmacist has to approve it first" },
    ...{ name: "Name", sex: "Sex", age: "Age", weight: "Weight", department: "Department", card: "Health card" },
    ...{ date: "Signed", validUntil: "Valid until", diagnosis: "Diagnosis", usage: "Use:", blank: "(blank below)" },
    ...{
      advice: "Advice",
      total: "Medicines",
      yuan: "CNY",
      prescriber: "Doctor",
      pharmacist: "Pharmacist",
      verify: "Scan to verify",
    },
    sexOf: { male: "male", female: "female", unknown: "unknown" } as Readonly<Record<string, string>>,
  },
} as const;
