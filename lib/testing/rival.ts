import "server-only";
import type { Command, Work } from "@/lib/db/transact";

/** The same command, with somebody else who is faster: `rival` has come and gone between its reading and its first hand-written statement. */
export const withRival =
  <Input, Result>(command: Command<Input, Result>, rival: () => Promise<unknown>): Command<Input, Result> =>
  (work, input) => {
    let hasCome = false;
    const tx: Work["tx"] = new Proxy(work.tx, {
      get(target, name) {
        const own = Reflect.get(target, name);
        if (name !== "$queryRaw") return own;
        return async (...statement: unknown[]) => {
          if (!hasCome) {
            hasCome = true;
            await rival();
          }
          return own.apply(target, statement);
        };
      },
    });
    return command({ ...work, tx }, input);
  };
