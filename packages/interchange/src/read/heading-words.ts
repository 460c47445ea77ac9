import type { Rater } from "@concord/instruments";
import type { Cell, ItemGroup, WordSource } from "../mapping/plan.ts";
import type { ProblemKind, ProblemLog } from "../problem.ts";
import { raterWords, readRater } from "../value/rater.ts";
import type { KnownWords } from "./known-words.ts";
import { type GroupForm, groupForm } from "./read-group.ts";
import { unknownRater } from "./row-place.ts";

/**
 * Whether a column can hold anything at all. Where the mapping alone says what it holds and that is unknown, this is
 * told once, not for every row.
 */
export function settledByHeading(cell: Cell, words: KnownWords, log: ProblemLog): boolean {
  const { instrument, target, rater, column } = cell;
  if (instrument.kind === "column" || target.kind === "column" || rater.kind === "column") return true;
  const word = (source: WordSource): string | null => (source.kind === "word" ? source.word : null);
  const ratedBy = word(rater) === null ? null : readRater(word(rater)!);
  const tell = (kind: ProblemKind, sentence: string): false => {
    log.add({ kind, line: null, column, sentence, kept: "The column was left out." });
    return false;
  };
  if (word(rater) !== null && ratedBy === null)
    return tell("unknown-rater", unknownRater(word(rater)!, raterWords));
  const found =
    cell.kind !== "item"
      ? words.facts(cell.measure, word(instrument), ratedBy, word(target))
      : words.form(word(instrument)!, ratedBy);
  return found.kind === "unknown" ? tell(found.problem, found.sentence) : true;
}

/** The form a group of columns holds for this rater; told once where there is none. */
export function formOf(
  group: ItemGroup,
  rater: Rater | null,
  words: KnownWords,
  tell: (kind: ProblemKind, column: string | null, sentence: string) => void,
): GroupForm | "unknown" {
  const form = words.form(group.instrument, rater);
  const found = form.kind === "unknown" ? form : groupForm(group, form.form);
  if (found.kind === "group-form") return found;
  const first = group.items[0]?.column ?? null;
  tell(found.problem, first, `${found.sentence} Columns like this one were left out in every row.`);
  return "unknown";
}
