import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { compare, limitFor } from "../../../parity/compare.ts";
import { run } from "./support/run.ts";

// The reference cases of parity/fixtures (their R code is in them), asked of the command line as of any CSV file.
const fixtures = path.resolve(import.meta.dirname, "../../../parity/fixtures");
const folder = mkdtempSync(path.join(tmpdir(), "concord-synthesize-"));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Fixture {
  readonly input: Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly expected: unknown;
  readonly tolerance: { readonly rel: number; readonly abs: number };
}

const load = (name: string): Fixture => JSON.parse(readFileSync(path.join(fixtures, `${name}.json`), "utf8"));

function csvOf(name: string, columns: Fixture["input"]): string {
  const names = Object.keys(columns);
  const rows = columns[names[0]!]!.map((_, i) =>
    names.map((column) => {
      const value = columns[column]![i] ?? null;
      return value === null ? "NA" : typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : value;
    }),
  );
  const file = path.join(folder, `${name}.csv`);
  writeFileSync(file, [names, ...rows].map((row) => row.join(",")).join("\n"));
  return file;
}

const at = (node: unknown, place: string): unknown =>
  place === ""
    ? node
    : place.split(" ").reduce((own, key) => (own as Readonly<Record<string, unknown>>)[key], node);

const trials = "--measure RR --ai tpos --bi tneg --ci cpos --di cneg";
const given = "--yi yi --vi vi";
const three = "--measure ZCOR --ri r --ni n --random study/es";

