import type { Delimiter } from "./delimiter.ts";

/** The fields of one record, or why they cannot be told apart. */
export type Split =
  | { readonly kind: "fields"; readonly fields: string[] }
  | { readonly kind: "open-quote" }
  | { readonly kind: "stray-quote"; readonly column: number };

/**
 * Splits one record by RFC 4180: a field may be in quotation marks, inside which the delimiter and line
 * breaks are text and a doubled mark is a mark. Spaces around a quoted field are allowed. `open-quote` asks
 * for the next line of the file, or, at its end, is the fault.
 */
export function splitRecord(record: string, delimiter: Delimiter): Split {
  if (!record.includes('"')) return { kind: "fields", fields: record.split(delimiter) };
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const open = skipSpaces(record, at, delimiter);
    if (record[open] !== '"') {
      const end = record.indexOf(delimiter, at);
      fields.push(end < 0 ? record.slice(at) : record.slice(at, end));
      if (end < 0) return { kind: "fields", fields };
      at = end + 1;
      continue;
    }
    const close = closingQuote(record, open + 1);
    if (close < 0) return { kind: "open-quote" };
    fields.push(record.slice(open + 1, close).replaceAll('""', '"'));
    const after = skipSpaces(record, close + 1, delimiter);
    if (after >= record.length) return { kind: "fields", fields };
    if (record[after] !== delimiter) return { kind: "stray-quote", column: fields.length };
    at = after + 1;
  }
}

function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at;
}

function skipSpaces(record: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (record[at] === " " || (record[at] === "\t" && delimiter !== "\t")) at++;
  return at;
}
