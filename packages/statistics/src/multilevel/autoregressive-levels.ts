import { designOf } from "../formula/design.ts";
import { evaluate, type Frame, rowCount } from "../formula/frame.ts";
import type { RandomEffectsTerm } from "./model.ts";

/** Effects that vary together over the groups of a level. */
export interface EffectBlock {
  readonly names: readonly string[];
  readonly columns: readonly (readonly number[])[];
}

/** One level of a nesting: which group each row belongs to, and the blocks of effects that vary over the groups. */
export interface NestedLevel {
  readonly name: string;
  readonly labels: readonly string[];
  readonly codes: readonly number[];
  readonly blocks: readonly EffectBlock[];
}

export type NestedLevels =
  | { readonly kind: "nested"; readonly levels: readonly NestedLevel[] }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * The levels of the random terms, outermost first. Every group has to lie in one group of each level above, and every
 * series in one group of the lowest level: residuals correlated within a series say nothing between groups that cross.
 */
export function nestedLevels(
  random: readonly RandomEffectsTerm[],
  rows: Frame,
  series: string,
): NestedLevels {
  const found = new Map<string, Groups & { readonly blocks: EffectBlock[] }>();
  for (const term of random) {
    const design = designOf(term.effects, rows);
    const count = design.names.length;
    if (count === 0) return { kind: "refused", reason: "a random term has no effect: write (1 | group)" };
    const level = found.get(term.factor) ?? { ...groupsOf(term.columns.toReversed(), rows), blocks: [] };
    found.set(term.factor, level);
    level.blocks.push({
      names: design.names,
      columns: design.names.map((_, j) =>
        Array.from({ length: design.matrix.rows }, (_, i) => design.matrix.values[i * count + j]!),
      ),
    });
  }
  const levels = [...found].map(([name, level]) => ({ name, ...level }));
  levels.sort((a, b) => a.labels.length - b.labels.length);
  for (const level of levels) {
    const effects = level.blocks.reduce((total, { names }) => total + names.length, 0);
    if (level.labels.length < 2)
      return { kind: "refused", reason: `${level.name} has one group only: a variance needs two or more` };
    if (level.labels.length * effects >= rowCount(rows))
      return {
        kind: "refused",
        reason: `${level.labels.length} groups of ${level.name} with ${effects} effect${effects === 1 ? "" : "s"} each ask for as much as ${rowCount(rows)} rows have: drop an effect`,
      };
  }
  const chain = [...levels, { name: series, ...groupsOf([series], rows) }];
  for (let i = 1; i < chain.length; i++) {
    const crossing = crossingOf(chain[i - 1]!, chain[i]!);
    if (crossing !== undefined) return { kind: "refused", reason: crossing };
  }
  return { kind: "nested", levels };
}

interface Groups {
  readonly labels: readonly string[];
  readonly codes: readonly number[];
}

/** The groups that columns name together: a client is counted anew under each therapist. */
function groupsOf(columns: readonly string[], rows: Frame): Groups {
  const factors = columns
    .map((name) => evaluate({ kind: "call", name: "factor", of: [{ kind: "name", name }] }, rows))
    .filter((factor) => factor.kind === "factor");
  const places = new Map<string, { readonly codes: readonly number[]; readonly rows: number[] }>();
  for (let row = 0; row < rowCount(rows); row++) {
    const codes = factors.map((factor) => factor.codes[row]!);
    const key = codes.join(",");
    const place = places.get(key) ?? { codes, rows: [] };
    place.rows.push(row);
    places.set(key, place);
  }
  const ordered = [...places.values()].sort((a, b) => {
    const differs = a.codes.findIndex((code, i) => code !== b.codes[i]);
    return differs < 0 ? 0 : a.codes[differs]! - b.codes[differs]!;
  });
  const codes = new Array<number>(rowCount(rows)).fill(0);
  ordered.forEach((place, code) => {
    for (const row of place.rows) codes[row] = code;
  });
  const labels = ordered.map((place) => place.codes.map((code, i) => factors[i]!.levels[code]!).join("/"));
  return { labels, codes };
}

function crossingOf(
  outer: Groups & { readonly name: string },
  inner: Groups & { readonly name: string },
): string | undefined {
  const parents = new Map<number, number>();
  for (let row = 0; row < inner.codes.length; row++) {
    const parent = parents.get(inner.codes[row]!);
    if (parent !== undefined && parent !== outer.codes[row])
      return (
        `${inner.name} ${inner.labels[inner.codes[row]!]} belongs to more than one ${outer.name}: ` +
        "serially correlated residuals need groups that nest"
      );
    parents.set(inner.codes[row]!, outer.codes[row]!);
  }
  return undefined;
}
