import { printable, type ReadFrame } from "@concord/interchange/table";
import type { Columns } from "./cells.ts";
import type { ColumnUse } from "./column-use.ts";

/** A row that was not used, and why. `row` counts from 0 below the heading. */
export interface LeftRow {
  readonly row: number;
  readonly label?: string;
  readonly reason: string;
  /** Not used because the request says so: no reason to end with 1. */
  readonly byRequest?: true;
}

/** What became of a table: rows used of rows given, columns with their types, options as they were given. */
export interface TableReport {
  readonly rows: {
    readonly given: number;
    readonly used: number;
    readonly left_out: readonly RowsLeft[];
  };
  readonly columns: readonly {
    readonly name: string;
    readonly as: ColumnUse["as"];
    readonly type: "number" | "text" | "date";
    readonly missing: number;
  }[];
  readonly flags: Readonly<Record<string, string | true | readonly string[]>>;
  readonly remarks: readonly string[];
}

interface Reason {
  readonly label: string | undefined;
  readonly reason: string;
  count: number;
  readonly lines: number[];
  readonly byRequest: true | undefined;
}

interface RowsLeft {
  readonly label?: string;
  readonly reason: string;
  readonly count: number;
  readonly lines: readonly number[];
  readonly by_request?: true;
}

/** Rows in which some used column has no value, as analyses of complete rows leave them out. */
export function incompleteRows(columns: Columns, names: readonly string[]): readonly LeftRow[] {
  const own = [...new Set(names)].filter((name) => Object.hasOwn(columns, name));
  const rows = own[0] === undefined ? 0 : columns[own[0]]!.length;
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
    const missing = own.filter((name) => columns[name]![row] === null);
    return missing.length === 0
      ? []
      : [{ row, reason: `no ${missing.map((name) => printable(name)).join(", no ")}` }];
  });
}

export function tableReport(
  frame: ReadFrame,
  used: readonly ColumnUse[],
  left: readonly LeftRow[],
  flags: TableReport["flags"],
  usedRows?: number,
): TableReport {
  const reasons = new Map<string, Reason>();
  const add = (label: string | undefined, reason: string, line: number | null, byRequest?: true): void => {
    const key = `${label ?? ""}\n${reason}`;
    const own = reasons.get(key) ?? { label, reason, count: 0, lines: [], byRequest };
    reasons.set(key, own);
    own.count++;
    if (line !== null) own.lines.push(line);
  };
  for (const { line, kind } of frame.problems)
    add(undefined, kind === "ragged-row" ? "more fields than the heading" : "a damaged line", line);
  const seen = new Set<number>();
  for (const { row, reason, label, byRequest } of left) {
    if (seen.has(row)) continue;
    seen.add(row);
    add(label, reason, frame.lines[row] ?? null, byRequest);
  }
  const counted = frame.rows - frame.problems.length - seen.size;
  // What the analysis counts itself holds; rows it left out by a rule of its own have no line here.
  const rows = usedRows ?? counted;
  if (rows < counted) {
    const reason = "a term of the model has no value";
    reasons.set(reason, { label: undefined, reason, count: counted - rows, lines: [], byRequest: undefined });
  }
  const types = new Map(frame.described.map((column) => [column.name, column]));
  return {
    rows: {
      given: frame.rows,
      used: rows,
      left_out: [...reasons.values()].map(({ label, reason, count, lines, byRequest }) => ({
        ...(label === undefined ? {} : { label }),
        reason,
        count,
        lines,
        ...(byRequest === undefined ? {} : { by_request: byRequest }),
      })),
    },
    columns: distinct(used).map(({ name, as }) => {
      const { type, missing } = types.get(name)!;
      const isText = as === "name" || type === "text" || type === "mixed" || type === "empty";
      return { name, as, type: isText ? "text" : type, missing };
    }),
    flags,
    remarks: [...frame.notes, ...codeRemarks(frame, used)],
  };
}

/** A column used twice, as predictor and as group, is one column. */
function distinct(used: readonly ColumnUse[]): readonly ColumnUse[] {
  return used.filter(({ name }, at) => used.findIndex((other) => other.name === name) === at);
}

function codeRemarks(frame: ReadFrame, used: readonly ColumnUse[]): readonly string[] {
  return frame.described.flatMap(({ name, codes }) => {
    if (codes.length === 0 || !used.some((own) => own.name === name && own.as !== "name")) return [];
    const shown = codes.map(({ code, count }) => `${code} (${count === 1 ? "once" : `${count} times`})`);
    return [
      `Column ${printable(name)} holds ${shown.join(", ")}, far from its other values, taken as ${codes.length === 1 ? "a number" : "numbers"}. If ${codes.length === 1 ? "it means" : "they mean"} no answer: --missing ${codes.map(({ code }) => code).join(",")}.`,
    ];
  });
}

/** Terms with the report beside them. */
export function withReport(terms: unknown, input: TableReport, notes: readonly string[] = []): unknown {
  const said = notes.length === 0 ? {} : { notes };
  return typeof terms === "object" && terms !== null && !Array.isArray(terms)
    ? { ...said, ...terms, input }
    : { result: terms, ...said, input };
}
