import { element, type Markup } from "../svg.ts";
import type { Chair } from "./rater-mark.ts";

export interface EndLabel {
  readonly chair: Chair;
  readonly words: string;
  readonly y: number;
}

/** Names at the ends of the lines instead of a legend, moved apart where lines end close together. */
export function endLabels(
  labels: readonly EndLabel[],
  x: number,
  top: number,
  bottom: number,
): readonly Markup[] {
  const gap = 15;
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const places = sorted.map((label) => label.y);
  for (let i = 1; i < places.length; i += 1) {
    places[i] = Math.max(places[i] as number, (places[i - 1] as number) + gap);
  }
  const overflow = Math.max(0, (places[places.length - 1] ?? top) - bottom);
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const limit = i === places.length - 1 ? bottom : (places[i + 1] as number) - gap;
    places[i] = overflow > 0 ? Math.min(places[i] as number, limit) : (places[i] as number);
    places[i] = Math.max(places[i] as number, top);
  }
  return sorted.map((label, index) =>
    element(
      "text",
      { class: `chart-label chart-label--${label.chair}`, x, y: (places[index] as number) + 4 },
      [label.words],
    ),
  );
}
