import { findForm, ratersOf } from "../measured/form.ts";
import { plain } from "../text/nearest.ts";
import { quoted } from "../text/printable.ts";
import { columnList, findColumn, noColumn, noPlan, repeatedColumns } from "./column.ts";
import type { Mapping, Measure } from "./mapping.ts";
import { readMeasure } from "./measures.ts";
import { matchPattern } from "./pattern.ts";
import type { Cell, ColumnPlace, ItemGroup, NoPlan, Plan } from "./plan.ts";
import { recogniseMeasures } from "./recognise.ts";
import { type ColumnRole, columnFor } from "./synonyms.ts";

/** A course needs to know whose row it is and when; to score a form neither is needed. */
export type Purpose = "course" | "forms";

/**
 * Brings a mapping and a heading together. Everything that does not fit is said at once, so that nobody has to
 * mend a mapping line by line; a plan is made only if all of it fits.
 */
export function makePlan(
  mapping: Mapping,
  rawHeading: readonly string[],
  purpose: Purpose = "course",
): Plan | NoPlan {
  const heading = rawHeading.map((name) => name.replace(/^\uFEFF/, "").trim());
  const problems: string[] = [];
  const notes: string[] = [];
  const named = (name: string | undefined): ColumnPlace | null => {
    if (name === undefined) return null;
    const place = findColumn(name, heading);
    if (place === null) problems.push(noColumn(name, heading));
    return place;
  };
  // A column that was named for one thing is not taken for another by its heading.
  const taken = new Set(
    [mapping.case, mapping.session, mapping.time, mapping.date, mapping.therapist].flatMap((name) => {
      const place = name === undefined ? null : findColumn(name, heading);
      return place === null ? [] : [place.at];
    }),
  );
  const byRole = (role: ColumnRole, name: string | undefined): ColumnPlace | null => {
    if (name !== undefined) return named(name);
    const at = columnFor(role, heading, taken);
    return at === null ? null : { at, column: heading[at]! };
  };

  const caseColumn = byRole("case", mapping.case);
  if (caseColumn === null && mapping.case === undefined && purpose === "course") {
    problems.push(
      `No column says whose therapy a row belongs to (--case). The heading has ${columnList(heading)}.`,
    );
  }
  const { cells, groups } = measured(mapping, heading, problems);
  const date = byRole("date", mapping.date);
  const when = whenOf(mapping, { purpose, cells, groups, date, byRole, problems, notes });
  const where = (mapping.where ?? []).flatMap(({ column, is, value }) => {
    const place = named(column);
    return place === null ? [] : [{ ...place, equal: is === "equal", value: value.trim() }];
  });
  const recode = new Map<number, Map<string, string>>();
  for (const { column, from, to } of mapping.recode ?? []) {
    const places = recodedColumns(column, heading, cells, groups);
    if (places.length === 0) problems.push(noColumn(column, heading));
    for (const at of places) recode.set(at, (recode.get(at) ?? new Map()).set(from.trim(), to.trim()));
  }
  const risks = (mapping.risks ?? []).flatMap((risk) => {
    const place = named(risk.column);
    return place === null ? [] : [{ ...risk, at: place.at }];
  });
  if (purpose === "course" && [...cells, ...groups].some(raterIsAssumed)) {
    notes.push("No column says who rated, so the client did (--rater says otherwise).");
  }
  const therapist = byRole("therapist", mapping.therapist);
  const used = [
    ...[caseColumn, when !== null && "at" in when ? when : null, date, therapist].flatMap((place) =>
      place === null ? [] : [place.at],
    ),
    ...[...where, ...risks, ...cells, ...groups.flatMap(({ items }) => items)].map(({ at }) => at),
    ...recode.keys(),
    ...[...cells, ...groups].flatMap(wordColumns),
  ];
  problems.push(...repeatedColumns(heading, used));
  if (problems.length > 0 || when === null) return noPlan(...problems);
  return {
    kind: "plan",
    width: heading.length,
    heading,
    case: caseColumn,
    when,
    date,
    therapist: therapist?.at === caseColumn?.at ? null : therapist,
    where,
    recode,
    risks,
    cells,
    groups,
    mapping,
    notes,
  };
}

