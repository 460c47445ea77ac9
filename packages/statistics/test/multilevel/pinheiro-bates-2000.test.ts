import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { conditionalModes } from "../../src/multilevel/index.ts";
import { fitted } from "./fitted.ts";

// Pinheiro JC, Bates DM (2000). Mixed-Effects Models in S and S-PLUS. Rail: six rails, three travel times each (p. 4).
const rail = {
  Rail: ["1", "2", "3", "4", "5", "6"].flatMap((name) => [name, name, name]),
  travel: [55, 53, 54, 26, 37, 32, 78, 91, 85, 92, 100, 96, 49, 51, 50, 80, 85, 83],
};
const shown = (what: string, digits: number) => ({ what, absolute: 0.5 * 10 ** -digits });

test("page 8: REML of the rails", () => {
  const fit = fitted("travel ~ 1 + (1 | Rail)", rail);
  close(fit.fixed[0]!.estimate, 66.5, shown("mean travel time", 1));
  close(fit.logLikelihood, -61.089, shown("restricted log-likelihood", 3));
  close(fit.components[0]!.deviation, 24.805, shown("deviation between rails", 3));
  close(fit.residualDeviation, 4.0208, shown("deviation within rails", 4));
});

test("page 8, by hand: the balanced one-way design has a closed form", () => {
  // Between rails 9310.5 on 5, within 194 on 12 degrees of freedom.
  const within = 194 / 12;
  const between = (9310.5 / 5 - within) / 3;
  const fit = fitted("travel ~ 1 + (1 | Rail)", rail);
  close(fit.components[0]!.covariance, between, { what: "between", relative: 1e-9 });
  close(fit.components[1]!.covariance, within, { what: "within", relative: 1e-9 });
  const [{ effects }] = conditionalModes(fit) as [ReturnType<typeof conditionalModes>[number]];
  const shrinkage = (3 * between) / (3 * between + within);
  close(effects[0]!.modes[0]!, shrinkage * (54 - 66.5), { what: "first rail", relative: 1e-9 });
});
