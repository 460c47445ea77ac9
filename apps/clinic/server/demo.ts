import { randomBytes } from "node:crypto";
import type { AppContext } from "@concord/practice";
import { practices, type StaffMember, staff } from "@concord/store";
import type { Accounts, Caller, Entry } from "./accounts.ts";
import type { Demo } from "./clinic.ts";

interface Person extends StaffMember {
  readonly practice: string;
}

/**
 * The people of the simulated practices, each to be entered with one click. Only of practices that say they
 * are simulated: a real one in the same store stays closed. Each has an account of the demonstration's own,
 * under an address that nobody can have, so that no account of a person is ever touched.
 */
export function demoOf(appContext: AppContext, accounts: Accounts): Demo {
  const password = randomBytes(24).toString("base64url");

  const everyone = async (): Promise<readonly Person[]> => {
    const ids = await appContext.store.outside.practices();
    const lists = await Promise.all(
      ids.map((practice) =>
        appContext.store.within(practice, async (scope) => {
          const simulated = (await practices.get(scope))?.simulated === true;
          const members = simulated ? await staff.list(scope) : [];
          return members.filter(({ active }) => active).map((member) => ({ ...member, practice }));
        }),
      ),
    );
    return lists.flat();
  };

  // One at a time for each person: two first clicks at once would make the account twice.
  const entering = new Map<string, Promise<unknown>>();

  return {
    people: async () => (await everyone()).map(({ staff: id, name, roles }) => ({ id, name, roles })),
    enter: async (caller, id) => {
      const person = (await everyone()).find((one) => one.staff === id);
      if (person === undefined) return { kind: "refused" };
      const before = entering.get(id) ?? Promise.resolve();
      const enter = () => enterAs(caller, person);
      // What failed for the one before is tried again, and nothing of it is remembered.
      const entry = before.then(enter, enter);
      entering.set(id, entry);
      try {
        return await entry;
      } finally {
        if (entering.get(id) === entry) entering.delete(id);
      }
    },
  };

  async function enterAs(caller: Caller, person: Person): Promise<Entry> {
    const email = `${person.staff}@demo.invalid`;
    const entry = await accounts.enterDemo(caller, person.name, email, password);
    const user = entry.kind === "in" ? await accounts.idOf(email) : null;
    if (user !== null && person.user !== user)
      await appContext.store.within(person.practice, (scope) => staff.linkUser(scope, person.staff, user));
    return entry;
  }
}
