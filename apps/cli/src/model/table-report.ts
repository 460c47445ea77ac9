import { problemLine, printable, type ReadFrame } from "@concord/interchange";
import { type FlagGiven, flagsAsJson } from "../flags-given.ts";
import { countWords } from "../print/problems.ts";
import { type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import type { Columns } from "./model-command.ts";
import type { LeftRow } from "./read-table.ts";
import type { ColumnUse } from "./table-use.ts";

/** What became of a table: rows used of rows given, columns with their types, flags. `--json` prints it as `input`. */
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

interface RowsLeft {
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
    return missing.length === 0 ? [] : [{ row, reason: `no ${missing.map((name) => printable(name)).join(", no ")}` }];
  });
}

export function tableReport(
  frame: ReadFrame,
  used: readonly ColumnUse[],
  left: readonly LeftRow[],
  flags: readonly FlagGiven[],
  usedRows?: number,
): TableReport {
  const reasons = new Map<string, { count: number; lines: number[]; byRequest?: true }>();
  const add = (reason: string, line: number | null, byRequest?: true): void => {
    const own = reasons.get(reason) ?? {
      count: 0,
      lines: [],
      ...(byRequest === undefined ? {} : { byRequest }),
    };
    reasons.set(reason, own);
    own.count++;
    if (line !== null) own.lines.push(line);
  };
  for (const { line, kind } of frame.problems)
    add(kind === "ragged-row" ? "more fields than the heading" : "damaged line", line);
  const seen = new Set<number>();
  for (const { row, reason, label, byRequest } of left) {
    if (seen.has(row)) continue;
    seen.add(row);
    add(label === undefined ? reason : `${label}: ${reason}`, frame.lines[row] ?? null, byRequest);
  }
  const counted = frame.rows - frame.problems.length - seen.size;
  // What the analysis counts itself holds; rows it left out by a rule of its own have no line here.
  const rows = usedRows ?? counted;
  if (rows < counted) {
    const own = { count: counted - rows, lines: [] };
    reasons.set("a term of the model has no value", own);
  }
  const types = new Map(frame.described.map((column) => [column.name, column]));
  return {
    rows: {
      given: frame.rows,
      used: rows,
      left_out: [...reasons].map(([reason, { count, lines, byRequest }]) => ({
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
    flags: flagsAsJson(flags),
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

const listedLines = 10;

/** Says on the error output what was read and what was not used; returns the exit code it comes to. */
export function printReport(report: TableReport, frame: ReadFrame, terminal: Terminal): ExitCode {
  for (const problem of frame.problems.slice(0, 20)) terminal.err(`${problemLine(problem)}\n`);
  if (frame.problems.length > 20) terminal.err(`… and ${frame.problems.length - 20} more lines like these.\n`);
  for (const remark of report.remarks) terminal.err(`note: ${remark}\n`);
  const { given, used, left_out } = report.rows;
  if (left_out.length === 0) return exitCodes.done;
  terminal.err(`rows: ${used} of ${given} used; ${countWords(given - used, "row", "rows")} left out:\n`);
  for (const { reason, count, lines } of left_out.slice(0, 20)) {
    const shown = lines.slice(0, listedLines).join(", ");
    const where =
      lines.length === 0 ? "" : ` (line ${shown}${lines.length > listedLines ? ", …" : ""})`;
    terminal.err(`  ${count} × ${reason}${where}\n`);
  }
  if (left_out.length > 20) terminal.err(`  … and ${left_out.length - 20} more reasons; --json has them all.\n`);
  return left_out.some(({ by_request }) => by_request === undefined)
    ? exitCodes.withProblems
    : exitCodes.done;
}

/** Terms with the report beside them. */
export function withReport(terms: unknown, input: TableReport): unknown {
  return typeof terms === "object" && terms !== null && !Array.isArray(terms)
    ? { ...terms, input }
    : { result: terms, input };
}
