import { existsSync } from "node:fs";
import { interruption } from "./interruption";
import { publishMenu } from "./menu";
import { orExplain, Trouble } from "./trouble";

/** `npm run wechat-menu`: for the real account. The stand-in's menu is published by `npm start`. */
async function main() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!process.env.WECHAT_APP_ID)
    throw new Trouble("WECHAT_APP_ID is not set: npm start publishes the stand-in's menu by itself.");
  process.stdout.write(await publishMenu(process.env, interruption()));
}

await orExplain(main);
