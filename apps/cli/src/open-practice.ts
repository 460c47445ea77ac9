import { existsSync } from "node:fs";
import path from "node:path";
import { type Actor, createContext, type Role } from "@concord/practice";
import { openRunning, openStore, practices, type StaffMember, type Store, staff } from "@concord/store";
import { defaultFolder } from "./data-folders.ts";
import { CommandRefused, type Terminal } from "./terminal.ts";

/** Where a command finds the store: a folder it names, a server by DATABASE_URL, or the usual folder. */
export interface DataFlags {
  readonly data?: string;
  readonly practice?: string;
  readonly as?: string;
}

/**
 * Opens the store that the flags and the environment mean. `mustExist` refuses to make a new folder; `shared` reads
 * through the server of a Concord that has the folder open.
 */
export async function openStoreFor(
  flags: DataFlags,
  terminal: Terminal,
  { folder = defaultFolder, mustExist = false, shared = false } = {},
): Promise<Store> {
  const { DATABASE_URL: url, CONCORD_DATA: usual } = terminal.environment;
  if (flags.data === undefined && url !== undefined && url !== "") return openStore({ url });
  const chosen = path.resolve(flags.data ?? (usual === undefined || usual === "" ? folder : usual));
  if (mustExist && !existsSync(path.join(chosen, "database.json"))) {
    throw new CommandRefused(
      `There is no practice in ${chosen}. Name its folder (--data), or make one with concord serve.`,
    );
  }
  const running = shared ? await openRunning(chosen) : null;
  return running ?? openStore({ folder: chosen });
}

/** A practice and who acts in it. What is done is written to its audit trail under that name. */
export interface OpenPractice {
  readonly practice: string;
  readonly name: string;
  readonly simulated: boolean;
  readonly person: StaffMember;
  readonly actor: Actor;
  readonly context: ReturnType<typeof createContext>;
}

/** Finds the practice and someone in it who may act in this role; both can be named where there are several. */
export async function enterPractice(store: Store, flags: DataFlags, role: Role): Promise<OpenPractice> {
  const ids = await store.outside.practices();
  const known = await Promise.all(
    ids.map((id) =>
      store.within(id, async (scope) => ({
        id,
        own: await practices.get(scope),
        people: await staff.list(scope),
      })),
    ),
  );
  const wanted = known.filter(
    ({ id, own }) => flags.practice === undefined || [id, own?.name].includes(flags.practice),
  );
  const [only, another] = wanted;
  if (only === undefined || another !== undefined) {
    const list = known.map(({ id, own }) => `  ${own?.name ?? ""} (${id})`).join("\n");
    if (known.length === 0) {
      throw new CommandRefused(
        "No practice is set up here yet. Start concord serve and visit the page it prints.",
      );
    }
    throw new CommandRefused(`Say which practice is meant (--practice):\n${list}`);
  }
  const may = only.people.filter((one) => one.active && one.roles.includes(role));
  const person =
    flags.as === undefined ? may[0] : may.find(({ email, name }) => [email, name].includes(flags.as!));
  if (person === undefined) {
    const others = may.map(({ name, email }) => `${name} (${email})`).join(", ");
    throw new CommandRefused(
      others === ""
        ? `Nobody in ${only.own?.name ?? "this practice"} has the role of ${role}. Its administrator can give it.`
        : `${flags.as} has not the role of ${role} here. Those who have: ${others}.`,
    );
  }
  return {
    practice: only.id,
    name: only.own?.name ?? "",
    simulated: only.own?.simulated === true,
    person,
    actor: { kind: "staff", practice: only.id, staff: person.staff, role },
    context: createContext(store),
  };
}
