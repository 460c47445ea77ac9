import { caterpillarChart, surfaceChart } from "@concord/charts";
import type { Bounded, CongruenceOutcome } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { Reflection, TherapistComparison } from "@concord/practice";

/** Returns a therapist’s ratings next to their clients’, drawn for them alone. */
export function ownViewPage(
  view: TherapistComparison,
  reflections: readonly Reflection[],
  messages: StaffMessages,
) {
  const { text, format } = messages;
  const newest = reflections.find((one) => one.client === null);
  const anxiety = newest?.scales.find((one) => one.score.scale === "anxiety")?.score;
  if (view.kind === "too-few") return { kind: "too-few" as const, reason: view.reason };
  const title = text("reflections.chart.difference.title");
  const draw = (id: string, width: number) =>
    caterpillarChart(
      {
        title,
        axis: {
          label: text("reflections.chart.difference.axis"),
          spacing: "linear",
          reference: 0,
          decimals: 1,
        },
        rowHeading: text("reflections.chart.difference.row"),
        estimateHeading: text("reflections.chart.difference.estimate"),
        rows: view.each.map(({ client, discrepancy }) => ({
          kind: "shown",
          label: client,
          effect: { estimate: discrepancy.value, lower: discrepancy.lower, upper: discrepancy.upper },
        })),
      },
      { messages, id, width },
    );
  const { usual, between, pairs } = view;
  const side = usual.upper < 0 ? "lower" : usual.lower > 0 ? "higher" : "same";
  const points = oneDecimal(Math.abs(usual.value));
  const signed = (value: number) =>
    format.number(oneDecimal(value), { signDisplay: "exceptZero" }).replace("-", "−");
  return {
    kind: "view" as const,
    lead:
      side === "same"
        ? text("reflections.comparison.same", { pairs })
        : text(`reflections.comparison.${side}`, { pairs, points }),
    figures: text("reflections.chart.difference.figures", {
      mean: signed(usual.value),
      lower: signed(usual.lower),
      upper: signed(usual.upper),
      sd: oneDecimal(between),
    }),
    /** Where their own anxiety is in the range of the scale; null where they have not answered. */
    anxious: anxiety === undefined ? null : anxiety.percent,
    drawn: { wide: draw("own-wide", 640), narrow: draw("own-narrow", 340) },
  };
}

export type OwnViewPage = ReturnType<typeof ownViewPage>;

const oneDecimal = (value: number) => Math.round(value * 10) / 10 + 0;

/** Returns what followed sessions of agreement and of difference: drawn, and in words as far as the intervals allow. */
export function followedPage(followed: CongruenceOutcome, messages: StaffMessages) {
  const { text, format } = messages;
  if (followed.kind === "none") return followed;
  const { hours: sessions, pairs, agreeing, clientHigher, apart, low, high, grid, points } = followed;
  const draw = (id: string, width: number) =>
    surfaceChart(
      {
        title: text("reflections.chart.outcome.title"),
        xLabel: text("reflections.chart.outcome.x"),
        yLabel: text("reflections.chart.outcome.y"),
        outcome: text("reflections.chart.outcome.outcome"),
        low,
        high,
        centre: 0,
        grid,
        points: points.filter(({ x, y }) => x >= low && x <= high && y >= low && y <= high),
        stationary: null,
        firstAxis: null,
        notes: [],
      },
      { messages, id, width },
    );
  const interval = ({ value, lower, upper }: Bounded, decimals = 2) => {
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const shown = (of: number) => format.number(of, options).replace("-", "−");
    return text("reflections.chart.interval", {
      value: shown(value),
      lower: shown(lower),
      upper: shown(upper),
    });
  };
  const effects = [
    ["agreeing", agreeing],
    ["client-higher", clientHigher],
    ["apart", apart],
  ] as const;
  return {
    kind: "surface" as const,
    sessions,
    pairs,
    sentences: effects.flatMap(([effect, bounded]) => {
      const side = sideOf(bounded);
      return side === null ? [] : [text(`reflections.outcome.${effect}.${side}`)];
    }),
    figures: text("reflections.chart.outcome.figures", {
      sessions,
      pairs,
      agreeing: interval(agreeing),
      clientHigher: interval(clientHigher),
      apart: interval(apart, 3),
    }),
    drawn: { wide: draw("followed-wide", 600), narrow: draw("followed-narrow", 340) },
  };
}

export type FollowedPage = ReturnType<typeof followedPage>;

/** Only an effect whose interval excludes zero has a side. */
function sideOf({ lower, upper }: Bounded): "better" | "worse" | null {
  if (lower > 0) return "better";
  return upper < 0 ? "worse" : null;
}
