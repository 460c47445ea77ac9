import { printable, problemLine, type ReadFrame } from "@concord/interchange";
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
  flags: readonly FlagGiven[],
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

/** Rows of one reason that are named one by one; more of them are counted. */
const namedRows = 3;
const listedLines = 10;
const listedReasons = 20;

/** Says on the error output what was read and what was not used; returns the exit code it comes to. */
export function printReport(report: TableReport, frame: ReadFrame, terminal: Terminal): ExitCode {
  for (const problem of frame.problems.slice(0, listedReasons)) terminal.err(`${problemLine(problem)}\n`);
  for (const remark of report.remarks) terminal.err(`note: ${remark}\n`);
  const left = report.rows.left_out.filter(({ by_request }) => by_request === undefined);
  if (left.length === 0) return exitCodes.done;
  for (const { label, reason, count, lines } of left.slice(0, listedReasons)) {
    const whose = label === undefined ? "" : ` (${label})`;
    if (frame.problems.some(({ line }) => line === lines[0]) && count <= listedReasons) continue;
    if (lines.length === count && count <= namedRows)
      for (const line of lines) terminal.err(`line ${line}${whose}: left out, ${reason}\n`);
    else {
      const shown = lines.slice(0, listedLines).join(", ");
      const where = lines.length === 0 ? "" : ` (lines ${shown}${lines.length > listedLines ? ", …" : ""})`;
      terminal.err(`${countWords(count, "row", "rows")}${whose} left out, ${reason}${where}\n`);
    }
  }
  if (left.length > listedReasons)
    terminal.err(`… and ${left.length - listedReasons} more reasons; --json has them all.\n`);
  terminal.err(`rows: ${report.rows.used} of ${report.rows.given} used\n`);
  return exitCodes.withProblems;
}

/** Terms with the report beside them. */
export function withReport(terms: unknown, input: TableReport, notes: readonly string[] = []): unknown {
  const said = notes.length === 0 ? {} : { notes };
  return typeof terms === "object" && terms !== null && !Array.isArray(terms)
    ? { ...said, ...terms, input }
    : { result: terms, ...said, input };
}
