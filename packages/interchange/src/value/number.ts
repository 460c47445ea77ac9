/** A number, the mark its fraction was written with, or nothing that is a number. */
export type ReadNumber =
  | { readonly kind: "number"; readonly value: number; readonly mark: "." | "," | null }
  | { readonly kind: "not-a-number" };

const plainNumber = /^[+\-\u2212]?\d{1,15}(?:([.,])\d{1,20})?$/;

/**
 * Reads digits with at most one decimal point or comma. Anything cleverer (1e3, 1.234,5, 50%, 0x1F, =2+2) is a
 * typing error in a table of ratings, so it is none.
 */
export function readNumber(text: string): ReadNumber {
  // One digit is by far the most frequent answer.
  if (text.length === 1) {
    const digit = text.charCodeAt(0) - 48;
    if (digit >= 0 && digit <= 9) return { kind: "number", value: digit, mark: null };
  }
  const found = plainNumber.exec(text);
  if (found === null) return { kind: "not-a-number" };
  const mark = (found[1] as "." | "," | undefined) ?? null;
  return { kind: "number", value: Number(text.replace(",", ".").replace("\u2212", "-")), mark };
}
