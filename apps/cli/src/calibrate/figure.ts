import { calibrationPlot } from "@concord/charts";
import type { CalibrationTable } from "@concord/signals";
import { english } from "../english.ts";

/** The table as one picture: what each rule catches, and at what price, at equal rates and as published. */
export function calibrationFigure({ rows, limitPer100 }: CalibrationTable): string {
  const points = rows
    .filter((row) => row.as !== "equal-rate")
    .map((row) => ({
      label: row.as === "alarm" ? "Concord's alarm" : row.id,
      falseAlarms: row.highestFalseAlarms,
      caught: row.caught.value,
      emphasis: row.as === "alarm" ? ("yes" as const) : ("no" as const),
    }));
  return calibrationPlot(
    {
      title: "What each rule catches, and at what price",
      points,
      limit: limitPer100,
      notes: [
        "Simulated courses. False alarms: the worst of stable, growing and ceiling courses at a lag-1 autocorrelation " +
          "of 0 to .5. Falls of 10, 15 and 20 points of 100, for one session, three or lasting. Rules as published.",
      ],
    },
    { messages: english, standalone: true },
  );
}
