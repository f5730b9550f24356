import { verifyAudit } from "@/lib/db/sql/audit-chain";

/** `npm run verify-audit`: walks the chain of the audit and lists what is wrong, a line each; fails where anything is. */
async function main(): Promise<void> {
  const isTerminal = process.stderr.isTTY;
  const { checked, faults } = await verifyAudit(new Date(), (count) => {
    if (isTerminal) process.stderr.write(`\r${count} rows `);
  });
  for (const { kind, seq, eventId } of faults)
    process.stdout.write(`${kind}: place ${seq ?? "—"}, row ${eventId ?? "—"}\n`);
  if (faults.length > 0) throw new Error(`${faults.length} faults in ${checked} rows`);
  process.stdout.write(`${checked} rows, each as it was written and in its place\n`);
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
