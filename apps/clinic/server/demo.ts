import { randomBytes } from "node:crypto";
import type { House } from "@concord/practice";
import { practices, type StaffMember, staff } from "@concord/store";
import type { Accounts } from "./accounts.ts";
import type { Demo } from "./clinic.ts";

interface Person extends StaffMember {
  readonly practice: string;
}

/**
 * The people of the simulated practices, each to be entered with one click. Only of practices that say they
 * are simulated: a real one in the same store stays closed. Their passwords are chance, new at every start.
 */
export function demoOf(house: House, accounts: Accounts): Demo {
  const password = randomBytes(24).toString("base64url");
  const ready = new Map<string, Promise<void>>();

  const everyone = async (): Promise<readonly Person[]> => {
    const ids = await house.store.outside.practices();
    const lists = await Promise.all(
      ids.map((practice) =>
        house.store.within(practice, async (scope) => {
          const simulated = (await practices.get(scope))?.simulated === true;
          const members = simulated ? await staff.list(scope) : [];
          return members.filter(({ active }) => active).map((member) => ({ ...member, practice }));
        }),
      ),
    );
    return lists.flat();
  };

  const prepare = async (person: Person): Promise<void> => {
    const { user, token } = await accounts.invite(person.name, person.email);
    const caller = { request: new Request("http://concord.internal/"), address: "127.0.0.1" };
    const done = await accounts.setPassword(caller, token, password);
    if (done.kind !== "done") throw new Error("The simulated practice's account could not be prepared.");
    if (person.user !== user)
      await house.store.within(person.practice, (scope) => staff.linkUser(scope, person.staff, user));
  };

  return {
    people: async () => (await everyone()).map(({ staff: id, name, roles }) => ({ id, name, roles })),
    enter: async (caller, id) => {
      const person = (await everyone()).find((one) => one.staff === id);
      if (person === undefined) return { kind: "refused" };
      const being = ready.get(id) ?? prepare(person);
      ready.set(id, being);
      await being;
      return accounts.enter(caller, person.email, password);
    },
  };
}
