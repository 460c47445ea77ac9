export type Delimiter = "," | ";" | "\t" | "|";

export const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];

/** Words for a sentence. */
export const delimiterName: Readonly<Record<Delimiter, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/**
 * What separates the fields? The sign that splits the heading into most columns; a tie goes to the earlier
 * of comma, semicolon, tab and bar. The heading alone decides, because values may hold decimal commas.
 * Signs inside quotation marks do not count.
 */
export function recogniseDelimiter(heading: string): Delimiter {
  const counts = new Map<string, number>();
  let inside = false;
  for (const sign of heading) {
    if (sign === '"') inside = !inside;
    else if (!inside) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  let best: Delimiter = ",";
  for (const candidate of delimiters) {
    if ((counts.get(candidate) ?? 0) > (counts.get(best) ?? 0)) best = candidate;
  }
  return best;
}
