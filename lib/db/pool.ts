import "server-only";
import { Pool } from "pg";
import { env } from "@/lib/env";

// Development reloads modules; a pool of its own for each reload would use up the server's connections.
const shared = globalThis as { hospitalPool?: Pool };

/**
 * The process's connections, under the role `hospital_app`: it reads and writes the hospital's rows,
 * and can neither change nor delete an audit row (`proof` 16).
 */
export function pool(): Pool {
  shared.hospitalPool ??= new Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    options: "-c role=hospital_app",
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  return shared.hospitalPool;
}

/** Ends all connections: for the worker's and the tests' orderly stop. */
export async function closePool(): Promise<void> {
  const open = shared.hospitalPool;
  shared.hospitalPool = undefined;
  await open?.end();
}