/** The columns a recode speaks of: one by its name, those of a pattern, of an instrument, or all that are measured. */
function recodedColumns(
  word: string,
  heading: readonly string[],
  cells: readonly Cell[],
  groups: readonly ItemGroup[],
): readonly number[] {
  const exact = findColumn(word, heading);
  if (exact !== null) return [exact.at];
  if (word.includes("{")) {
    const matched = matchPattern(word, heading);
    return matched.kind === "matched" ? matched.columns.map(({ at }) => at) : [];
  }
  const isMeant = (instrument: string | null): boolean =>
    word === "*" || (instrument !== null && plain(instrument) === plain(word));
  return [
    ...cells.flatMap(({ at, instrument }) =>
      isMeant(instrument.kind === "word" ? instrument.word : null) ? [at] : [],
    ),
    ...groups.flatMap(({ instrument, items }) => (isMeant(instrument) ? items.map(({ at }) => at) : [])),
  ];
}

function wordColumns(own: Cell | ItemGroup): readonly number[] {
  const sources = own.kind === "group" ? [own.rater] : [own.rater, own.instrument, own.target];
  return sources.flatMap((source) => (source.kind === "column" ? [source.at] : []));
}

function measured(
  mapping: Mapping,
  heading: readonly string[],
  problems: string[],
): { cells: readonly Cell[]; groups: readonly ItemGroup[] } {
  const given = mapping.measures ?? [];
  const measures = given.flatMap((measure): readonly Measure[] =>
    measure.value === undefined && measure.wide === undefined
      ? recogniseMeasures(heading, measure)
      : [measure],
  );
  const all = given.length === 0 ? recogniseMeasures(heading, {}) : measures;
  if (all.length === 0) {
    const unknown = given.flatMap(({ instrument }) => {
      const found = instrument === undefined ? null : findForm(instrument, null, null);
      return found?.kind === "unknown" && findColumn(instrument!, heading) === null ? [found.sentence] : [];
    });
    problems.push(
      ...unknown,
      `No column is known to hold scores (--value COLUMN or --wide PATTERN). The heading has ${columnList(heading)}.`,
    );
  }
  const cells: Cell[] = [];
  const groups: ItemGroup[] = [];
  for (const measure of all) {
    const read = readMeasure(measure, heading);
    if (read.kind === "problem") problems.push(read.sentence);
    else {
      cells.push(...read.cells);
      groups.push(...read.groups);
    }
  }
  return { cells, groups };
}

/** Nobody says who rated, and more than one could have. */
function raterIsAssumed(own: Cell | ItemGroup): boolean {
  if (own.rater.kind !== "none") return false;
  const word =
    own.kind === "group" ? own.instrument : own.instrument.kind === "word" ? own.instrument.word : null;
  return word === null || ratersOf(word).length !== 1;
}

interface WhenContext {
  readonly purpose: Purpose;
  readonly cells: readonly Cell[];
  readonly groups: readonly ItemGroup[];
  readonly date: ColumnPlace | null;
  readonly byRole: (role: ColumnRole, name: string | undefined) => ColumnPlace | null;
  readonly problems: string[];
  readonly notes: string[];
}

function whenOf(mapping: Mapping, context: WhenContext): Plan["when"] | null {
  const { byRole, problems, notes, date } = context;
  const all = [...context.cells, ...context.groups];
  const fromNames = all.filter(({ session }) => session !== null).length;
  if (fromNames > 0 && fromNames === all.length) return { kind: "columns" };
  if (mapping.session !== undefined && mapping.time !== undefined) {
    problems.push("Sessions are told by their number (--session) or by another time (--time), not by both.");
    return null;
  }
  if (mapping.time === undefined) {
    const session = byRole("session", mapping.session);
    if (session !== null) return { kind: "session", ...session };
    if (mapping.session !== undefined) return null;
  }
  const time = byRole("time", mapping.time);
  if (time !== null) {
    notes.push(`Sessions are the order of column ${quoted(time.column)} within each case.`);
    return { kind: "time", ...time };
  }
  if (mapping.time !== undefined) return null;
  if (date !== null) {
    notes.push(`Sessions are the order of column ${quoted(date.column)} within each case.`);
    return { kind: "date", ...date };
  }
  if (context.purpose === "forms") return { kind: "none" };
  if (all.length > 0)
    problems.push("No column says which session a row belongs to (--session, --time or --date).");
  return null;
}
