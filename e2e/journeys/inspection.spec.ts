import { readFileSync } from "node:fs";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { type Language, words } from "../support/words";

for (const locale of ["zh-CN", "en"] as const satisfies readonly Language[])
  test(`an inspection: who looked at a patient, what was refused, whether the audit is whole, and a table to take along (${locale})`, async ({
    open,
  }) => {
    const t = words(locale);
    const [seen] = await ask<{ name: string }>(
      `SELECT p."name" FROM "Patient" p JOIN "AuditEvent" e ON e."patientId" = p."id" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
    const auditor = await open("U001", { locale });
    // Refused, and so in the audit.
    expect((await auditor.request.get("/api/formulary")).status()).toBe(403);
    await auditor.goto("/admin/audit");
    await expect(auditor.getByText("formulary.export").first()).toBeVisible();
    await expectAccessible(auditor);
    await auditor.getByLabel(t("audit.search.staff")).fill("U001");
    await auditor.getByRole("checkbox", { name: t("audit.search.denied") }).check();
    await auditor.getByRole("button", { name: t("audit.search.submit"), exact: true }).click();
    await expect(auditor).toHaveURL(/denied=1/);
    const rows = auditor.getByRole("table").getByRole("row");
    await expect(rows.nth(1)).toContainText("formulary.export");
    await expect(rows.nth(1)).toContainText(t("audit.denied"));

    await auditor.goto(`/admin/audit?${new URLSearchParams({ patient: seen?.name ?? "" })}`);
    await expect(rows.nth(1)).toContainText(seen?.name ?? "");
    await auditor.getByRole("button", { name: t("audit.chain.verify"), exact: true }).click();
    await expect(
      auditor.getByText(
        new RegExp(t("audit.chain.checkedAt", { when: "@", count: "@", faults: 0 }).split("@").at(-1)?.trim() ?? ""),
      ),
    ).toBeVisible();

    const download = auditor.waitForEvent("download");
    await auditor.getByRole("button", { name: t("audit.export"), exact: true }).click();
    const table = readFileSync(await (await download).path(), "utf8");
    expect(table.split("\n")[1]).toContain(seen?.name ?? "");
  });
