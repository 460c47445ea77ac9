import type { Instrument } from "@concord/instruments";
import { findForm } from "../measured/form.ts";
import { plain } from "../text/nearest.ts";
import type { Measure } from "./mapping.ts";
import { columnFor } from "./synonyms.ts";

/** Columns that say by their names which scale of the alliance they hold. */
const scaleColumns = ["total", "bond", "tasks", "goals", "task", "goal", "alliance"];

const wideItem = /^([\p{L}][\p{L}\p{N}-]*)_s0*\d+_i0*\d+_([\p{L}]+)$/iu;
const wideScale =
  /^([\p{L}][\p{L}\p{N}-]*)_s0*\d+_([\p{L}-]+)_([ctogm]|client|therapist|observer|caregiver|member)$/iu;
const wideSession = /^([\p{L}][\p{L}\p{N}-]*)_s0*\d+$/iu;

/**
 * What does a heading measure, when nobody said? In this order: a column of values; columns named as Concord
 * exports them (`phq-9_s03_i05_c`, `wai-sr_s03_bond_c`, `phq9_s3`); numbered columns for all items of the named
 * instrument (`phq1` … `phq9`); columns named after scales or instruments. `shared` is what the mapping said
 * without naming columns: instrument, rater, range.
 */
export function recogniseMeasures(heading: readonly string[], shared: Measure): readonly Measure[] {
  if (columnFor("value", heading) !== null) return [shared];
  const wide = wideMeasures(heading, shared);
  if (wide.length > 0) return wide;
  const items = numberedItems(heading, shared);
  if (items !== null) return [items];
  return heading.flatMap((column): Measure[] => {
    if (scaleColumns.includes(plain(column))) {
      return [{ ...shared, value: column, scale: shared.scale ?? column }];
    }
    if (shared.instrument !== undefined) {
      return plain(column) === plain(shared.instrument) ? [{ ...shared, value: column }] : [];
    }
    if (plain(column).length < 3 || columnFor("instrument", [column]) !== null) return [];
    const found = findForm(column, null, null);
    return found.kind === "form" ? [{ ...shared, value: column, instrument: column }] : [];
  });
}

function wideMeasures(heading: readonly string[], shared: Measure): readonly Measure[] {
  const patterns = new Map<string, { readonly name: string; readonly measure: Measure }>();
  for (const column of heading) {
    const [item, scale, session] = [wideItem.exec(column), wideScale.exec(column), wideSession.exec(column)];
    const name = item?.[1] ?? scale?.[1] ?? session?.[1];
    if (name === undefined) continue;
    const tail = item ? "{session}_i{item}_{rater}" : scale ? "{session}_{scale}_{rater}" : "{session}";
    const wide = `${name}_s${tail}`;
    patterns.set(wide, { name, measure: { ...shared, wide, instrument: shared.instrument ?? name } });
  }
  const all = [...patterns.values()];
  const meant = all.filter(({ name }) => shared.instrument !== undefined && alike(name, shared.instrument));
  return (meant.length > 0 ? meant : all).map(({ measure }) => measure);
}

const numbered = /^(.*?)0*(\d{1,3})$/;

/** Numbered columns that cover every item of the named instrument; among several, those with its name. */
function numberedItems(heading: readonly string[], shared: Measure): Measure | null {
  if (shared.instrument === undefined || shared.scale !== undefined) return null;
  const found = findForm(shared.instrument, null, null);
  if (found.kind !== "form") return null;
  const numbers = itemNumbers(found.form);
  if (numbers.length < 2) return null;
  const byPrefix = new Map<string, Set<number>>();
  for (const column of heading) {
    const match = numbered.exec(column);
    if (match === null) continue;
    const prefix = match[1]!;
    byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Set()).add(Number(match[2])));
  }
  const covering = [...byPrefix].filter(([, own]) => numbers.every((number) => own.has(number)));
  const meant = covering.filter(([prefix]) => prefix !== "" && alike(prefix, shared.instrument!));
  const [only, other] = meant.length > 0 ? meant : covering;
  if (only === undefined || other !== undefined) return null;
  return { ...shared, wide: `${only[0]}{${numbers[0]}..${numbers.at(-1)}}` };
}

function itemNumbers(form: Instrument): readonly number[] {
  return form.items.filter((item) => item.response.kind !== "text").map((item) => Number(item.id.slice(1)));
}

function alike(name: string, instrument: string): boolean {
  const [own, meant] = [plain(name), plain(instrument)];
  return own !== "" && (meant.startsWith(own) || own.startsWith(meant));
}
