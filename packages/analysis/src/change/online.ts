import {
  beganWithin,
  type LevelPrior,
  noiseVariance,
  type OnlineStep,
  onlineChange,
} from "@concord/statistics/change";
import { rLines, rText } from "../r-program/lines.ts";
import { RequestRefused } from "../refusal.ts";
import { modelTable, type TablePart } from "../table/model-table.ts";
import { counted, number, share } from "../text/apa.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { coursesFigure } from "./figure.ts";
import type { ChangeRequest } from "./request.ts";
import { byClient, readSeries, rSeries, type Series } from "./series.ts";

interface Followed {
  readonly course: Series;
  readonly steps: readonly OnlineStep[];
}

/** After each session: since when has the level been what it is? */
export const online: ChangeAnalysis = {
  question: "After each session: since when has the level been what it is?",
  analyse: (columns, request) => {
    const { series, left } = readSeries(columns, request);
    const followed = series.flatMap((course): Followed[] => {
      const prior = priorOf(course, request);
      return prior === undefined
        ? []
        : [{ course, steps: onlineChange(course.values, { prior, hazard: 1 / request.every }) }];
    });
    if (followed.length === 0)
      return {
        kind: "refused",
        reason: "the online search needs values that vary, or --prior, and there is no such course",
      };
    return {
      kind: "done",
      left,
      ...(followed.length < series.length
        ? { notes: [`${series.length - followed.length} courses do not vary and have no prior`] }
        : {}),
      result: {
        terms: byClient(
          request,
          followed.map((one) => ({ client: one.course.client, terms: termsOf(one) })),
        ),
        sentence: sentenceOf(followed, request),
        table: followed.length === 1 ? stepLines(followed[0]!) : lastLines(followed, request),
        figure: () =>
          coursesFigure(
            "Since when the level holds",
            request,
            followed,
            [{ kind: "level", words: "level as it seemed then" }],
            panelOf,
            [
              `A level is taken to hold ${request.every} sessions on average. Each step uses what was known then.`,
            ],
          ),
      },
    };
  },
  rProgram: (file, request) => {
    const [mean = "mean(x)", strength = 0.1, shape = 1, scale = "(mean(abs(diff(x))) / 1.128)^2"] =
      request.prior ?? [];
    return rLines(
      "change",
      file,
      ["ocp"],
      [
        ...rSeries(request, rText),
        `level <- list(m = ${mean}, k = ${strength}, a = ${shape}, b = ${scale})`,
        `fit <- onlineCPD(x, hazard_func = function(x, lambda) const_hazard(x, lambda = ${request.every}), init_params = list(level))`,
        "print(fit)  # its change comes after a value, ours before the next",
      ],
    );
  },
};

/**
 * Weak: the centre of the course, worth a tenth of a value, and the spread from one value to the next, worth
 * two.
 */
function priorOf({ values }: Series, { prior }: ChangeRequest): LevelPrior | undefined {
  if (prior !== undefined) {
    const [mean, strength, shape, scale] = prior;
    if (
      prior.length !== 4 ||
      mean === undefined ||
      strength === undefined ||
      shape === undefined ||
      scale === undefined
    )
      throw new RequestRefused("--prior takes four numbers: mean,strength,shape,scale.");
    return { mean, strength, shape, scale };
  }
  const noise = values.length < 2 ? undefined : noiseVariance(values);
  if (noise === undefined) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, strength: 0.1, shape: 1, scale: noise };
}

function termsOf({ course, steps }: Followed) {
  return {
    session: course.sessions,
    began: steps.map(({ mostProbable }) => course.sessions[mostProbable]),
    p_began: steps.map(({ began, mostProbable }) => began[mostProbable]),
    p_new: steps.map((step) => beganWithin(step, 1)),
    level: steps.map(({ level }) => level),
    log_predictive: steps.map(({ logPredictive }) => logPredictive),
  };
}

function stepLines({ course, steps }: Followed): readonly TablePart[] {
  return modelTable(
    ["session", "value", "level began", "probability", "level", "new with this one"],
    steps.map((step, i) => [
      course.sessions[i],
      course.values[i],
      course.sessions[step.mostProbable],
      step.began[step.mostProbable],
      step.level,
      beganWithin(step, 1),
    ]),
  );
}

function lastLines(followed: readonly Followed[], request: ChangeRequest): readonly TablePart[] {
  return modelTable(
    [request.client ?? "course", "n", "level", "began at session", "probability"],
    followed.map(({ course, steps }) => {
      const last = steps.at(-1)!;
      return [
        course.client || "1",
        steps.length,
        last.level,
        course.sessions[last.mostProbable],
        last.began[last.mostProbable],
      ];
    }),
  );
}

function sentenceOf(followed: readonly Followed[], { value, every }: ChangeRequest): string {
  if (followed.length > 1) {
    const moved = followed.filter(({ steps }) => steps.at(-1)!.mostProbable > 0).length;
    return `Of ${counted(followed.length, "course", "courses")} in ${value}, ${moved} ${moved === 1 ? "stands" : "stand"} at a level that most likely began after the first session (a level holds ${every} sessions on average).`;
  }
  const { course, steps } = followed[0]!;
  const last = steps.at(-1)!;
  return `After session ${course.sessions.at(-1)} the level of ${value} is about ${number(last.level)}; most likely it began at session ${course.sessions[last.mostProbable]} (probability ${share(last.began[last.mostProbable]!)}).`;
}

function panelOf({ course, steps }: Followed) {
  return {
    lines: steps.slice(1).map(({ level }, i) => ({
      kind: "level" as const,
      from: { session: course.sessions[i]!, value: steps[i]!.level },
      to: { session: course.sessions[i + 1]!, value: level },
    })),
  };
}
