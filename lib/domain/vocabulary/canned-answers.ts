/** Answers to service requests that staff give often; changed before they are sent where need be. */
export const cannedAnswers = [
  {
    id: "asking_carrier",
    zh: "您好，我们已向快递公司查询，有消息会在这里告诉您。",
    en: "We have asked the carrier and will tell you here as soon as we know more.",
  },
  {
    id: "photo_please",
    zh: "请补充外箱、药盒和批号的照片，便于我们核实。",
    en: "Please add photos of the parcel, the pack and its batch number, so that we can check it.",
  },
  {
    id: "do_not_take",
    zh: "请先不要服用该药品，等我们核实后再答复您。",
    en: "Please do not take this medicine until we have checked and answered.",
  },
  {
    id: "refund_under_way",
    zh: "退款已提交，将退回原支付方式，到账时间以银行为准。",
    en: "The refund is under way, back to where the money came from; the bank decides when it arrives.",
  },
  {
    id: "send_again",
    zh: "我们会免费为您补寄，发出后您会收到通知。",
    en: "We will send it again free of charge; you will be told when it leaves.",
  },
  {
    id: "address_sealed",
    zh: "包裹已封装，收货信息不能再修改；如需更改请联系快递公司。",
    en: "The parcel is sealed and its address cannot change any more; please ask the carrier.",
  },
  {
    id: "see_a_doctor",
    zh: "如有不适，请立即停药并到医院就诊；紧急情况请拨打 120。",
    en: "If you feel unwell, stop taking it and see a doctor at once; in an emergency call 120.",
  },
] as const;
