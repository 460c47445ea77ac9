import type { CalibrationRow, CalibrationTable, Counted } from "@concord/signals";
import { paintFor } from "../print/paint.ts";
import { textTable, wrapped } from "../print/table.ts";
import type { Terminal } from "../terminal.ts";
import { byClientLines } from "./by-client-lines.ts";

const asWords: Readonly<Record<CalibrationRow["as"], string>> = {
  alarm: "default",
  "equal-rate": "equal rate",
  published: "as published",
};

/** The whole calibration in words and columns. */
export function tableLines(table: CalibrationTable, terminal: Terminal): readonly string[] {
  const paint = paintFor(terminal);
  const width = Math.max(60, Math.min(terminal.width ?? 100, 110));
  const text = (sentence: string) => wrapped(sentence, width, "");
  return [
    paint.strong("False alarms, and falls caught"),
    ...text(
      `Per 100 rated sessions without a rupture, by lag-1 autocorrelation; highest: the worst kind of course at the ` +
        `worst of these. Caught: of 100 falls of 10, 15 and 20 points, by the session of the fall or the five after. ` +
        `Equal rate: threshold moved so that the highest rate on another seed is that of the default alert there.`,
    ),
    "",
    ...textTable(
      [
        { title: "Rule" },
        { title: "As" },
        { title: "Threshold" },
        ...["0", ".25", ".5", "Highest", "Caught", "[95 of 100]", "Slow decline"].map((title) => {
          return { title, align: "right" } as const;
        }),
      ],
      table.rows.map((row) => [
        row.id,
        asWords[row.as],
        row.threshold === null ? "" : `${row.threshold.parameter} ${figure(row.threshold.value)}`,
        ...row.falseAlarms.map(({ value }) => value.toFixed(1)),
        row.highestFalseAlarms.toFixed(1),
        row.caught.value.toFixed(0),
        `[${row.caught.lower.toFixed(0)}, ${row.caught.upper.toFixed(0)}]`,
        row.drift.value.toFixed(0),
      ]),
    ),
    "",
    paint.strong("Caught by depth and length, of 100, and sessions until then"),
    ...text(
      "Depth in points of 100; 0 is what rings by chance. Lasting from one session, three, or to the end.",
    ),
    "",
    ...textTable(
      [
        { title: "Rule" },
        { title: "As" },
        ...table.rows[0]!.detection.map(({ depth, length }) => {
          return { title: `${depth}/${length ?? "end"}`, align: "right" } as const;
        }),
      ],
      table.rows.map((row) => [
        row.id,
        asWords[row.as],
        ...row.detection.map(
          ({ value, delay }) => `${value.toFixed(0)} ${delay === null ? "–" : delay.toFixed(1)}`,
        ),
      ]),
    ),
    "",
    paint.strong("Elsewhere: false alarms per 100 sessions and falls caught, in other populations"),
    ...text(
      "At a lag-1 autocorrelation of .25; alarm-learnt: the default alarm after 200 of the practice's own cases.",
    ),
    "",
    ...robustnessLines(table),
    "",
    ...byClientLines(table.byClient, terminal),
  ];
}

function robustnessLines({ robustness }: CalibrationTable): readonly string[] {
  const ids = [...new Set(robustness.flatMap(({ rules }) => rules.map(({ id }) => id)))];
  return textTable(
    [{ title: "Population" }, ...ids.map((id) => ({ title: id, align: "right" }) as const)],
    robustness.map(({ population, rules }) => [
      population,
      ...ids.map((id) => {
        const own = rules.find((rule) => rule.id === id);
        return own === undefined ? "–" : pair(own.falseAlarms, own.caught);
      }),
    ]),
  );
}

const pair = (rate: Counted, caught: Counted) => `${rate.value.toFixed(1)} ${caught.value.toFixed(0)}`;
const figure = (value: number): string => String(Math.round(value * 100) / 100);
