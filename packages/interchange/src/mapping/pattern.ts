/** One column that a pattern names, with what its name says. */
export interface PatternColumn {
  readonly at: number;
  readonly column: string;
  readonly session: number | null;
  /** Its number in the instrument. */
  readonly item: number | null;
  readonly scale: string | null;
  readonly rater: string | null;
}

export type MatchedPattern =
  | { readonly kind: "matched"; readonly columns: readonly PatternColumn[] }
  | { readonly kind: "unmatched"; readonly sentence: string };

const slot = /\{(?:(session|item|scale|rater)(?::(\d+)\.\.(\d+))?|(\d+)\.\.(\d+))\}/g;

/** A scale is never called i05: that is an item. */
const slotSource = {
  session: "0*(\\d+)",
  item: "0*(\\d+)",
  scale: "(?!i\\d+(?:_|$))([\\p{L}][\\p{L}\\p{N}-]*)",
  rater: "([\\p{L}]+)",
} as const;

/**
 * Which columns does a pattern name?
 *
 * Text stands for itself; `{session}`, `{item}`, `{scale}` and `{rater}` stand for a part of the name, and
 * `{1..12}` for twelve items in order. A range may follow a word: `{session:0..12}`. Leading zeros do not matter.
 * Where a range is given, every column of it must be there.
 */
export function matchPattern(pattern: string, heading: readonly string[]): MatchedPattern {
  const roles: string[] = [];
  const ranges = new Map<string, readonly [number, number]>();
  let source = "";
  let from = 0;
  for (const found of pattern.matchAll(slot)) {
    const role = found[1] ?? "item";
    if (roles.includes(role)) return unmatched(`The pattern "${pattern}" names {${role}} twice.`);
    roles.push(role);
    const [low, high] = [found[2] ?? found[4], found[3] ?? found[5]];
    if (low !== undefined && high !== undefined) {
      if (Number(low) > Number(high) || Number(high) - Number(low) > 999) {
        return unmatched(`The range ${low}..${high} in "${pattern}" must rise, by at most 999.`);
      }
      ranges.set(role, [Number(low), Number(high)]);
    }
    source += literal(pattern.slice(from, found.index));
    source += slotSource[role as keyof typeof slotSource];
    from = found.index + found[0].length;
  }
  if (roles.length === 0) {
    return unmatched(`The pattern "${pattern}" needs a part in braces, such as {1..12} or {session}.`);
  }
  source += literal(pattern.slice(from));
  const expression = new RegExp(`^${source}$`, "iu");
  const columns: PatternColumn[] = [];
  heading.forEach((column, at) => {
    const found = expression.exec(column);
    if (found === null) return;
    const part = (role: string): string | null => {
      const place = roles.indexOf(role);
      return place < 0 ? null : found[place + 1]!;
    };
    const count = (role: string): number | null => (part(role) === null ? null : Number(part(role)));
    const within = (role: string): boolean => {
      const range = ranges.get(role);
      return range === undefined || (count(role)! >= range[0] && count(role)! <= range[1]);
    };
    if (!within("session") || !within("item")) return;
    columns.push({
      at,
      column,
      session: count("session"),
      item: count("item"),
      scale: part("scale"),
      rater: part("rater"),
    });
  });
  return complete(pattern, columns, ranges);
}

function complete(
  pattern: string,
  columns: readonly PatternColumn[],
  ranges: ReadonlyMap<string, readonly [number, number]>,
): MatchedPattern {
  if (columns.length === 0) return unmatched(`No column of the heading fits "${pattern}".`);
  for (const [role, [low, high]] of ranges) {
    for (let number = low; number <= high; number++) {
      const there = columns.some((each) => (role === "session" ? each.session : each.item) === number);
      if (!there)
        return unmatched(`"${pattern}" names a column for ${role} ${number}, which the heading lacks.`);
    }
  }
  return { kind: "matched", columns };
}

const unmatched = (sentence: string): MatchedPattern => ({ kind: "unmatched", sentence });

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
