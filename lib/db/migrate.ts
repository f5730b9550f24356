import "server-only";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { everyTable, migrationList, withEngine } from "./migrate-engine";

/** The advisory lock under which one starter at a time migrates. Any number that nothing else uses. */
const STARTER_LOCK = 7_470_001;

/**
 * Brings the database to the schema of this version: the migrations not yet applied, then the tables of the job queue,
 * which the role `hospital_app` may use but not alter. Two that start at once take turns.
 * @param ownerUrl connection of the role that owns the tables; it may create roles
 * @returns the names of the migrations applied now, oldest first
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("SELECT pg_advisory_lock($1)", [STARTER_LOCK]);
    const applied = await applyMigrations(ownerUrl);
    await installJobQueue(ownerUrl, owner);
    await admitOwner(owner);
    return applied;
  } finally {
    await owner.end();
  }
}

async function applyMigrations(ownerUrl: string): Promise<string[]> {
  const migrationsList = await migrationList();
  return withEngine(ownerUrl, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: everyTable,
    });
    // A script is one transaction, so one that failed, or was killed, left nothing but its row in the history.
    for (const migrationName of history.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: everyTable });
    return appliedMigrationNames;
  });
}

async function installJobQueue(ownerUrl: string, owner: pg.Client) {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
  await owner.query(`
    GRANT USAGE ON SCHEMA pgboss TO hospital_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO hospital_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO hospital_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO hospital_app;
  `);
}

// Where the owner's connection serves the application too, it acts as the application's role. PostgreSQL 16 and later do
// not let who made a role become it until it is granted.
async function admitOwner(owner: pg.Client) {
  const mayBecome = await owner.query("SET ROLE hospital_app; RESET ROLE").then(
    () => true,
    () => false,
  );
  if (!mayBecome) await owner.query("GRANT hospital_app TO CURRENT_USER");
}
