// Written by `npm run messages` from the English catalogues; not edited by hand.

import guidance from "../guidance/it.json" with { type: "json" };
import refusals from "../refusals/it.json" with { type: "json" };
import shell from "../shell/it.json" with { type: "json" };
import signals from "../signals/it.json" with { type: "json" };
import type { StaffCatalogue } from "../staff-messages.ts";

export const staffCatalogue: StaffCatalogue = { ...guidance, ...refusals, ...shell, ...signals };
