import type { Hospital } from "./types";

/** An invented hospital; the district, the road and the numbers do not exist. */
export const hospital: Hospital = {
  nameZh: "重庆示例妇女儿童医院·互联网医院",
  nameEn: "Chongqing Demonstration Women's and Children's Hospital · Internet Hospital",
  addressZh: "重庆市示例区示范大道 1 号",
  addressEn: "1 Demonstration Avenue, Example District, Chongqing",
  phone: "023-0000 0000",
  emergencyPhone: "120",
  licenceNo: "示例-PDY00000000000000001",
  pickup: {
    windowZh: "门诊楼一层 6 号互联网医院取药窗口",
    windowEn: "Outpatient building, ground floor, window 6 (Internet Hospital)",
    hoursZh: "每天 8:30–17:30（午间不休息）",
    hoursEn: "Every day from 8:30 to 17:30, no midday break",
    opens: "08:30",
    closes: "17:30",
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    keptDays: 7,
  },
  noteZh: "本站为演示系统：医院、医生、证书与药品批号均为虚构，不提供真实诊疗。",
  noteEn: "This is a demonstration: hospital, doctors, certificates and batches are invented, and no care is given.",
};
