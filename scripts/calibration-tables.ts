import type { CalibrationRow, CalibrationTable, Counted, MixedPractice } from "@concord/signals";

/** What is published of a calibration, as Markdown, by the name of its place in a document. */
export function calibrationTables(table: CalibrationTable): ReadonlyMap<string, string> {
  return new Map([
    ["rules", rules(table)],
    ["by size", bySize(table)],
    ["populations", populations(table)],
    ["by client", byClient(table)],
    ["by depth", byDepth(table)],
    ["practices", practices(table)],
    ["worst", worst(table)],
  ]);
}

/**
 * Returns a document with the named tables written between `<!-- calibration: name -->` and `<!-- /calibration -->`, and
 * throws on a name that there is no table of.
 */
export function withTables(document: string, tables: ReadonlyMap<string, string>): string {
  return document.replaceAll(
    /(<!-- calibration: ([a-z ]+) -->\n)[\s\S]*?(<!-- \/calibration -->)/g,
    (_, from: string, name: string, to: string) => {
      const own = tables.get(name);
      if (own === undefined) throw new RangeError(`no table of the calibration has this name: ${name}`);
      return `${from}${own}\n${to}`;
    },
  );
}

const one = (value: number) => value.toFixed(1);
const none = (value: number) => value.toFixed(0);
const lag = (value: number) => String(value).replace(/^0\./, ".");
const shareWithInterval = ({ value, lower, upper }: Counted) =>
  `${none(value)} [${none(lower)}, ${none(upper)}]`;
const rateWithInterval = ({ value, lower, upper }: Counted) => `${one(value)} [${one(lower)}, ${one(upper)}]`;
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function tableOf(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string {
  const line = `|${head.map((_, i) => (i < left ? "---" : "---:")).join("|")}|`;
  return ["", row(head), line, ...rows.map(row), ""].join("\n");
}

function nameOf({ id, as }: Pick<CalibrationRow, "id" | "as">): string {
  return as === "alarm" ? "**default alert**" : `\`${id}\``;
}

function rules({ rows }: CalibrationTable): string {
  return tableOf(
    ["rule", "threshold", "0", ".25", ".5", "worst", "detected", "slow decrease"],
    rows.map((each) => [
      nameOf(each),
      each.threshold === null
        ? each.as === "published" && each.id !== "drop"
          ? "as published"
          : "as in use"
        : `\`${each.threshold.parameter}\` ${each.threshold.value.toFixed(2)}`,
      ...each.falseAlarms.map(({ value }) => one(value)),
      one(each.highestFalseAlarms),
      shareWithInterval(each.caught),
      none(each.drift.value),
    ]),
    2,
  );
}

const comparedBySize = ["bocpd", "partition", "state-like", "xmr", "larsson2018", "gumz2012"];

function bySize({ rows }: CalibrationTable): string {
  const alarm = rows.find((each) => each.as === "alarm")!;
  const others = comparedBySize.map((id) => rows.find((each) => each.as === "equal-rate" && each.id === id)!);
  const cell = ({ value, delay }: { value: number; delay: number | null }) =>
    delay === null ? none(value) : `${none(value)} (${one(delay)})`;
  return tableOf(
    ["decrease, sessions", "alert", ...comparedBySize],
    alarm.detection.map(({ depth, length }, i) => [
      `${depth} points, ${length ?? "to the end"}`,
      ...[alarm, ...others].map((each) => cell(each.detection[i]!)),
    ]),
  );
}

const populationNames: Readonly<Record<string, string>> = {
  "unlike clients": "heterogeneous clients",
  "steady clients": "clients with low variability",
  "lively clients": "clients with high variability",
  "low and wide apart": "low and heterogeneous",
  "coarse form": "coarse scale",
  "many forms missing": "many missing questionnaires",
};

function populations({ robustness }: CalibrationTable): string {
  const ids = ["alarm", "alarm-learnt", "bocpd", "partition", "state-like", "xmr"];
  return tableOf(
    ["population", "alert", "alert, fitted", ...ids.slice(2)],
    robustness.map(({ population, rules: own }) => [
      populationNames[population] ?? population,
      ...ids.map((id) => {
        const found = own.find((rule) => rule.id === id);
        return found === undefined ? "–" : `${one(found.falseAlarms.value)} / ${none(found.caught.value)}`;
      }),
    ]),
  );
}

function byClient({ byClient: { cells } }: CalibrationTable): string {
  return tableOf(
    ["SD", "lag-1", "false alarms", "in the second to fifth rating", "detected, all sizes"],
    cells.map(({ deviation, autocorrelation, falseAlarms, early, detection }) => [
      String(deviation),
      lag(autocorrelation),
      rateWithInterval(falseAlarms),
      one(early.value),
      none(detection.reduce((sum, { value }) => sum + value, 0) / detection.length),
    ]),
    0,
  );
}

/** Each cell: decreases of one, two, three and four sessions. */
function byDepth({ byClient: { cells, plan } }: CalibrationTable): string {
  return tableOf(
    ["SD", "lag-1", ...plan.depths.map((depth) => `${depth} points`)],
    cells.map(({ deviation, autocorrelation, detection }) => [
      String(deviation),
      lag(autocorrelation),
      ...plan.depths.map((depth) =>
        detection
          .filter((each) => each.depth === depth)
          .map(({ value }) => none(value))
          .join(" · "),
      ),
    ]),
    0,
  );
}

function practices({ byClient: { practices: all } }: CalibrationTable): string {
  const ids = [
    ...new Set(all.flatMap((each) => each.rules.filter(({ as }) => as === "equal-rate").map(({ id }) => id))),
  ];
  const caught = (practice: MixedPractice, id: string) => {
    const found = practice.rules.find((rule) => rule.id === id);
    return found === undefined ? "–" : none(found.caught.value);
  };
  return tableOf(
    ["practice", "false alarms", "alert", ...ids, "told the population", "told each client"],
    all.map((practice) => {
      const alarm = practice.rules.find(({ as }) => as === "alarm")!;
      return [
        practice.about,
        one(alarm.falseAlarms.value),
        shareWithInterval(alarm.caught),
        ...[...ids, "told the population", "told level, SD and lag-1"].map((id) => caught(practice, id)),
      ];
    }),
  );
}

function worst({ byClient: { worst: cell, practices: all }, limitPer100 }: CalibrationTable): string {
  const { deviation, autocorrelation, falseAlarms } = cell;
  const leads = all.map(({ practice, lead }) => `${practice} ${lead.points.toFixed(0)} (${lead.over})`);
  return [
    `- The default alert’s highest false-alarm rate after the fifth rating is ${rateWithInterval(falseAlarms)} of 100 simulated sessions, for clients with an`,
    `  SD of ${deviation} points and a lag-1 autocorrelation of ${lag(autocorrelation)} (limit ${limitPer100}). Decreases detected beyond the best single rule at the same rate, of 100:`,
    `  ${leads.join("; ")}.`,
  ].join("\n");
}
