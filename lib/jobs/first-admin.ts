import { foundHospital } from "@/lib/commands/staff/found";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { InviteStaff } from "@/lib/domain/staff-input";
import { appOrigin } from "@/lib/env";
import { Refusal } from "@/lib/errors";

/**
 * `npm run first-admin -- A001 张三 "Zhang San"`: the first administrator of an empty hospital. Prints the link by which he or she sets a
 * password and the second factor; it is shown once.
 */
async function main(): Promise<void> {
  const [staffNo, nameZh, nameEn] = process.argv.slice(2);
  const person = InviteStaff.safeParse({ role: "admin", staffNo, nameZh, nameEn });
  if (!person.success)
    throw new Error(
      'Say who it is: npm run first-admin -- A001 张三 "Zhang San" (number, name in Chinese, name in English).',
    );
  try {
    const run = { actor: systemActor("founding"), now: new Date() };
    const { token } = await transact(run, foundHospital, person.data);
    process.stdout.write(
      `${person.data.staffNo} takes the account over here, once: ${appOrigin()}/invitation/${token}\n`,
    );
  } catch (error) {
    if (error instanceof Refusal && error.code === "admin_exists")
      throw new Error(
        "There is an administrator already, or somebody has that number: administrators invite each other.",
      );
    throw error;
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
