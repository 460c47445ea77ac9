import { type LoadingGroup, loadingChart } from "@concord/charts";
import { type FittedStructuralModel, standardizedSolution } from "@concord/statistics/structure";
import { percentOf } from "../analysis.ts";
import { english } from "../english.ts";
import { share } from "../text/apa.ts";
import type { StructureRequest, StructureResult } from "./request.ts";

/** Standardised loadings, regressions and correlations of factors, with intervals; of invariance the last step. */
export function structureFigure(
  result: StructureResult,
  { confidenceLevel: level }: StructureRequest,
): string {
  const model = result.kind === "model" ? result.model : result.steps.at(-1)!.model;
  const { fit } = model;
  return loadingChart(
    {
      title: "Standardised paths of the model",
      level: percentOf(level),
      groups: groupsOf(model, level),
      notes: [
        `χ²(${fit.degrees}) = ${fit.chiSquare.toFixed(2)}, CFI ${share(fit.comparativeFit)}, ` +
          `RMSEA ${share(fit.approximationError)}, SRMR ${share(fit.standardizedResidual)}, N = ${fit.rows.toLocaleString("en")}.`,
      ],
    },
    { messages: english, standalone: true },
  );
}

function groupsOf(model: FittedStructuralModel, level: number): readonly LoadingGroup[] {
  const solution = standardizedSolution(model, level);
  const several = model.groups.length > 1;
  return model.groups.flatMap(({ label }, group) => {
    const place = several ? ` (${label})` : "";
    const rows = model.table.rows.flatMap((row, i) =>
      row.group === group ? [{ ...row, path: solution[i]! }] : [],
    );
    const shareOf = (variable: string) => {
      const found = model.explained.find((one) => one.group === group && one.variable === variable);
      return found === undefined ? {} : { explained: found.share };
    };
    const shown = (path: { readonly estimate: number; readonly lower: number; readonly upper: number }) =>
      Number.isFinite(path.estimate) && Number.isFinite(path.lower) && Number.isFinite(path.upper);
    const loadings = model.table.latent.map((factor) => ({
      heading: `${factor}${place}`,
      rows: rows
        .filter(({ operator, left, path }) => operator === "=~" && left === factor && shown(path))
        .map(({ right, path }) => ({ label: right, path, ...shareOf(right) })),
    }));
    const regressions = {
      heading: `Regressions${place}`,
      rows: rows
        .filter(({ operator, path }) => operator === "~" && shown(path))
        .map(({ left, right, path }) => ({ label: `${right} → ${left}`, path, ...shareOf(left) })),
    };
    const between = {
      heading: `Going together${place}`,
      rows: rows
        .filter(
          ({ operator, left, right, path, value }) =>
            operator === "~~" && left !== right && value.kind === "free" && shown(path),
        )
        .map(({ left, right, path }) => ({ label: `${left} – ${right}`, path })),
    };
    return [...loadings, regressions, between].filter(({ rows: own }) => own.length > 0);
  });
}
