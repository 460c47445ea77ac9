import {
  type Mapping,
  type Measure,
  writtenCodes,
  writtenCondition,
  writtenRecode,
} from "@concord/interchange";
import type { StaffMessage } from "@concord/messages";

export type SentMapping =
  | { readonly kind: "mapping"; readonly mapping: Mapping }
  | { readonly kind: "problem"; readonly field: string; readonly problem: StaffMessage };

/** Returns the mapping that the fields make, or the first field that cannot be read. */
export function sentMapping(entered: Readonly<Record<string, string>>): SentMapping {
  const of = (name: string): string | undefined => entered[name] || undefined;
  const numbers: Record<string, number> = {};
  for (const name of ["skip", "minimum", "maximum"]) {
    const text = of(name);
    if (text === undefined) continue;
    const value = Number(text.replace(",", "."));
    if (name === "skip" && !(Number.isInteger(value) && value >= 0))
      return { kind: "problem", field: name, problem: { id: "import.problem.whole-number", values: {} } };
    if (!Number.isFinite(value))
      return { kind: "problem", field: name, problem: { id: "import.problem.number", values: {} } };
    numbers[name] = value;
  }
  const recode = linesOf(of("recode")).map(writtenRecode);
  if (recode.includes(null))
    return { kind: "problem", field: "recode", problem: { id: "import.problem.recode", values: {} } };
  const where = linesOf(of("where")).map(writtenCondition);
  if (where.includes(null))
    return {
      kind: "problem",
      field: "where",
      problem: { id: "import.problem.where", values: {} },
    };
  const measure = present({
    ...Object.fromEntries(
      ["rater", "instrument", "scale", "item", "value", "wide"].map((name) => [name, of(name)]),
    ),
    minimum: numbers.minimum,
    maximum: numbers.maximum,
  }) as Measure;
  const order = of("date-order");
  const codes = (name: string) => (of(name) === undefined ? undefined : writtenCodes(of(name)!));
  const mapping = present({
    ...Object.fromEntries(["case", "session", "time", "date", "therapist"].map((name) => [name, of(name)])),
    missing: codes("missing"),
    onlyMissing: codes("only-missing"),
    dateOrder: order === "day-first" || order === "month-first" ? order : undefined,
    skip: numbers.skip,
    recode: recode.length === 0 ? undefined : recode,
    where: where.length === 0 ? undefined : where,
    measures: Object.keys(measure).length === 0 ? undefined : [measure],
  }) as Mapping;
  return { kind: "mapping", mapping };
}

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function present(own: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}
