import { clientGrowthTerms, growthOfClients } from "@concord/statistics/change";
import type { Frame } from "@concord/statistics/formula";
import { inQuadraticTerms, quadraticModeration } from "@concord/statistics/moderation";
import { roundRobinsOf, socialRelations, tripleRTerms } from "@concord/statistics/social-relations";
import type { Adapter } from "./adapter.ts";

/** Fixtures whose R code computes a method from its definition, without the package that has it. */
export const adapters: Readonly<Record<string, Adapter>> = {
  "srm-simulated": {
    run: ({ input }) => {
      const { perceiver, target, y } = input as Readonly<Record<string, readonly (number | null)[]>>;
      const ratings = perceiver!.map((own, i) => ({
        perceiver: String(own),
        target: String(target![i]),
        values: [y![i]!],
      }));
      const fit = socialRelations(roundRobinsOf(ratings));
      return { ...tripleRTerms(fit, "y"), mean: fit.groups[0]!.mean };
    },
  },
  "sc-growth-simulated": {
    run: ({ input }) =>
      clientGrowthTerms(
        growthOfClients(input as Frame, { client: "client", session: "session", value: "symptoms" }),
      ),
  },
  "mod-quadratic-sim": {
    run: ({ input, options }) => {
      const model = { outcome: "y", predictor: "x", moderator: "w" };
      const fit = quadraticModeration(model, input as Frame, { values: options.values as readonly number[] });
      if (fit.kind === "refused") throw new RangeError(fit.reason);
      return inQuadraticTerms(fit);
    },
  },
};
