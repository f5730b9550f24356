import path from "node:path";
import { complete, type Env } from "./child";
import { digestOf } from "./sources";
import { unlessStamped } from "./stamp";

const GENERATED = "lib/db/generated";
/** What a build is made of; what is missing today counts once it is there. */
const SOURCES = [
  ...["app", "components", "lib", "public", "prisma/schema"],
  ...["proxy.ts", "instrumentation.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"],
];

const isNoSource = (file: string) => file === GENERATED || file === "lib/testing" || /\.test\.tsx?$/.test(file);

/** Prisma's client from the schema, if it changed. Without a schema engine: any program passes for one. */
export function generateClient(root: string, signal: AbortSignal): Promise<boolean> {
  const args = ["node_modules/prisma/build/index.js", "generate", "--schema", "prisma/schema"];
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const digest = digestOf(root, ["prisma/schema", "node_modules/prisma/package.json"]);
  return unlessStamped(path.join(root, GENERATED, ".stamp"), digest, () =>
    complete("Prisma's client cannot be made", { args, env, options: { cwd: root } }, signal),
  );
}

/** `next build` into `env.NEXT_DIST_DIR`, if the sources changed since the one that is there. */
export function buildApplication(root: string, env: Env, signal: AbortSignal): Promise<boolean> {
  const folder = path.join(root, env.NEXT_DIST_DIR ?? ".next");
  const digest = digestOf(root, SOURCES, { skip: isNoSource, salt: env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY });
  return unlessStamped(path.join(folder, "stamp"), digest, () =>
    complete(
      "The application cannot be built",
      {
        args: ["node_modules/next/dist/bin/next", "build"],
        env: { ...env, NODE_ENV: "production" },
        options: { cwd: root },
      },
      signal,
    ),
  );
}
