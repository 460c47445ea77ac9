import type { StaffMessage } from "@concord/messages";
import type { Figures } from "./figures.ts";

/** Returns a statistic as a study reports it, as a message: r = .24, n = 60. */
export function printedMessage(figures: Figures): StaffMessage {
  switch (figures.kind) {
    case "correlation":
      return { id: "evidence.printed.correlation", values: { r: figures.r, n: figures.n } };
    case "t-test":
      return { id: "evidence.printed.t", values: { df: figures.df, t: figures.t } };
    case "f-test":
      return { id: "evidence.printed.f", values: { df: figures.df, f: figures.f } };
    case "chi-square":
      return { id: "evidence.printed.chi-square", values: { value: figures.chiSquare, n: figures.n } };
    case "two-groups": {
      const { first, second } = figures;
      return {
        id: "evidence.printed.two-groups",
        values: {
          firstMean: first.mean,
          firstSd: first.deviation,
          firstN: first.n,
          secondMean: second.mean,
          secondSd: second.deviation,
          secondN: second.n,
        },
      };
    }
    case "effect": {
      const { scale, estimate, variance } = figures;
      return { id: "evidence.printed.effect", values: { scale, estimate, variance } };
    }
    default:
      return { id: `evidence.statistic.${figures.kind}`, values: {} };
  }
}
