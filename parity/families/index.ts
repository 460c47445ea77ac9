import { change } from "./change.ts";
import { distributions } from "./distributions.ts";
import { dyads } from "./dyads.ts";
import { linear } from "./linear.ts";
import { meta } from "./meta.ts";
import { mixed } from "./mixed.ts";
import { nestedMeta } from "./nested-meta.ts";
import type { MakeFamily } from "./reading.ts";
import { reliability } from "./reliability.ts";
import { socialRelationsFamily } from "./social-relations.ts";
import { structure } from "./structure.ts";

/** Every part of R that reference cases may ask for. */
export const families: readonly MakeFamily[] = [
  distributions,
  meta,
  nestedMeta,
  mixed,
  structure,
  socialRelationsFamily,
  reliability,
  linear,
  change,
  dyads,
];
