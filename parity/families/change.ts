import {
  type ChangePointOptions,
  changePoints,
  changepointTerms,
  controlCharts,
  greedyChangePoints,
  jacobsonTruax,
  jacobsonTruaxTerms,
  leastSquaresBreaks,
  phaseTerms,
  singleChangePoint,
  strucchangeTerms,
} from "@concord/statistics/change";
import type { Ask, Columns } from "../question.ts";
import { numbers } from "../r/evaluate.ts";
import { type Argument, list, NotUnderstood, ofResult, type Value } from "../r/value.ts";
import { at, type Family, flag, number, optionalNumbers, parameters } from "./reading.ts";

/** One course of values: change points, charts, phases, reliable change. */
export const change = (ask: Ask): Family => {
  const course = (words: readonly string[], columns: Columns) => ({
    words: ["change", "FILE", ...words],
    columns,
  });
  const of = (ours: () => unknown, words: readonly string[], columns: Columns): Value =>
    ofResult(ask({ ours, command: course(words, columns) }));
  return {
    ofValues: {
      x_cpt: (given) => {
        const x = numbers(given[0]!.value);
        const centre = x.reduce((total, value) => total + value, 0) / x.length;
        const deviation = Math.sqrt(
          x.reduce((total, value) => total + (value - centre) ** 2, 0) / (x.length - 1),
        );
        const standard = x.map((value) => (value - centre) / deviation);
        const options = (penalty: ChangePointOptions["penalty"]): ChangePointOptions => ({
          model: { kind: "mean", variance: 1 },
          penalty,
        });
        const words = (method: string, penalty: string) => [
          "--value",
          "x",
          "--scale",
          "--method",
          method,
          "--penalty",
          penalty,
        ];
        const columns = { x };
        return list({
          on_standardised: list({
            AMOC_MBIC: of(
              () => changepointTerms(singleChangePoint(standard, options("MBIC"))),
              words("AMOC", "MBIC"),
              columns,
            ),
            PELT_MBIC: of(
              () => changepointTerms(changePoints(standard, options("MBIC"))),
              words("PELT", "MBIC"),
              columns,
            ),
            PELT_BIC: of(
              () => changepointTerms(changePoints(standard, options("BIC"))),
              words("PELT", "BIC"),
              columns,
            ),
            BinSeg_BIC: of(
              () => changepointTerms(greedyChangePoints(standard, options("BIC"), 5)),
              words("BinSeg", "BIC"),
              columns,
            ),
            PELT_manual: of(
              () => changepointTerms(changePoints(standard, options(3))),
              words("PELT", "3"),
              columns,
            ),
          }),
          meanvar_PELT_MBIC: of(
            () =>
              changepointTerms(changePoints(x, { model: { kind: "mean-and-variance" }, penalty: "MBIC" })),
            ["--value", "x", "--model", "meanvar"],
            columns,
          ),
          bai_perron: of(
            () => strucchangeTerms(leastSquaresBreaks(x, { minimumLength: 0.15 })),
            ["--value", "x", "--analysis", "breaks", "--minimum", "0.15"],
            columns,
          ),
        });
      },
      x_chart: (given) => {
        const x = numbers(given[0]!.value);
        const own = given[1] === undefined ? null : numbers(given[1].value);
        if (own?.some((place, i) => place !== i + 1))
          throw new NotUnderstood("x_chart() with a baseline that is not the first values");
        const baseline = own === null ? {} : { baseline: own.length };
        return of(
          () => {
            const found = controlCharts(x, baseline);
            return found.kind === "charts" ? found.terms : { error: true, message: found.kind };
          },
          [
            "--value",
            "x",
            "--analysis",
            "control",
            ...(own === null ? [] : ["--baseline", String(own.length)]),
          ],
          { x },
        );
      },
      jt: (given) => jt(given, of),
      x_phase: (given) => {
        const { A, B, lower_better } = parameters("x_phase", ["A", "B", "lower_better"], given);
        const [a, b] = [numbers(A!), numbers(B!)];
        const better = flag(lower_better, true) ? "lower" : "higher";
        return of(
          () => phaseTerms(a, b, better),
          ["--value", "y", "--analysis", "phases", "--phase", "phase", "--better", better],
          {
            y: [...a, ...b],
            phase: [...a.map(() => "A"), ...b.map(() => "B")],
          },
        );
      },
      acf: (given) => {
        const own = series(given);
        return list({ acf: ofResult([1, ...(at(blockOf(own), "acf_1_5") as number[])]) });
      },
      pacf: (given) => list({ acf: ofResult(at(blockOf(series(given)), "pacf_1_3")) }),
      "Box.test": (given) => {
        const { x, lag, type } = parameters("Box.test", ["x", "lag", "type"], given);
        void type;
        if (number(lag) !== 3) throw new NotUnderstood(`Box.test(lag = ${number(lag)})`);
        const block = at(blockOf(numbers(x!)), "ljung_box3");
        return list({ statistic: ofResult(at(block, "Q")), "p.value": ofResult(at(block, "p")) });
      },
    },
  };

  function series(given: readonly Argument[]): readonly number[] {
    const { x, "lag.max": most } = parameters("acf", ["x", "lag.max"], given, ["plot"]);
    const lags = number(most);
    if (lags !== undefined && lags > 5) throw new NotUnderstood(`acf(lag.max = ${lags})`);
    return numbers(x!);
  }

  /** Autocorrelations stand beside the comparison of phases; where the series is parted makes no difference to them. */
  function blockOf(x: readonly number[]): unknown {
    const cut = Math.floor(x.length / 2);
    const [a, b] = [x.slice(0, cut), x.slice(cut)];
    return ask({
      ours: () => phaseTerms(a, b, "lower"),
      command: {
        words: [
          "change",
          "FILE",
          "--value",
          "y",
          "--analysis",
          "phases",
          "--phase",
          "phase",
          "--better",
          "lower",
        ],
        columns: { y: x, phase: x.map((_, i) => (i < cut ? "A" : "B")) },
      },
    });
  }
};

