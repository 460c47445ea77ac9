import type { Measure } from "@concord/statistics/effect-size";
import { type Figures, figureWords } from "./figures.ts";
import type { WhyUnmeasured } from "./measured-effect.ts";

export interface FigureFault {
  readonly why: WhyUnmeasured;
  readonly reason: string;
}

/**
 * What is wrong with these figures, whatever the scale? Named, with the value, before anything is computed; undefined
 * where nothing is.
 */
export function figureFault(figures: Figures, scale: Measure): FigureFault | undefined {
  for (const [name, value] of numbersIn(figures)) {
    if (!Number.isFinite(value)) return fault("missing-figure", `${name} is missing`);
  }
  switch (figures.kind) {
    case "correlation":
      return correlationFault(figures.r, figures.n, scale);
    case "effect":
      if (figures.variance < 0)
        return fault("negative-variance", `a sampling variance cannot be negative: ${figures.variance}`);
      if (figures.variance === 0)
        return fault(
          "zero-variance",
          "a sampling variance of zero would count for more than all other studies",
        );
      return undefined;
    case "two-groups":
      return [figures.first, figures.second]
        .map(({ n, deviation }) =>
          n < 2
            ? fault("too-few-people", `a group requires two or more people: ${n}`)
            : deviation < 0
              ? fault("impossible-figure", `a standard deviation cannot be negative: ${deviation}`)
              : undefined,
        )
        .find((found) => found !== undefined);
    case "t-test":
      return degreesFault(figures.df);
    case "f-test":
      return figures.f < 0
        ? fault("impossible-figure", `F cannot be negative: ${figures.f}`)
        : degreesFault(figures.df);
    case "p-value":
      return figures.p > 0 && figures.p < 1
        ? degreesFault(figures.df)
        : fault("impossible-figure", `a p value must lie between 0 and 1: ${figures.p}`);
    case "chi-square":
      if (figures.chiSquare < 0)
        return fault("impossible-figure", `χ² cannot be negative: ${figures.chiSquare}`);
      return correlationFault(Math.sqrt(figures.chiSquare / figures.n), figures.n, scale);
    default:
      return undefined;
  }
}

/** The line for figures of one type on a scale for another. */
export function otherType(figures: Figures, scale: Measure): FigureFault {
  const given =
    figures.kind === "effect" ? `an effect size on the scale ${figures.scale}` : figureWords[figures.kind];
  return fault("other-type", `${scale} cannot be had from ${given}`);
}

function correlationFault(r: number, n: number, scale: Measure): FigureFault | undefined {
  if (Math.abs(r) > 1)
    return fault("impossible-correlation", `a correlation must lie between −1 and 1: ${r}`);
  if (n < 4) return fault("too-few-people", `the variance of a correlation requires n ≥ 4: ${n}`);
  if (scale === "UCOR" && n < 5)
    return fault("too-few-people", `the unbiased correlation requires n ≥ 5: ${n}`);
  if (Math.abs(r) === 1)
    return fault("perfect-correlation", `a correlation of ${r} has no sampling variance to weigh it by`);
  return undefined;
}

function degreesFault(df: number): FigureFault | undefined {
  return df < 2 ? fault("too-few-people", `a correlation from a test requires df ≥ 2: ${df}`) : undefined;
}

function numbersIn(figures: Figures): readonly (readonly [string, number])[] {
  if (figures.kind === "two-groups") {
    const groups = [
      ["first group", figures.first],
      ["second group", figures.second],
    ] as const;
    return groups.flatMap(([name, { n, mean, deviation }]) => [
      [`the size of the ${name}`, n] as const,
      [`the mean of the ${name}`, mean] as const,
      [`the standard deviation of the ${name}`, deviation] as const,
    ]);
  }
  return Object.entries(figures).filter((entry): entry is [string, number] => typeof entry[1] === "number");
}

function fault(why: WhyUnmeasured, reason: string): FigureFault {
  return { why, reason };
}
