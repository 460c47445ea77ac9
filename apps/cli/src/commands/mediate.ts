import { readFileSync } from "node:fs";
import { mediateDefaults, moderatedPaths } from "@concord/analysis/choices";
import type { MediateRequest, MediateResult } from "@concord/analysis/mediate";
import { InvalidArgumentError, Option } from "commander";
import { columnNames, count, list } from "../flag-values.ts";
import { modelCommand } from "../model/model-command.ts";

/** `concord mediate FILE --x perfectionism --m bond --y outcome`: through what a predictor reaches an outcome. */
export const mediateCommand = modelCommand<MediateRequest, MediateResult>({
  name: "mediate",
  description:
    "Follow an effect through mediators: indirect, direct and total effects with bootstrap intervals.",
  rows: "a row for each person",
  flags: (command) =>
    command
      .requiredOption(
        "--x <column>",
        "the predictor: numbers, or text whose levels are set against the first",
      )
      .requiredOption("--m <columns>", "the mediators, by comma", columnNames)
      .requiredOption("--y <column>", "the outcome")
      .option("--covariates <terms>", "what stands in every equation, as age,factor(site)", columnNames)
      .option("--serial", "each mediator leads to all later ones; side by side unless said")
      .option(
        "--arrow <from:to>",
        "only this arrow between mediators; may be repeated",
        arrows,
        mediateDefaults.arrow,
      )
      .option(
        "--w <column>",
        "a moderator: conditional indirect effects and the index of moderated mediation",
      )
      .option(
        "--group <column>",
        "rows belong to groups, as sessions to clients: effects within and between them",
      )
      .option(
        "--moderates <paths>",
        "the paths it bends: first, second, direct, by comma; without it first and second in turn",
        paths,
      )
      .option(
        "--values <numbers>",
        "values of the moderator; the mean and a standard deviation to either side unless said",
        list,
      )
      .addOption(
        new Option("--draws <count>", "bootstrap resamples (Monte Carlo draws with --group); 0 for none")
          .argParser(count(0))
          .default(mediateDefaults.draws, String(mediateDefaults.draws)),
      )
      .addOption(
        new Option("--seed <number>", "of the resamples")
          .argParser(count(0))
          .default(mediateDefaults.seed, String(mediateDefaults.seed)),
      )
      .option(
        "--resamples <file>",
        "resamples instead of chance: a line of row numbers (from 1) for each, or JSON",
        resamples,
      )
      .addOption(
        new Option("--interval <kind>", "the interval in tables and sentences")
          .choices(["percentile", "bca", "basic", "normal", "monte-carlo"])
          .default(mediateDefaults.interval),
      ),
  load: async () => (await import("@concord/analysis/mediate")).mediateAnalysis,
});

function arrows(text: string, before: readonly (readonly [string, string])[]) {
  const parts = text.split(":").map((part) => part.trim());
  if (parts.length !== 2 || parts.includes(""))
    throw new InvalidArgumentError("It must look like bond:engagement.");
  return [...before, parts as unknown as readonly [string, string]];
}

function paths(text: string): readonly (typeof moderatedPaths)[number][] {
  return columnNames(text).map((name) => {
    const path = moderatedPaths.find((one) => one === name);
    if (path === undefined) throw new InvalidArgumentError("It must be of first, second and direct.");
    return path;
  });
}

/** Row numbers of each resample, turned to count from 0. */
function resamples(file: string): readonly (readonly number[])[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch {
    throw new InvalidArgumentError(`The file ${file} cannot be read.`);
  }
  const rows = /^[[{]/.test(text) ? fromJson(text) : fromLines(text);
  if (
    rows.length < 2 ||
    rows.some((row) => row.length === 0 || row.some((at) => !Number.isInteger(at) || at < 1))
  )
    throw new InvalidArgumentError("It must hold two or more resamples of row numbers from 1.");
  return rows.map((row) => row.map((at) => at - 1));
}

function fromJson(text: string): readonly (readonly number[])[] {
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed) && parsed.every(Array.isArray)) return parsed as readonly (readonly number[])[];
  } catch {
    throw new InvalidArgumentError("It is neither JSON nor lines of numbers.");
  }
  throw new InvalidArgumentError("JSON must be a list of lists of row numbers.");
}

/** A first line that is not of numbers is a heading. */
function fromLines(text: string): readonly (readonly number[])[] {
  const lines = text.split(/\r?\n/).map((line) => line.split(/[\s,;]+/).filter((part) => part !== ""));
  const isHeading = lines[0]?.some((part) => !/^"?\d+"?$/.test(part)) === true;
  return lines.slice(isHeading ? 1 : 0).map((line) => line.map((part) => Number(part.replaceAll('"', ""))));
}
