import { Option } from "commander";
import type { AddCommand } from "../add-command.ts";
import { backupFolderOf } from "../backup-folder.ts";
import { defaultFolder, demoFolder } from "../data-folders.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";

interface ServeFlags {
  readonly data?: string;
  readonly demo?: true;
  readonly port?: number;
  readonly host?: string;
  readonly url?: string;
  readonly proxies?: number;
  readonly backups?: string;
}

const usualPort = 4180;

/** `concord serve`: opens the clinic on a data folder and stays until it is stopped. */
export const serve: AddCommand = (program, terminal, done) => {
  program
    .command("serve")
    .description("Open the clinic in the browser: prints its address and stays until it is stopped.")
    .option(
      "--data <folder>",
      `where the practice is kept (default: ${defaultFolder}; ${demoFolder} with --demo)`,
    )
    .option("--demo", "serve the simulated practice; its people are entered with one click")
    .addOption(
      new Option("--port <number>", `the port (default: ${usualPort}, or any free one; 0 is any)`).argParser(
        wholeNumber(0, 65_535),
      ),
    )
    .option("--host <address>", "the address to listen on (default: 127.0.0.1, this machine alone)")
    .option("--url <address>", "where people reach it, if a server in front has another address")
    .addOption(
      new Option("--proxies <number>", "how many servers of yours stand in front (default: 0)").argParser(
        wholeNumber(0, 9),
      ),
    )
    .option(
      "--backups <folder>",
      "where backups are written (default: the folder backups in the data folder)",
    )
    .action(async (flags: ServeFlags) => {
      await runServe(flags, terminal);
      done(exitCodes.done);
    });
};

async function runServe(flags: ServeFlags, terminal: Terminal): Promise<void> {
  const stopped = stopSignal();
  const { openStoreFor } = await import("../open-practice.ts");
  const isDemo = flags.demo === true;
  const { loadBundle } = await import("@concord/clinic");
  const bundle = loadBundle();
  // Awaited once the store is open; a store that does not open has the first word.
  bundle.catch(() => undefined);
  const store = await openStoreFor(flags, terminal, isDemo ? { folder: demoFolder } : {});
  try {
    if (isDemo) await prepareDemo(store, terminal);
    const served = await openDoors(store, bundle, flags, terminal);
    const { startBackupWorker, startMessageWorker, startRecalculationWorker } = await import(
      "@concord/practice"
    );
    const onTrouble = trouble(terminal);
    const background = startRecalculationWorker(served.clinic.appContext, { onTrouble });
    const sending = startMessageWorker(served.clinic.appContext, { onTrouble });
    const backups = startBackupWorker(served.clinic.appContext, { onTrouble });
    try {
      terminal.out(`Concord is open at ${served.url}\n`);
      await greet(served.clinic, isDemo, terminal);
      const { place } = store;
      const kept = place.kind === "folder" ? place.folder : `${place.database} on ${place.host}`;
      terminal.out(`Data: ${kept}. Stop with Ctrl-C.\n`);
      await stopped;
    } finally {
      await Promise.all([background.stop(), sending.stop(), backups.stop(), served.close()]);
    }
  } finally {
    await store.close();
  }
}

type Served = Awaited<ReturnType<typeof import("@concord/clinic").serveClinic>>;
type Bundle = ReturnType<typeof import("@concord/clinic").loadBundle>;
type Store = Awaited<ReturnType<typeof import("@concord/store").openStore>>;

async function prepareDemo(store: Store, terminal: Terminal): Promise<void> {
  const { seedIfEmpty } = await import("../seed-demo.ts");
  const seeding = await seedIfEmpty(store);
  if (seeding.kind === "real-practice") {
    throw new CommandRefused(
      `${seeding.name} is a real practice. Serve it without --demo, or choose another folder for the simulated one (--data).`,
    );
  }
  if (seeding.kind === "seeded") {
    terminal.out(
      `A simulated practice with ${seeding.demo.cases} cases was made. Everything in it is made up.\n`,
    );
  }
}

/** On the port that was asked for; on the usual one, or any that is free, where none was. */
async function openDoors(
  store: Store,
  bundle: Bundle,
  flags: ServeFlags,
  terminal: Terminal,
): Promise<Served> {
  const { serveClinic } = await import("@concord/clinic");
  const { messageHosts, modelAccess } = await import("../model-access.ts");
  const backupFolder = backupFolderOf(flags, terminal);
  const choices = {
    store,
    bundle,
    demo: flags.demo === true,
    models: modelAccess(terminal),
    messageHosts: messageHosts(terminal),
    ...(backupFolder === null ? {} : { backupFolder }),
    ...(flags.host === undefined ? {} : { host: flags.host }),
    ...(flags.url === undefined ? {} : { publicUrl: flags.url }),
    ...(flags.proxies === undefined ? {} : { proxies: flags.proxies }),
  };
  const port = flags.port ?? usualPort;
  try {
    return await serveClinic({ ...choices, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EADDRINUSE" && flags.port === undefined) return serveClinic({ ...choices, port: 0 });
    if (code === "EADDRINUSE") throw new CommandRefused(`Port ${port} is taken. Choose another (--port).`);
    if (code === "EACCES")
      throw new CommandRefused(`Port ${port} may not be used by this account. Choose one above 1023.`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new CommandRefused(
        `This machine has no address ${flags.host}. Leave --host out for this machine alone.`,
      );
    }
    throw error;
  }
}

/** What went wrong behind the pages: once, until something else does. */
function trouble(terminal: Terminal): (error: unknown) => void {
  let last = "";
  return (error) => {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (said !== last) terminal.err(`Behind the pages: ${said}\n`);
    last = said;
  };
}

async function greet(clinic: Served["clinic"], isDemo: boolean, terminal: Terminal): Promise<void> {
  if (isDemo) {
    const people = (await clinic.demo?.people()) ?? [];
    terminal.out("The people of the simulated practice, each entered with one click on the first page:\n");
    for (const { name, roles } of people) terminal.out(`  ${name}, ${roles.join(" and ")}\n`);
  } else if (await clinic.isEmpty())
    terminal.out("No practice is set up here yet; the first visit does it.\n");
}

/** Comes back when somebody stops the process; a second time does not wait. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(1);
      asked = true;
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  });
}
