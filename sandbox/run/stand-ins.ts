import { existsSync } from "node:fs";
import path from "node:path";
import { demoSignIns } from "../../prisma/seed/sign-ins";
import { startAuthenticator } from "../authenticator/start-authenticator";
import { startCarrier } from "../carrier/start-carrier";
import { ownBundlesFolder } from "../fhir/dossiers";
import { startFhir } from "../fhir/start-fhir";
import { startPush } from "../push/start-push";
import { startPusher } from "../pusher/start-pusher";
import { startSms } from "../sms/start-sms";
import { startStripe } from "../stripe/start-stripe";
import { startWechat } from "../wechat/start-wechat";
import type { OutsideName } from "./outside";
import { orExplain } from "./trouble";

type Start = (port: number, dataFolder: string) => Promise<{ close(): Promise<void> }>;

/** The application's own variable, which it shares with the stand-in. */
function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const starts: Record<OutsideName, Start> = {
  pusher: (port) =>
    startPusher({
      port,
      apps: [{ appId: variable("PUSHER_APP_ID"), key: variable("PUSHER_KEY"), secret: variable("PUSHER_SECRET") }],
    }),
  stripe: (port, dataFolder) =>
    startStripe({
      port,
      dataFolder,
      secretKey: variable("STRIPE_SECRET_KEY"),
      webhookSecret: variable("STRIPE_WEBHOOK_SECRET"),
      webhookUrl: `${variable("NEXTAUTH_URL")}/api/webhooks/stripe`,
    }),
  wechat: (port, dataFolder) =>
    startWechat({
      port,
      dataFolder,
      appId: variable("WECHAT_APP_ID"),
      appSecret: variable("WECHAT_APP_SECRET"),
      followers: [
        ...demoSignIns
          .filter(({ role }) => role === "patient")
          .map(({ account, note }) => ({ openId: `demo-openid-${account}`, name: note })),
        { openId: "demo-openid-new", name: "新手机 A new phone", isFollowing: false },
      ],
      callBack: { url: `${variable("NEXTAUTH_URL")}/api/webhooks/wechat`, token: variable("WECHAT_TOKEN") },
    }),
  carrier: (port, dataFolder) =>
    startCarrier({ port, dataFolder, customer: variable("CARRIER_CUSTOMER"), key: variable("CARRIER_KEY") }),
  fhir: (port) =>
    startFhir({
      ...{ port, token: variable("FHIR_TOKEN"), client: { id: "hospital", secret: variable("FHIR_TOKEN") } },
      bundleFolders: [ownBundlesFolder, ...moreBundles()],
    }),
  sms: (port, dataFolder) =>
    startSms({
      port,
      dataFolder,
      secretId: variable("SMS_SECRET_ID"),
      secretKey: variable("SMS_SECRET_KEY"),
      appId: variable("SMS_APP_ID"),
      signName: variable("SMS_SIGN_NAME"),
      templateId: variable("SMS_TEMPLATE_ID"),
      noticeTemplateId: variable("SMS_NOTICE_TEMPLATE_ID"),
    }),
  push: (port) => startPush({ port }),
  authenticator: (port) => startAuthenticator({ port }),
};

/** Folders of further patients: `FHIR_BUNDLES`, separated as in PATH. */
function moreBundles(): string[] {
  const folders = (process.env.FHIR_BUNDLES ?? "").split(path.delimiter).filter(Boolean);
  for (const folder of folders)
    if (!existsSync(folder)) throw new Error(`FHIR_BUNDLES names ${folder}, where there is nothing`);
  return folders;
}

/** A child of the launcher: the stand-ins that `STAND_INS` names (JSON, name to port), remembering in `STAND_INS_FOLDER`. */
async function main() {
  const ports: Partial<Record<OutsideName, number>> = JSON.parse(variable("STAND_INS"));
  const folder = variable("STAND_INS_FOLDER");
  const running = await Promise.all(
    Object.entries(ports).map(([name, port]) => starts[name as OutsideName](port, folder)),
  );
  const stop = async () => {
    await Promise.all(running.map((standIn) => standIn.close()));
    process.exit();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void orExplain(stop));
}

await orExplain(main);
// One that could not begin takes the others with it: half of the outside world would be found out much later.
if (process.exitCode) process.exit();
