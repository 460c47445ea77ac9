import { codesOf, type Instrument, type Item } from "@concord/instruments";
import type { ItemGroup } from "../mapping/plan.ts";
import type { Unknown } from "../measured/facts.ts";
import type { ProblemKind } from "../problem.ts";
import type { AnswerTally } from "./answer-tally.ts";
import { answerIn, type DecimalMark, type ItemCodes, itemCodes, itemNumbered } from "./read-cell.ts";

/** A group of columns whose items are known. */
export interface GroupForm {
  readonly kind: "group-form";
  readonly form: Instrument;
  readonly items: readonly GroupItem[];
}

interface GroupItem {
  readonly at: number;
  readonly column: string;
  readonly item: Item;
  readonly codes: ItemCodes;
}

/** Brings a group's columns to the items of a form, or says which item the form does not have. */
export function groupForm(group: ItemGroup, form: Instrument): GroupForm | Unknown {
  const items: GroupItem[] = [];
  for (const { at, column, item: number } of group.items) {
    const item = itemNumbered(form, number);
    if (item === null) {
      return {
        kind: "unknown",
        problem: "unknown-item",
        sentence: `${form.shortTitle} has no item ${number}.`,
      };
    }
    if (codesOf(item.response) === null) continue;
    const codes = itemCodes(form, item, group.measure);
    if (codes.kind === "unknown") return codes;
    items.push({ at, column, item, codes });
  }
  return { kind: "group-form", form, items };
}

export interface GroupAnswers {
  readonly values: Readonly<Record<string, number>>;
  readonly answered: number;
  readonly missing: number;
}

/** Reads the answers of one form that stand side by side. A faulty answer is told and left out; the others stay. */
export function readGroup(
  group: GroupForm,
  field: (at: number) => string,
  isMissing: (text: string) => boolean,
  decimal: DecimalMark,
  line: number,
  tell: (problem: ProblemKind, column: string, sentence: string) => void,
  tally: AnswerTally,
): GroupAnswers {
  const values: Record<string, number> = {};
  let answered = 0;
  let missing = 0;
  for (const { at, column, item, codes } of group.items) {
    const { lowest, highest, shift } = codes;
    const text = field(at);
    const digit = text.length === 1 ? text.charCodeAt(0) - 48 : -1;
    // One digit within the codes is nearly every answer, and a million rows hold twelve million of them.
    if (digit >= lowest && digit <= highest && digit >= 0 && digit <= 9 && !isMissing(text)) {
      values[item.id] = digit + shift;
      tally.add(group.form, digit + shift, codes);
      answered++;
      continue;
    }
    if (isMissing(text)) {
      missing++;
      continue;
    }
    const read = answerIn(text, group.form, item, codes, decimal, line);
    if (read.kind === "fault") {
      tell(read.problem, column, read.sentence);
      continue;
    }
    values[item.id] = read.value;
    tally.add(group.form, read.value, codes);
    answered++;
  }
  return { values, answered, missing };
}
