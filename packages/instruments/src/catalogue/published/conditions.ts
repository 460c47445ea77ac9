import type { Instrument } from "../../instrument.ts";
import { namedScale } from "../building.ts";
import { rightsToAsk } from "./rights-to-ask.ts";
import { skeleton, source } from "./skeleton.ts";

/** Answered from −3 to +3 without a zero; which items are turned round is not known to us. */
const conditions = {
  ...skeleton,
  construct: "conditions",
  rater: "client",
  key: "needed",
  rights: rightsToAsk("Godfrey T. Barrett-Lennard's estate; Wiley"),
} as const;

const relationshipInventoryClient = {
  ...conditions,
  id: "blri-os-64-client",
  family: "blri",
  title: "Barrett-Lennard Relationship Inventory, OS-64",
  shortTitle: "BLRI OS-64",
  keySource: source("unverified", "Barrett-Lennard GT (2015). The Relationship Inventory. Wiley"),
  items: [],
  scales: [
    namedScale({ id: "regard", title: "Level of regard", better: "higher" }),
    namedScale({ id: "empathy", title: "Empathy", better: "higher" }),
    namedScale({ id: "unconditionality", title: "Unconditionality", better: "higher" }),
    namedScale({ id: "congruence", title: "Congruence", better: "higher" }),
  ],
  secondsToComplete: 720,
} as const satisfies Instrument;

const miniRelationshipInventoryClient = {
  ...conditions,
  id: "blri-mini-client",
  family: "blri",
  title: "Barrett-Lennard Relationship Inventory, mini",
  shortTitle: "BLRI mini",
  keySource: source("unverified", "Chen R et al.: Barrett-Lennard Relationship Inventory, mini form"),
  items: [],
  scales: [
    namedScale({ id: "regard", title: "Level of regard", better: "higher" }),
    namedScale({ id: "empathy", title: "Empathy", better: "higher" }),
    namedScale({ id: "congruence", title: "Congruence", better: "higher" }),
  ],
  secondsToComplete: 140,
} as const satisfies Instrument;

export const conditionsForms = [relationshipInventoryClient, miniRelationshipInventoryClient] as const;
