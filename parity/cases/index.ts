import type { Adapter } from "../reference-case.ts";
import { adapters as autoregressive } from "./autoregressive.ts";
import { adapters as bias } from "./bias.ts";
import { adapters as change } from "./change.ts";
import { adapters as diagnostics } from "./diagnostics.ts";
import { adapters as distributions } from "./distributions.ts";
import { adapters as dyad } from "./dyad.ts";
import { adapters as effectSizes } from "./effect-sizes.ts";
import { adapters as mediation } from "./mediation.ts";
import { adapters as moderation } from "./moderation.ts";
import { adapters as multilevelModels } from "./multilevel-models.ts";
import { adapters as multilevelPooling } from "./multilevel-pooling.ts";
import { adapters as pooling } from "./pooling.ts";
import { adapters as reliability } from "./reliability.ts";
import { adapters as socialRelations } from "./social-relations.ts";
import { adapters as structure } from "./structure.ts";
import { adapters as withinBetween } from "./within-between.ts";

const ADAPTERS: Readonly<Record<string, Adapter>> = {
  ...distributions,
  ...effectSizes,
  ...pooling,
  ...diagnostics,
  ...bias,
  ...multilevelModels,
  ...multilevelPooling,
  ...socialRelations,
  ...mediation,
  ...dyad,
  ...moderation,
  ...autoregressive,
  ...withinBetween,
  ...change,
  ...reliability,
  ...structure,
};

/** What takes a case through the packages, or undefined where nothing does yet. */
export function adapterFor(id: string): Adapter | undefined {
  return Object.hasOwn(ADAPTERS, id) ? ADAPTERS[id] : undefined;
}