function jt(
  given: readonly Argument[],
  of: (ours: () => unknown, words: readonly string[], columns: Columns) => Value,
): Value {
  const own = parameters(
    "jt",
    ["pre", "post", "sd_pre", "rel", "m_clin", "s_clin", "m_norm", "s_norm", "lower_better"],
    given,
  );
  const pre = optionalNumbers(own.pre)!;
  const post = optionalNumbers(own.post)!;
  const value = (name: string) => number(own[name])!;
  const better = flag(own.lower_better, true) ? "lower" : "higher";
  const functional =
    own.m_norm === undefined || own.m_norm.kind === "null"
      ? null
      : { mean: value("m_norm"), standardDeviation: value("s_norm") };
  const clinical = { mean: value("m_clin"), standardDeviation: value("s_clin") };
  const cutoff = functional === null ? "a" : "c";
  const spread = value("sd_pre");
  return of(
    () => {
      const people = pre.map((before, i) => ({ before, after: post[i] ?? null }));
      const found = jacobsonTruax(people, {
        reliability: value("rel"),
        better,
        standardDeviation: spread,
        clinical,
        functional,
        cutoff,
      });
      return jacobsonTruaxTerms(found, cutoff);
    },
    [
      ...[
        "--analysis",
        "reliable-change",
        "--pre",
        "pre",
        "--post",
        "post",
        "--better",
        better,
        "--reliability",
        String(value("rel")),
      ],
      ...["--sd", String(spread), "--clinical", `${clinical.mean},${clinical.standardDeviation}`],
      ...(functional === null ? [] : ["--functional", `${functional.mean},${functional.standardDeviation}`]),
      ...["--cutoff", cutoff],
    ],
    { pre, post },
  );
}
