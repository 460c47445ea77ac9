import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Place } from "@concord/store";

/**
 * The secret of this installation. In a data folder it lies beside the data, readable by its owner alone; on a server
 * it must come from `CONCORD_SECRET`, so that every process of the installation has the same one.
 */
export async function secretFor(place: Place): Promise<string> {
  const given = process.env.CONCORD_SECRET;
  if (given !== undefined && given.length >= 32) return given;
  if (given !== undefined) throw new RangeError("CONCORD_SECRET requires 32 characters or more.");
  if (place.kind === "server")
    throw new Error(
      "Set CONCORD_SECRET to 32 characters of chance or more, and keep it: sessions are signed with it.",
    );
  const file = path.join(place.folder, "secret");
  const made = randomBytes(32).toString("base64url");
  return await writeFile(file, made, { mode: 0o600, flag: "wx" }).then(
    () => made,
    () => readFile(file, "utf8"),
  );
}
