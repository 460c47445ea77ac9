import { layouts, noise, notText } from "./bytes.ts";
import { fields } from "./fields.ts";
import { answers, wideFaults } from "./forms.ts";
import type { Malformed } from "./malformed.ts";
import { mappings } from "./mappings.ts";
import { mixed, repeated } from "./rows.ts";
import { structure } from "./structure.ts";

export const malformed: readonly Malformed[] = [
  ...fields,
  ...structure,
  ...repeated,
  ...mixed,
  ...answers,
  ...wideFaults,
  ...mappings,
  ...layouts,
  ...notText,
  ...noise,
];
