import {
  type EffectSize,
  MEASURES,
  type Measure,
  type MeasureDefinition,
  type MeasureRow,
  measureEffects,
} from "@concord/statistics/effect-size";
import { type Frame, rowCount } from "@concord/statistics/formula";
import type { Effect } from "@concord/statistics/meta-analysis";
import { refuse, type TableMeasure, type TableRefusal } from "./request.ts";

/** A row of the table as an effect, with where it stands. */
export interface TableEffect extends Effect {
  /** Position in the table, from 0. */
  readonly row: number;
  readonly label: string;
  readonly n: number | null;
}

export interface TableEffects {
  readonly kind: "effects";
  readonly frame: Frame;
  readonly measure: TableMeasure["measure"];
  /** One for every row that was asked for, measurable or not. */
  readonly all: readonly { readonly row: number; readonly label: string; readonly effect: EffectSize }[];
  readonly effects: readonly TableEffect[];
  /** What each effect was computed from, beside it. */
  readonly columns: readonly MeasureRow[];
  readonly left: readonly { readonly row: number; readonly label: string; readonly reason: string }[];
}

/** The effects of a table, or in one line why it has none. Rows that cannot be measured are listed with the reason. */
export function tableEffects(frame: Frame, request: TableMeasure): TableEffects | TableRefusal {
  const missing = missingColumns(frame, request);
  if (missing !== undefined) return refuse(missing);
  const rows = Array.from({ length: rowCount(frame) }, (_, row) => row).filter((row) =>
    request.subset.every(({ column, values }) => values.includes(String(frame[column]![row] ?? ""))),
  );
  if (rows.length === 0) return refuse("no row is left of the table");
  const given = rows.map((row) => columnsOfRow(frame, request.arguments, row));
  if (typeof given[0] === "string") return refuse(given[0]);
  const columns = given.filter((one) => typeof one !== "string");
  const wrong = given.find((one) => typeof one === "string");
  if (wrong !== undefined) return refuse(wrong);
  const measured = measureEffects(computedAs(request), columns, {
    ...(request.varianceType === undefined ? {} : { varianceType: request.varianceType }),
    ...(request.continuity === undefined ? {} : { continuity: request.continuity }),
  });
  const all = rows.map((row, i) => ({ row, label: labelOf(frame, request.slab, row), effect: measured[i]! }));
  const kept = all.flatMap((one, i) => (one.effect.kind === "measured" ? [i] : []));
  return {
    kind: "effects",
    frame,
    measure: request.measure,
    all,
    effects: kept.map((i) => {
      const { row, label, effect } = all[i]!;
      const { estimate, variance } = effect as Extract<EffectSize, { readonly kind: "measured" }>;
      return { row, label, estimate, variance, n: sampleSizeOf(columns[i]!) };
    }),
    columns: kept.map((i) => columns[i]!),
    left: all.flatMap(({ row, label, effect }) =>
      effect.kind === "not-measurable" ? [{ row, label, reason: effect.reason }] : [],
    ),
  };
}

/** Estimates that are given are taken as they are; the measure then says on which scale they stand. */
function computedAs({ measure, arguments: given }: Pick<TableMeasure, "measure" | "arguments">): Measure {
  return "yi" in given ? "GEN" : measure;
}

function missingColumns(
  frame: Frame,
  { measure, arguments: given, subset, slab }: TableMeasure,
): string | undefined {
  const definition: MeasureDefinition = MEASURES[computedAs({ measure, arguments: given })];
  const there = new Set(Object.keys(given));
  if (there.has("sei")) there.add("vi");
  for (const [filled, size] of [
    ["bi", "n1i"],
    ["di", "n2i"],
  ] as const)
    if (there.has(size)) there.add(filled);
  const needed = definition.columns.filter((name) => !there.has(name) && name !== "r2i");
  if (needed.length > 0)
    return `${computedAs({ measure, arguments: given })} requires the columns ${definition.columns.join(", ")}; not given: ${needed.join(", ")}`;
  const named = [
    ...Object.values(given),
    ...subset.map(({ column }) => column),
    ...(slab === null ? [] : [slab]),
  ];
  const unknown = named.find((column) => !Object.hasOwn(frame, column));
  if (unknown !== undefined)
    return `the table has no column ${unknown}; it has ${Object.keys(frame).join(", ")}`;
  return undefined;
}

/** The numbers of one row by argument; the line that says which is none. */
function columnsOfRow(
  frame: Frame,
  given: Readonly<Record<string, string>>,
  row: number,
): MeasureRow | string {
  const numbers: Record<string, number | null> = {};
  for (const [name, column] of Object.entries(given)) {
    const value = frame[column]![row] ?? null;
    if (typeof value === "string" || typeof value === "boolean")
      return `the column ${column} (${name}) requires numbers, and row ${row + 1} holds ${JSON.stringify(value)}`;
    numbers[name] = value;
  }
  const { sei, ai, ci, n1i, n2i } = numbers;
  if (sei !== undefined) numbers.vi = sei === null ? null : sei * sei;
  if (ai !== undefined && n1i !== undefined && numbers.bi === undefined) numbers.bi = less(n1i, ai);
  if (ci !== undefined && n2i !== undefined && numbers.di === undefined) numbers.di = less(n2i, ci);
  return numbers;
}

function less(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : whole - part;
}

function labelOf(frame: Frame, slab: string | null, row: number): string {
  const name = slab === null ? null : frame[slab]![row];
  return name === null || name === undefined || name === "" ? String(row + 1) : String(name);
}

function sampleSizeOf(row: MeasureRow): number | null {
  const { ni, n1i, n2i, ai, bi, ci, di } = row;
  if (ni !== undefined) return ni;
  const parts = n1i !== undefined && n2i !== undefined ? [n1i, n2i] : [ai, bi, ci, di];
  return parts.every((part) => typeof part === "number") ? parts.reduce((sum, part) => sum + part, 0) : null;
}
