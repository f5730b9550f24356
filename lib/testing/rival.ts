import "server-only";
import type { Command, Work } from "@/lib/db/transact";

/** The writes that a command makes under a condition. */
const CONDITIONAL = ["$queryRaw", "updateMany"];

/** The same command, with somebody else who is faster: `rival` has come and gone between its reading and its first conditional write. */
export const withRival =
  <Input, Result>(command: Command<Input, Result>, rival: () => Promise<unknown>): Command<Input, Result> =>
  (work, input) => {
    let hasCome = false;
    const slowed = <Part extends object>(part: Part): Part =>
      new Proxy(part, {
        get(target, name) {
          const own: unknown = Reflect.get(target, name);
          if (typeof own === "object" && own !== null) return slowed(own);
          if (typeof own !== "function" || !CONDITIONAL.includes(String(name))) return own;
          return async (...statement: unknown[]) => {
            if (!hasCome) {
              hasCome = true;
              await rival();
            }
            return own.apply(target, statement);
          };
        },
      });
    const tx: Work["tx"] = slowed(work.tx);
    return command({ ...work, tx }, input);
  };
