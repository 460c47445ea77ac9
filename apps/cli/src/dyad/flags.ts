import { type Command, Option } from "commander";
import { columnNames, number } from "../flag-values.ts";
import type { ModelFlags } from "../model/model-command.ts";

export const dyadModels = ["apim", "surface", "truth-and-bias", "profile"] as const;

/** The flags of `concord dyad`; which of them a model needs it says itself. */
export interface DyadFlags extends ModelFlags {
  readonly x?: readonly string[];
  readonly y?: readonly string[];
  readonly roles?: readonly string[];
  readonly dyad?: string;
  readonly role?: string;
  readonly outcome?: string;
  readonly covariates?: readonly string[];
  readonly centre?: number | "grand mean";
  readonly judgment?: string;
  readonly truth?: string;
  readonly bias?: string;
  readonly judge?: string;
  readonly target?: string;
  readonly within?: true;
  readonly first?: readonly string[];
  readonly second?: readonly string[];
}

export function addDyadFlags(command: Command): Command {
  return command
    .option(
      "--x <columns>",
      "apim: the predictors of both members by comma, or the one of long rows; surface: the first rating",
      columnNames,
    )
    .option(
      "--y <columns>",
      "apim: the outcomes in the same order, or the one of long rows; surface: the second rating",
      columnNames,
    )
    .option("--roles <names>", "apim: what the members are called; from the columns unless said", columnNames)
    .option("--dyad <column>", "apim: which dyad, where each member has a row of their own")
    .option("--role <column>", "apim: which member, in such rows")
    .option("--outcome <column>", "surface: what agreement may matter for")
    .option("--covariates <terms>", "surface: further terms of the model", columnNames)
    .addOption(
      new Option(
        "--centre <point>",
        "surface: count both ratings from this number, or from their grand mean",
      ).argParser(centre),
    )
    .option("--judgment <column>", "truth-and-bias: what is judged")
    .option("--truth <column>", "truth-and-bias: what it is judged against")
    .option("--bias <column>", "truth-and-bias: what else may draw judgments")
    .option("--judge <column>", "truth-and-bias: who judges, or which dyad")
    .option("--target <column>", "truth-and-bias: who is judged")
    .option("--within", "truth-and-bias: count from each dyad's own mean truth, session by session")
    .option("--first <columns>", "profile: the items of the first member, by comma", columnNames)
    .option(
      "--second <columns>",
      "profile: the same items of the second member, in the same order",
      columnNames,
    );
}

function centre(text: string): number | "grand mean" {
  return text === "mean" || text === "grand-mean" ? "grand mean" : number()(text);
}
