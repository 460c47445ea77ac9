import { meanOf } from "./pooled-terms.ts";
import { type AnalysisDone, refuse, type TableModel, type TableRefusal } from "./request.ts";
import type { TableEffects } from "./table-effects.ts";
import { type TableFit, tableFit } from "./table-fit.ts";

/**
 * What remains without each study, when studies give several effects: the nested model again without all effects of
 * one group of the outermost level. Null where it has no answer without it.
 */
export function leaveOneGroupOut(
  table: TableEffects,
  model: TableModel,
  fitted: Extract<TableFit, { readonly kind: "multilevel" }>,
): AnalysisDone | TableRefusal {
  if (!fitted.fit.interceptOnly) return refuse("leave1out of whole groups takes no moderators");
  const outermost = fitted.fit.model.levels[0]!;
  const results = outermost.groups.map((_, group) => {
    const positions = new Set(fitted.positions.filter((_, i) => outermost.groupOf[i] !== group));
    const rest: TableEffects = { ...table, effects: table.effects.filter((_, i) => positions.has(i)) };
    const without = tableFit(rest, model);
    if (without.kind !== "multilevel") return null;
    const { fit, robust } = without;
    const mean = meanOf(without);
    return {
      mean,
      p: (robust ?? fit).coefficients[0]!.p,
      components: fit.components.map((one) => one.variance),
    };
  });
  const list = <Value>(of: (one: NonNullable<(typeof results)[number]>) => Value) =>
    results.map((one) => (one === null ? null : of(one)));
  return {
    kind: "done",
    labels: outermost.groups,
    terms: {
      estimate: list(({ mean }) => mean.estimate),
      se: list(({ mean }) => mean.standardError),
      pval: list(({ p }) => p),
      "ci.lb": list(({ mean }) => mean.lower),
      "ci.ub": list(({ mean }) => mean.upper),
      ...Object.fromEntries(
        fitted.fit.components.map(({ name }, i) => [
          `sigma2 ${name}`,
          list(({ components }) => components[i] ?? null),
        ]),
      ),
    },
  };
}
