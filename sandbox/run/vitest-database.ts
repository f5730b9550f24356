import path from "node:path";
import { inject } from "vitest";
import { copyDatabase, urls } from "./database";
import { testLogins } from "./test-environment";

// Before a test file loads the application: a fresh copy of the seeded database, under the name of the place among the
// workers, so that the copy of the file before it goes.
const cluster = inject("cluster");
const name = `worker_${process.env.VITEST_POOL_ID}`;
await copyDatabase(cluster, name);
const files = path.join(inject("home"), "files", name);
Object.assign(process.env, urls(cluster, testLogins, name), { STORAGE_FOLDER: files });
