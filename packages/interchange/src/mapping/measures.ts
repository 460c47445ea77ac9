import { readRater } from "../value/rater.ts";
import { findColumn, noColumn } from "./column.ts";
import type { Measure } from "./mapping.ts";
import { matchPattern, type PatternColumn } from "./pattern.ts";
import type { Cell, ItemGroup, WordSource } from "./plan.ts";
import { columnFor } from "./synonyms.ts";

/** What a measure comes to in one heading, or why it comes to nothing. */
export type ReadMeasure =
  | { readonly kind: "measure"; readonly cells: readonly Cell[]; readonly groups: readonly ItemGroup[] }
  | { readonly kind: "problem"; readonly sentence: string };

/** Finds the columns a measure speaks of. */
export function readMeasure(measure: Measure, heading: readonly string[]): ReadMeasure {
  if (measure.wide !== undefined && measure.value !== undefined) {
    return problem("A measure is either one column (value) or a pattern of columns (wide), not both.");
  }
  if ((measure.minimum === undefined) !== (measure.maximum === undefined)) {
    return problem("The lowest and the highest possible score are given together (minimum and maximum).");
  }
  if (measure.minimum !== undefined && !(measure.minimum < measure.maximum!)) {
    return problem(
      `The lowest possible score must be below the highest: ${measure.minimum}, ${measure.maximum}.`,
    );
  }
  const rater = raterSource(measure.rater, heading);
  if (rater.kind === "problem") return rater;
  if (measure.wide !== undefined) return wideMeasure(measure, measure.wide, heading, rater);
  const value =
    measure.value === undefined
      ? columnPlace(columnFor("value", heading), heading)
      : findColumn(measure.value, heading);
  if (value === null) {
    return problem(noColumn(measure.value ?? "value", heading));
  }
  const words = { own: value.column, heading };
  const item = wordSource(measure.item, "item", words);
  const scale = wordSource(measure.scale, "scale", words);
  const kind = cellKind(measure, item, scale);
  const instrument = wordSource(measure.instrument, "instrument", words);
  if (kind !== "scale" && instrument.kind === "none") {
    return problem("Answers to single items need their instrument: a column, or --instrument.");
  }
  const target = kind === "item" ? item : scale;
  const cell: Cell = { kind, ...value, session: null, measure, instrument, rater, target };
  return { kind: "measure", cells: [kind === "either" ? { ...cell, item } : cell], groups: [] };
}

/** A column for scales and one for items, and neither named: each row says which it is. */
function cellKind(measure: Measure, item: WordSource, scale: WordSource): Cell["kind"] {
  const named = measure.scale !== undefined || measure.item !== undefined;
  if (!named && item.kind === "column" && scale.kind === "column") return "either";
  return item.kind !== "none" && measure.scale === undefined ? "item" : "scale";
}

function wideMeasure(
  measure: Measure,
  pattern: string,
  heading: readonly string[],
  rater: WordSource,
): ReadMeasure {
  const matched = matchPattern(pattern, heading);
  if (matched.kind === "unmatched") return problem(matched.sentence);
  const { columns } = matched;
  const instrument: WordSource =
    measure.instrument === undefined ? { kind: "none" } : { kind: "word", word: measure.instrument };
  if (columns[0]!.item === null) {
    const cells = columns.map((each): Cell => {
      const word = each.scale ?? measure.scale;
      return {
        kind: "scale",
        at: each.at,
        column: each.column,
        session: each.session,
        measure,
        instrument,
        rater: each.rater === null ? rater : { kind: "word", word: each.rater },
        target: word === undefined ? { kind: "none" } : { kind: "word", word },
      };
    });
    return { kind: "measure", cells, groups: [] };
  }
  if (measure.instrument === undefined) {
    return problem(`Answers to single items need their instrument: --wide "${pattern}" with --instrument.`);
  }
  const groups = new Map<string, PatternColumn[]>();
  for (const each of columns) {
    const key = `${each.session} ${each.rater}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return {
    kind: "measure",
    cells: [],
    groups: [...groups.values()].map((group) => ({
      kind: "group",
      session: group[0]!.session,
      measure,
      instrument: measure.instrument!,
      rater: group[0]!.rater === null ? rater : { kind: "word", word: group[0]!.rater },
      items: group.map(({ at, column, item }) => ({ at, column, item: item! })),
    })),
  };
}

interface Words {
  /** The measure's own column: its name used as a word is the word. */
  readonly own: string;
  readonly heading: readonly string[];
}

/** A column of that name, or the word itself; without either, the column whose heading says so. */
function wordSource(
  given: string | undefined,
  role: "scale" | "item" | "instrument",
  words: Words,
): WordSource {
  if (given === undefined) {
    const place = columnPlace(columnFor(role, words.heading), words.heading);
    return place === null ? { kind: "none" } : { kind: "column", ...place };
  }
  const place = given === words.own ? null : findColumn(given, words.heading);
  return place === null || place.column === words.own
    ? { kind: "word", word: given }
    : { kind: "column", ...place };
}

function raterSource(
  given: string | undefined,
  heading: readonly string[],
): WordSource | { readonly kind: "problem"; readonly sentence: string } {
  if (given === undefined) {
    const place = columnPlace(columnFor("rater", heading), heading);
    return place === null ? { kind: "none" } : { kind: "column", ...place };
  }
  if (given.length > 1 && readRater(given) !== null) return { kind: "word", word: given };
  const place = findColumn(given, heading);
  if (place !== null) return { kind: "column", ...place };
  return problem(
    `"${given}" is neither a rater (client, therapist, observer, caregiver, member) nor a column of the file.`,
  );
}

function columnPlace(at: number | null, heading: readonly string[]): { at: number; column: string } | null {
  return at === null ? null : { at, column: heading[at]! };
}

const problem = (sentence: string) => ({ kind: "problem", sentence }) as const;
