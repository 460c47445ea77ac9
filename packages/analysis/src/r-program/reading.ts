import { rReadFile } from "@concord/evidence/export";
import { type FrameColumn, type FrameRules, missingCodes, type ReadFrame } from "@concord/interchange/table";
import type { ColumnUse } from "../table/column-use.ts";
import { rColumn, rText, rTexts } from "./lines.ts";

/**
 * Returns the R program with the file read as Concord has read it: the same heading, the same rows, the same codes for no
 * answer, ids as their texts, and the used columns of numbers as numbers.
 */
export function readAsHere(
  program: string,
  file: string,
  frame: ReadFrame,
  rules: FrameRules,
  used: readonly ColumnUse[],
): string {
  return program.replace(rReadFile(file), () => readingLines(file, frame, rules, used).join("\n"));
}

function readingLines(
  file: string,
  { layout, described, problems }: ReadFrame,
  rules: FrameRules,
  used: readonly ColumnUse[],
): readonly string[] {
  if (layout === null) return [rReadFile(file)];
  const { delimiter, skip, rowNames, subheadingUntil, emptyFieldsAtEnds } = layout;
  const bad = problems.flatMap(({ line }) => line ?? []);
  const codes = [...new Set(["", ...(rules.onlyMissing ?? missingCodes), ...(rules.missing ?? [])])].map(
    (code) => code.trim().toLowerCase(),
  );
  const numbers = described.filter(
    ({ name, type }) => type === "number" && used.some((own) => own.name === name && own.as !== "name"),
  );
  const sign = delimiter === "\t" ? "\\t" : delimiter;
  const end = delimiter === "|" ? "[|]" : sign;
  return [
    "# The table as Concord has read it: texts first, then codes for no answer, then numbers; ids stay texts",
    `lines <- readLines(${file === "-" ? 'file("stdin")' : rText(file)}, warn = FALSE, encoding = "UTF-8")`,
    'lines[1] <- sub("^\\ufeff", "", lines[1])',
    ...(subheadingUntil > skip + 1
      ? [dropped([...between(skip + 2, subheadingUntil), ...bad], skip, "the heading goes on there")]
      : []),
    ...(subheadingUntil <= skip + 1 && skip + bad.length > 0
      ? [dropped(bad, skip, skip > 0 ? "titles above the heading, and what is no row" : "what is no row")]
      : []),
    ...(emptyFieldsAtEnds ? [`lines <- sub("${end}+$", "", lines)  # empty fields beyond the heading`] : []),
    `dat <- read.table(text = lines, header = TRUE, sep = "${sign}", quote = "\\"", colClasses = "character", na.strings = character(),`,
    `  ${rowNames ? "row.names = 1, " : ""}comment.char = "", fill = TRUE, blank.lines.skip = TRUE, check.names = FALSE, encoding = "UTF-8")`,
    `missing <- ${rTexts(codes)}`,
    "dat[] <- lapply(dat, function(v) { v <- trimws(v); v[tolower(v) %in% missing] <- NA; v })",
    ...numbers.map((column) => `${rColumn(column.name)} <- ${asNumber(column)}`),
  ];
}

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

function dropped(lines: readonly number[], skip: number, why: string): string {
  const above = skip > 0 ? [`1:${skip}`] : [];
  return `lines <- lines[-c(${[...above, ...lines.map(String)].join(", ")})]  # ${why}`;
}

/** What is taken out of a number before a comma becomes its point, by how the column writes its numbers. */
const notations: readonly { readonly out: string; readonly comma: boolean }[] = [
  { out: "", comma: false },
  { out: "", comma: true },
  { out: " \u00a0\u202f'\u2019", comma: false },
  { out: " \u00a0\u202f'\u2019", comma: true },
  { out: ", \u00a0\u202f'\u2019", comma: false },
  { out: ". \u00a0\u202f'\u2019", comma: true },
];

function asNumber({ name, texts, cells }: FrameColumn): string {
  const is = ({ out, comma }: (typeof notations)[number]): boolean =>
    texts.every((text, row) => {
      if (text === null) return true;
      const bare = [...text.replace("\u2212", "-")].filter((letter) => !out.includes(letter)).join("");
      return Number(comma ? bare.replace(",", ".") : bare) === cells[row];
    });
  const found = notations.find(is) ?? notations[0]!;
  const minus = texts.some((text) => text?.includes("\u2212") === true);
  const own = minus ? `gsub("\\u2212", "-", ${rColumn(name)})` : rColumn(name);
  const bare = found.out === "" ? own : `gsub("[${escaped(found.out)}]", "", ${own})`;
  return `as.numeric(${found.comma ? `sub(",", ".", ${bare}, fixed = TRUE)` : bare})`;
}

/** Letters beyond ASCII as R writes them. */
const escaped = (text: string): string =>
  text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
