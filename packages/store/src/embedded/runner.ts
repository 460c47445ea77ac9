import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { StoreUnavailable } from "../place.ts";

/** The account the server's programs run as: our own, or another one because Postgres refuses to run as root. */
export type Runner =
  | { readonly kind: "self" }
  | { readonly kind: "other"; readonly uid: number; readonly gid: number };

/** Who may run the server? Root hands it to the account `postgres`, which is made where there is none. */
export function findRunner(): Runner {
  if (process.getuid?.() !== 0) return { kind: "self" };
  const there = identify();
  if (there !== null) return there;
  try {
    execFileSync("groupadd", ["--system", "postgres"], { stdio: "ignore" });
  } catch {
    // The group may be there without the account; the next step says whether that will do.
  }
  try {
    execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"], {
      stdio: "ignore",
    });
  } catch (cause) {
    throw new StoreUnavailable(
      "PostgreSQL does not run as root, and no account postgres could be made for it. Start Concord as another user, or set DATABASE_URL.",
      { cause },
    );
  }
  const made = identify();
  if (made === null)
    throw new StoreUnavailable(
      "The account postgres was made but cannot be found. Start Concord as another user.",
    );
  return made;
}

function identify(): Runner | null {
  try {
    const ask = (flag: string) =>
      Number(
        execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      );
    return { kind: "other", uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

/** For root: whom the data belongs to already, e.g. the user who started Concord here before. */
export function ownerOf(data: string): Runner | null {
  const status = statSync(data, { throwIfNoEntry: false });
  if (process.getuid?.() !== 0 || status === undefined || status.uid === 0) return null;
  return { kind: "other", uid: status.uid, gid: status.gid };
}

/** May this account walk to the folder? Every folder on the way must let it through; those not there yet will be ours. */
export function canBeReached(folder: string, runner: Runner): boolean {
  if (runner.kind === "self") return true;
  for (let step = path.resolve(folder); ; step = path.dirname(step)) {
    const status = statSync(step, { throwIfNoEntry: false });
    if (status !== undefined) {
      const bit = status.uid === runner.uid ? 0o100 : status.gid === runner.gid ? 0o010 : 0o001;
      if ((status.mode & bit) === 0) return false;
    }
    if (step === path.dirname(step)) return true;
  }
}

/** Where root keeps what the server's account must reach when the checkout lies where it cannot. */
export function sharedHome(): string {
  const home = "/var/lib/concord";
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chmodSync(home, 0o755);
  return home;
}

/** The part of spawn's options that makes a program run as the runner. */
export function asRunner(runner: Runner): {
  readonly uid?: number;
  readonly gid?: number;
  readonly cwd: string;
} {
  return runner.kind === "self" ? { cwd: "/" } : { uid: runner.uid, gid: runner.gid, cwd: "/" };
}
