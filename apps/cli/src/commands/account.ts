import { Argument } from "commander";
import type { AddCommand } from "../add-command.ts";
import { defaultFolder } from "../data-folders.ts";
import type { DataFlags } from "../open-practice.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";

const actions = ["reset", "end-two-step", "roles"] as const;
const everyRole = ["therapist", "supervisor", "administrator", "researcher"] as const;
type Role = (typeof everyRole)[number];

interface AccountFlags extends DataFlags {
  readonly url?: string;
  readonly add?: string;
  readonly json?: true;
}

/** `concord account`: what only the operator of the machine may do for somebody who cannot get in. */
export const accountCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("account")
    .description("For the operator: a link to choose a new password, the end of a lost second factor, roles.")
    .addArgument(
      new Argument(
        "<action>",
        "reset: a link for one hour; end-two-step: sign in without the code; roles",
      ).choices(actions),
    )
    .argument("<email>", "the address of the account");
  command
    .option("--data <folder>", `where the practice is kept (default: ${defaultFolder})`)
    .option("--practice <name>", "which practice, where the store holds several (for roles)")
    .option("--url <address>", "where people reach Concord; the link begins with it", "http://127.0.0.1:4180")
    .option("--add <roles>", `roles to give, separated by commas: ${everyRole.join(", ")}`)
    .option("--json", "print the result for programs")
    .action(async (action: (typeof actions)[number], email: string, flags: AccountFlags) => {
      await run(action, email, flags, terminal);
      done(exitCodes.done);
    });
};

async function run(
  action: (typeof actions)[number],
  email: string,
  flags: AccountFlags,
  terminal: Terminal,
): Promise<void> {
  const { openStoreFor } = await import("../open-practice.ts");
  const store = await openStoreFor(flags, terminal, { mustExist: true });
  try {
    const said =
      action === "roles"
        ? await giveRoles(store, email, flags)
        : await grantAccess(store, action, email, flags);
    terminal.out(flags.json === true ? `${JSON.stringify(said.json)}\n` : said.text);
  } finally {
    await store.close();
  }
}

type Store = Awaited<ReturnType<typeof import("@concord/store").openStore>>;

async function grantAccess(
  store: Store,
  action: "reset" | "end-two-step",
  email: string,
  flags: AccountFlags,
) {
  const { createContext, recordOperatorChange } = await import("@concord/practice");
  const { openAccounts, resetMinutes, secretFor } = await import("@concord/clinic");
  const { accounts } = openAccounts(store, await secretFor(store.place), false);
  if (action === "reset") {
    const issued = await accounts.issueReset(email.trim());
    if (issued === null) throw new CommandRefused(`There is no account with the address ${email}.`);
    await recordOperatorChange(createContext(store), issued.user, "password-reset");
    const link = `${(flags.url ?? "").replace(/\/+$/, "")}/reset/${issued.token}`;
    return {
      json: { email, link, minutes: resetMinutes },
      text: `${link}\nWorks once and for ${resetMinutes} minutes. Give it to ${email} and to nobody else: whoever opens it chooses the password. They are told on their next page.\n`,
    };
  }
  const dropped = await accounts.dropTwoFactor(email.trim());
  if (dropped === null) throw new CommandRefused(`There is no account with the address ${email}.`);
  await recordOperatorChange(createContext(store), dropped.user, "two-step-ended");
  return {
    json: { email, twoStep: false },
    text: `${email} signs in without a code until they set it up again. They are told on their next page.\n`,
  };
}

async function giveRoles(store: Store, email: string, flags: AccountFlags) {
  const { addRolesAsOperator, createContext } = await import("@concord/practice");
  const { practices } = await import("@concord/store");
  const wanted = (flags.add ?? "").split(",").map((one) => one.trim());
  const roles = everyRole.filter((role) => wanted.includes(role));
  const unknown = wanted.filter((one) => !roles.some((role) => role === one));
  if (roles.length === 0 || unknown.length > 0)
    throw new CommandRefused(`Say which roles to give: --add ${everyRole.join(",")}`);
  const ids = await store.outside.practices();
  const known = await Promise.all(
    ids.map((id) =>
      store.within(id, async (scope) => ({ id, name: (await practices.get(scope))?.name ?? "" })),
    ),
  );
  const meant = known.filter(
    ({ id, name }) => flags.practice === undefined || [id, name].includes(flags.practice),
  );
  const [only, another] = meant;
  if (only === undefined || another !== undefined)
    throw new CommandRefused(
      `Say which practice is meant (--practice): ${known.map(({ name }) => name).join(", ")}`,
    );
  const held: readonly Role[] = await addRolesAsOperator(createContext(store), only.id, email, roles);
  return {
    json: { email, practice: only.id, roles: held },
    text: `${email} is now ${held.join(", ")} in ${only.name}. It is in the access log, and everybody there is told.\n`,
  };
}
