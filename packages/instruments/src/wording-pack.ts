import { findInstrument } from "./catalogue/index.ts";
import type { Instrument, Item, ItemWording, Wording } from "./instrument.ts";
import { codesOf, rangeText } from "./item-range.ts";
import { isRecord, textOf } from "./json-value.ts";
import { draftOfQuestionnaire } from "./questionnaire.ts";
import type { WordingDraft } from "./wording-draft.ts";

/** The words of one instrument in one language, as a licensed site brings them. */
export interface WordingPack {
  readonly instrument: string;
  readonly wording: Wording;
}

export type WordingPackReading =
  | ({ readonly kind: "wording-pack" } & WordingPack)
  | { readonly kind: "problems"; readonly problems: readonly string[] };

const longestText = 2000;

/**
 * Which words does this file bring, and do they fit the instrument?
 *
 * Reads Concord's JSON (`instrument`, `language`, `title`, `instruction`, `items` by id, each with `text` and
 * `anchors` by value) or a FHIR R4 Questionnaire. Every question must be there, none may be left over, and every
 * label must belong to a value the item can take: a label on the wrong value would change what answers mean.
 * `instrumentId` says which instrument it is where the file does not.
 */
export function readWordingPack(json: unknown, instrumentId?: string): WordingPackReading {
  if (!isRecord(json)) return problems(["The file is not a JSON object."]);
  const draft = json.resourceType === "Questionnaire" ? draftOfQuestionnaire(json) : draftOfPack(json);
  const id = instrumentId ?? draft.instrument;
  if (id === undefined) return problems(["The file does not say which instrument it words."]);
  const instrument = findInstrument(id);
  if (instrument === null) return problems([`Concord's catalogue has no instrument "${id}".`]);
  return fit(instrument, draft);
}

function draftOfPack(json: Readonly<Record<string, unknown>>): WordingDraft {
  const items = isRecord(json.items) ? json.items : {};
  return {
    instrument: textOf(json.instrument),
    language: textOf(json.language),
    title: textOf(json.title),
    instruction: textOf(json.instruction) ?? "",
    rights: textOf(json.rights),
    items: Object.entries(items).map(([name, item]) => {
      const anchors = isRecord(item) && isRecord(item.anchors) ? item.anchors : {};
      return {
        name,
        codes: [],
        text: (isRecord(item) ? textOf(item.text) : textOf(item)) ?? "",
        anchors: Object.entries(anchors).map(([value, label]) => ({
          value: Number(value),
          label: textOf(label) ?? "",
        })),
      };
    }),
  };
}

type DraftItem = WordingDraft["items"][number];

function fit(instrument: Instrument, draft: WordingDraft): WordingPackReading {
  const found = headProblems(instrument, draft);
  const items: Record<string, ItemWording> = {};
  for (const given of draft.items) {
    const item = itemNamed(instrument.items, given);
    if (item === undefined) {
      found.push(`Item "${given.name}" is not an item of ${instrument.shortTitle}.`);
      continue;
    }
    if (items[item.id] !== undefined) found.push(`Item ${item.id} is there twice.`);
    found.push(...itemProblems(item, given).map((problem) => `Item ${item.id}: ${problem}`));
    const anchors = Object.fromEntries(given.anchors.map(({ value, label }) => [value, label]));
    items[item.id] = given.anchors.length > 0 ? { text: given.text, anchors } : { text: given.text };
  }
  for (const { id } of instrument.items) if (items[id] === undefined) found.push(`Item ${id} is missing.`);
  const { language, title, instruction, rights } = draft;
  if (found.length > 0 || language === undefined || title === undefined) return problems(found);
  const wording = { language, title, instruction, items };
  return {
    kind: "wording-pack",
    instrument: instrument.id,
    wording: rights === undefined ? wording : { ...wording, rights },
  };
}

function headProblems(instrument: Instrument, draft: WordingDraft): string[] {
  const found: string[] = [];
  if (instrument.items.length === 0) {
    found.push(`Concord does not know the items of ${instrument.shortTitle}: its key is needed first.`);
  }
  if (draft.language === undefined) found.push("The language is missing (for example en or de-AT).");
  else if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(draft.language)) {
    found.push(`"${draft.language}" is not a language tag (for example en or de-AT).`);
  }
  if (draft.title === undefined) found.push("The title is missing.");
  return found;
}

function itemProblems(item: Item, given: DraftItem): string[] {
  const found: string[] = given.problem === undefined ? [] : [given.problem];
  if (given.text === "") found.push("it has no text.");
  if (given.text.length > longestText) found.push(`its text is longer than ${longestText} characters.`);
  const codes = codesOf(item.response);
  for (const { value, label } of given.anchors) {
    if (label === "") found.push(`the label of ${value} is empty.`);
    if (codes === null) found.push("it takes a text, which has no labels.");
    else if (!(value >= codes.minimum && value <= codes.maximum)) {
      found.push(`a label belongs to ${value}, but its values go ${rangeText(codes)}.`);
    } else if (item.response.kind !== "line" && !Number.isInteger(value)) {
      found.push(`a label belongs to ${value}, but its values are whole numbers.`);
    }
  }
  return found;
}

/** By its own id or LOINC code; else by the number in which the file's name for it ends. */
function itemNamed(items: readonly Item[], given: DraftItem): Item | undefined {
  const exact = items.find((item) => item.id === given.name);
  if (exact !== undefined) return exact;
  const codes = [given.name.replace(/^\//, ""), ...given.codes];
  const coded = items.find((item) => item.loinc !== undefined && codes.includes(item.loinc));
  if (coded !== undefined || codes.some((code) => /^\d{3,7}-\d$/.test(code))) return coded;
  const number = /(?:^|\D)0*(\d{1,3})$/.exec(given.name)?.[1];
  return number === undefined ? undefined : items.find((item) => item.id === `i${number.padStart(2, "0")}`);
}

function problems(found: readonly string[]): WordingPackReading {
  return { kind: "problems", problems: found };
}
