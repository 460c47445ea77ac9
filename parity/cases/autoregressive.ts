import {
  type AutoregressiveOptions,
  autoregressiveInNlmeTerms,
  autoregressiveModel,
  type FittedAutoregressive,
  type Frame,
  type SeriesOrder,
  serialCorrelationInterval,
  testSerialCorrelation,
} from "@concord/statistics";
import { type Adapter, numbersOf } from "../reference-case.ts";

const free = { kind: "free" } as const;
const independent = { kind: "held", value: 0 } as const;

/** Mixed models with serially correlated residuals, as nlme fits them. */
export const adapters: Readonly<Record<string, Adapter>> = {
  "ml-ar1-ovary": {
    run: (reference) => {
      const times = numbersOf(reference, "Time");
      const turned = (f: (x: number) => number) =>
        times.map((time) => (time === null ? null : f(2 * Math.PI * time)));
      const frame = { ...(reference.input as Frame), s: turned(Math.sin), c: turned(Math.cos) };
      const formula = "follicles ~ s + c + (1 | Mare)";
      const series = { group: "Mare", order: null };
      const ml = fitted(formula, frame, series, { method: "ML" });
      return {
        REML_AR1: autoregressiveInNlmeTerms(fitted(formula, frame, series)),
        ML_AR1: autoregressiveInNlmeTerms(ml),
        ML_indep: autoregressiveInNlmeTerms(
          fitted(formula, frame, series, { method: "ML", correlation: independent }),
        ),
        LRT: testTerms(ml),
      };
    },
  },
  "ml-ar1-sessions": {
    run: ({ input }) => {
      const fit = (method: "REML" | "ML") =>
        autoregressiveInNlmeTerms(
          fitted("score ~ session + (session | client)", input as Frame, sessions, { method }),
        );
      return { REML: fit("REML"), ML: fit("ML") };
    },
  },
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
