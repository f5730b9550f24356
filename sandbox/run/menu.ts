import { complete, type Env } from "./child";

const args = ["--conditions=react-server", "--import", "tsx", "lib/jobs/wechat-menu.ts"];

/** Publishes the official account's menu, as the environment configures it; returns what changed. */
export const publishMenu = (env: Env, signal: AbortSignal): Promise<string> =>
  complete("The menu cannot be published", { args, env }, signal);
