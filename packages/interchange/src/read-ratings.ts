import type { Mapping } from "./mapping/mapping.ts";
import { problemLog } from "./problem.ts";
import type { Ratings, Source } from "./ratings.ts";
import { columnsRead } from "./read/columns-read.ts";
import { gather } from "./read/gather.ts";
import { readTable } from "./read/read-table.ts";

/** How much one reading holds at a time. */
export interface ReadLimits {
  /** Scores and answers kept in memory. */
  readonly ratings: number;
}

const defaultLimits: ReadLimits = { ratings: 1_000_000 };

/**
 * What does somebody's table say of each therapy?
 *
 * Long tables (a row for each rating or answer) and wide ones (a row for each session or each client) are read by
 * the mapping, or by their headings where these speak for themselves. Every fault is told with its line; what is
 * sound is kept. A file is either read to its end or not used at all: a heading that does not fit, a file that is
 * no table, or more ratings than `limits` leave `kept` empty.
 */
export async function readRatings(
  source: Source,
  mapping: Mapping = {},
  limits = defaultLimits,
): Promise<Ratings> {
  const log = problemLog();
  const read = await readTable(
    source,
    mapping,
    log,
    (plan) => gather(plan, log),
    (sink) =>
      sink.size() <= limits.ratings
        ? null
        : `The file holds more than ${limits.ratings.toLocaleString("en")} ratings, too many to trace at once. Split it by case, or read a part of it with a condition (--where).`,
  );
  const { cases, criteria, notes } = read.sink?.finish() ?? { cases: [], criteria: [], notes: [] };
  const kept = cases.filter((each) => each.scores.length + each.responses.length + each.risks.length > 0);
  return {
    kept,
    problems: log.listed(),
    criteria,
    summary: {
      rows: read.counts.rows,
      used: read.sink === null ? 0 : read.counts.used,
      leftOut: read.leftOut,
      columns: read.plan === null ? [] : columnsRead(read.plan),
      passedOver: read.counts.passedOver,
      scores: kept.reduce((sum, each) => sum + each.scores.length, 0),
      responses: kept.reduce((sum, each) => sum + each.responses.length, 0),
      cases: kept.length,
      missing: read.counts.missing,
      problems: log.total(),
      byKind: log.counts(),
      encoding: read.encoding,
      delimiter: read.delimiter,
      notes: [...read.notes, ...notes],
    },
  };
}
