import { Client } from "pg";

/** How many statements this process sends while `work` runs, BEGIN and COMMIT among them. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const own = Client.prototype.query;
  let sent = 0;
  Client.prototype.query = function counted(this: Client, ...args: unknown[]) {
    sent += 1;
    return Reflect.apply(own, this, args);
  } as typeof own;
  try {
    await work();
  } finally {
    Client.prototype.query = own;
  }
  return sent;
}
