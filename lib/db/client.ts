import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client";
import { pool } from "./pool";

/** Long enough for a table of some hundred people; every other command takes milliseconds. */
const TRANSACTION_MS = 30_000;

const shared = globalThis as { hospitalClient?: PrismaClient };

/** The Prisma client over the process's pool. Used in `db`, `queries` and `commands` alone. */
export function db(): PrismaClient {
  shared.hospitalClient ??= new PrismaClient({
    adapter: new PrismaPg(pool()),
    transactionOptions: { timeout: TRANSACTION_MS },
  });
  return shared.hospitalClient;
}

export type Tx = Prisma.TransactionClient;
export { Prisma };
