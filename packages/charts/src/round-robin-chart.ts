import type { StaffMessages } from "@concord/messages";
import { wrapWords } from "./evidence/text-width.ts";
import { frame } from "./frame.ts";
import { perceiverRows, rowHeight } from "./round-robin/perceiver-rows.ts";
import { relationCircle } from "./round-robin/relation-circle.ts";
import type { RoundRobinFigure } from "./round-robin/values.ts";
import { shareWords, varianceBar, varianceBarHeight } from "./round-robin/variance-bar.ts";
import { element, type Markup } from "./svg.ts";

export interface RoundRobinChartOptions {
  /** In the language of the reader. */
  readonly messages: StaffMessages;
  readonly id?: string;
  readonly width?: number;
  readonly standalone?: boolean;
}

/**
 * Whose doing are the ratings of a round robin, and who sees the others otherwise than the group does?
 *
 * Above, the variance in its parts. Below, one group on a circle with the views that depart from the
 * consensus (solid where warmer, dashed where cooler), and each perceiver's departures beside everyone
 * else's.
 */
export function roundRobinChart(figure: RoundRobinFigure, options: RoundRobinChartOptions): string {
  const { messages, id = "round-robin", width = 760, standalone = false } = options;
  const narrow = width < 640;
  const [left, right] = [16, width - 16];
  const inner = right - left;
  const below = 36 + varianceBarHeight(figure.shares.length, inner) + 20;
  const half = narrow ? inner : (inner - 24) / 2;
  const radius = Math.min(130, half / 2 - 76);
  const room = roomAround(figure.circle);
  const circleHeight = figure.circle === null ? 0 : 2 * (radius + room) + 40;
  const rowsTop = narrow && figure.circle !== null ? below + circleHeight : below;
  const rowsLeft = narrow || figure.circle === null ? left : left + half + 24;
  const rowsWidth = figure.circle === null ? Math.min(inner, 460) : half;
  const rowsHeight = figure.perceivers.length === 0 ? 0 : 22 + figure.perceivers.length * rowHeight + 44;
  const lines = figure.notes.flatMap((note) => wrapWords(note, inner, 11));
  const notesTop = Math.max(figure.circle === null ? below : below + circleHeight, rowsTop + rowsHeight) + 8;
  const children: readonly Markup[] = [
    element("text", { class: "chart-heading", x: left, y: 20 }, [figure.title]),
    ...varianceBar(figure.shares, { x: left, y: 36, width: inner }, messages),
    ...circleWith(figure, left, below, half, radius, messages),
    ...rowsWith(figure, rowsLeft, rowsTop, rowsWidth, messages),
    ...lines.map((line, i) =>
      element("text", { class: "chart-small", x: left, y: notesTop + 14 + i * 15 }, [line]),
    ),
  ];
  const height = notesTop + 14 + lines.length * 15;
  const description = describeRoundRobin(figure, messages);
  return frame({ id, width, height, title: figure.title, description, standalone }, children);
}

/** The figure in sentences. */
export function describeRoundRobin(
  { shares, circle, perceivers, notes }: RoundRobinFigure,
  messages: StaffMessages,
): string {
  const { text } = messages;
  const parts = shares.map((share) => shareWords(share, messages));
  const apart = perceivers.filter(({ stands }) => stands === "apart").map(({ label }) => label);
  return [
    `${parts.join(", ")}.`,
    ...(circle === null
      ? []
      : [
          text("charts.round-robin.circle", {
            members: circle.members.length,
            count: circle.arrows.length,
            list: circle.arrows.map(({ hint }) => hint).join("; "),
          }),
        ]),
    ...(perceivers.length === 0
      ? []
      : [
          apart.length === 0
            ? text("charts.round-robin.none")
            : text("charts.round-robin.apart", { names: apart.join(", ") }),
        ]),
    ...notes,
  ].join(" ");
}

/** For names around the circle and the heading above; those of large groups stand along the radius. */
function roomAround(circle: RoundRobinFigure["circle"]): number {
  return circle !== null && circle.members.length > 16 ? 84 : 46;
}

function circleWith(
  { circle }: RoundRobinFigure,
  left: number,
  top: number,
  half: number,
  radius: number,
  { text }: StaffMessages,
): readonly Markup[] {
  if (circle === null) return [];
  const middle = left + half / 2;
  const room = roomAround(circle);
  const key = top + 2 * (radius + room) + 26;
  const keyed = (x: number, tone: "warmer" | "cooler") => [
    element("path", { class: `srm-arrow srm-arrow--${tone}`, d: `M${x},${key - 4}h26`, "stroke-width": 2 }),
    element("text", { class: "chart-small", x: x + 32, y: key }, [text(`charts.round-robin.${tone}`)]),
  ];
  return [
    element("text", { class: "chart-label", x: left, y: top + 12 }, [circle.heading]),
    ...relationCircle(circle, { x: middle, y: top + room + radius, radius }),
    ...keyed(left, "warmer"),
    ...keyed(left + 170, "cooler"),
  ];
}

function rowsWith(
  { perceivers }: RoundRobinFigure,
  left: number,
  top: number,
  width: number,
  messages: StaffMessages,
): readonly Markup[] {
  if (perceivers.length === 0) return [];
  const under = top + 22 + perceivers.length * rowHeight + 34;
  return [
    element("text", { class: "chart-label", x: left, y: top + 12 }, [
      messages.text("charts.round-robin.deviation"),
    ]),
    ...perceiverRows(perceivers, { x: left, y: top + 22, width }, messages),
    element("text", { class: "chart-small", x: left + width, y: under, "text-anchor": "end" }, [
      messages.text("charts.round-robin.ratio"),
    ]),
  ];
}
