import { modelTable, type TablePart } from "../table/model-table.ts";
import { number } from "../text/apa.ts";
import type { ReliabilityAnswer } from "./request.ts";

/** Each answer as a table. */
export function reliabilityTable(answers: readonly ReliabilityAnswer[]): readonly TablePart[] {
  return answers.flatMap((answer, i) => [...(i === 0 ? [] : [""]), ...linesOf(answer)]);
}

function linesOf(answer: ReliabilityAnswer): readonly TablePart[] {
  switch (answer.kind) {
    case "alpha": {
      const { alpha, standardError, guttman, items, normal } = answer.scale;
      return [
        ...modelTable(
          ["", "value"],
          [
            ["raw α", alpha.raw],
            ["standardised α", alpha.standardized],
            ["standard error of α", standardError],
            ["its normal interval", [normal.lower, normal.upper]],
            ["Guttman's λ2", guttman.lambda2],
            ["Guttman's λ4, best halves", guttman.lambda4],
            ["Guttman's λ6", alpha.guttman6],
            ["average correlation", alpha.averageCorrelation],
            ["standard error of measurement", answer.scale.standardErrorOfMeasurement],
          ],
        ),
        "",
        ...modelTable(
          ["item", "n", "mean", "sd", "r_drop", "r_cor", "α without it"],
          items.map((item) => [
            item.isReversed ? `${item.name}-` : item.name,
            item.answered,
            item.mean,
            item.standardDeviation,
            item.restCorrelation,
            item.correctedCorrelation,
            item.ifDropped.raw,
          ]),
        ),
      ];
    }
    case "omega": {
      const { one, hierarchical } = answer;
      return modelTable(
        ["item", "loading", "residual", ...(hierarchical === undefined ? [] : ["general"])],
        one.names.map((name, i) => [
          name,
          one.loadings[i],
          one.residuals[i],
          ...(hierarchical === undefined ? [] : [hierarchical.generalLoadings[i]]),
        ]),
      );
    }
    case "factors": {
      const { loadings, communality } = answer.analysis;
      const width = loadings.columns;
      return modelTable(
        ["item", ...Array.from({ length: width }, (_, f) => `factor ${f + 1}`), "communality"],
        answer.names.map((name, i) => [
          name,
          ...Array.from(loadings.values.subarray(i * width, (i + 1) * width)),
          communality[i],
        ]),
      );
    }
    case "icc":
      return modelTable(
        ["type", "ICC", "F", "df1", "df2", "p", "lower", "upper"],
        answer.icc.forms.map((form) => [
          form.form,
          form.estimate,
          form.f,
          form.numeratorDegrees,
          form.denominatorDegrees,
          form.p,
          form.lower,
          form.upper,
        ]),
      );
    case "kappa": {
      const { plain, weighted, agreement } = answer.kappa;
      return [
        ...modelTable(
          ["", "estimate", "se", "lower", "upper"],
          [
            ["κ", plain.estimate, Math.sqrt(plain.variance), plain.lower, plain.upper],
            ["weighted κ", weighted.estimate, Math.sqrt(weighted.variance), weighted.lower, weighted.upper],
          ],
        ),
        "",
        `The raters chose the same in ${number(100 * agreement, 0)}%; categories: ${answer.categories.join(", ")}.`,
      ];
    }
    case "fleiss": {
      const { estimate, standardError, lower, upper, z, p } = answer.fleiss;
      return modelTable(
        ["", "estimate", "se", "lower", "upper", "z", "p"],
        [["κ", estimate, standardError, lower, upper, z, p]],
      );
    }
    case "krippendorff":
      return modelTable(["scale", "α"], Object.entries(answer.alpha));
  }
}
