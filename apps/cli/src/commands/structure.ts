import { readFileSync } from "node:fs";
import { heldEqualKinds, invarianceSteps, missingRules, structureDefaults } from "@concord/analysis/choices";
import type { StructureRequest, StructureResult } from "@concord/analysis/structure";
import type { HeldEqual, InvarianceStep, WaveSeries } from "@concord/statistics/structure";
import { InvalidArgumentError, Option } from "commander";
import { columnNames, count, list } from "../flag-values.ts";
import { modelCommand } from "../model/model-command.ts";
import { tableRules } from "../table-options.ts";

type StructureOptions = Partial<StructureRequest>;

/** `concord structure FILE`: factor analyses, structural models, invariance, panels. */
export const structureCommand = modelCommand<StructureRequest, StructureResult>({
  name: "structure",
  description: "Fit a structural equation model, in lavaan's notation.",
  rows: "a row for each person",
  flags: (command) =>
    command
      .option("--model <text>", 'the model, as "bond =~ b1 + b2 + b3; task =~ t1 + t2 + t3"')
      .option("--model-file <file>", "the model from a file", fromFile)
      .option(
        "--ri-clpm <series>",
        "a cross-lagged panel with random intercepts: x=x1,x2,x3;y=y1,y2,y3",
        waves,
      )
      .option("--equal-paths", "hold the paths of the panel equal over waves")
      .option("--compare <text>", "a second model, nested in the first or the other way round")
      .addOption(
        new Option(
          "--form <name>",
          "what is added to what is written: sem and cfa as lavaan, growth, or nothing",
        ).choices(["cfa", "sem", "growth", "lavaan"]),
      )
      .addOption(
        new Option("--estimator <name>", "ML; MLR and MLM do not lean on normality")
          .choices(["ML", "MLR", "MLM"])
          .default(structureDefaults.estimator),
      )
      .addOption(
        new Option(
          "--missing <rule>",
          "rows with gaps: left out (listwise) or used for what they say (fiml); and numbers that mean no answer",
        )
          .argParser(missingWords)
          .default([], "listwise"),
      )
      .option("--group <column>", "fit the model in each group of this column")
      .option("--group-equal <kinds>", `held equal over groups, by comma: ${heldEqualKinds.join(", ")}`, held)
      .option("--invariance [steps]", `steps of equality over groups: ${invarianceSteps.join(", ")}`, steps)
      .option("--std-lv", "factors have variance one, instead of a first loading of one")
      .option("--meanstructure", "means and intercepts are part of the model")
      .option("--int-ov-free", "with --form lavaan: intercepts of observed variables are free")
      .option("--no-fixed-x", "variables that only explain are modelled, not taken as given")
      .option("--missing-values <numbers>", "numbers that stand for a missing answer, by comma", list)
      .option("--modification-indices <number>", "the paths whose freeing would help most", count(1)),
  rules: ({ missing = [], missingValues = [], ...flags }) => {
    const codes = missing.filter((word) => !missingRules.some((rule) => rule === word));
    return { ...tableRules(flags), missing: [...codes, ...missingValues.map(String)] };
  },
  options: withAllSteps,
  load: async () => (await import("@concord/analysis/structure")).structureAnalysis,
});

/** `--invariance` alone asks for all steps; commander then hands over `true`. */
function withAllSteps(flags: StructureOptions): StructureOptions {
  const asked: unknown = flags.invariance;
  return asked === true ? { ...flags, invariance: invarianceSteps } : flags;
}

/** A rule or numbers, by comma. */
function missingWords(text: string, before: readonly string[]): readonly string[] {
  const words = text.split(",").map((word) => word.trim());
  const wrong = words.find(
    (word) => !missingRules.some((rule) => rule === word) && !/^[-\u2212]?\d+(?:\.\d+)?$/.test(word),
  );
  if (wrong !== undefined)
    throw new InvalidArgumentError(
      `It must be ${missingRules.join(" or ")}, or numbers that mean no answer.`,
    );
  return [...before, ...words];
}

function held(text: string): readonly HeldEqual[] {
  return columnNames(text).map((name) => {
    const found = heldEqualKinds.find((kind) => kind === name);
    if (found === undefined)
      throw new InvalidArgumentError(`It must be some of ${heldEqualKinds.join(", ")}.`);
    return found;
  });
}

function steps(text: string): readonly InvarianceStep[] {
  return columnNames(text).map((name) => {
    const found = invarianceSteps.find((step) => step === name);
    if (found === undefined)
      throw new InvalidArgumentError(`It must be some of ${invarianceSteps.join(", ")}.`);
    return found;
  });
}

function waves(text: string): readonly WaveSeries[] {
  return text.split(";").map((part) => {
    const [name, columns, ...more] = part.split("=").map((word) => word.trim());
    if (name === undefined || name === "" || columns === undefined || more.length > 0)
      throw new InvalidArgumentError("It must look like x=x1,x2,x3;y=y1,y2,y3.");
    return { name, columns: columnNames(columns) };
  });
}

function fromFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InvalidArgumentError(`It cannot be read: ${(error as NodeJS.ErrnoException).code ?? file}.`);
  }
}
