/**
 * Compares reference cases computed by R with Concord, through the functions of the packages and through the command
 * line. See parity/README.md for what a case is and how it is read.
 *
 *   npm run parity -- [--cases DIR] [--only TEXT] [--json] [--verbose] [--no-cli]
 *
 * Exit code 1 when a value differs, a case is not understood, or nothing was compared for a case or for the run.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { judgeByCommands, judgeByFunctions, type Verdict } from "./judge-case.ts";
import type { ReferenceCase } from "./reference-case.ts";
import { caseLines, type Judged } from "./report.ts";
import { CommandLine } from "./run-command.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: path.resolve(import.meta.dirname, "fixtures") },
    only: { type: "string", default: "" },
    json: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    "no-cli": { type: "boolean", default: false },
  },
});
const folder = path.resolve(values.cases);
const files = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".json") && name.includes(values.only))
      .sort()
  : [];
const notCases: string[] = [];
const judged: Judged[] = [];
const temporary = mkdtempSync(path.join(tmpdir(), "concord-parity-"));
const say = (line: string) => {
  if (!values.json) console.log(line);
};

say(`reference cases in ${folder}\n`);
const independent = path.join(folder, "independent");
const elsewhere = existsSync(independent)
  ? readdirSync(independent)
      .filter((name) => name.endsWith(".json"))
      .sort()
  : [];
for (const name of files) {
  const reference = caseIn(path.join(folder, name));
  if (reference === null) {
    notCases.push(name);
    continue;
  }
  const functions = judgeByFunctions(reference);
  const line = new CommandLine(path.join(temporary, String(judged.length)));
  const commands = values["no-cli"] ? null : await judgeByCommands(reference, line);
  line.close();
  const id = typeof reference.id === "string" ? reference.id : name;
  const own: Judged = { name, id, capability: reference.capability ?? "no capability", functions, commands };
  judged.push(own);
  for (const text of caseLines(own, values.verbose ? Number.POSITIVE_INFINITY : 5)) say(text);
}
rmSync(temporary, { recursive: true, force: true });

const failed = judged.filter(
  ({ functions, commands }) => functions.failures.length > 0 || (commands?.failures.length ?? 0) > 0,
);
const total = (of: (verdict: Verdict) => number, way: "functions" | "commands") =>
  judged.reduce((sum, one) => sum + (one[way] === null ? 0 : of(one[way])), 0);
const totals = (way: "functions" | "commands") => ({
  compared: total(({ agreeing, differing }) => agreeing + differing, way),
  agree: total(({ agreeing }) => agreeing, way),
  differ: total(({ differing }) => differing, way),
  leftOut: total(({ omitted }) => omitted, way),
});
const sums = { functions: totals("functions"), commands: values["no-cli"] ? null : totals("commands") };
const isEmpty = sums.functions.compared === 0;
const isPassed = failed.length === 0 && !isEmpty;

if (values.json) {
  console.log(
    JSON.stringify(
      { folder, passed: isPassed, totals: sums, notCases, elsewhere, cases: judged.map(caseJson) },
      null,
      1,
    ),
  );
} else {
  say("");
  for (const [way, sum] of Object.entries(sums))
    if (sum !== null)
      say(
        `${way}: compared ${sum.compared}, agree ${sum.agree}, differ ${sum.differ}, left out ${sum.leftOut}`,
      );
  say(`${judged.length} cases, ${judged.length - failed.length} passed, ${failed.length} failed`);
  for (const { id } of failed) say(`  failed: ${id}`);
  if (elsewhere.length > 0)
    say(
      `${elsewhere.length} cases in ${path.basename(independent)}/ are compared by npm test (parity/test/fixtures.test.ts), because their R code implements a method by itself (matrices, root finding, profiles): ${elsewhere.map((name) => name.replace(/\.json$/, "")).join(", ")}`,
    );
  for (const name of notCases) say(`  not a case (it has no r_code and no expected): ${name}`);
  if (isEmpty)
    say(
      files.length === 0 ? `nothing was compared: there are no cases in ${folder}` : "nothing was compared",
    );
}
process.exitCode = isPassed ? 0 : 1;

/** The case in a file; null where it holds something else, such as a table of timings. */
function caseIn(file: string): ReferenceCase | null {
  const parsed: unknown = parsedJson(readFileSync(file, "utf8"));
  const isCase =
    typeof parsed === "object" && parsed !== null && ("r_code" in parsed || "expected" in parsed);
  return isCase ? (parsed as ReferenceCase) : null;
}

/** What is no JSON is a case that fails. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { expected: null };
  }
}

function caseJson({ name, id, capability, functions, commands }: Judged) {
  const own = ({ agreeing, differing, omitted, disagreements, leftOut, looser, failures }: Verdict) => ({
    compared: agreeing + differing,
    agree: agreeing,
    differ: differing,
    leftOut: omitted,
    passed: failures.length === 0,
    failures,
    differences: disagreements.map(({ got, ...rest }) => ({
      ...rest,
      got: typeof got === "symbol" ? null : got,
    })),
    omitted: leftOut,
    looser,
  });
  return {
    file: name,
    id,
    capability,
    functions: own(functions),
    commands: commands === null ? null : own(commands),
  };
}
