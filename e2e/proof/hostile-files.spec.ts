import sharp from "sharp";
import { file } from "../../lib/live/ask";
import { ask } from "../support/database";
import { expect, test } from "../support/fixtures";
import { type HostileFile, hostileFiles, MARK } from "../support/hostile-files";
import { newPatient } from "../support/patient";
import { chances, inTurns, progress, report, seed, sized } from "../support/proof";
import { reachAs, type Session } from "../support/room-client";
import { openSession } from "../support/sign-in";
import { webMemory } from "../support/web-memory";

/** An account may hold so many pictures that it has not sent. */
const EACH_ACCOUNT = 30;
const MOST_GROWTH = 200 * 1024 * 1024;

const DRAWN = /^image\/(jpeg|png|webp)$/;

const upload = (session: Session, { bytes }: HostileFile): Promise<Response> =>
  reachAs(session)("/api/files", file(new Blob([new Uint8Array(bytes)])));

/** Ordinary photographs first: what a server needs to draw any picture at all is not the attack's doing. */
async function warmUp(): Promise<void> {
  const session = await openSession(await newPatient());
  const noise = { type: "gaussian", mean: 150, sigma: 30 } as const;
  const bytes = await sharp({ create: { width: 2_400, height: 1_800, channels: 3, background: "#c8786e", noise } })
    .jpeg()
    .toBuffer();
  for (let n = 0; n < 20; n += 1) {
    const answer = await upload(session, { what: "a photograph", bytes });
    const { id }: { id: string } = await answer.json();
    for (const query of ["", "?inline=1&size=thumb"])
      await (await reachAs(session)(`/api/files/${id}${query}`, {})).arrayBuffer();
  }
}

/** What was kept is a picture drawn anew, and can only be saved or looked at. */
async function expectHarmless(session: Session, sent: HostileFile, id: string): Promise<void> {
  for (const query of ["", "?inline=1", "?inline=1&size=thumb"]) {
    const answer = await reachAs(session)(`/api/files/${id}${query}`, {});
    expect(answer.status, sent.what).toBe(200);
    expect(answer.headers.get("content-type"), sent.what).toMatch(DRAWN);
    expect(answer.headers.get("x-content-type-options"), sent.what).toBe("nosniff");
    expect(answer.headers.get("content-disposition"), sent.what).toMatch(query ? /^inline; / : /^attachment; /);
    expect(answer.headers.get("content-security-policy"), sent.what).toContain("sandbox");
    const kept = Buffer.from(await answer.arrayBuffer());
    expect(kept.equals(sent.bytes), `${sent.what}: kept as it came`).toBe(false);
    expect(kept.includes(MARK), `${sent.what}: its load was kept`).toBe(false);
  }
}

test("P11: no hostile file is kept as it came, none is answered as a page, and the memory stays", async () => {
  const [count, from] = [sized(500, 54), seed()];
  test.setTimeout(sized(20, 2) * 60_000);
  const files = await hostileFiles(count, chances(from));
  const accounts: Session[] = [];
  for (let n = 0; n < Math.ceil(count / EACH_ACCOUNT); n += 1) accounts.push(await openSession(await newPatient()));
  await warmUp();
  const before = webMemory();
  let [kept, done, most] = [0, 0, before ?? 0];

  await inTurns([...files.entries()], 4, async ([index, hostile]) => {
    const session = accounts[Math.floor(index / EACH_ACCOUNT)] as Session;
    const answer = await upload(session, hostile);
    expect([200, 400, 413, 415, 422], `${hostile.what}: ${answer.status}`).toContain(answer.status);
    expect(answer.headers.get("content-type"), hostile.what).toContain("application/json");
    const body: { id?: string; code?: string; message?: string } = await answer.json();
    if (body.id) await expectHarmless(session, hostile, body.id);
    else expect(body.message, `${hostile.what}: refused without a word`).toBeTruthy();
    kept += body.id ? 1 : 0;
    done += 1;
    progress(done, count);
    most = Math.max(most, webMemory() ?? 0);
  });
  const [written] = await ask<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "File" WHERE "ownerId" = ANY($1::uuid[])`,
    [accounts.map(({ accountId }) => accountId)],
  );
  expect(written?.count).toBe(kept);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(count);
  const growth = before === undefined ? undefined : most - before;
  report(test.info(), {
    goal: "0 stored as they came, 0 executable answers, memory < +200 MB",
    reached: `${count} files, ${kept} drawn anew, ${count - kept} refused, memory ${growth === undefined ? "not known here" : `+${Math.round(growth / 1024 / 1024)} MB`}`,
    seed: from,
  });
  if (growth !== undefined) expect(growth).toBeLessThan(MOST_GROWTH);
});
