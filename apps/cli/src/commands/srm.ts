import { srmDefaults } from "@concord/analysis/choices";
import type { SrmRequest, SrmResult } from "@concord/analysis/srm";
import { Option } from "commander";
import { columnNames } from "../flag-values.ts";
import { modelCommand } from "../model/model-command.ts";

/** `concord srm FILE`: whose doing a rating is, in groups in which everyone rates everyone. */
export const srmCommand = modelCommand<SrmRequest, SrmResult>({
  name: "srm",
  description: "Part the ratings of round robins into perceiver, target and relationship.",
  rows: "a row for each rating of one person by another",
  flags: (command) =>
    command
      .requiredOption("--perceiver <column>", "who rates")
      .requiredOption("--target <column>", "who is rated")
      .requiredOption("--value <column>", "the rating; with --latent two columns by comma", indicators)
      .option("--group <column>", "the group; one group unless said")
      .option("--value2 <column>", "the rating of a second construct, to relate to the first", indicators)
      .option("--latent", "two columns are two indicators of one construct, as a/b in TripleR")
      .option("--self", "relate self-ratings (who rates is who is rated) to the effects")
      .option("--relationships", "with --json: the effect of every relationship")
      .addOption(
        new Option("--errors <kind>", "standard errors from within groups, or between them as SOREMO has")
          .choices(["within", "between"])
          .default(srmDefaults.errors),
      ),
  load: async () => (await import("@concord/analysis/srm")).srmAnalysis,
});

/** `a,b`, or `a/b` as TripleR writes it. */
function indicators(text: string): readonly string[] {
  return columnNames(text.replaceAll("/", ","));
}
