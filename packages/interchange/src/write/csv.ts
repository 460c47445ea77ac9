/**
 * One line of a CSV file. A field is quoted where RFC 4180 asks for it. Text that a spreadsheet would run as a
 * formula (it begins with =, +, -, @, a tab or a line break) gets an apostrophe in front; numbers do not.
 */
export function csvLine(fields: readonly (string | number | boolean | null)[]): string {
  let line = "";
  for (let at = 0; at < fields.length; at++)
    line += at === 0 ? csvField(fields[0]!) : `,${csvField(fields[at]!)}`;
  return `${line}\n`;
}

export function csvField(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  if (plainField.test(value)) return value;
  const safe = guarded(value);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What needs neither quotation marks nor a guard: nearly every field, found out in one look. */
const plainField = /^(?:[A-Za-z0-9](?:[\w .:()/-]*[\w)])?)?$/;

const formula = /^'*[=+\-@\t\r\n]/;

/** Text in front of which a spreadsheet sees an apostrophe instead of a formula. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** Takes the apostrophe of `guarded` away again. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
