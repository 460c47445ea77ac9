import { RequestRefused } from "../refusal.ts";
import type { Columns } from "../table/cells.ts";
import { numberColumn, textColumn } from "../table/columns.ts";
import type { LeftRow } from "../table/report.ts";
import type { ChangeRequest } from "./request.ts";

/** One client's values in the order of sessions. Without a column of clients there is one, without a name. */
export interface Series {
  readonly client: string;
  readonly sessions: readonly number[];
  readonly values: readonly number[];
  /** Rows of the file, counted from 0 below the heading. */
  readonly rows: readonly number[];
}

export interface ReadSeries {
  readonly series: readonly Series[];
  readonly left: readonly LeftRow[];
}

/** Courses in order of appearance; a session given twice ends the command. */
export function readSeries(columns: Columns, request: ChangeRequest): ReadSeries {
  const values = numberColumn(columns, named(request.value, "--value", request.analysis));
  const clients = request.client === undefined ? undefined : textColumn(columns, request.client);
  const sessions = request.session === undefined ? undefined : numberColumn(columns, request.session);
  const left: LeftRow[] = [];
  const gathered = new Map<string, { session: number; value: number; row: number }[]>();
  for (const [row, value] of values.entries()) {
    const client = clients === undefined ? "" : (clients[row] ?? null);
    const before = gathered.get(client ?? "") ?? [];
    const session = sessions === undefined ? before.length + 1 : (sessions[row] ?? null);
    if (client === null || session === null)
      left.push({ row, reason: "whose course it is or which session is missing" });
    else if (request.only !== undefined && client !== request.only)
      left.push({ row, reason: "not the client of --only", byRequest: true });
    else if (value === null) left.push({ row, reason: "no value" });
    else {
      before.push({ session, value, row });
      gathered.set(client, before);
    }
  }
  if (request.only !== undefined && gathered.size === 0)
    throw new RequestRefused(`There is no client ${request.only} with a value.`);
  return { series: [...gathered].map(([client, spots]) => seriesOf(client, spots)), left };
}

/** A column that this analysis cannot do without. */
export function named(column: string | undefined, flag: string, analysis: string): string {
  if (column !== undefined) return column;
  throw new RequestRefused(`${analysis} needs a column: ${flag} COLUMN.`);
}

function seriesOf(client: string, spots: readonly { session: number; value: number; row: number }[]): Series {
  const ordered = [...spots].sort((a, b) => a.session - b.session);
  const twice = ordered.find(({ session }, i) => session === ordered[i - 1]?.session);
  if (twice !== undefined) {
    const whose = client === "" ? "" : ` of client ${client}`;
    throw new RequestRefused(`Session ${twice.session}${whose} is there twice; each may have one value.`);
  }
  return {
    client,
    sessions: ordered.map(({ session }) => session),
    values: ordered.map(({ value }) => value),
    rows: ordered.map(({ row }) => row),
  };
}

/** The result of the one course, or those of all under their clients. */
export function byClient<Result>(
  request: ChangeRequest,
  results: readonly { readonly client: string; readonly terms: Result }[],
): unknown {
  return request.client === undefined || request.only !== undefined
    ? (results[0]?.terms ?? null)
    : Object.fromEntries(results.map(({ client, terms }) => [client, terms]));
}

/** Returns the line of an R program that keeps the client of `--only`, none without it. */
export function rOnly({ client, only }: ChangeRequest, text: (value: string) => string): readonly string[] {
  if (client === undefined || only === undefined) return [];
  return [`dat <- dat[dat[[${text(client)}]] %in% ${text(only)}, ]`];
}

/** The lines of an R program that leave one course as `x`. */
export function rSeries(request: ChangeRequest, text: (value: string) => string): readonly string[] {
  const { client, session, value = "", only } = request;
  const who = only === undefined ? "dat[[CLIENT]][1]" : text(only);
  return [
    ...(client === undefined
      ? []
      : [
          `client <- ${who.replace("CLIENT", text(client))}  # one client; the same for each other`,
          `dat <- dat[dat[[${text(client)}]] == client, ]`,
        ]),
    ...(session === undefined ? [] : [`dat <- dat[order(dat[[${text(session)}]]), ]`]),
    `x <- dat[[${text(value)}]]`,
    "x <- x[!is.na(x)]",
  ];
}
