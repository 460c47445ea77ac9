import type { Instrument } from "../../instrument.ts";
import { otherAllianceForms } from "./adult-alliance.ts";
import { attachmentForms } from "./attachment.ts";
import { attachmentToTherapistForms } from "./attachment-to-therapist.ts";
import { conditionsForms } from "./conditions.ts";
import { coreForms } from "./core.ts";
import { gad7 } from "./gad-7.ts";
import { interpersonalForms } from "./interpersonal.ts";
import { closedOutcomeForms } from "./outcome-closed.ts";
import { partnersForChange } from "./pcoms.ts";
import { perfectionismForms } from "./perfectionism.ts";
import { phq9 } from "./phq-9.ts";
import { sessionProcessForms } from "./session-process.ts";
import { workingAllianceInventories } from "./wai.ts";
import { youthAllianceForms } from "./youth-alliance.ts";

/** The published instruments: keys and rights; words only where their owner lets anyone reproduce them. */
export const publishedForms: readonly Instrument[] = [
  ...workingAllianceInventories,
  ...otherAllianceForms,
  ...partnersForChange,
  ...youthAllianceForms,
  ...sessionProcessForms,
  ...attachmentForms,
  ...attachmentToTherapistForms,
  ...interpersonalForms,
  ...perfectionismForms,
  ...conditionsForms,
  phq9,
  gad7,
  ...coreForms,
  ...closedOutcomeForms,
];
