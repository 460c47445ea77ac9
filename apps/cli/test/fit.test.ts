import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { run } from "./support/run.ts";

const file = path.resolve(import.meta.dirname, "../../../docs/examples/therapists.csv");
const folder = mkdtempSync(path.join(tmpdir(), "concord-fit-"));
after(() => rmSync(folder, { recursive: true, force: true }));

// The numbers in these sentences are those of the R program that --r-code printed (R 4.2.2, lme4, lmerTest, nlme); the
// interval of the serial correlation, which nlme has not, is held against its profile in parity/fixtures.
describe("what is said", () => {
  test("a multilevel model, with its contextual effect and a comparison", async () => {
    const groups = "session + (1 + within(alliance) | client) + (1 | therapist)";
    const { code, out, err } = await run([
      "fit",
      `distress ~ within(alliance) + between(alliance) + ${groups}`,
      file,
      "--compare",
      `distress ~ within(alliance) + ${groups}`,
    ]);
    const words = out.replaceAll("\n", " ");
    assert.equal(code, 1);
    assert.match(err, /15 rows left out, no .* \(lines [\d, ]+…\)\nrows: 400 of 415 used\n/);
    assert.match(words, /of 400 rows in 48 groups of client and 8 groups of therapist/);
    assert.match(words, /between\(alliance\) b = −0\.80, SE = 0\.16, t\(44\.10\) = −5\.14, p < \.001/);
    assert.match(
      words,
      /contextual effect of alliance .* −0\.53, SE = 0\.16, t\(49\.15\) = −3\.31, p = \.002/,
    );
    assert.match(words, /1\.65 for \(Intercept\) over therapist, 1\.71 for residuals/);
    assert.match(words, /χ²\(1\) = 19\.29, p < \.001/);
  });

  test("sessions that resemble their neighbours", async () => {
    const words = ["fit", "distress ~ session + (1 | therapist/client)", file];
    const { out } = await run([...words, "--ar1", "session|client", "--ml"]);
    const said = out.replaceAll("\n", " ");
    assert.match(said, /session b = −0\.49, SE = 0\.04, t\(366\) = −11\.97, p < \.001/);
    assert.match(said, /correlated \.58, 95% CI \[\.46, \.70\], χ²\(1\) = 69\.34, p < \.001/);
    assert.match(said, /log-likelihood -908\.4060, 6 parameters, AIC 1828\.81/);
  });

  test("the contextual effect beside serial correlation, tested by z", async () => {
    const formula = "distress ~ within(alliance) + between(alliance) + session + (1 | client)";
    const { out } = await run(["fit", formula, file, "--ar1", "session|client", "--ml"]);
    const said = out.replaceAll("\n", " ");
    assert.match(said, /contextual effect of alliance .* was −0\.51, SE = 0\.17, z = −3\.02, p = \.003/);
    const { out: program } = await run(["fit", formula, file, "--ar1", "session|client", "--r-code"]);
    assert.match(program, /lme\(distress ~ 1 \+ within\.alliance \+ between\.alliance \+ session/);
    assert.match(program, /names\(coefficients\)\) == "between\.alliance"/);
  });

  test("a study's sentence comes first, and therapists with few clients are not shown", async () => {
    const study = ["fit", file, "--template", "therapist-effects", "--column", "outcome=distress"];
    const { out } = await run(study);
    const lines = out.split("\n");
    assert.match(lines[1]!, /^6% of the variance in distress lay between therapists/);
    assert.match(out, /2 therapists with fewer than five clients: counted, not shown/);
    // T3 has four clients, T8 three.
    assert.deepEqual(
      lines.filter((line) => /^T\d /.test(line)).map((line) => line.slice(0, 2)),
      ["T1", "T2", "T4", "T5", "T6", "T7"],
    );
    const json = await run([...study, "--json"]);
    assert.doesNotMatch(json.out, /"T3"|"T8"/);
  });

  test("clients with one row each need no term of their own", async () => {
    const rows = Array.from({ length: 24 }, (_, i) => `T${i % 4},C${i},${10 + (i % 4) + ((i * 7) % 5)}`);
    const table = ["therapist,client,outcome", ...rows].join("\n");
    const { code, out } = await run(["fit", "-", "--template", "therapist-effects"], table);
    assert.equal(code, 0);
    assert.match(out, /over 4 therapists and 24 clients/);
    assert.match(out, /With 6\.0 clients each, an interval of the share \.10 wide takes about/);
  });

  test("within and between by their study", async () => {
    const columns = ["--column", "outcome=distress", "--column", "predictor=alliance"];
    const { out } = await run(["fit", file, "--template", "within-between", ...columns]);
    const said = out.replaceAll("\n", " ");
    assert.match(said, /alliance was one point above their own usual, distress was 0\.27 lower/);
    assert.match(said, /distress 0\.79 lower .* The two differ by −0\.52/);
  });
});

