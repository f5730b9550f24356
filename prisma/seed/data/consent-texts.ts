import type { ConsentText } from "./types";

const draftZh = "【演示文本】本文本仅供演示，正式上线前须由医院法务人员审定并替换。";
const draftEn = "[Demonstration text] For demonstration only: the hospital's lawyers replace it before real use.";

/** First versions of what a patient, or the guardian, agrees to (R7, R31). Paragraphs are parted by an empty line. */
export const consentTexts: readonly ConsentText[] = [
  {
    kind: "informed_consent",
    version: 1,
    titleZh: "互联网诊疗知情同意书",
    titleEn: "Informed consent to online care",
    bodyZh: [
      draftZh,
      "一、服务范围。在线复诊仅面向在本院线下就诊过、且诊断明确的常见病和慢性病患者；在线咨询只提供健康建议，不开具处方。首诊、急危重症及疑难疾病不适合在线诊疗，请到医院就诊；紧急情况请立即拨打 120 或前往最近的急诊科。",
      "二、在线诊疗的局限。医生无法当面查体，只能依据您提供的描述、图片和既往病历作出判断，可能存在误差。医生认为不适合继续在线诊疗时，会结束本次服务、说明理由并建议您线下就诊，费用原路全额退还。",
      "三、您的责任。请使用真实身份，如实、完整地说明病情、过敏史、正在使用的药物，以及是否怀孕或哺乳。不得冒用他人身份，不得把处方药转给他人使用。为未成年人预约的，监护人应当全程陪同；6 岁以下儿童开具处方前，须确认监护人和相关专业医师在场。",
      "四、处方与药品。处方由接诊医生本人开具，经药师审核通过后生效，有效期自签名起 1 天，医生可注明延长，最长不超过 3 天。麻醉药品、精神药品、医疗用毒性药品、放射性药品和药品类易制毒化学品不得在线开具。药品缴费前，系统会告知哪些药品不能邮寄；急需用药的，请到医院取药。",
      "五、时限与费用。每项服务在付费前都会显示价格、接诊时限和交流时长。医生未在时限内接诊、拒绝接诊，或接诊后未作回复的，费用自动全额退还；交流时长或次数用完的，服务自动结束，不予退费。",
      "六、记录与保存。本次诊疗的文字、图片、音视频及处方将作为病历资料，按国家规定保存：门诊病历不少于 15 年，诊疗过程资料不少于 3 年，处方不少于 1 年。您可以随时查看和下载自己的记录。",
      "七、同意与撤回。点击“同意”即表示您已阅读并理解以上内容，自愿接受互联网诊疗服务。您可以随时在“隐私”中撤回同意；撤回不影响此前已完成的诊疗及其记录的依法保存。",
    ].join("\n\n"),
    bodyEn: [
      draftEn,
      "1. What is offered. An online follow-up is only for common and chronic disease already diagnosed in person at this hospital; an online consultation gives advice and no prescription. First visits, acute or critical illness and diseases that are hard to treat are not for online care: please come to the hospital, and in an emergency call 120 or go to the nearest emergency department at once.",
      "2. Its limits. The doctor cannot examine you and judges by your words, pictures and earlier records, so errors are possible. If the doctor finds that online care is no longer suitable, the service ends with a reason and advice to be seen in person, and the fee is refunded in full.",
      "3. Your part. Use your real identity and tell the whole truth about your illness, allergies, the medicines you take, and whether you are pregnant or breast-feeding. Do not act under another name, and do not pass on prescribed medicines. A guardian stays with a minor throughout; before a prescription for a child under 6, the presence of the guardian and of a relevant specialist is confirmed.",
      "4. Prescriptions and medicines. The attending doctor writes the prescription, which takes effect once a pharmacist has approved it; it is valid for 1 day from signing, or as the doctor extends it, for 3 days at most. Narcotic, psychotropic, medical toxic, radioactive and precursor drugs are never prescribed online. Before you pay you are told which medicines cannot be mailed; if you need a medicine urgently, please collect it at the hospital.",
      "5. Time and money. Each service shows its price, the time within which it is accepted, and its length before you pay. If the doctor does not accept in time, declines, or accepts and never writes, the fee is refunded in full by itself; when the time or the number of messages is used up, the service ends without a refund.",
      "6. Records. Text, pictures, sound, video and prescriptions become part of your medical record and are kept as the law requires: outpatient records at least 15 years, what was exchanged at least 3 years, prescriptions at least 1 year. You may see and download your own records at any time.",
      "7. Agreeing and withdrawing. By choosing “Agree” you confirm that you have read and understood this and wish to receive online care. You may withdraw at any time under “Privacy”; care already given, and the records the law requires of it, are not affected.",
    ].join("\n\n"),
  },
  {
    kind: "health_data",
    version: 1,
    titleZh: "敏感个人信息（医疗健康信息）处理单独同意书",
    titleEn: "Separate consent to the use of health data",
    bodyZh: [
      draftZh,
      "一、处理的信息。姓名、证件号码、手机号码、电子健康卡号；病历、诊断、检查检验结果、过敏史、用药记录；您在问诊中提交的文字、图片、语音和视频；处方、订单与配送记录。其中医疗健康信息属于敏感个人信息，一旦泄露可能对您的人格尊严、人身和财产安全造成影响。",
      "二、处理的目的和必要性。用于核验身份、判断是否符合在线复诊条件、提供诊疗、审核处方、调配和配送药品、处理售后以及履行法定的病历保存和监管报送义务。没有这些信息，我们无法保证诊疗安全。",
      "三、谁可以查看。仅限为您提供服务的医生、审核和调配处方的药师，以及因职责需要并经授权的工作人员；每一次查看都会留下记录，您可以在“隐私”中查看是谁、何时、因何查看。",
      "四、不对外提供。支付、消息推送和通知服务只会收到编号和金额，不会收到诊疗内容。您的信息存储在中国境内，不向境外提供。法律另有规定的除外。",
      "五、保存期限与安全。按国家规定的最短期限保存，到期后经审批登记销毁或匿名化处理。证件号码、手机号码和地址加密存储。",
      "六、您的权利。您有权查阅、复制、更正、下载您的信息，有权撤回同意、要求删除；法律要求保存的病历和处方除外，我们会说明理由。您可以在“隐私”中办理，或拨打医院电话。",
      "七、单独同意。本同意独立于其他条款。不同意将无法使用在线诊疗，但不影响您到医院就诊。",
    ].join("\n\n"),
    bodyEn: [
      draftEn,
      "1. What is used. Name, document number, mobile number and health card number; records, diagnoses, results, allergies and medicines; the text, pictures, sound and video you send; prescriptions, orders and deliveries. Health data is sensitive: a leak may harm your dignity, safety or property.",
      "2. Why it is needed. To confirm who you are, to decide whether a follow-up online is allowed, to give care, to review prescriptions, to dispense and deliver medicines, to answer your requests, and to keep and report what the law requires. Without it care would not be safe.",
      "3. Who may look. Only the doctor who treats you, the pharmacists who review and dispense, and staff who are authorized because their duty needs it. Each look is recorded; under “Privacy” you see who looked, when and why.",
      "4. What is not passed on. Payment, messaging and notice services receive numbers and amounts only, nothing clinical. Your data is stored in China and does not leave the country, unless the law requires otherwise.",
      "5. How long, how safe. Data is kept for the periods the law sets and then destroyed with approval and a register entry, or made anonymous. Document numbers, mobile numbers and addresses are stored encrypted.",
      "6. Your rights. You may see, copy, correct and download your data, withdraw consent and ask for deletion; records and prescriptions the law requires to be kept are excepted, and we say why. Use “Privacy” or call the hospital.",
      "7. A consent of its own. This consent stands apart from all others. Without it online care is not possible; care at the hospital is not affected.",
    ].join("\n\n"),
  },
  {
    kind: "guardian",
    version: 1,
    titleZh: "未满十四周岁未成年人信息处理监护人同意书",
    titleEn: "Guardian's consent for a child under 14",
    bodyZh: [
      draftZh,
      "一、监护人声明。本人是该儿童的父母或其他监护人，已满 18 周岁，具有完全民事行为能力，有权代其作出本同意。",
      "二、处理的信息和目的。为给孩子提供在线诊疗、审核处方和配送药品，我们需要处理孩子的身份信息、出生日期、体重身高、病历、过敏史、用药记录以及您提交的图片、语音和视频。未满十四周岁未成年人的个人信息属于敏感个人信息，我们为此制定了专门的处理规则：最少收集、专人授权查看、每次查看留痕、加密存储。",
      "三、监护人的责任。您应当如实提供孩子的情况，问诊时全程陪同，按医嘱用药并观察反应。6 岁以下儿童开具处方前，医生会再次确认监护人在场。孩子出现精神差、呼吸困难、抽搐、持续高热等情况时，请立即就医。",
      "四、您和孩子的权利。您可以代孩子查阅、复制、更正、下载其信息，随时撤回本同意或要求删除；法律要求保存的病历和处方除外。孩子年满十四周岁后，我们会请本人重新确认。",
      "五、同意的效力。不同意不影响孩子到医院就诊。撤回同意后，我们停止在线诊疗，此前的记录依法保存。",
    ].join("\n\n"),
    bodyEn: [
      draftEn,
      "1. Who agrees. I am the parent or other guardian of this child, at least 18 years old and of full legal capacity, and I have the right to consent on the child's behalf.",
      "2. What is used, and why. To give the child online care, review prescriptions and deliver medicines we use the child's identity, birth date, weight and height, records, allergies, medicines, and the pictures, sound and video you send. Data of a child under 14 is sensitive; rules of its own apply: as little as possible, seen only by those authorized, each look recorded, stored encrypted.",
      "3. The guardian's part. Tell the truth about the child, stay throughout the consultation, give medicines as advised and watch the effect. Before a prescription for a child under 6 the doctor confirms again that the guardian is present. If the child is listless, breathes with effort, has a seizure or a fever that does not fall, go to a doctor at once.",
      "4. Your rights and the child's. For the child you may see, copy, correct and download the data, and withdraw this consent or ask for deletion at any time; records and prescriptions the law requires to be kept are excepted. When the child turns 14 we ask the child to confirm again.",
      "5. Effect. Without this consent the child can still be seen at the hospital. After withdrawal online care stops, and earlier records are kept as the law requires.",
    ].join("\n\n"),
  },
  {
    kind: "third_party_delivery",
    version: 1,
    titleZh: "药品委托第三方配送同意书",
    titleEn: "Consent to delivery by a third party",
    bodyZh: [
      draftZh,
      "一、配送方式由您选择。您可以选择到院取药，也可以选择快递及承运公司。配送费与药费分开收取，价格和预计天数在付费前显示。",
      "二、向承运公司提供的信息。仅提供收件人姓名、手机号码、收货地址和包裹编号，用于投递和联系，不包含病情、诊断和药品名称。外包装不显示药品信息。",
      "三、不能邮寄的药品。注射剂（胰岛素等降糖注射剂除外）、无冷链条件的冷藏药品、医院制剂以及目录注明的其他药品不能邮寄，请到院取药。急需用药的，请到医院取药，不要等待快递。",
      "四、签收。药品密封寄出，请本人或您委托的人当面查验封签后签收。封签破损、数量不符或药品有误的，请拒收或拍照，并在订单中“申请服务”。除质量问题外，药品一经售出不予退换；因您提供的信息有误造成的重复配送，费用由您承担。",
      "五、地址修改与撤回。药品封装前可以修改地址或改为到院取药；封装后请通过“申请服务”联系我们。您可以随时撤回本同意，撤回后仅可到院取药。",
    ].join("\n\n"),
    bodyEn: [
      draftEn,
      "1. The choice is yours. Collect the medicine at the hospital, or choose express delivery and the carrier. Delivery is paid apart from the medicine; price and expected days are shown before you pay.",
      "2. What the carrier learns. Recipient, mobile number, address and parcel number, to deliver and to call you; nothing of illness, diagnosis or the name of a medicine. The parcel does not show what is inside.",
      "3. What cannot be mailed. Injections (insulin and other glucose-lowering ones aside), refrigerated medicines without a cold chain, preparations made by the hospital, and others marked in the formulary: please collect these. If you need a medicine urgently, collect it and do not wait for a parcel.",
      "4. Signing for it. Medicines leave sealed. Check the seal before you, or someone you trust, sign. If the seal is broken, something is missing or wrong, refuse the parcel or take a picture, and choose “Request service” on the order. Medicines sold are not taken back except for faults of quality; a second delivery because of a wrong address is at your cost.",
      "5. Changing and withdrawing. Until the parcel is sealed you may change the address or choose pickup; afterwards use “Request service”. You may withdraw this consent at any time; then medicines can only be collected.",
    ].join("\n\n"),
  },
];
