import { segment, type Text, type Verifiable, verifiable, verify } from "@concord/library";
import { sharedChance } from "@concord/numerics";

export interface Verified {
  readonly kind: string;
  readonly tried: number;
  readonly verified: number;
}

/**
 * Runs of 8 to 47 words from the bodies of the books: as they stand, in another typography, with a third left
 * out; then spoilt in four ways, a word changed, a "not" put in, shuffled, two places fused.
 */
export function verification(books: Iterable<Text>, genuine: number, spoilt: number): readonly Verified[] {
  // A generator of its own, so that every run tries the same quotations.
  const random = sharedChance(20_261_123).uniform;
  const pick = <T>(row: readonly T[]): T => row[Math.floor(random() * row.length)]!;
  const sources = [...books].map(verifiable);
  const passages = sources.flatMap((source) =>
    segment(source.text)
      .filter(({ role }) => role === "body")
      .map((passage) => ({ source, passage })),
  );
  const draw = (): {
    readonly source: Verifiable;
    readonly words: readonly string[];
    readonly exact: string;
  } => {
    for (;;) {
      const { source, passage } = pick(passages);
      const stretch = source.text.characters.slice(passage.from, passage.to);
      const tokens = [...stretch.matchAll(/\S+/g)];
      const count = 8 + Math.floor(random() * 40);
      if (tokens.length < count + 2) continue;
      const first = Math.floor(random() * (tokens.length - count));
      const last = tokens[first + count - 1]!;
      const exact = stretch.slice(tokens[first]!.index, last.index + last[0].length);
      return { source, exact, words: exact.split(/\s+/) };
    }
  };
  const counts = new Map<string, { tried: number; verified: number }>();
  const note = (kind: string, source: Verifiable, words: string): void => {
    const count = counts.get(kind) ?? { tried: 0, verified: 0 };
    count.tried += 1;
    if (verify(source, words).kind === "verified") count.verified += 1;
    counts.set(kind, count);
  };
  for (let done = 0; done < genuine; done++) {
    const { source, exact, words } = draw();
    note("as it stands", source, exact);
    note("other typography", source, typographic(exact));
    const third = Math.ceil(words.length / 3);
    const sign = pick(["…", "[...]", "...", "[…]"]);
    note("elided", source, [...words.slice(0, third), sign, ...words.slice(2 * third)].join(" "));
  }
  for (let done = 0; done < spoilt; done++) {
    const { source, words } = draw();
    const at = 1 + Math.floor(random() * (words.length - 2));
    const kind = done % 4;
    if (kind === 0)
      note("one word changed", source, words.with(at, otherWord(words[at]!, draw, pick)).join(" "));
    if (kind === 1) note("“not” put in", source, words.toSpliced(at, 0, "not").join(" "));
    if (kind === 2) note("shuffled", source, shuffled(words, random).join(" "));
    if (kind === 3) {
      const other = draw().words;
      const fused = [
        ...words.slice(0, Math.ceil(words.length / 2)),
        ...other.slice(Math.floor(other.length / 2)),
      ];
      note("fused", source, fused.join(" "));
    }
  }
  return [...counts].map(([kind, count]) => ({ kind, ...count }));
}

const typographic = (exact: string): string =>
  exact
    .replace(/"([^"]*)"/g, "“$1”")
    .replace(/'/g, "’")
    .replace(/--/g, "—")
    .replace(/(\p{Letter})-\n\s*(\p{Letter})/gu, "$1$2")
    .replace(/\s+/g, " ")
    .replace(/_/g, "");

function otherWord(
  word: string,
  draw: () => { readonly words: readonly string[] },
  pick: (row: readonly string[]) => string,
): string {
  for (;;) {
    const other = pick(draw().words);
    if (/^[a-z]+$/.test(other) && other !== word.toLowerCase().replace(/[^a-z]/g, "")) return other;
  }
}

function shuffled(words: readonly string[], random: () => number): readonly string[] {
  const row = [...words];
  for (let at = row.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [row[at], row[other]] = [row[other]!, row[at]!];
  }
  return row.join(" ") === words.join(" ") ? row.toReversed() : row;
}
