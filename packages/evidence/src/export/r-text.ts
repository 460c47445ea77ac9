/** Texts and names inside an R program. */

/** A text as R reads it. Nothing of it can end the quotation. */
export function rText(text: string): string {
  return JSON.stringify(text.toWellFormed().replaceAll("\0", ""));
}

/** A column's name in a formula or after `$`, in backticks where R needs them. */
export function rName(name: string): string {
  return /^[A-Za-z][A-Za-z0-9._]*$/.test(name) ? name : `\`${oneLine(name).replace(/[\\`]/g, "\\$&")}\``;
}

/** Without breaks, so that a text cannot leave its comment or its line. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

/** The line that reads a CSV file into `dat`, its columns under their own names. */
export function rReadFile(file: string): string {
  return `dat <- read.csv(${rText(file)}, stringsAsFactors = FALSE, check.names = FALSE)`;
}
