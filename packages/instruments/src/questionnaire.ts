import { isRecord, recordsOf, textOf } from "./json-value.ts";
import type { WordingDraft } from "./wording-draft.ts";

type Json = Readonly<Record<string, unknown>>;
type DraftItem = WordingDraft["items"][number];

/** Both ways in which FHIR gives an answer its number: the older, and the one of SDC. */
const valueExtensions = [
  "http://hl7.org/fhir/StructureDefinition/ordinalValue",
  "http://hl7.org/fhir/StructureDefinition/itemWeight",
];

/** The words of a FHIR R4 Questionnaire: its questions at any depth, its answers by their ordinal values. */
export function draftOfQuestionnaire(json: Json): WordingDraft {
  const items = recordsOf(json.item);
  return {
    instrument:
      textOf(recordsOf(json.identifier)[0]?.value) ?? lastPart(textOf(json.url)) ?? textOf(json.name),
    language: textOf(json.language),
    title: textOf(json.title),
    instruction: textOf(json.description) ?? firstDisplay(items) ?? "",
    rights: textOf(json.copyright),
    items: questionsIn(items),
  };
}

function lastPart(url: string | undefined): string | undefined {
  return url?.split("/").at(-1)?.split("|")[0];
}

function firstDisplay(items: readonly Json[]): string | undefined {
  return textOf(items.find((item) => item.type === "display" || item.type === "group")?.text);
}

function questionsIn(items: readonly Json[]): readonly DraftItem[] {
  return items.flatMap((item) => {
    const inside = questionsIn(recordsOf(item.item));
    return item.type === "group" || item.type === "display" ? inside : [question(item), ...inside];
  });
}

function question(item: Json): DraftItem {
  const anchors: { value: number; label: string }[] = [];
  let unnumbered: string | undefined;
  for (const option of recordsOf(item.answerOption)) {
    const label = optionLabel(option);
    const value = optionValue(option);
    if (value === undefined) unnumbered = label;
    else anchors.push({ value, label });
  }
  const draft = {
    name: textOf(item.linkId) ?? "",
    codes: recordsOf(item.code).flatMap((code) => textOf(code.code) ?? []),
    text: textOf(item.text) ?? "",
    anchors,
  };
  return unnumbered === undefined
    ? draft
    : { ...draft, problem: `the answer "${unnumbered}" has no ordinal value, so it cannot be scored.` };
}

function optionLabel(option: Json): string {
  const coding = isRecord(option.valueCoding) ? option.valueCoding : {};
  const plain = typeof option.valueInteger === "number" ? String(option.valueInteger) : undefined;
  return textOf(coding.display) ?? textOf(option.valueString) ?? plain ?? textOf(coding.code) ?? "";
}

function optionValue(option: Json): number | undefined {
  const coding = isRecord(option.valueCoding) ? option.valueCoding : {};
  for (const extension of [...recordsOf(option.extension), ...recordsOf(coding.extension)]) {
    const value = extension.valueDecimal;
    if (valueExtensions.includes(String(extension.url)) && typeof value === "number") return value;
  }
  return typeof option.valueInteger === "number" ? option.valueInteger : undefined;
}
