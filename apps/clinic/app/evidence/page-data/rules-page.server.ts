import { calibrationPlot } from "@concord/charts";
import type { StaffMessages } from "@concord/messages";
import {
  type CalibrationRow,
  type CalibrationTable,
  committedCalibration,
  ruleTitle,
} from "@concord/signals";

/** The rules as they were tried out: the picture, a line for each, and the sentence they amount to. */
export function rulesPage(messages: StaffMessages, table: CalibrationTable = committedCalibration) {
  const shown = table.rows.filter((row) => row.as !== "equal-rate");
  const draw = (id: string, width: number) =>
    calibrationPlot(
      {
        title: messages.text("evidence.rules.plot-title"),
        points: shown.map((row) => ({
          label:
            row.as === "alarm"
              ? messages.text("evidence.rules.alert")
              : shortTitle(messages.of(ruleTitle(row.id))),
          falseAlarms: row.highestFalseAlarms,
          caught: row.caught.value,
          emphasis: row.as === "alarm" ? "yes" : "no",
        })),
        limit: table.limitPer100,
      },
      { messages, id, width },
    );
  return {
    version: table.version,
    limit: table.limitPer100,
    courses: table.plan.quiet,
    lead: leadOf(table, messages),
    rows: shown.map((row) => lineOf(row, messages)),
    equal: table.rows.filter((row) => row.as === "equal-rate").map((row) => lineOf(row, messages)),
    elsewhere: table.robustness.map(({ population, about, rules }) => {
      const alarm = rules.find((rule) => rule.id === "alarm");
      return {
        ...describedPopulation(population, about, messages),
        falseAlarms: alarm?.falseAlarms.value ?? null,
        caught: alarm?.caught.value ?? null,
      };
    }),
    drawn: {
      wide: draw("rules-wide", 640),
      narrow: draw("rules-narrow", 340),
      words: messages.text("evidence.rules.axes"),
    },
  };
}

const populations = [
  "heavy-tails",
  "unlike-clients",
  "steady-clients",
  "lively-clients",
  "low-and-wide-apart",
  "coarse-form",
  "many-forms-missing",
] as const;

/** Returns the texts of a population of the committed table; one that is not known here stays as the table has it. */
function describedPopulation(population: string, about: string, { text }: StaffMessages) {
  const id = populations.find((one) => one === population.replaceAll(" ", "-"));
  return id === undefined
    ? { population, about }
    : {
        population: text(`evidence.rules.population.${id}`),
        about: text(`evidence.rules.population.${id}-about`),
      };
}

/** `A fall of one deviation (Strauss 2006)` as `Strauss 2006`; a title without such a name stays as it is. */
function shortTitle(title: string): string {
  return /\(([^)]+)\)\s*$/.exec(title)?.[1] ?? title;
}

export type RulesPage = ReturnType<typeof rulesPage>;

function leadOf({ rows, limitPer100: limit }: CalibrationTable, { text }: StaffMessages): string {
  const alarm = rows.find((row) => row.as === "alarm");
  if (alarm === undefined) return "";
  const rivals = rows.filter((row) => row.as === "equal-rate");
  const best = rivals.reduce<CalibrationRow | null>(
    (most, row) => (most === null || row.caught.value > most.caught.value ? row : most),
    null,
  );
  const values = { rate: alarm.highestFalseAlarms, limit, percent: alarm.caught.value };
  return best === null
    ? text("evidence.rules.summary.alert", values)
    : text("evidence.rules.summary.compared", { ...values, best: best.caught.value });
}

function lineOf(row: CalibrationRow, messages: StaffMessages) {
  const delays = row.detection.flatMap(({ delay, depth }) => (delay === null || depth === 0 ? [] : [delay]));
  return {
    id: row.id,
    title: messages.of(ruleTitle(row.id)),
    isAlarm: row.as === "alarm",
    falseAlarms: row.highestFalseAlarms,
    caught: row.caught,
    drift: row.drift.value,
    delay: delays.length === 0 ? null : delays.reduce((sum, each) => sum + each, 0) / delays.length,
  };
}
