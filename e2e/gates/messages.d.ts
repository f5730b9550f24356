import type account from "../../lib/i18n/messages/zh-CN/account.json";
import type admin from "../../lib/i18n/messages/zh-CN/admin.json";
import type audit from "../../lib/i18n/messages/zh-CN/audit.json";
import type booking from "../../lib/i18n/messages/zh-CN/booking.json";
import type call from "../../lib/i18n/messages/zh-CN/call.json";
import type card from "../../lib/i18n/messages/zh-CN/card.json";
import type common from "../../lib/i18n/messages/zh-CN/common.json";
import type consent from "../../lib/i18n/messages/zh-CN/consent.json";
import type departments from "../../lib/i18n/messages/zh-CN/departments.json";
import type doctor from "../../lib/i18n/messages/zh-CN/doctor.json";
import type emergency from "../../lib/i18n/messages/zh-CN/emergency.json";
import type errors from "../../lib/i18n/messages/zh-CN/errors.json";
import type fault from "../../lib/i18n/messages/zh-CN/fault.json";
import type formulary from "../../lib/i18n/messages/zh-CN/formulary.json";
import type medicines from "../../lib/i18n/messages/zh-CN/medicines.json";
import type money from "../../lib/i18n/messages/zh-CN/money.json";
import type notices from "../../lib/i18n/messages/zh-CN/notices.json";
import type offerings from "../../lib/i18n/messages/zh-CN/offerings.json";
import type orders from "../../lib/i18n/messages/zh-CN/orders.json";
import type patient from "../../lib/i18n/messages/zh-CN/patient.json";
import type people from "../../lib/i18n/messages/zh-CN/people.json";
import type pharmacist from "../../lib/i18n/messages/zh-CN/pharmacist.json";
import type privacy from "../../lib/i18n/messages/zh-CN/privacy.json";
import type publicPages from "../../lib/i18n/messages/zh-CN/public.json";
import type reports from "../../lib/i18n/messages/zh-CN/reports.json";
import type retention from "../../lib/i18n/messages/zh-CN/retention.json";
import type room from "../../lib/i18n/messages/zh-CN/room.json";
import type schedule from "../../lib/i18n/messages/zh-CN/schedule.json";
import type settings from "../../lib/i18n/messages/zh-CN/settings.json";
import type staff from "../../lib/i18n/messages/zh-CN/staff.json";
import type terms from "../../lib/i18n/messages/zh-CN/terms.json";
import type tests from "../../lib/i18n/messages/zh-CN/tests.json";
import type wechat from "../../lib/i18n/messages/zh-CN/wechat.json";

// Only `tsconfig.messages.json` reads this: it makes the compiler look every named message up.
declare module "use-intl" {
  interface AppConfig {
    Messages: {
      account: typeof account;
      admin: typeof admin;
      audit: typeof audit;
      booking: typeof booking;
      call: typeof call;
      card: typeof card;
      common: typeof common;
      consent: typeof consent;
      departments: typeof departments;
      doctor: typeof doctor;
      emergency: typeof emergency;
      errors: typeof errors;
      fault: typeof fault;
      formulary: typeof formulary;
      money: typeof money;
      medicines: typeof medicines;
      notices: typeof notices;
      offerings: typeof offerings;
      orders: typeof orders;
      patient: typeof patient;
      people: typeof people;
      pharmacist: typeof pharmacist;
      privacy: typeof privacy;
      public: typeof publicPages;
      reports: typeof reports;
      retention: typeof retention;
      room: typeof room;
      schedule: typeof schedule;
      settings: typeof settings;
      staff: typeof staff;
      terms: typeof terms;
      tests: typeof tests;
      wechat: typeof wechat;
    };
  }
}
