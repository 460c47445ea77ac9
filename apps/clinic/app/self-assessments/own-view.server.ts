import { caterpillarChart, numberWords, surfaceChart } from "@concord/charts";
import type { Bounded, CongruenceOutcome } from "@concord/course";
import type { Reflection, TherapistComparison } from "@concord/practice";

/** A therapist's ratings beside their clients', drawn for them alone. */
export function ownViewPage(view: TherapistComparison, reflections: readonly Reflection[]) {
  const newest = reflections.find((one) => one.client === null);
  const anxiety = newest?.scales.find((one) => one.score.scale === "anxiety")?.score;
  if (view.kind === "too-few") return { kind: "too-few" as const, reason: view.reason };
  const draw = (id: string, width: number) =>
    caterpillarChart(
      {
        title: "Your rating minus your client’s",
        axis: {
          label: "Your rating minus the client’s, points of 100",
          spacing: "linear",
          reference: 0,
          decimals: 1,
        },
        rowHeading: "Client",
        estimateHeading: "difference [95% CI]",
        rows: view.each.map(({ client, discrepancy }) => ({
          kind: "shown",
          label: client,
          effect: { estimate: discrepancy.value, lower: discrepancy.lower, upper: discrepancy.upper },
        })),
      },
      { id, width },
    );
  const { usual, between, pairs } = view;
  const side = usual.upper < 0 ? "lower than" : usual.lower > 0 ? "higher than" : "about as";
  return {
    kind: "view" as const,
    lead:
      side === "about as"
        ? `Over ${pairs} clients you rate about as they do.`
        : `Over ${pairs} clients you rate ${numberWords(Math.abs(usual.value))} points of 100 ${side} they do.`,
    figures:
      `Average ${words(usual.value)} (95% CI [${words(usual.lower)}, ${words(usual.upper)}]); from client to client the ` +
      `true difference varies by ${numberWords(between)} points (standard deviation). Each line is drawn ` +
      `towards your average, the more the less sure it is.`,
    /** Where their own anxiety lies in the form's range; null where they have not asked themselves. */
    anxious: anxiety === undefined ? null : anxiety.percent,
    drawn: { wide: draw("own-wide", 640), narrow: draw("own-narrow", 340) },
  };
}

export type OwnViewPage = ReturnType<typeof ownViewPage>;

function words(value: number): string {
  return value > 0 ? `+${numberWords(value)}` : numberWords(value);
}

/** What followed hours of agreement and of difference: drawn, and said as far as the limits allow. */
export function followedPage(followed: CongruenceOutcome) {
  if (followed.kind === "none") return followed;
  const { hours, pairs, agreeing, clientHigher, apart, low, high, grid, points } = followed;
  const draw = (id: string, width: number) =>
    surfaceChart(
      {
        title: "What followed, by both views of the hour",
        xLabel: "Client’s view",
        yLabel: "Your view",
        outcome: "Next outcome, higher is better",
        low,
        high,
        centre: 0,
        grid,
        points: points.filter(({ x, y }) => x >= low && x <= high && y >= low && y <= high),
        stationary: null,
        firstAxis: null,
        notes: [],
      },
      { id, width },
    );
  return {
    kind: "surface" as const,
    hours,
    pairs,
    sentences: [
      verdict(
        agreeing,
        "Better scores followed hours that you both found good.",
        "Worse scores followed hours that you both found good.",
      ),
      verdict(
        clientHigher,
        "Hours that your client found better than you did were followed by better scores than the reverse.",
        "Hours that you found better than your client did were followed by better scores than the reverse.",
      ),
      verdict(
        apart,
        "The further apart the two views lay, the better what followed.",
        "The further apart the two views lay, the worse what followed.",
      ),
    ].flatMap((each) => each ?? []),
    figures:
      `${hours} hours with ${pairs} clients, each counted from its client’s own usual. Both good: ${limits(agreeing)}; ` +
      `client higher: ${limits(clientHigher)}; apart: ${limits(apart, 3)}.`,
    drawn: { wide: draw("followed-wide", 600), narrow: draw("followed-narrow", 340) },
  };
}

export type FollowedPage = ReturnType<typeof followedPage>;

/** Only what the interval leaves no doubt of is said. */
function verdict({ lower, upper }: Bounded, above: string, below: string): string | null {
  if (lower > 0) return above;
  return upper < 0 ? below : null;
}

function limits({ value, lower, upper }: Bounded, decimals = 2): string {
  const figure = (of: number) => of.toFixed(decimals).replace("-", "−");
  return `${figure(value)} (95% CI [${figure(lower)}, ${figure(upper)}])`;
}
