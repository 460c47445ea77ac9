import type { ByClient, ClientCell } from "@concord/signals";
import { paintFor } from "../print/paint.ts";
import { textTable, wrapped } from "../print/table.ts";
import type { Terminal } from "../terminal.ts";

/** Returns the default alert by clients’ own SD and autocorrelation, and in practices in which clients differ. */
export function byClientLines(table: ByClient, terminal: Terminal): readonly string[] {
  const paint = paintFor(terminal);
  const width = Math.max(60, Math.min(terminal.width ?? 100, 110));
  const text = (sentence: string) => wrapped(sentence, width, "");
  const { cells, worst, practices } = table;
  return [
    paint.strong("Default alert by the client’s own SD and lag-1 autocorrelation"),
    ...text(
      `False alarms per 100 rated sessions after the fifth rating, and in the second to fifth. The highest rate is ` +
        `${worst.falseAlarms.value.toFixed(1)} (SD ${worst.deviation}, lag-1 ${worst.autocorrelation}).`,
    ),
    "",
    ...textTable(
      [
        right("SD"),
        right("Lag-1"),
        right("False alarms"),
        { title: "[95 of 100]" },
        right("Second to fifth"),
      ],
      cells.map(({ deviation, autocorrelation, falseAlarms, early }) => [
        String(deviation),
        String(autocorrelation),
        falseAlarms.value.toFixed(1),
        `[${falseAlarms.lower.toFixed(1)}, ${falseAlarms.upper.toFixed(1)}]`,
        early.value.toFixed(1),
      ]),
    ),
    "",
    paint.strong("Detected of 100 decreases, by SD, lag-1, depth in points and sessions"),
    "",
    ...detectionTable(cells),
    "",
    paint.strong(
      "Practices in which clients differ: false alarms per 100 sessions, and decreases detected of 100",
    ),
    ...text(
      "All rules at the false-alarm rate of the default alert on another seed; after the fifth rating. Decreases of 8 to " +
        "25 points for one to four sessions, detected up to the session after. A bound is no rule: it is told what " +
        "rules have to learn.",
    ),
    ...practices.flatMap(({ practice, about, rules, lead }) => [
      "",
      `${paint.strong(practice)}: ${about}; ${signed(lead.points)} over ${lead.over}`,
      ...textTable(
        [{ title: "Rule" }, right("False alarms"), right("Detected"), { title: "[95 of 100]" }],
        rules.map(({ id, as, falseAlarms, caught }) => [
          as === "bound" ? `(${id})` : as === "alarm" ? "default alert" : id,
          falseAlarms.value.toFixed(1),
          caught.value.toFixed(0),
          `[${caught.lower.toFixed(0)}, ${caught.upper.toFixed(0)}]`,
        ]),
      ),
    ]),
  ];
}

function detectionTable(cells: readonly ClientCell[]): readonly string[] {
  const [first] = cells;
  if (first === undefined) return [];
  return textTable(
    [right("SD"), right("Lag-1"), ...first.detection.map(({ depth, length }) => right(`${depth}/${length}`))],
    cells.map(({ deviation, autocorrelation, detection }) => [
      String(deviation),
      String(autocorrelation),
      ...detection.map(({ value }) => value.toFixed(0)),
    ]),
  );
}

const right = (title: string) => ({ title, align: "right" }) as const;
const signed = (points: number) => `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`;
