import type { Measure } from "@concord/statistics/effect-size";

/** Size, mean and standard deviation of one group. */
export interface GroupFigures {
  readonly n: number;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * What a report prints about one relation, as it stands there: nothing is converted before it is stored.
 *
 * Statistics that have lost their sign (F, χ², a p value) need it from the text of the report.
 */
export type Figures =
  | {
      readonly kind: "correlation";
      readonly r: number;
      readonly n: number;
      readonly reliabilityOfX?: number;
      readonly reliabilityOfY?: number;
    }
  | { readonly kind: "two-groups"; readonly first: GroupFigures; readonly second: GroupFigures }
  | {
      readonly kind: "two-by-two";
      readonly firstEvents: number;
      readonly firstNonEvents: number;
      readonly secondEvents: number;
      readonly secondNonEvents: number;
    }
  | {
      readonly kind: "t-test";
      readonly t: number;
      readonly df: number;
      readonly sizes?: readonly [number, number];
    }
  | {
      readonly kind: "f-test";
      readonly f: number;
      readonly df: number;
      readonly sign: 1 | -1;
      readonly sizes?: readonly [number, number];
    }
  | {
      readonly kind: "p-value";
      readonly p: number;
      readonly tails: 1 | 2;
      readonly df: number;
      readonly sign: 1 | -1;
      readonly sizes?: readonly [number, number];
    }
  | { readonly kind: "chi-square"; readonly chiSquare: number; readonly n: number; readonly sign: 1 | -1 }
  | {
      readonly kind: "regression";
      readonly t: number;
      readonly n: number;
      readonly predictors: number;
      readonly rSquared?: number;
    }
  | { readonly kind: "proportion"; readonly events: number; readonly n: number }
  | { readonly kind: "alpha"; readonly alpha: number; readonly items: number; readonly n: number }
  | {
      readonly kind: "effect";
      readonly scale: Measure;
      readonly estimate: number;
      readonly variance: number;
      readonly n: number | null;
    };

/** How many people stand behind the figures; null where they do not say. */
export function peopleOf(figures: Figures): number | null {
  switch (figures.kind) {
    case "correlation":
    case "chi-square":
    case "regression":
    case "proportion":
    case "alpha":
    case "effect":
      return figures.n;
    case "two-groups":
      return figures.first.n + figures.second.n;
    case "two-by-two":
      return figures.firstEvents + figures.firstNonEvents + figures.secondEvents + figures.secondNonEvents;
    case "t-test":
    case "f-test":
    case "p-value":
      return figures.sizes === undefined ? figures.df + 2 : figures.sizes[0] + figures.sizes[1];
  }
}
