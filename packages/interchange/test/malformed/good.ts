/** A sound table: two cases, three sessions, client and therapist, bond and total of the session form. */
export const heading = ["case", "session", "rater", "instrument", "scale", "value", "date", "therapist"];

const sessions = ["2024-03-01", "2024-03-08", "2024-03-15"];

export const goodRows: readonly (readonly string[])[] = ["c1", "c2"].flatMap((name) =>
  sessions.flatMap((date, index) =>
    ["client", "therapist"].flatMap((rater) =>
      ["bond", "total"].map((scale) => [
        name,
        String(index + 1),
        rater,
        "concord-alliance-session",
        scale,
        String(4 + index * 0.5),
        date,
        name === "c1" ? "T1" : "T2",
      ]),
    ),
  ),
);

/** The row that the families spoil; the heading is line 1. */
export const spoiltRow = 5;
export const spoiltLine = spoiltRow + 2;

export interface Layout {
  readonly delimiter?: string;
  readonly lineEnd?: string;
}

export function written(rows: readonly (readonly string[])[], layout: Layout = {}): string {
  const { delimiter = ",", lineEnd = "\n" } = layout;
  const field = (text: string): string =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(field).join(delimiter) + lineEnd).join("");
}

export function goodTable(layout: Layout = {}): string {
  return written([heading, ...goodRows], layout);
}

/** The sound table with one field replaced. */
export function spoilt(column: string, value: string, layout: Layout = {}): string {
  const at = heading.indexOf(column);
  const rows = goodRows.map((row, index) => (index === spoiltRow ? row.with(at, value) : row));
  return written([heading, ...rows], layout);
}
