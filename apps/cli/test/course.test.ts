import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { run } from "./support/run.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const ratings = path.join(root, "docs/examples/ratings.csv");
const answers = path.join(root, "docs/examples/answers.csv");
const folder = mkdtempSync(path.join(tmpdir(), "concord-cli-"));
after(() => rmSync(folder, { recursive: true }));

const schema = JSON.parse(
  readFileSync(path.join(root, "packages/interchange/schema/course.schema.json"), "utf8"),
);
const isCourseOutput = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  validateFormats: false,
  allErrors: true,
}).compile(schema);

for (const [name, words] of [
  ["ratings of alliance and outcome", [ratings]],
  ["answers to items, by week", [answers, "--instrument", "phq-9"]],
] as const) {
  test(`--json is what the schema says: ${name}`, async () => {
    const { code, out } = await run(["course", ...words, "--json"]);
    assert.ok(code === 0 || code === 1);
    const valid = isCourseOutput(JSON.parse(out));
    assert.ok(valid, JSON.stringify(isCourseOutput.errors, null, 1));
  });
}

test("the schema refuses what is not course output", () => {
  assert.equal(isCourseOutput({ cases: [{ case: "a" }] }), false);
});

test("who needs a thought first comes first, and the sentences say why", async () => {
  const { code, out, err } = await run(["course", ratings]);
  assert.equal(code, 0);
  assert.equal(err, "");
  const order = [...out.matchAll(/^(A12|B07|C31|D02) /gm)].map((found) => found[1]);
  assert.equal(order[0], "A12");
  assert.equal(order.at(3), "B07");
  assert.match(out, /decreased from 83 to 47 between sessions 6 and 7/);
  assert.match(out, /why: A12:7:drop:client:total/);
  assert.match(out, /PHQ-9 \(client\): 17 at session 1, 8 at session 8; recovered/);
  assert.doesNotMatch(out, /\p{Cc}\[/u, "no colour where nobody looks");
});

test("--sort file keeps the order of the file, --only picks", async () => {
  const { out } = await run([
    "course",
    ratings,
    "--sort",
    "file",
    "--brief",
    "--only",
    "D02",
    "--only",
    "B07",
  ]);
  assert.match(out, /B07[\s\S]*D02/);
  assert.doesNotMatch(out, /A12|C31/);
});

test("--svg draws each case into a file of a safe name", async () => {
  const file = path.join(folder, "names.csv");
  writeFileSync(
    file,
    "case,session,rater,scale,value\n../../x,1,client,total,4\n../../x,2,client,total,5\n<b>,1,client,total,6\n",
  );
  const drawn = path.join(folder, "charts");
  await run(["course", file, "--svg", drawn]);
  const files = readdirSync(drawn).sort();
  assert.equal(files.length, 2);
  for (const name of files) {
    assert.match(name, /^[\w.-]+\.svg$/);
    const svg = readFileSync(path.join(drawn, name), "utf8");
    assert.match(svg, /^<svg /);
    assert.doesNotMatch(svg, /<b>/);
  }
});

test("a bad row is one line on the error output, the rest is used, and the code says so", async () => {
  const { code, out, err } = await run(
    ["course", "-"],
    "case,session,rater,scale,value\na,1,client,total,5\na,2,client,total,x\n",
  );
  assert.equal(code, 1);
  assert.match(out, /1 case, 1 score/);
  assert.match(err, /^line 3, column value: "x" is not a number\. Left out\.$/m);
});

test("control characters of a file never reach the terminal", async () => {
  const { out, err } = await run(
    ["course", "-"],
    "case,session,rater,scale,value\na\u001b[2J,1,client,total,5\nb,\u001b]0;x\u0007,client,total,5\n",
  );
  assert.doesNotMatch(out + err, /(?!\n)\p{Cc}/u);
});

for (const [name, words, input, said] of [
  ["a file that is not there", ["course", "nowhere.csv"], "", /There is no file "nowhere.csv"/],
  ["a folder", ["course", root], "", /is a folder/],
  ["an empty file", ["course", "-"], "", /The file is empty/],
  ["no column of cases", ["course", "-"], "a,b\n1,2\n", /No column says whose therapy/],
  ["a case that is not there", ["course", ratings, "--only", "Z"], "", /no case Z/],
  ["a mapping that is no JSON", ["course", ratings, "--mapping", ratings], "", /not JSON/],
  ["an unknown flag", ["course", ratings, "--josn"], "", /Did you mean --json/],
  ["an unknown command", ["cuorse", ratings], "", /Did you mean course/],
  ["a condition without a value", ["course", ratings, "--where", "arm"], "", /column=value/],
  ["a minimum that is no number", ["course", ratings, "--minimum", "x"], "", /must be a number/],
  ["an unknown instrument", ["course", answers, "--instrument", "phq99"], "", /Did you mean phq-9/],
  ["no command at all", [], "", /Usage: concord/],
] as const) {
  test(`code 2 and one clear line: ${name}`, async () => {
    const { code, out, err } = await run(words, input);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err, said);
    assert.doesNotMatch(err, /\n\s+at |undefined|NaN|\[object/);
  });
}
