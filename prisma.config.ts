import { defineConfig } from "prisma/config";

/** For whoever has Prisma's own engine; `npm run migrate` does without it, on the same files. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? "" },
});
