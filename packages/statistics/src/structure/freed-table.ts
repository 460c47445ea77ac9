import type { ParameterRow, ParameterTable } from "./parameter-table.ts";

/**
 * A table of observed variables alone: means if asked for, and the variances and covariances that are wanted, free; what
 * the model is conditional on stays as it is.
 */
export function freedTable(
  table: ParameterTable,
  meanStructure: boolean,
  isWanted: (a: string, b: string) => boolean,
): ParameterTable {
  const given = table.rows.filter(({ isExogenous }) => isExogenous);
  const isGiven = (a: string, b: string) => table.exogenous.includes(a) && table.exogenous.includes(b);
  const rows = Array.from({ length: table.groups }, (_, group) =>
    table.observed.flatMap((a, i) => [
      ...(meanStructure && !isGiven(a, a) ? [freeRow(a, "~1", "", group)] : []),
      ...table.observed
        .slice(i)
        .flatMap((b) => (isWanted(a, b) && !isGiven(a, b) ? [freeRow(a, "~~", b, group)] : [])),
    ]),
  ).flat();
  return { ...table, rows: [...rows, ...given], latent: [], definitions: [], equalities: [], meanStructure };
}

function freeRow(left: string, operator: "~~" | "~1", right: string, group: number): ParameterRow {
  return {
    left,
    operator,
    right,
    group,
    label: "",
    isExogenous: false,
    value: { kind: "free", start: undefined },
  };
}
