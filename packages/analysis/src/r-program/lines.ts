import { oneLine, rName, rReadFile, rText } from "@concord/evidence/export";

export { rName, rText };

/** An R program that reads the same file into `dat` and runs these lines. */
export function rLines(
  command: string,
  file: string,
  libraries: readonly string[],
  lines: readonly string[],
): string {
  return [
    `# ${oneLine(`The same in R; written by concord ${command} for ${file}`)}`,
    ...libraries.map((name) => `library(${name})`),
    "",
    rReadFile(file),
    ...lines,
    "",
  ].join("\n");
}

/** A column of `dat`, whatever its name. */
export function rColumn(name: string): string {
  return `dat[[${rText(name)}]]`;
}

/** `c("a", "b")`. */
export function rTexts(texts: readonly string[]): string {
  return `c(${texts.map(rText).join(", ")})`;
}
