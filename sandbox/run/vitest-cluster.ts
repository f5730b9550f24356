import type { TestProject } from "vitest/node";
import type { Cluster } from "./postgres";
import { startTestCluster } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    cluster: Cluster;
    home: string;
  }
}

/** For a run of the "db" tests: one PostgreSQL with the seeded database that `vitest-database.ts` copies. */
export default async function vitestCluster(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, home, stop } = await startTestCluster(process.cwd(), `vitest-${process.pid}`);
  project.provide("cluster", cluster);
  project.provide("home", home);
  return stop;
}
