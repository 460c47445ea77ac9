import { mixedModelInLme4Terms } from "../../multilevel/lme4-terms.ts";
import type { GrowthOfClients } from "./client-growth.ts";

/** Growth of clients as lme4 has it, with the lines as `coef` of lme4 and of `lm` give them. */
export function clientGrowthTerms({ model, clients, slopeReliability }: GrowthOfClients, level?: number) {
  const id = idsOf(clients.map(({ client }) => client));
  const known = clients.map(({ alone }) =>
    alone.kind === "scattered" || alone.kind === "exact" ? alone : null,
  );
  return {
    mixed:
      model.kind === "fitted"
        ? mixedModelInLme4Terms(model, level === undefined ? {} : { level })
        : { error: true, message: model.reason },
    eb_line: {
      id,
      intercept: clients.map(({ shrunken }) => shrunken?.intercept ?? null),
      slope: clients.map(({ shrunken }) => shrunken?.slope ?? null),
    },
    ols_line: {
      id,
      intercept: known.map((line) => line?.intercept ?? null),
      slope: known.map((line) => line?.slope ?? null),
      se_slope: known.map((line) =>
        line?.kind === "scattered" ? line.deviation / Math.sqrt(line.spreadX) : null,
      ),
      n: clients.map(({ n }) => n),
    },
    slope_reliability: slopeReliability ?? null,
  };
}

/** Numbers where all names are numbers. */
function idsOf(names: readonly string[]): readonly (string | number)[] {
  const isNumber = names.every((name) => /^-?\d+(\.\d+)?$/.test(name) && String(Number(name)) === name);
  return isNumber ? names.map(Number) : names;
}
