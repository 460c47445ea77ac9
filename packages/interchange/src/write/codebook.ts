import { codesOf, type Instrument, type Item, type Scale, scaleRange } from "@concord/instruments";
import { missingCodes } from "../value/missing.ts";
import { csvLine } from "./csv.ts";

const heading = [
  "instrument",
  "version",
  "title",
  "rater",
  "construct",
  "kind",
  "name",
  "label",
  "minimum",
  "maximum",
  "reversed",
  "made_of",
  "combined_by",
  "answers_needed",
  "better",
  "missing_codes",
] as const;

/**
 * What the columns of an export mean: a row for each item and each scale of these instruments. An item's words are
 * there only where they ship with the instrument.
 */
export function* codebook(instruments: Iterable<Instrument>): Iterable<string> {
  yield csvLine(heading);
  for (const instrument of instruments) {
    for (const item of instrument.items)
      yield csvLine([...formFields(instrument), ...itemFields(instrument, item)]);
    for (const scale of instrument.scales) {
      yield csvLine([...formFields(instrument), ...scaleFields(instrument, scale)]);
    }
  }
}

function formFields({ id, version, title, rater, construct }: Instrument): readonly string[] {
  return [id, version, title, rater, construct];
}

const codes = missingCodes.filter((code) => code !== "").join(" ");

function itemFields(instrument: Instrument, item: Item): readonly (string | number | boolean | null)[] {
  const range = codesOf(item.response);
  const label = instrument.wordings[0]?.items[item.id]?.text ?? null;
  const scales = instrument.scales.filter((scale) => scale.items.includes(item.id)).map((scale) => scale.id);
  const [low, high] = [range?.minimum ?? null, range?.maximum ?? null];
  return [
    "item",
    item.id,
    label,
    low,
    high,
    item.reversed === true,
    scales.join(" "),
    null,
    null,
    null,
    codes,
  ];
}

function scaleFields(instrument: Instrument, scale: Scale): readonly (string | number | boolean | null)[] {
  const range = scaleRange(instrument, scale);
  const factor = scale.factor === undefined ? "" : ` times ${scale.factor}`;
  return [
    "scale",
    scale.id,
    scale.title,
    range?.minimum ?? null,
    range?.maximum ?? null,
    null,
    scale.items.join(" "),
    `${scale.combine}${factor}`,
    scale.requires,
    scale.better,
    codes,
  ];
}
