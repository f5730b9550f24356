import { request } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { places } from "../support/places";
import { setting } from "../support/settings";
import { openSession, SESSION_COOKIE } from "../support/sign-in";
import { statementsDuring } from "../support/statements";

/** The session read and one audit insert included. */
const MOST = 4;

test(`no screen needs more than ${MOST} statements`, async () => {
  test.setTimeout(180_000);
  const counted: { name: string; statements: number }[] = [];
  const wrong: string[] = [];
  for (const place of await places()) {
    const { cookie } = await openSession(place.as);
    const api = await request.newContext({
      baseURL: setting("BASE_URL"),
      extraHTTPHeaders: { cookie: `${SESSION_COOKIE}=${cookie}` },
    });
    // Once before: what a process reads only the first time does not count.
    expect((await api.get(place.address)).status(), place.name).toBe(200);
    const statements = await statementsDuring(() => api.get(place.address));
    counted.push({ name: place.name, statements: statements.length });
    if (statements.length > MOST || statements.length === 0)
      wrong.push(
        `${place.name}: ${statements.length}\n  ${statements.map((sql) => sql.replace(/\s+/g, " ").slice(0, 120)).join("\n  ")}`,
      );
    await api.dispose();
  }
  process.stdout.write(
    `statements a page (most ${MOST}): ${counted.map(({ name, statements }) => `${name} ${statements}`).join(", ")}\n`,
  );
  expect(wrong).toEqual([]);
});
