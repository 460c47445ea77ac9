import { rCode } from "@concord/evidence/export";
import { percentOf } from "../analysis.ts";
import { analysesOf, measureOf, modelOf, type SynthesizeRequest, type TableAnalysis } from "./request.ts";

/** The R program that does the same with the same file. */
export function synthesizeRProgram(
  file: string,
  request: SynthesizeRequest,
  columns: readonly string[],
): string {
  const measure = measureOf(request);
  const model = modelOf(request);
  const { continuity, varianceType, subset } = measure;
  const last = model.random.at(-1);
  const isNested = model.random.length > 0 || model.robust !== null;
  const rowLevel =
    model.random.length === 0
      ? isNested
        ? "row"
        : undefined
      : last !== undefined && !columns.includes(last)
        ? last
        : undefined;
  return rCode({
    title: `The same with metafor; written by concord synthesize for ${file}`,
    data: { kind: "file", path: file },
    measure: measure.measure,
    arguments: measure.arguments,
    mods: model.mods,
    random: isNested ? (model.random.length === 0 ? "row" : model.random.join("/")) : null,
    method: model.method,
    test: model.test,
    level: percentOf(model.confidenceLevel),
    dfs: model.dfs,
    robust: model.robust?.kind ?? null,
    cluster: model.robust?.cluster ?? null,
    further: {
      subset,
      escalc: [
        ...(varianceType === undefined ? [] : [`vtype = "${varianceType}"`]),
        ...(continuity === undefined
          ? []
          : [
              `add = ${continuity.add}`,
              `to = "${{ "tables-with-a-zero": "only0", all: "all", none: "none" }[continuity.to]}"`,
              ...(continuity.doubleZeros === "drop" ? ["drop00 = TRUE"] : []),
            ]),
      ],
      model: [
        ...(model.tau2 === null ? [] : [`tau2 = ${model.tau2}`]),
        ...(model.weights.kind === "equal" ? ["weighted = FALSE"] : []),
        ...(model.weights.kind === "column"
          ? [`weights = dat[[${JSON.stringify(model.weights.column)}]]`]
          : []),
        ...(model.btt.length === 0 ? [] : [`btt = c(${model.btt.join(", ")})`]),
      ],
      ...(model.sampling === null ? {} : { sampling: model.sampling }),
      ...(rowLevel === undefined ? {} : { rowLevel }),
      after: analysesOf(request).flatMap(analysisLines),
    },
  });
}

function analysisLines(analysis: TableAnalysis): readonly string[] {
  switch (analysis.kind) {
    case "pool":
      return analysis.extras === "full" ? ["print(confint(res))"] : [];
    case "effects":
      return ["print(dat[, c('yi', 'vi')])"];
    case "subgroups": {
      const by = JSON.stringify(analysis.by);
      return [
        `for (g in sort(unique(dat[[${by}]]))) print(update(res, subset = dat[[${by}]] == g))`,
        `print(update(res, mods = ~ factor(dat[[${by}]])))`,
      ];
    }
    case "leave1out":
      return ["print(leave1out(res))"];
    case "influence":
      return ["print(influence(res))"];
    case "residuals":
      return ["print(rstandard(res))", "print(rstudent(res))"];
    case "blup":
      return ["print(blup(res))"];
    case "cumul":
      return [
        `print(cumul(res, order = ${analysis.order === null ? "seq_len(nrow(dat))" : `dat[[${JSON.stringify(analysis.order)}]]`}))`,
      ];
    case "permutest":
      return analysis.permutations.kind === "exact"
        ? ["print(permutest(res, exact = TRUE))"]
        : [`print(permutest(res, iter = ${analysis.permutations.count}))`];
    case "regtest":
      return [`print(regtest(res, model = "${analysis.model}", predictor = "${analysis.predictor}"))`];
    case "ranktest":
      return ["print(ranktest(res))"];
    case "trimfill": {
      const side = analysis.side === null ? "" : `, side = "${analysis.side}"`;
      return [`print(trimfill(res, estimator = "${analysis.estimator}"${side}))`];
    }
    case "selmodel":
      return [
        "# selmodel needs the package numDeriv",
        `print(selmodel(update(res, method = "ML"), type = "stepfun", alternative = "${analysis.alternative}", steps = c(${analysis.steps.join(", ")})))`,
      ];
    case "pet-peese":
      return [
        "print(summary(lm(yi ~ sqrt(vi), weights = 1/vi, data = dat)))",
        "print(summary(lm(yi ~ vi, weights = 1/vi, data = dat)))",
      ];
    case "fsn": {
      const target = analysis.target === null ? "" : `, target = ${analysis.target}`;
      const alpha = analysis.type === "Orwin" ? "" : `, alpha = ${analysis.alpha}`;
      return [`print(fsn(yi, vi, data = dat, type = "${analysis.type}"${alpha}${target}))`];
    }
    case "predict": {
      const rows = analysis.newmods.map((row) => `c(${row.join(", ")})`);
      return rows.length === 0 ? [] : [`print(predict(res, newmods = rbind(${rows.join(", ")})))`];
    }
    case "anova":
      return [
        'print(anova(update(res, method = "ML", btt = NULL), update(res, mods = ~ 1, method = "ML", btt = NULL)))',
      ];
    case "hunter-schmidt":
      return ["# Hunter and Schmidt's bare bones have no function in metafor: see the psychmeta package"];
  }
}
