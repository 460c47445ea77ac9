import { type Command, Option } from "commander";
import type { ModelFlags } from "../model/model-command.ts";
import { studyTemplates } from "../model/templates.ts";
import { CommandRefused } from "../terminal.ts";
import { type DerivedColumn, derivedColumn } from "./derived-columns.ts";

/** The flags of `concord fit`. */
export interface FitFlags extends ModelFlags {
  readonly ml?: true;
  readonly ar1?: string;
  readonly profile?: true;
  readonly compare?: string;
  readonly factor: readonly string[];
  readonly let: readonly DerivedColumn[];
  readonly template?: string;
  readonly column: readonly string[];
}

export function addFitFlags(command: Command): Command {
  const templates = studyTemplates.map(({ name, question }) => `  ${name.padEnd(20)} ${question}`);
  return command
    .option("--ml", "maximum likelihood instead of REML")
    .option(
      "--ar1 <series>",
      'neighbouring sessions resemble each other: "session|client", or "1|client" as rows come',
    )
    .option("--profile", "profile-likelihood intervals as well, of variances too")
    .option("--compare <formula>", "a likelihood-ratio test against another model of the same rows")
    .option("--factor <column>", "take the numbers of this column as names; may be repeated", gather, [])
    .option(
      "--let <name=expression>",
      "a further column, as agec=age-11; may be repeated",
      (text: string, before: readonly DerivedColumn[]) => [...before, derivedColumn(text)],
      [],
    )
    .addOption(
      new Option("--template <name>", "a study by its name, instead of a formula").choices(
        studyTemplates.map(({ name }) => name),
      ),
    )
    .option("--column <role=column>", "which column plays a role in a study; may be repeated", gather, [])
    .addHelpText("after", `\nStudies:\n${templates.join("\n")}`);
}

/** `session|client`, or as nlme writes it, `~ session | client`; `1|client` takes the order of the rows. */
export function seriesOf(text: string): { readonly group: string; readonly order: string | null } {
  const [order, group, ...more] = text
    .replace(/^\s*~/, "")
    .split("|")
    .map((part) => part.trim());
  if (!order || !group || more.length > 0)
    throw new CommandRefused(`--ar1 must look like session|client or 1|client: ${text}`);
  return { group, order: order === "1" ? null : order };
}

function gather(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
