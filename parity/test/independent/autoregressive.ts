import type { Frame } from "@concord/statistics/formula";
import {
  type AutoregressiveOptions,
  autoregressiveInNlmeTerms,
  autoregressiveModel,
  type FittedAutoregressive,
  type SeriesOrder,
  serialCorrelationInterval,
  testSerialCorrelation,
} from "@concord/statistics/multilevel";
import type { Adapter } from "./adapter.ts";

const free = { kind: "free" } as const;
const independent = { kind: "held", value: 0 } as const;

/** Mixed models with serially correlated residuals, as nlme fits them. */
export const adapters: Readonly<Record<string, Adapter>> = {
  "ml-ar1-therapists": {
    run: ({ input }) => {
      const frame = input as Frame;
      const main = "score ~ session * arm + (session | client)";
      const ml = fitted(main, frame, sessions, { method: "ML" });
      const interval = serialCorrelationInterval(ml);
      const nested = fitted("score ~ session + arm + (1 | therapist/client)", frame, sessions);
      const [therapists, clients] = nested.levels;
      const own = (level: typeof therapists) => level?.predictions.map(([intercept]) => intercept);
      const bare = fitted("score ~ session", frame, sessions, { method: "ML" });
      const means = fitted("score ~ 0 + arm + session + (session || client)", frame, sessions);
      return {
        REML: autoregressiveInNlmeTerms(fitted(main, frame, sessions)),
        ML: autoregressiveInNlmeTerms(ml),
        ML_indep: autoregressiveInNlmeTerms(
          fitted(main, frame, sessions, { method: "ML", correlation: independent }),
        ),
        LRT: testTerms(ml),
        phi_interval_ML: [interval.lower, interval.upper],
        nested: {
          ...autoregressiveInNlmeTerms(nested),
          ranef_therapist: own(therapists),
          ranef_client: own(clients),
        },
        gls: autoregressiveInNlmeTerms(bare),
        no_intercept: autoregressiveInNlmeTerms(means),
      };
    },
  },
};

const sessions: SeriesOrder = { group: "client", order: "session" };

function fitted(
  formula: string,
  frame: Frame,
  series: SeriesOrder,
  options: AutoregressiveOptions = { correlation: free },
): FittedAutoregressive {
  const fit = autoregressiveModel(formula, frame, series, options);
  if (fit.kind !== "fitted") throw new Error(fit.reason);
  return fit;
}

function testTerms(fit: FittedAutoregressive): unknown {
  const { statistic, p } = testSerialCorrelation(fit);
  return { chisq: statistic, p };
}
