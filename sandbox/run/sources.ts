import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * A digest of files' names and contents: folders with all that is in them, files, or nothing where there is none.
 * `skip` leaves out a path (relative, with slashes) and all below it; `salt` is whatever else counts.
 */
export function digestOf(
  root: string,
  places: readonly string[],
  { skip = () => false, salt = "" }: { skip?: (file: string) => boolean; salt?: string } = {},
): string {
  const hash = createHash("sha256").update(`${salt}\0`);
  for (const file of places.flatMap((place) => filesIn(root, place, skip)).sort())
    hash.update(`${file}\0`).update(
      createHash("sha256")
        .update(readFileSync(path.join(root, file)))
        .digest(),
    );
  return hash.digest("hex");
}

function filesIn(root: string, place: string, skip: (file: string) => boolean): string[] {
  if (skip(place)) return [];
  const stat = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [place];
  return readdirSync(path.join(root, place)).flatMap((name) => filesIn(root, `${place}/${name}`, skip));
}
