import pg from "pg";
import { setting } from "./settings";

/** One question to the database of the running application, as its owner. */
export async function ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: setting("DATABASE_OWNER_URL") });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
