import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import type { CircumplexReading } from "@concord/course";
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
  assert.match(out, /decreased from 83 in session 6 to 47 in session 7/);
  assert.match(out, /why: A12:7:drop:client:total/);
  assert.match(out, /PHQ-9 \(client\): 17 at session 1, 8 at session 8; recovered/);
  assert.doesNotMatch(out, /\p{Cc}\[/u, "no colour where nobody looks");
});

test("each outcome measure is said to be on track or not, in sentences and for programs", async () => {
  const file = path.join(folder, "outcomes.csv");
  const rows = Object.entries({
    recovers: [20, 16, 12, 8, 6],
    worsens: [6, 10, 14, 22],
    stays: [16, 17, 16, 17, 16, 16],
    relapses: [25, 6, 5, 12],
    begins: [16, 15],
    jumps: [21, 20, 20, 9, 8, 9, 8],
  }).flatMap(([name, values]) =>
    values.map((value, place) => `${name},${place + 1},client,phq-9,total,${value}`),
  );
  writeFileSync(file, `case,session,rater,instrument,scale,value\n${rows.join("\n")}\n`);
  const { out } = await run(["course", file, "--every-case"]);
  const text = out.replace(/\s+/g, " ");
  for (const sentence of [
    "6 at session 5; recovered (a change of 6 is more than measurement error); since session 4.",
    "22 at session 4; reliably worse (a change of 6 is more than measurement error); since session 3.",
    "16 at session 6; no reliable change (a change of 6 is more than measurement error); not on track since session 4, provisional; no reliable movement since session 1.",
    "12 at session 4; reliably improved (a change of 6 is more than measurement error); deteriorated since session 4; relapse in session 4 after the gain of session 3.",
    "15 at session 2; no reliable change (a change of 6 is more than measurement error); too early to say whether it is on track.",
    "since session 4; sudden gain between session 3 and session 4.",
  ])
    assert.ok(text.includes(sentence), `${sentence}\n${out}`);
  // Each measure is told once, with its severity where it is listed.
  assert.equal(text.match(/PHQ-9 \(client\)/g)?.length, 6, out);
  assert.match(
    text,
    /(Notable|Persistent|Urgent): PHQ-9 \(client\): 6 at session 1, 22 at session 4; reliably worse/,
  );
  interface Printed {
    readonly cases: readonly {
      readonly case: string;
      readonly course: {
        readonly changes: readonly { readonly state: string }[];
        readonly outcomes: readonly {
          readonly state: string;
          readonly sentence: string;
          readonly message: { readonly id: string };
        }[];
      };
    }[];
  }
  const json = JSON.parse((await run(["course", file, "--json"])).out) as Printed;
  assert.ok(isCourseOutput(json), JSON.stringify(isCourseOutput.errors, null, 1));
  const states = json.cases.map((own) => [own.case, own.course.outcomes[0]?.state]);
  assert.deepEqual(Object.fromEntries(states), {
    recovers: "recovered",
    worsens: "deteriorated",
    stays: "not-on-track",
    relapses: "deteriorated",
    begins: "too-early",
    jumps: "recovered",
  });
  const { outcomes, changes } = json.cases.find((own) => own.case === "recovers")!.course;
  const outcome = outcomes[0]!;
  assert.match(outcome.sentence, /^PHQ-9 20 in session 1, 6 in session 5: reliably better/);
  assert.equal(outcome.message.id, "outcome.recovered");
  // The keys of before stay beside the new ones.
  assert.equal(changes[0]?.state, "recovered");
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

test("--json gives the interpersonal profile of a circumplex, in the order of its octants", async () => {
  const file = path.join(folder, "circumplex.csv");
  const sums = {
    domineering: 3,
    vindictive: 3,
    cold: 6,
    "socially-inhibited": 7,
    nonassertive: 7,
    exploitable: 7,
    "self-sacrificing": 7,
    intrusive: 5,
  };
  const rows = Object.entries(sums).map(([scale, value]) => `a,0,client,csip-client,${scale},${value}`);
  writeFileSync(file, `case,session,rater,instrument,scale,value\n${rows.join("\n")}\n`);
  const { out, code } = await run(["course", file, "--json"]);
  assert.equal(code, 0, out);
  interface Printed {
    readonly cases: readonly { readonly circumplex: readonly CircumplexReading[] }[];
  }
  const json = JSON.parse(out) as Printed;
  assert.ok(isCourseOutput(json), JSON.stringify(isCourseOutput.errors, null, 1));
  const reading = json.cases[0]!.circumplex[0]!;
  assert.deepEqual(
    reading.octants.map((one) => one.angle),
    [90, 135, 180, 225, 270, 315, 0, 45],
  );
  // Each sum less the students' mean, in their standard deviations (Boudreaux 2018); all near the mean, so no direction.
  const z = [0, -0.2 / 3.8, 0.4 / 5.1, -0.2 / 5.5, -0.1 / 5.1, 0.5 / 4.6, -0.4 / 4.7, 0.3 / 4];
  const mean = z.reduce((sum, each) => sum + each, 0) / 8;
  assert.ok(Math.abs(reading.summary.elevation - mean) < 1e-9, String(reading.summary.elevation));
  assert.equal(reading.summary.displacement, null);
  assert.notEqual(reading.summary.withheld, null);
});
