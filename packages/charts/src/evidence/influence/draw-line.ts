import type { StaffMessages } from "@concord/messages";
import { decimal } from "../../numbers.ts";
import { type Child, element, round } from "../../svg.ts";
import { whisker } from "../effect-marks.ts";
import type { EffectScale } from "../effect-scale.ts";
import { intervalWords } from "../effect-words.ts";
import { wordLines, words } from "../strokes.ts";
import type { EffectAxis } from "../values.ts";
import type { InfluenceColumns, InfluenceLine } from "./columns.ts";

/** What both panels of the figure share. */
export interface InfluenceContext {
  readonly columns: InfluenceColumns;
  readonly axis: EffectAxis;
  readonly effects: EffectScale;
  readonly distances: EffectScale;
  readonly messages: StaffMessages;
}

export function drawInfluenceLine(line: InfluenceLine, context: InfluenceContext): Child {
  const { row, texts, top, height } = line;
  const { columns, axis, effects, distances, messages } = context;
  const { margin, width, narrow } = columns;
  const y = top + height / 2;
  const numbers = intervalWords(row.without, axis);
  const distance = row.cooksDistance === null ? "–" : decimal(row.cooksDistance, 2, messages);
  const first = columns.numbers === null ? y - (texts.length - 1) * 7.5 - 3 : y + 4;
  return element("g", { class: `evidence-row evidence-row--${row.verdict}` }, [
    element("title", {}, [
      messages.text("charts.evidence.influence.without", { label: row.label, effect: numbers, distance }),
    ]),
    ...wordLines("evidence-label", texts, margin, first, 15),
    columns.numbers === null
      ? words("evidence-number evidence-number--under", numbers, margin, first + texts.length * 15)
      : words("evidence-number", numbers, columns.numbers, y + 4, "end"),
    whisker(row.without, effects, y),
    effects.beyond(row.without.estimate) === "no" ? spot(effects.at(row.without.estimate), y) : null,
    ...(row.cooksDistance === null
      ? []
      : [
          element("path", {
            class: "evidence-stem",
            d: `M${round(distances.from)},${round(y)}H${round(distances.at(row.cooksDistance))}`,
          }),
          spot(distances.at(row.cooksDistance), y),
        ]),
    narrow ? null : words("evidence-number", distance, width - margin, y + 4, "end"),
  ]);
}

function spot(x: number, y: number): Child {
  return element("circle", { class: "evidence-square", cx: x, cy: y, r: 3.5 });
}
