import type { StaffMessages } from "@concord/messages";
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { BeforeAfterFigure } from "./change/values.ts";
import type { ChangeChartOptions } from "./change-chart.ts";
import { wrapWords } from "./evidence/text-width.ts";
import { frame } from "./frame.ts";
import { element, round } from "./svg.ts";

/**
 * Where did each person start and end? Within the band along the diagonal a change is no more than
 * measurement error; the lines across are the cut-off between the clinical and the functional side.
 *
 * Jacobson NS, Truax P (1991). J Consult Clin Psychol 59: 12–19, Figure 2.
 */
export function beforeAfterChart(figure: BeforeAfterFigure, options: ChangeChartOptions): string {
  const { messages, id = "before-after", width = 460, standalone = false } = options;
  const { text, format } = messages;
  const [left, top] = [44, 40];
  const side = width - left - 24;
  const values = figure.people.flatMap(({ before, after }) => [before, after]);
  const [low = 0, high = 1] = extent([...values, ...(figure.cutoff === null ? [] : [figure.cutoff])]);
  const room = Math.max(1e-9, 0.04 * (high - low));
  const domain = [low - room, high + room] as const;
  const x = scaleLinear(domain, [left, left + side]);
  const y = scaleLinear(domain, [top + side, top]);
  const corner = ([before, after]: readonly [number, number]) => {
    const within = Math.min(domain[1], Math.max(domain[0], after));
    // A corner outside the frame slides along the band's edge to the frame.
    return `${round(x(before + (within - after)))},${round(y(within))}`;
  };
  const { criterion, cutoff } = figure;
  const band = [
    [domain[0], domain[0] + criterion],
    [domain[1], domain[1] + criterion],
    [domain[1], domain[1]],
    [domain[1], domain[1] - criterion],
    [domain[0], domain[0] - criterion],
    [domain[0], domain[0]],
  ] as const;
  const notes = figure.notes.flatMap((note) => wrapWords(note, width - 32, 11));
  const bottom = top + side;
  return frame(
    {
      id,
      width,
      height: bottom + 48 + notes.length * 15,
      title: figure.title,
      description: describeBeforeAfter(figure, messages),
      standalone,
    },
    [
      element("text", { class: "chart-heading", x: 16, y: 20 }, [figure.title]),
      element("path", { class: "change-band", d: `M${band.map(corner).join("L")}Z` }),
      element("path", {
        class: "chart-grid",
        d: `M${round(x(domain[0]))},${round(y(domain[0]))}L${round(x(domain[1]))},${round(y(domain[1]))}`,
      }),
      ...(cutoff === null
        ? []
        : [
            element("path", {
              class: "chart-cutoff",
              d: `M${left},${round(y(cutoff))}h${side}M${round(x(cutoff))},${top}v${side}`,
            }),
            element(
              "text",
              { class: "chart-small chart-halo", x: left + side - 4, y: y(cutoff) - 5, "text-anchor": "end" },
              [text("charts.course.outcome.cut-off", { score: round(cutoff) })],
            ),
          ]),
      ...x
        .ticks(5)
        .flatMap((tick) => [
          element("text", { class: "chart-small", x: x(tick), y: bottom + 15, "text-anchor": "middle" }, [
            format.number(tick),
          ]),
          element("text", { class: "chart-small", x: left - 6, y: y(tick) + 4, "text-anchor": "end" }, [
            format.number(tick),
          ]),
        ]),
      element("path", { class: "chart-baseline", d: `M${left},${top}v${side}h${side}` }),
      element("text", { class: "chart-small", x: left + side, y: bottom + 32, "text-anchor": "end" }, [
        text("charts.before-after.before"),
      ]),
      element("text", { class: "chart-small", x: left + 4, y: top - 6 }, [text("charts.before-after.after")]),
      ...figure.people.map(({ before, after, state, hint }) =>
        element(
          "circle",
          { class: `change-person change-person--${state}`, cx: x(before), cy: y(after), r: 3.5 },
          [element("title", {}, [hint])],
        ),
      ),
      ...notes.map((words, i) =>
        element("text", { class: "chart-small", x: 16, y: bottom + 46 + i * 15 }, [words]),
      ),
    ],
  );
}

/** The figure in sentences. */
export function describeBeforeAfter(
  { people, cutoff, notes }: BeforeAfterFigure,
  { text }: StaffMessages,
): string {
  const count = (state: string) => people.filter((person) => person.state === state).length;
  return [
    text("charts.before-after.words", {
      count: people.length,
      better: count("better"),
      worse: count("worse"),
      same: count("same"),
    }),
    ...(cutoff === null ? [] : [text("charts.before-after.cut-off", { score: round(cutoff) })]),
    ...notes,
  ].join(" ");
}
