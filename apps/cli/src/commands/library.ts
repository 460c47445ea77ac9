import type { AddCommand } from "../add-command.ts";
import { addDataOptions } from "../data-options.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { SourceFlags } from "../library/source-flags.ts";
import type { DataFlags } from "../open-practice.ts";
import { CommandRefused, type ExitCode, type Terminal } from "../terminal.ts";

type Flags = DataFlags & SourceFlags & { readonly json?: true; readonly text?: string };

/** `concord library add FILE…`, `list`, `verify [WORDS]`: the scholar's own texts. */
export const libraryCommand: AddCommand = (program, terminal, done) => {
  const command = program
    .command("library")
    .description("Add texts to a practice's library, list them, and prove quotations against them.")
    .argument("<action>", "add, list or verify")
    .argument(
      "[what...]",
      "files to add; or the words of a quotation to verify (without: every kept quotation)",
    );
  addDataOptions(command)
    .option("--title <words>", "the title, where the file does not say it")
    .option("--author <name>", 'an author as "Family, Given"; again for each', collect)
    .option("--year <year>", "the year of this edition")
    .option("--translator <name>", "who translated it")
    .option(
      "--bibliography <file>",
      "BibTeX, RIS, CSL-JSON or another bibliography; keys are the names of the files",
    )
    .option("--text <id>", "verify against this text alone")
    .option("--json", "print the result for programs")
    .action(async (action: string, what: readonly string[], flags: Flags) => {
      done(await act(action, what, flags, terminal));
    });
};

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

async function act(
  action: string,
  what: readonly string[],
  flags: Flags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (action === "add") return (await import("../library/add-files.ts")).addFiles(what, flags, terminal);
  if (action === "list") return (await import("../library/list-texts.ts")).listLibrary(flags, terminal);
  if (action === "verify") {
    const words = what.length === 0 ? undefined : what.join(" ");
    return (await import("../library/verify-library.ts")).verifyIn(words, flags, terminal);
  }
  throw new CommandRefused(
    `concord library can add, list and verify; not ${action}.${didYouMean(action, ["add", "list", "verify"])}`,
  );
}
