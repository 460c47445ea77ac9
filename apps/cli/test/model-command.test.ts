import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import {
  type Analysis,
  type AnalysisRequest,
  modelTable,
  numberColumn,
  percentOf,
  rColumn,
  rLines,
} from "@concord/analysis";
import { Command } from "commander";
import { modelCommand } from "../src/model/model-command.ts";
import { heardTerminal } from "./support/heard-terminal.ts";

const folder = mkdtempSync(path.join(tmpdir(), "concord-model-"));
after(() => rmSync(folder, { recursive: true, force: true }));

interface SumRequest extends AnalysisRequest {
  readonly value: string;
  readonly formula: string;
}

const sum: Analysis<SumRequest, number> = {
  name: "sum",
  request: ({ value = "", formula = "", confidenceLevel = 0.95 }) => ({ value, formula, confidenceLevel }),
  uses: () => [],
  run: (columns, { value }) => {
    const values = numberColumn(columns, value);
    const known = values.filter((one) => one !== null);
    if (known.length === 1) throw new RangeError("a sum requires two or more values: 1");
    const left = values.flatMap((one, row) => (one === null ? [{ row, reason: "no value" }] : []));
    return { kind: "done", result: known.reduce((total, one) => total + one, 0), left, notes: ["plain"] };
  },
  terms: (result, { formula }) => ({ sum: result, formula, none: Number.NaN }),
  table: (result) => modelTable(["", "sum"], [["value", result]]),
  sentence: (result, { confidenceLevel }) => `The sum was ${result} at ${percentOf(confidenceLevel)}%.`,
  figure: async (result) => `<svg>${result}</svg>`,
  rProgram: (file, { value }) => rLines("sum", file, ["stats"], [`sum(${rColumn(value)})`]),
};

const sumCommand = modelCommand<SumRequest, number>({
  name: "sum",
  description: "The sum of a column.",
  rows: "a row for each number",
  formula: "any words",
  flags: (command) => command.requiredOption("--value <column>", "the column"),
  load: async () => sum,
});

async function run(words: readonly string[], input: string) {
  let code = -1;
  const line = new Command("concord").exitOverride();
  const { terminal, heard } = heardTerminal(input);
  sumCommand(line, terminal, (own) => {
    code = own;
  });
  await line.parseAsync(["sum", ...words], { from: "user" });
  return { code, ...heard() };
}

test("a table, a sentence, what was left out and the exit code it comes to", async () => {
  const { code, out, err } = await run(["y ~ x", "-", "--value", "v"], "v,w\n1,a\nNA,b\n2,c\n");
  assert.equal(code, 1);
  assert.equal(err, "line 3: left out, no value\nrows: 2 of 3 used\nnote: plain\n");
  assert.equal(
    out,
    "sum: The sum of a column.\nThe sum was 3 at 95%.\n\n       sum\n─────  ───\nvalue    3\n",
  );
});

test("the same as JSON, as an R program, as a figure", async () => {
  const input = "v\n1\n2\n";
  const json = await run(["y ~ x", "-", "--value", "v", "--json", "--level", "0.9"], input);
  const { input: read, ...terms } = JSON.parse(json.out);
  assert.deepEqual(terms, { sum: 3, formula: "y ~ x", none: null, notes: ["plain"] });
  assert.deepEqual(read.rows, { given: 2, used: 2, left_out: [] });
  assert.deepEqual(read.remarks, ["plain"]);
  const svg = path.join(folder, "new", "sum.svg");
  const drawn = await run(["y", "-", "--value", "v", "--svg", svg], input);
  assert.equal(drawn.err, `note: plain\ndrawn: ${svg}\n`);
  assert.equal(readFileSync(svg, "utf8"), "<svg>3</svg>");
  const { out } = await run(["y", "-", "--value", 'a "b"\\', "--r-code"], input);
  assert.match(
    out,
    /^# The same in R; written by concord sum for -\nlibrary\(stats\)\n\n# The table as Concord has read it.*\nlines <- readLines\(file\("stdin"\)/,
  );
  assert.match(out, /\nsum\(dat\[\["a \\"b\\"\\\\"\]\]\)\n$/);
});

test("what cannot be answered is one line", async () => {
  const refused = (words: readonly string[], input: string, sentence: RegExp) =>
    assert.rejects(run(["y", "-", ...words], input), sentence);
  await refused(
    ["--value", "x"],
    "v,w\n1,2\n",
    /^CommandRefused: There is no column x; there are v, w\. Did you mean v\?$/,
  );
  await refused(["--value", "v"], "v\n1\nlots\n2\n", /must hold numbers; it has lots \(row 2\)\.$/);
  await refused(["--value", "v"], "v\n1\n", /There is no result: a sum requires two or more values: 1\.$/);
  await refused(["--value", "v"], "", /The file is empty\.$/);
  await refused(
    ["--value", "v", "--svg", "/dev/null/x/y.svg"],
    "v\n1\n2\n",
    /cannot be written to .* \(ENOTDIR\)/,
  );
});
