import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client";
import { pool } from "./pool";

const shared = globalThis as { hospitalClient?: PrismaClient };

/** The Prisma client over the process's pool. Used in `db`, `queries` and `commands` alone. */
export function db(): PrismaClient {
  shared.hospitalClient ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return shared.hospitalClient;
}

export type Tx = Prisma.TransactionClient;
export { Prisma };
