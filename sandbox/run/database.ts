import pg from "pg";
import { complete, type Env } from "./child";
import { type Cluster, clusterUrl } from "./postgres";

export const DATABASE = "hospital";
/** A hospital on its first day: migrated, with reference data and nobody in it. */
export const EMPTY_DATABASE = "empty";
const OWNER = "hospital_owner";
const APPLICATION = "hospital_web";
/** The role that the migrations make and grant what the application may do. */
const APPLICATION_ROLE = "hospital_app";

export interface Logins {
  readonly ownerPassword: string;
  readonly applicationPassword: string;
}

/** Connection strings of a database in the cluster: the owner migrates, the application cannot touch an audit row. */
export const urls = (cluster: Cluster, logins: Logins, database = DATABASE) => ({
  DATABASE_OWNER_URL: clusterUrl(cluster, database, { user: OWNER, password: logins.ownerPassword }),
  DATABASE_URL: clusterUrl(cluster, database, { user: APPLICATION, password: logins.applicationPassword }),
});

/** Makes the two logins and the owner's empty database, where they are missing. Passwords are hexadecimal. */
export async function makeDatabase(cluster: Cluster, logins: Logins): Promise<void> {
  await asSuperuser(cluster, async (client) => {
    await login(client, OWNER, `CREATEROLE PASSWORD '${logins.ownerPassword}'`);
    await login(client, APPLICATION, `PASSWORD '${logins.applicationPassword}'`);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  });
}

async function login(client: pg.Client, name: string, attributes: string) {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
  await client.query(`${rowCount === 0 ? "CREATE" : "ALTER"} ROLE ${name} LOGIN ${attributes}`);
}

/**
 * Migrates the database of `env`, and seeds it if it is empty: with the demonstration hospital and its people if `demo`.
 * Returns a line on what was done.
 */
export async function prepareDatabase(env: Env, demo: boolean, signal: AbortSignal): Promise<string> {
  const args = ["--conditions=react-server", "--import", "tsx", "sandbox/run/prepare.ts", ...(demo ? ["--demo"] : [])];
  const output = await complete("The database cannot be prepared", { args, env }, signal);
  return output.trim();
}

/** Lets the application's login act as the role of the migrations. */
export const admitApplication = (cluster: Cluster): Promise<void> =>
  asSuperuser(cluster, async (client) => {
    await client.query(`GRANT ${APPLICATION_ROLE} TO ${APPLICATION}`);
  });

/** Lets the owner load many rows without their triggers and foreign keys: for databases that tests fill with years of work. */
export const allowBulkLoad = (cluster: Cluster): Promise<void> =>
  asSuperuser(cluster, async (client) => {
    await client.query(`GRANT SET ON PARAMETER session_replication_role TO ${OWNER}`);
  });

/** A copy of the database in the same cluster, replacing an older one of that name. */
export const copyDatabase = (cluster: Cluster, name: string): Promise<void> =>
  asSuperuser(cluster, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} OWNER ${OWNER} TEMPLATE ${DATABASE}`);
  });

async function asSuperuser(cluster: Cluster, use: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, "postgres") });
  await client.connect();
  await use(client).finally(() => client.end());
}
