import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { findInstrument, type Instrument, type Source } from "@concord/instruments";
import type { OutcomeData, Ratings } from "./evaluate.ts";

/** Published courses of outcome measures: not part of the project (their licences differ), read from a folder. */
export interface PublishedCourses {
  readonly file: string;
  readonly title: string;
  readonly about: string;
  readonly read: (text: string) => OutcomeData;
  /** Cases that a half must have; fewer than a practice needs, because the halves are small. */
  readonly enough: { readonly cases: number; readonly ratings: number };
}

const chosen: Source = { citation: "chosen for the evaluation", read: "unverified", certainty: "doubtful" };

function judgedBy(id: string, reliableChange: number, cutoff: number | null): Instrument {
  const known = findInstrument(id) ?? { ...findInstrument("bdi")!, id, shortTitle: id, title: id };
  return {
    ...known,
    reliableChanges: [{ scale: "total", points: reliableChange, basis: "chosen", source: chosen }],
    cutoffs:
      cutoff === null
        ? []
        : [
            {
              scale: "total",
              value: cutoff,
              side: "at-or-above",
              use: "clinical",
              meaning: "clinical",
              source: chosen,
            },
          ],
  };
}

export const publishedCourses: readonly PublishedCourses[] = [
  {
    file: "enrichd_bdi_cbt/BDIdata.csv",
    title: "ENRICHD: BDI in cognitive therapy after a heart attack",
    about:
      "557 clients (R package npmlda, GPL ≥ 2). Ratings are numbered in their order; of two on one day the first is used. Reliable change 9 points, clinical from 14: chosen, the catalogue has none.",
    enough: { cases: 100, ratings: 3 },
    read: (text) => ({
      ...adult("lower", 0, 63),
      title: "BDI",
      instrument: judgedBy("bdi", 9, 14),
      clients: inOrder(rowsOf(text).map((row) => [row.ID!, Number(row.time), Number(row.BDI)])),
    }),
  },
  {
    file: "reframed_rodbt/reframed.csv",
    title: "RefraMED: PHQ-9 by month in treatment-resistant depression",
    about:
      "250 clients (github.com/benwhalley/mixr, CC BY-SA 4.0). Months are numbered in their order and stand for sessions; 55 scores that are no whole numbers are left out. Reliable change 6 points, clinical from 10.",
    enough: { cases: 50, ratings: 3 },
    read: (text) => ({
      ...adult("lower", 0, 27),
      title: "PHQ-9",
      instrument: findInstrument("phq-9")!,
      clients: inOrder(
        rowsOf(text)
          .filter(({ phq9, month }) => phq9 !== "" && month !== "Post-Rx")
          .map((row): Row => [row.patient!, Number(row.month), Number(row.phq9)])
          .filter(([, , score]) => Number.isInteger(score) && score >= 0),
      ),
    }),
  },
  {
    file: "riesby_imipramine/riesby.csv",
    title: "Riesby: change on the HAM-D by week on imipramine",
    about:
      "66 inpatients (R package multilevelmod, MIT). Only changes since before treatment are given, so that every client begins at 0 and the first rating predicts nothing. Reliable change 8 points: chosen; no cut-off.",
    enough: { cases: 20, ratings: 2 },
    read: (text) => ({
      ...adult("lower", -52, 52),
      title: "HAM-D change",
      rater: "observer",
      instrument: judgedBy("ham-d-change", 8, null),
      clients: inOrder(
        rowsOf(text).flatMap((row): readonly Row[] => [
          ...(row.week === "0" ? [[row.subject!, -1, 0] as const] : []),
          [row.subject!, Number(row.week), Number(row.depr_score)],
        ]),
      ),
    }),
  },
];

/** Returns the text of a file of courses in a folder, or null where it is not there. */
export function textIn(folder: string, { file }: PublishedCourses): string | null {
  const place = path.join(folder, file);
  return existsSync(place) ? readFileSync(place, "utf8") : null;
}

const adult = (better: "lower" | "higher", minimum: number, maximum: number) =>
  ({ rater: "client", better, minimum, maximum }) as const;

type Row = readonly [client: string, time: number, value: number];

/** Each client's ratings by time, numbered from 1; of several at one time the first. */
function inOrder(rows: readonly Row[]): readonly Ratings[] {
  const clients = new Map<string, Map<number, number>>();
  for (const [client, time, value] of rows) {
    const own = clients.get(client) ?? new Map<number, number>();
    clients.set(client, own);
    if (!own.has(time)) own.set(time, value);
  }
  return [...clients.values()].map((own) =>
    [...own].sort(([a], [b]) => a - b).map(([, value], place) => ({ session: place + 1, value })),
  );
}

/** Rows by column; these files have no commas within their fields. */
function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").map((field) => field.replace(/^"(.*)"$/, "$1")));
  return rows.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ""])));
}
