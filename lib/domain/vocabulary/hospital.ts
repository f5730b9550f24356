/** Where the hospital is and when it serves; demonstration data of this installation, as all of the seed. */
export const hospital = {
  addressZh: "重庆市渝北区示范大道 120 号",
  addressEn: "120 Demonstration Avenue, Yubei District, Chongqing",
  outpatientZh: "门诊每天 8:00–17:30；急诊 24 小时",
  outpatientEn: "Outpatients daily 8:00–17:30; emergency department around the clock",
  windowZh: "门诊楼一层 6 号互联网医院取药窗口",
  windowEn: "Window 6 (Internet Hospital), ground floor, outpatient building",
  windowHoursZh: "每天 8:30–17:30（午间不休息）",
  windowHoursEn: "Daily 8:30–17:30, no lunch break",
} as const;
