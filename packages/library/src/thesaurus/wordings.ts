import type { Wording } from "../concept/concept.ts";

export const variants = (from: string, ...words: readonly string[]): readonly Wording[] =>
  words.map((each) => ({ words: each, kind: "variant", school: null, from }));

export const period = (school: string, from: string, ...words: readonly string[]): readonly Wording[] =>
  words.map((each) => ({ words: each, kind: "period", school, from }));