test("figures are drawn: groups of a model, therapists of a study", async () => {
  const [one, two] = ["model.svg", "study.svg"].map((name) => path.join(folder, name));
  await run(["fit", "distress ~ session + (1 | therapist)", file, "--svg", one!]);
  await run(["fit", file, "--template", "therapist-effects", "--column", "outcome=distress", "--svg", two!]);
  assert.ok(existsSync(one!));
  assert.match(readFileSync(two!, "utf8"), /2 therapists with fewer than five clients not shown/);
});

describe("R programs", () => {
  test("carry every column that is computed, and the same model", async () => {
    const formula = "distress ~ within(alliance) + s + (1 | client)";
    const { out } = await run([
      "fit",
      formula,
      file,
      "--let",
      "s=(session-1)/10",
      "--factor",
      "therapist",
      "--r-code",
    ]);
    assert.match(out, /^library\(lmerTest\)$/m);
    assert.match(out, /^dat\[\["therapist"\]\] <- as\.character\(dat\[\["therapist"\]\]\)$/m);
    assert.match(out, /^dat\[\["within\(alliance\)"\]\] <- x0 - ave\(x0, dat\[\["client"\]\]/m);
    assert.match(out, /^dat\[\["s"\]\] <- with\(dat, \(session - 1\) \/ 10\)$/m);
    assert.match(out, /lmer\(distress ~ `within\(alliance\)` \+ s \+ \(1 \| client\), dat, REML = TRUE/);
  });

  test("nest the groups as nlme wants them, or use gls without any", async () => {
    const nested = "distress ~ session + (session || therapist/client)";
    const lme = await run(["fit", nested, file, "--ar1", "session|client", "--r-code"]);
    assert.match(
      lme.out,
      /random = list\(therapist = pdBlocked\(list\(pdSymm\(~ 1\), pdSymm\(~ 0 \+ session\)\)\)/,
    );
    assert.match(lme.out, /corAR1\(form = ~ session \| therapist\/client\)/);
    const gls = await run(["fit", "distress ~ session", file, "--ar1", "1|client", "--ml", "--r-code"]);
    assert.match(gls.out, /gls\(distress ~ 1 \+ session, data = dat, method = "ML", correlation = corAR1/);
  });
});

describe("what cannot be is one line", () => {
  const refusals: readonly (readonly [readonly string[], RegExp])[] = [
    [["distress ~ session", file], /requires a random part, as \(1 \| client\)/],
    [["distress ~ (session | client", file], /formula requires "\)"/],
    [["distress ~ age + (1 | client)", file], /no column age; there are therapist, client/],
    [["client ~ session + (1 | therapist)", file], /client holds text/],
    [["distress ~ within(therapist) + (1 | client)", file], /therapist holds text/],
    [["log(distress) ~ session + (1 | client)", file], /requires finite numbers/],
    [["distress ~ session + (1 | client)", file, "--ar1", "session"], /session\|client or 1\|client/],
    [["distress ~ session + (1 | client)", file, "--ar1", "distress|client"], /stands twice in client/],
    [["distress ~ session + (1 | alliance)", file, "--ar1", "session|client"], /more than one alliance/],
    [
      ["distress ~ session + (1 | client)", file, "--factor", "site"],
      /There is no column site; there are therapist, client/,
    ],
    [["distress ~ session + (1 | client)", file, "--let", "age"], /--let must look like/],
    [["distress ~ session + (1 | client)", file, "--template", "within-between"], /not both/],
    [[file], /Say what to fit/],
    [[file, "--template", "within-between", "--column", "outcome=distress"], /needs what may explain it/],
    [[file, "--template", "within-between", "--column", "mood=distress"], /must look like outcome=COLUMN/],
    [[file, "--template", "therapist-effects", "--column", "outcome=therapist"], /must hold numbers/],
  ];
  for (const [words, wanted] of refusals)
    test(words.filter((word) => word !== file).join(" "), async () => {
      const { code, out, err } = await run(["fit", ...words]);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(err, wanted);
      assert.equal(err.trim().split("\n").length, 1);
    });
});
