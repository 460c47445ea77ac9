import type { StaffMessage, Text } from "@concord/messages";
import type { Measure } from "@concord/statistics/effect-size";
import type { Figures } from "./figures.ts";
import type { WhyUnmeasured } from "./measured-effect.ts";

export interface FigureFault {
  readonly why: WhyUnmeasured;
  readonly reason: StaffMessage;
}

/**
 * What is wrong with these figures, whatever the scale? Named, with the value, before anything is computed; undefined
 * where nothing is.
 */
export function figureFault(figures: Figures, scale: Measure): FigureFault | undefined {
  for (const [name, value] of numbersIn(figures)) {
    if (!Number.isFinite(value))
      return fault("missing-figure", { id: "evidence.fault.missing", values: { name } });
  }
  switch (figures.kind) {
    case "correlation":
      return correlationFault(figures.r, figures.n, scale);
    case "effect":
      if (figures.variance < 0)
        return fault("negative-variance", {
          id: "evidence.fault.negative-variance",
          values: { value: figures.variance },
        });
      if (figures.variance === 0)
        return fault("zero-variance", { id: "evidence.fault.zero-variance", values: {} });
      return undefined;
    case "two-groups":
      return [figures.first, figures.second]
        .map(({ n, deviation }) =>
          n < 2
            ? fault("too-few-people", { id: "evidence.fault.group-size", values: { value: n } })
            : deviation < 0
              ? fault("impossible-figure", { id: "evidence.fault.negative-sd", values: { value: deviation } })
              : undefined,
        )
        .find((found) => found !== undefined);
    case "t-test":
      return degreesFault(figures.df);
    case "f-test":
      return figures.f < 0
        ? fault("impossible-figure", { id: "evidence.fault.negative-f", values: { value: figures.f } })
        : degreesFault(figures.df);
    case "p-value":
      return figures.p > 0 && figures.p < 1
        ? degreesFault(figures.df)
        : fault("impossible-figure", { id: "evidence.fault.p-range", values: { value: figures.p } });
    case "chi-square":
      if (figures.chiSquare < 0)
        return fault("impossible-figure", {
          id: "evidence.fault.negative-chi-square",
          values: { value: figures.chiSquare },
        });
      return correlationFault(Math.sqrt(figures.chiSquare / figures.n), figures.n, scale);
    default:
      return undefined;
  }
}

/** The line for figures of one type on a scale for another. */
export function otherType(figures: Figures, scale: Measure): FigureFault {
  return fault(
    "other-type",
    figures.kind === "effect"
      ? { id: "evidence.fault.other-scale", values: { scale, given: figures.scale } }
      : {
          id: "evidence.fault.other-type",
          values: { scale, statistic: { id: `evidence.statistic.${figures.kind}`, values: {} } },
        },
  );
}

function correlationFault(r: number, n: number, scale: Measure): FigureFault | undefined {
  if (Math.abs(r) > 1)
    return fault("impossible-correlation", { id: "evidence.fault.correlation-range", values: { value: r } });
  if (n < 4) return fault("too-few-people", { id: "evidence.fault.correlation-n", values: { value: n } });
  if (scale === "UCOR" && n < 5)
    return fault("too-few-people", { id: "evidence.fault.unbiased-n", values: { value: n } });
  if (Math.abs(r) === 1)
    return fault("perfect-correlation", { id: "evidence.fault.perfect-correlation", values: { value: r } });
  return undefined;
}

function degreesFault(df: number): FigureFault | undefined {
  return df < 2 ? fault("too-few-people", { id: "evidence.fault.df", values: { value: df } }) : undefined;
}

function numbersIn(figures: Figures): readonly (readonly [Text, number])[] {
  if (figures.kind === "two-groups") {
    return ([figures.first, figures.second] as const).flatMap(({ n, mean, deviation }, at) => {
      const values = { group: at + 1 };
      return [
        [{ id: "evidence.fault.size", values }, n],
        [{ id: "evidence.fault.mean", values }, mean],
        [{ id: "evidence.fault.sd", values }, deviation],
      ] as const;
    });
  }
  return Object.entries(figures).filter((entry): entry is [string, number] => typeof entry[1] === "number");
}

function fault(why: WhyUnmeasured, reason: StaffMessage): FigureFault {
  return { why, reason };
}
