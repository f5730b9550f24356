import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { seedDemo } from "./demo";
import { seedReference } from "./reference";

/**
 * Fills an empty database: reference data always (provinces, code maps, consent texts …), the demonstration hospital with its
 * people only when asked. Returns false, and touches nothing, where there is something already.
 */
export async function seed(options: { ownerUrl: string; demo: boolean }): Promise<boolean> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: options.ownerUrl }) });
  try {
    if ((await db.province.count()) > 0) return false;
    const now = new Date();
    await db.$transaction(
      async (tx) => {
        await seedReference(tx, now);
        if (options.demo) await seedDemo(tx, now);
      },
      { timeout: 60_000 },
    );
    return true;
  } finally {
    await db.$disconnect();
  }
}
