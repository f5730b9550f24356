import { availableParallelism } from "node:os";
import path from "node:path";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const elsewhere = ["**/node_modules/**", ".data/**", ".next*/**", "bench/peers/**"];

/** Pure and small things ("unit"), and what needs PostgreSQL ("db": `*.db.test.ts`, a database of its own for each file). */
export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    // Also on a machine of two cores, where half would wait for the other half.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        extends: true,
        // Nothing here is sent to a browser, so the mark of server files is without meaning.
        resolve: { alias: { "server-only": path.join(root, "node_modules/server-only/empty.js") } },
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.db.test.ts"],
          setupFiles: "sandbox/run/vitest-environment.ts",
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        ssr: { resolve: { conditions: ["react-server", ...defaultServerConditions] } },
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: elsewhere,
          globalSetup: "sandbox/run/vitest-cluster.ts",
          setupFiles: ["sandbox/run/vitest-environment.ts", "sandbox/run/vitest-database.ts"],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