/** Fixture, flags, and the place of the expected values; the fourth says where in our JSON they are. */
const cases: readonly (readonly [string, string, string, string?])[] = [
  ["ma-bcg-logrr", trials, "REML/z"],
  ["ma-bcg-logrr", `${trials} --method DL --test knha`, "DL/knha"],
  ["ma-bcg-logrr", `${trials} --method FE`, "FE/z"],
  ["ma-bcg-logrr", `${trials} --method SJ`, "SJ/z"],
  ["ma-bcg-logrr", `${trials} --method EB --test knha`, "EB/knha"],
  ["ma-mods-numeric-factor", `${trials} --mods ~ablat`, "ablat_REML"],
  ["ma-mods-numeric-factor", `${trials} --mods ~ablat --test knha`, "ablat_REML_knha"],
  ["ma-mods-numeric-factor", `${trials} --mods ~ablat+alloc --method ML`, "ablat_alloc_ML"],
  ["ma-mods-numeric-factor", `${trials} --mods ~ablat*year`, "interaction"],
  ["ma-mods-numeric-factor", `${trials} --mods ~ablat+alloc --btt 3,4`, "btt_alloc"],
  ["ma-mods-numeric-factor", `${trials} --mods ~ablat+alloc --analysis anova`, "LRT"],
  [
    "ma-mods-numeric-factor",
    `${trials} --mods ~ablat --analysis predict --newmods 10;20;40`,
    "predict_ablat_10_20_40",
  ],
  ["ma-options", "--measure ZCOR --ri Correlation --ni SampleSize --level 90", "level90"],
  ["ma-options", "--measure ZCOR --ri Correlation --ni SampleSize --unweighted", "unweighted"],
  ["ma-options", "--measure ZCOR --ri Correlation --ni SampleSize --weights SampleSize", "user_weights"],
  ["ma-options", "--measure ZCOR --ri Correlation --ni SampleSize --tau2 0.05", "tau2_fixed"],
  ["ma-options", "--measure ZCOR --ri Correlation --ni SampleSize --test t", "test_t"],
  ["ma-options", "--measure ZCOR --ri Correlation --ni SampleSize --test adhoc", "test_adhoc"],
  ["ma-options", "--measure ZCOR --ri Correlation --ni SampleSize", "back", "back"],
  ["ma-influence", "--measure ZCOR --ri ri --ni ni --analysis leave1out", "leave1out"],
  ["ma-influence", "--measure ZCOR --ri ri --ni ni --analysis influence", "influence"],
  ["ma-influence", "--measure ZCOR --ri ri --ni ni --analysis residuals", "residuals"],
  ["ma-influence", "--measure ZCOR --ri ri --ni ni --analysis blup", "blup"],
  [
    "ma-influence",
    "--measure ZCOR --ri ri --ni ni --mods ~meanage+quality --method DL --analysis influence",
    "influence_regression_DL",
  ],
  ["ma-cumulative", `${trials} --analysis cumul --order year`, "REML"],
  [
    "ma-permutation-exact",
    `${given} --method DL --analysis permutest --exact`,
    "intercept_DL pval",
    "pval 0",
  ],
  ["ma-bias", `${given} --ni ni --analysis regtest --model lm --predictor sei`, "regtest lm/sei"],
  ["ma-bias", `${given} --ni ni --analysis regtest --model lm --predictor ninv`, "regtest lm/ninv"],
  ["ma-bias", `${given} --analysis ranktest`, "ranktest"],
  ["ma-bias", `${given} --analysis trimfill --estimator R0`, "trimfill R0"],
  ["ma-bias", `${given} --analysis fsn`, "fsn rosenthal"],
  ["ma-bias", `${given} --analysis fsn --type Orwin`, "fsn orwin"],
  ["ma-bias", `${given} --analysis fsn --type Rosenberg`, "fsn rosenberg"],
  ["ma-bias-passivesmoking", `${given} --analysis trimfill`, "trimfill L0"],
  ["ma-bias-passivesmoking", `${given} --analysis selmodel`, "selmodel_step_greater"],
  ["ma-bias-passivesmoking", `${given} --analysis pet-peese`, "pet_peese pet_wls", "pet_wls"],
  ["ma-es-cor", "--measure COR --ri ri --ni ni --vtype AV --analysis effects", "COR_AV"],
  ["ma-es-cor", "--measure UCOR --ri ri --ni ni --vtype UB --analysis effects", "UCOR_UB"],
  ["ma-es-cor-edge", "--measure COR --ri ri --ni ni --analysis effects", "COR"],
  ["ma-es-2x2", "--measure OR --ai tpos --bi tneg --ci cpos --di cneg --analysis effects", "OR"],
  [
    "ma-es-2x2",
    "--measure OR --ai tpos --bi tneg --ci cpos --di cneg --add 0.5 --to all --analysis effects",
    "OR_add_all",
  ],
  [
    "ma-es-2x2",
    "--measure OR --ai tpos --bi tneg --ci cpos --di cneg --drop00 --analysis effects",
    "OR_drop00",
  ],
  [
    "ma-es-smd",
    "--measure SMD --m1i m1i --sd1i sd1i --n1i n1i --m2i m2i --sd2i sd2i --n2i n2i --vtype UB --analysis effects",
    "SMD_UB",
  ],
  ["ma-es-prop", "--measure PLO --xi xi --ni ni", "pooled_logit pred", "back pred"],
  ["ma-es-prop", "--measure PLO --xi xi --ni ni", "pooled_logit pi_lb", "back pi_lb"],
  ["ma-es-prop", "--measure PFT --xi xi --ni ni --method DL", "pooled_ft ub", "back ci_ub"],
  ["ma-es-rel-alpha", "--measure ABT --ai ai --mi mi --ni ni --analysis effects", "ABT"],
  ["ma-attenuation", "--measure RCOR --ri ri --ni ni --rxx rxx --ryy ryy --method DL", "inverse_variance_DL"],
  ["ma-alliance-threelevel", `${three} --profile`, "threelevel"],
  ["ma-alliance-threelevel", `${three} --mods ~rater --test t --dfs contain --profile`, "rater_t"],
  ["ma-alliance-threelevel", `${three} --mods ~rater --cluster study --rho 0.6`, "CHE_CR2", "robust"],
  [
    "ma-alliance-threelevel",
    `${three} --mods ~rater --cluster study --rho 0.6`,
    "CHE_wald_rater",
    "robust wald",
  ],
  [
    "ma-threelevel-assink",
    `${given} --random study/esid --mods ~deltype+pubstatus+year --test t --profile`,
    "moderators",
  ],
  [
    "ma-threelevel-assink",
    `${given} --random study/esid --mods ~deltype+pubstatus+year --test t --cluster study --vcov CR1S`,
    "cluster_robust CR1S",
    "robust",
  ],
  ["ma-threelevel-konst", `${given} --random district/school --mods ~I(year-1990) --profile`, "year"],
  [
    "ma-threelevel-konst",
    `${given} --random district/school --cluster district --vcov CR1p`,
    "robust",
    "robust",
  ],
];

/** Where rma.mv leaves the variance components open in their sixth digit, what hangs on them is looser. */
const looser = { rel: 1e-3, abs: 1e-6 };

for (const [name, flags, expected, place = ""] of cases) {
  test(`${name}, ${expected}: concord synthesize ${flags}`, async () => {
    const fixture = load(name);
    const file = csvOf(name, fixture.input);
    const { code, out, err } = await run(["synthesize", file, ...flags.split(" "), "--json"]);
    assert.ok(code === 0 || code === 1, err);
    const wanted = at(fixture.expected, expected);
    const nested = name === "ma-alliance-threelevel";
    // The limits of the block, as the fixture sets them for the names on the way to it.
    const own = limitFor(expected.split(" "), fixture.tolerance);
    const tolerance = { ...fixture.tolerance, ...(nested ? looser : own) };
    const { agreeing, disagreements } = compare(at(JSON.parse(out), place), wanted, tolerance, []);
    assert.deepEqual(disagreements, []);
    assert.ok(agreeing > 0);
  });
}
