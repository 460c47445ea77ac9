import { caterpillarChart, numberWords } from "@concord/charts";
import type { OwnView, Reflection } from "@concord/practice";

/** A therapist's ratings beside their clients', drawn for them alone. */
export function ownViewPage(view: OwnView, reflections: readonly Reflection[]) {
  const newest = reflections.find((one) => one.client === null);
  const anxiety = newest?.scales.find((one) => one.score.scale === "anxiety")?.score;
  if (view.kind === "too-few") return { kind: "too-few" as const, reason: view.reason };
  const draw = (id: string, width: number) =>
    caterpillarChart(
      {
        title: "Your rating minus your client’s",
        axis: { label: "points of 100", spacing: "linear", reference: 0, decimals: 1 },
        rowHeading: "Client",
        estimateHeading: "difference [95%]",
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
      `Average ${words(usual.value)} (95% ${words(usual.lower)} to ${words(usual.upper)}); from client to client the ` +
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
