import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { StoreUnavailable } from "../place.ts";
import { canBeReached, type Runner, sharedHome } from "./runner.ts";

/** What Concord keeps about its own server in a data folder, in `database.json`. */
export interface Home {
  readonly folder: string;
  /** Where the cluster's files are: in the folder, unless the server's account cannot get there. */
  readonly data: string;
  readonly ownerPassword: string;
  readonly applicationPassword: string;
}

/** The folder, made if it is not there. */
export function makeFolder(given: string): string {
  const folder = path.resolve(given);
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o711);
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StoreUnavailable(
      `Concord may not write in ${folder}. Choose another folder, or start it as the user this one belongs to.`,
      { cause },
    );
  }
  return folder;
}

/** Reads the folder's own record, or makes one with new passwords. Call it with the folder locked. */
export function openHome(folder: string, runner: Runner): Home {
  const file = path.join(folder, "database.json");
  const known = readHome(folder);
  if (known !== null) return known;
  const made = {
    data: canBeReached(folder, runner) ? path.join(folder, "postgres") : elsewhere(),
    ownerPassword: randomBytes(24).toString("base64url"),
    applicationPassword: randomBytes(24).toString("base64url"),
  };
  const partial = `${file}.partial`;
  writeFileSync(partial, JSON.stringify(made, null, 2), { mode: 0o600 });
  renameSync(partial, file);
  return { folder, ...made };
}

/** Returns the folder's own record; null where there is none yet. Throws where it cannot be read. */
export function readHome(folder: string): Home | null {
  const file = path.join(folder, "database.json");
  if (!existsSync(file)) return null;
  try {
    return { folder, ...JSON.parse(readFileSync(file, "utf8")) };
  } catch (cause) {
    throw new StoreUnavailable(`Concord cannot read ${file}. Start it as the user this folder belongs to.`, {
      cause,
    });
  }
}

/** A folder in root's home cannot be walked to by the server's account: its cluster then lives in /var/lib. */
function elsewhere(): string {
  const home = mkdtempSync(path.join(sharedHome(), "data-"));
  chmodSync(home, 0o711);
  return path.join(home, "postgres");
}
