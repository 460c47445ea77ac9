import { Command, CommanderError } from "commander";
import type { AddCommand } from "./add-command.ts";
import { watchFlags } from "./flags-given.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Every command by its name, in the order of the help. The code of a command is loaded when it is asked for. */
const commands: readonly (readonly [name: string, load: () => Promise<AddCommand>])[] = [
  ["course", async () => (await import("./commands/course.ts")).course],
  ["why", async () => (await import("./commands/why.ts")).why],
  ["calibrate", async () => (await import("./commands/calibrate.ts")).calibrateCommand],
  ["score", async () => (await import("./commands/score.ts")).scoreCommand],
  ["import", async () => (await import("./commands/import.ts")).importCommand],
  ["reevaluate", async () => (await import("./commands/reevaluate.ts")).reevaluateCommand],
  ["export", async () => (await import("./commands/export.ts")).exportCommand],
  ["studies", async () => (await import("./commands/studies.ts")).studiesCommand],
  ["synthesize", async () => (await import("./commands/synthesize.ts")).synthesizeCommand],
  ["fit", async () => (await import("./commands/fit.ts")).fitCommand],
  ["fit-scores", async () => (await import("./commands/fit-scores.ts")).fitScoresCommand],
  ["srm", async () => (await import("./commands/srm.ts")).srmCommand],
  ["change", async () => (await import("./commands/change.ts")).changeCommand],
  ["reliability", async () => (await import("./commands/reliability.ts")).reliabilityCommand],
  ["structure", async () => (await import("./commands/structure.ts")).structureCommand],
  ["mediate", async () => (await import("./commands/mediate.ts")).mediateCommand],
  ["moderate", async () => (await import("./commands/moderate.ts")).moderateCommand],
  ["dyad", async () => (await import("./commands/dyad.ts")).dyadCommand],
  ["claims", async () => (await import("./commands/claims.ts")).claimsCommand],
  ["library", async () => (await import("./commands/library.ts")).libraryCommand],
  ["find", async () => (await import("./commands/find.ts")).findCommand],
  ["concept", async () => (await import("./commands/concept.ts")).conceptCommand],
  ["concordance", async () => (await import("./commands/concordance.ts")).concordanceCommand],
  ["instruments", async () => (await import("./commands/instruments.ts")).instruments],
  ["demo", async () => (await import("./commands/demo.ts")).demo],
  ["serve", async () => (await import("./commands/serve.ts")).serve],
  ["account", async () => (await import("./commands/account.ts")).accountCommand],
  ["backup", async () => (await import("./commands/backup.ts")).backupCommand],
  ["restore", async () => (await import("./commands/backup.ts")).restoreCommand],
];

/** Returns the command line with all its commands, or with the one that is named, without running anything. */
export async function commandLine(
  terminal: Terminal,
  done: (code: ExitCode) => void,
  only?: string,
): Promise<Command> {
  const asked = commands.filter(([name]) => only === undefined || name === only);
  const adders = await Promise.all(asked.map(([, load]) => load()));
  const line = new Command("concord")
    .description("The therapeutic alliance, session by session: its course, its signals, and why.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ helpWidth: Math.min(terminal.width ?? 100, 110) })
    .showSuggestionAfterError();
  for (const add of adders) add(line, terminal, done);
  for (const own of line.commands) {
    own.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
    own.configureHelp({ helpWidth: Math.min(terminal.width ?? 100, 110) });
    own.helpOption("-h, --help", "print help for this command");
    watchFlags(own);
  }
  return line;
}

/** Runs one command line and says how it ended. Whatever goes wrong is one line, never a stack. */
export async function program(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const refusals: { readonly name: string; readonly said: string }[] = [];
  try {
    // Help and a word that is no command need the names of all.
    const [first = ""] = words;
    const known = commands.some(([name]) => name === first);
    const none = first === "-V" || first === "--version";
    const line = await commandLine(
      terminal,
      (own) => {
        code = own;
      },
      known || none ? first : undefined,
    );
    if (words.length === 0) {
      terminal.err(line.helpInformation());
      return exitCodes.nothing;
    }
    for (const own of line.commands)
      own.configureOutput({ outputError: (said) => refusals.push({ name: own.name(), said }) });
    await line.parseAsync([...(unknownCommand(words) ?? words)], { from: "user" });
    return code;
  } catch (error) {
    for (const { name, said } of refusals) terminal.err(await withHint(name, said));
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.nothing;
    terminal.err(`${sentenceFor(error, terminal)}\n`);
    return exitCodes.nothing;
  }
}

/** An unknown command alone, so that help about it names the nearest one instead of listing all. */
function unknownCommand(words: readonly string[]): readonly string[] | null {
  const asked = words[0] === "help" ? words[1] : words[0];
  if (asked === undefined || asked.startsWith("-") || asked === "help") return null;
  return commands.some(([name]) => name === asked) ? null : [asked];
}

/** The nearest of the words a flag or an argument may have; where the flags stand, for a flag to which none is near. */
async function withHint(name: string, said: string): Promise<string> {
  const choice =
    / argument '(.*)' is invalid\. (?:Allowed choices are|It must be some of|There is no .*; there are) (.*)\.\s*$/.exec(
      said,
    );
  if (choice !== null) {
    const { didYouMean } = await import("./did-you-mean.ts");
    return `${said.trimEnd()}${didYouMean(choice[1]!, choice[2]!.split(", "))}\n`;
  }
  if (!said.startsWith("error: unknown option") || said.includes("Did you mean")) return said;
  return `${said.trimEnd()}\nconcord ${name} --help lists the options.\n`;
}

function sentenceFor(error: unknown, terminal: Terminal): string {
  if (terminal.environment.CONCORD_DEBUG === "1" && error instanceof Error)
    return error.stack ?? error.message;
  if (error instanceof CommandRefused) return error.message;
  const said = error instanceof Error ? error.message : String(error);
  const first = said.split("\n")[0] ?? "";
  // Refusals of other rooms are meant for people already.
  if (error instanceof Error && /Unavailable|Refus/.test(error.name)) return first;
  return `Concord could not go on: ${first.replace(/\.$/, "")}. (CONCORD_DEBUG=1 shows where.)`;
}
