import { accountMenu } from "@/lib/domain/wechat";
import { appOrigin } from "@/lib/env";
import { type MenuButton, publishedMenu, publishMenu } from "@/lib/gateways/wechat";

const linesOf = (buttons: readonly MenuButton[], above = ""): string[] =>
  buttons.flatMap(({ name, url, sub_button = [] }) => [
    ...(url ? [`${above}${name} → ${url}`] : []),
    ...linesOf(sub_button, `${above}${name} / `),
  ]);

/** `npm run wechat-menu`: publishes the official account's menu where it differs from the one in force, and says what changed. */
async function main(): Promise<string> {
  const wanted = accountMenu(appOrigin());
  const [before, after] = [linesOf((await publishedMenu()) ?? []), linesOf(wanted)];
  const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
  const fresh = after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
  if (before.join("\n") === after.join("\n")) return "The menu is published already";
  await publishMenu(wanted);
  return [...gone, ...fresh, "Published"].join("\n");
}

main().then(
  (text) => process.stdout.write(`${text}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
