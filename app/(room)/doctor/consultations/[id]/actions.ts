"use server";

import { acceptConsultation as accept } from "@/lib/commands/consultation/accept";
import { declineConsultation as decline } from "@/lib/commands/consultation/decline";
import { finishConsultation as finish } from "@/lib/commands/consultation/finish";
import { referOffline as refer } from "@/lib/commands/consultation/refer-offline";
import { shareReport as share } from "@/lib/commands/consultation/share-report";
import { proposeTransfer as propose } from "@/lib/commands/transfer/propose";
import {
  AcceptConsultation,
  DeclineConsultation,
  FinishConsultation,
  ReferOffline,
  ShareReport,
} from "@/lib/domain/consultation-input";
import { RefreshRecord } from "@/lib/domain/patient-input";
import { ProposeTransfer } from "@/lib/domain/transfer-input";
import { refreshRecord as refresh } from "@/lib/flows/record/refresh";
import { action, flowAction } from "@/lib/web/action";

const options = { revalidate: "/doctor" };

export const acceptConsultation = action("consultation.accept", AcceptConsultation, accept, options);
export const declineConsultation = action("consultation.decline", DeclineConsultation, decline, options);
export const finishConsultation = action("consultation.finish", FinishConsultation, finish, options);
export const referOffline = action("consultation.refer_offline", ReferOffline, refer, options);
export const refreshRecord = flowAction("record.refresh", RefreshRecord, refresh, options);
export const proposeTransfer = action("transfer.propose", ProposeTransfer, propose, options);
export const shareReport = action("record.share", ShareReport, share);
