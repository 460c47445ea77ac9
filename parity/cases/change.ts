import {
  type ChangePointOptions,
  changePoints,
  changepointTerms,
  greedyChangePoints,
  leastSquaresBreaks,
  type Penalty,
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

export const adapters: Readonly<Record<string, Adapter>> = {
  "sc-changepoint": { run: changepoint },
};
