import { Command, CommanderError } from "commander";
import { accountCommand } from "./commands/account.ts";
import { backupCommand, restoreCommand } from "./commands/backup.ts";
import { calibrateCommand } from "./commands/calibrate.ts";
import { changeCommand } from "./commands/change.ts";
import { claimsCommand } from "./commands/claims.ts";
import { conceptCommand } from "./commands/concept.ts";
import { concordanceCommand } from "./commands/concordance.ts";
import { course } from "./commands/course.ts";
import { demo } from "./commands/demo.ts";
import { dyadCommand } from "./commands/dyad.ts";
import { exportCommand } from "./commands/export.ts";
import { findCommand } from "./commands/find.ts";
import { fitCommand } from "./commands/fit.ts";
import { fitScoresCommand } from "./commands/fit-scores.ts";
import { importCommand } from "./commands/import.ts";
import { instruments } from "./commands/instruments.ts";
import { libraryCommand } from "./commands/library.ts";
import { mediateCommand } from "./commands/mediate.ts";
import { moderateCommand } from "./commands/moderate.ts";
import { reevaluateCommand } from "./commands/reevaluate.ts";
import { reliabilityCommand } from "./commands/reliability.ts";
import { scoreCommand } from "./commands/score.ts";
import { serve } from "./commands/serve.ts";
import { srmCommand } from "./commands/srm.ts";
import { structureCommand } from "./commands/structure.ts";
import { studiesCommand } from "./commands/studies.ts";
import { synthesizeCommand } from "./commands/synthesize.ts";
import { why } from "./commands/why.ts";
import { watchFlags } from "./flags-given.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Adds one command to the program. `done` takes what it came to. */
export type AddCommand = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void;

const commands: readonly AddCommand[] = [
  course,
  why,
  calibrateCommand,
  scoreCommand,
  importCommand,
  reevaluateCommand,
  exportCommand,
  studiesCommand,
  synthesizeCommand,
  fitCommand,
  fitScoresCommand,
  srmCommand,
  changeCommand,
  reliabilityCommand,
  structureCommand,
  mediateCommand,
  moderateCommand,
  dyadCommand,
  claimsCommand,
  libraryCommand,
  findCommand,
  conceptCommand,
  concordanceCommand,
  instruments,
  demo,
  serve,
  accountCommand,
  backupCommand,
  restoreCommand,
];

/** The whole command line, without a process: what the tests call. */
export function commandLine(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const line = new Command("concord")
    .description("The therapeutic alliance, session by session: its course, its signals, and why.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ helpWidth: Math.min(terminal.width ?? 100, 110) })
    .showSuggestionAfterError();
  for (const add of commands) add(line, terminal, done);
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
  const line = commandLine(terminal, (own) => {
    code = own;
  });
  try {
    if (words.length === 0) {
      terminal.err(line.helpInformation());
      return exitCodes.nothing;
    }
    await line.parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.nothing;
    terminal.err(`${sentenceFor(error, terminal)}\n`);
    return exitCodes.nothing;
  }
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
