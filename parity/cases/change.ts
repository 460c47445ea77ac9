import {
  type ChangePointOptions,
  changePoints,
  changepointTerms,
  clientGrowthTerms,
  controlCharts,
  type Frame,
  greedyChangePoints,
  growthOfClients,
  jacobsonTruax,
  jacobsonTruaxTerms,
  leastSquaresBreaks,
  type Penalty,
  phaseTerms,
  singleChangePoint,
  strucchangeTerms,
} from "@concord/statistics";
import type { Adapter } from "../reference-case.ts";

const changepoint: Adapter["run"] = ({ input }) => {
  const x = input.x as readonly number[];
  const centre = x.reduce((total, value) => total + value, 0) / x.length;
  const deviation = Math.sqrt(x.reduce((total, value) => total + (value - centre) ** 2, 0) / (x.length - 1));
  const standard = x.map((value) => (value - centre) / deviation);
  const options = (penalty: Penalty): ChangePointOptions => ({
    model: { kind: "mean", variance: 1 },
    penalty,
  });
  return {
    on_standardised: {
      AMOC_MBIC: changepointTerms(singleChangePoint(standard, options("MBIC"))),
      PELT_MBIC: changepointTerms(changePoints(standard, options("MBIC"))),
      PELT_BIC: changepointTerms(changePoints(standard, options("BIC"))),
      BinSeg_BIC: changepointTerms(greedyChangePoints(standard, options("BIC"), 5)),
      PELT_manual: changepointTerms(changePoints(standard, options(3))),
    },
    meanvar_PELT_MBIC: changepointTerms(
      changePoints(x, { model: { kind: "mean-and-variance" }, penalty: "MBIC" }),
    ),
    bai_perron: strucchangeTerms(leastSquaresBreaks(x, { minimumLength: 0.15 })),
  };
};

const charts: Adapter["run"] = ({ input }) => {
  const x = input.x as readonly number[];
  const termsWith = (baseline?: number) => {
    const found = controlCharts(x, baseline === undefined ? {} : { baseline });
    return found.kind === "charts" ? found.terms : found;
  };
  return { all: termsWith(), baseline30: termsWith(input.baseline_n as number) };
};

const reliableChange: Adapter["run"] = ({ input, options }) => {
  const { pre, post } = input as Readonly<Record<string, readonly (number | null)[]>>;
  const given = options as Readonly<Record<string, number>>;
  const people = pre!.map((before, i) => ({ before, after: post![i] ?? null }));
  const found = jacobsonTruax(people, {
    reliability: given.reliability!,
    better: "lower",
    clinical: { mean: given.clin_mean!, standardDeviation: given.clin_sd! },
    functional: { mean: given.norm_mean!, standardDeviation: given.norm_sd! },
    cutoff: "c",
  });
  return jacobsonTruaxTerms(found, "c");
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "sc-changepoint": { run: changepoint },
  "sc-control-charts": { run: charts },
  "sc-jacobson-truax": { run: reliableChange },
  "sc-growth-eb": {
    run: ({ input }) =>
      clientGrowthTerms(growthOfClients(input as Frame, { client: "id", session: "session", value: "bdi" })),
  },
  "sc-growth-simulated": {
    run: ({ input }) =>
      clientGrowthTerms(
        growthOfClients(input as Frame, { client: "client", session: "session", value: "symptoms" }),
      ),
  },
  "sc-phase": {
    run: ({ input }) => phaseTerms(input.A as readonly number[], input.B as readonly number[], "lower"),
  },
};
