import type { Instrument, ItemWording, Rights } from "../../instrument.ts";
import { itemId } from "../building.ts";

const rights: Rights = {
  status: "own",
  holder: "Concord",
  licence: "CC-BY-4.0",
  statement:
    "Concord's own words. Anyone may use, change and translate them, in print or in software, who names Concord.",
  url: "https://creativecommons.org/licenses/by/4.0/",
  readOn: "2026-11-22",
  mayShipWording: true,
  creditLine: "Concord forms, CC BY 4.0. Not yet validated.",
};

type OwnForm = Pick<
  Instrument,
  | "version"
  | "key"
  | "keySource"
  | "norms"
  | "cutoffs"
  | "reliableChanges"
  | "riskItems"
  | "rights"
  | "validation"
  | "seenBy"
>;

/** What every form of Concord's own has in common: its words are free, and no study stands behind it yet. */
export const ownForm: OwnForm = {
  version: "1.0.0",
  key: "own",
  keySource: {
    citation: "Concord forms 1.0.0: items and key written for Concord",
    read: "source",
    certainty: "verified",
  },
  norms: [],
  cutoffs: [],
  reliableChanges: [],
  riskItems: [],
  rights,
  validation: "not-yet-validated",
  seenBy: "pair",
};

export type Anchors = NonNullable<ItemWording["anchors"]>;

/** How far a sentence holds, in seven steps of which three carry words. */
export const howFar: Anchors = { 1: "not at all", 4: "partly", 7: "completely" };

/** The same under every question of a form; a text question, if there is one, comes last and has no labels. */
export function worded(
  texts: readonly string[],
  anchors: Anchors,
  freeText?: string,
): Readonly<Record<string, ItemWording>> {
  const items: Record<string, ItemWording> = {};
  for (const [index, text] of texts.entries()) items[itemId(index + 1)] = { text, anchors };
  if (freeText !== undefined) items[itemId(texts.length + 1)] = { text: freeText };
  return items;
}
