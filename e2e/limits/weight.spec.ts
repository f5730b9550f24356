import { expect, test } from "../support/fixtures";
import { places } from "../support/places";
import { inTurns } from "../support/proof";
import { emptyPageBytes, scriptBytes } from "../support/weight";

const MOST = 1.4;
const MOST_ROOM = 1.55;

test(`no screen loads more JavaScript than ${MOST} of an empty page, the consultation room ${MOST_ROOM}`, async ({
  open,
}) => {
  test.setTimeout(240_000);
  const empty = emptyPageBytes(process.env.NEXT_DIST_DIR ?? ".next-test");
  const weighed: string[] = [];
  const wrong: string[] = [];
  await inTurns(await places(), 3, async (place) => {
    const page = await open(place.as);
    const ratio = (await scriptBytes(page, place.address)) / empty;
    weighed.push(`${place.name} ${ratio.toFixed(2)}`);
    if (ratio > (place.isRoom ? MOST_ROOM : MOST) || ratio < 1) wrong.push(`${place.name}: ${ratio.toFixed(3)}`);
    await page.context().close();
  });
  process.stdout.write(
    `JavaScript against an empty page of ${(empty / 1024).toFixed(1)} KB gzip: ${weighed.join(", ")}\n`,
  );
  expect(wrong).toEqual([]);
});
