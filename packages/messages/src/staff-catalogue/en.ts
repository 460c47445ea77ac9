// Written by `npm run messages` from the English catalogues; not edited by hand.

import guidance from "../guidance/en.json" with { type: "json" };
import refusals from "../refusals/en.json" with { type: "json" };
import shell from "../shell/en.json" with { type: "json" };
import signals from "../signals/en.json" with { type: "json" };
import type { StaffCatalogue } from "../staff-messages.ts";

export const staffCatalogue: StaffCatalogue = { ...guidance, ...refusals, ...shell, ...signals };
