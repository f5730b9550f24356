import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { policy, type Verb } from "../../lib/domain/policy";

/** An id that nothing has: it stands for every dynamic segment. */
export const NO_ID = "00000000-0000-7000-8000-000000000000";

const distDir = () => process.env.NEXT_DIST_DIR ?? ".next-test";

/** From a file of the build or the tree to its address: groups vanish, dynamic segments become an id. */
const addressOf = (file: string): string =>
  `/${file
    .split("/")
    .slice(1, -1)
    .filter((part) => !part.startsWith("("))
    .map((part) => (part.startsWith("[locale") ? "zh" : part.startsWith("[") ? NO_ID : part))
    .join("/")}`;

const asVerb = (verb: string, where: string): Verb => {
  if (!(verb in policy)) throw new Error(`${where} names the verb "${verb}", which the policy does not declare`);
  return verb as Verb;
};

export interface ActionDoor {
  readonly id: string;
  readonly name: string;
  readonly verb: Verb;
  readonly address: string;
}

/** Every server action that the build serves, with the verb that its file declares for it. */
export function actionDoors(): ActionDoor[] {
  const manifest = JSON.parse(readFileSync(path.join(distDir(), "server/server-reference-manifest.json"), "utf8")) as {
    node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => {
    const source = readFileSync(filename, "utf8");
    const verb = new RegExp(`export const ${exportedName} = (?:action|flowAction)\\(\\s*"([^"]+)"`).exec(source)?.[1];
    const name = `${filename} ${exportedName}`;
    if (!verb) throw new Error(`${name} is a public endpoint without a declared verb`);
    const page = Object.keys(workers).sort()[0] ?? "app/page";
    return { id, name, verb: asVerb(verb, name), address: addressOf(page) };
  });
}

export interface RouteDoor {
  readonly name: string;
  readonly method: string;
  readonly address: string;
  /** The verb of `route()`; "webhook" and "open" for the doors of machines and of strangers. */
  readonly verb: Verb | "webhook" | "open";
}

/** Doors that ask nobody who he is: next-auth's own, and the liveness probe. */
const open = new Set(["app/api/auth/[...nextauth]/route.ts", "app/api/health/route.ts"]);

/** Every route handler of the tree, method by method. */
export function routeDoors(): RouteDoor[] {
  return globSync("app/**/route.ts")
    .sort()
    .flatMap((file): RouteDoor[] => {
      const source = readFileSync(file, "utf8");
      if (open.has(file)) return [{ name: file, method: "GET", address: addressOf(file), verb: "open" as const }];
      return [
        ...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) = (route|commandRoute|webhook)\(\s*"([^"]+)"/g),
      ].map(([, method = "", kind, verb = ""]) => ({
        name: `${method} ${file}`,
        method,
        address: addressOf(file),
        verb: kind === "webhook" ? ("webhook" as const) : asVerb(verb, file),
      }));
    });
}

/** Every page of the portals: its address and the portal it belongs to. */
export const portalPages = (): { address: string; portal: string }[] =>
  globSync("app/**/{patient,doctor,pharmacist,admin}/**/page.tsx")
    .sort()
    .map(addressOf)
    .map((address) => ({ address, portal: address.split("/")[1] ?? "" }));
