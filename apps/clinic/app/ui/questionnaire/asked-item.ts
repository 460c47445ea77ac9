import type { Item, ItemWording, RiskItem } from "@concord/instruments";
import type { Given } from "./given.ts";

/** One question of a questionnaire, as a page asks it. */
export interface AskedItem {
  /** The field's name: the item's id, or a member's and the item's. */
  readonly name: string;
  readonly item: Item;
  readonly words: ItemWording | undefined;
  readonly risk: RiskItem | undefined;
  readonly given: Given;
  /** Answers from these values on open a follow-up. */
  readonly opens?: readonly number[];
}
