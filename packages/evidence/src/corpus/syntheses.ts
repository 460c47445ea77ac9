import { certaintyOf, type PublishedSynthesis, type SynthesisText } from "../published.ts";
import { allianceAndOutcome } from "./syntheses/alliance-and-outcome.ts";
import { attachment } from "./syntheses/attachment.ts";
import { cohesionAndGoals } from "./syntheses/cohesion-and-goals.ts";
import { conditions } from "./syntheses/conditions.ts";
import { measuring } from "./syntheses/measuring.ts";
import { method } from "./syntheses/method.ts";
import { perfectionismAndDistance } from "./syntheses/perfectionism-and-distance.ts";
import { ruptures } from "./syntheses/ruptures.ts";
import { therapistsPart } from "./syntheses/therapists.ts";

const texts: readonly SynthesisText[] = [
  ...allianceAndOutcome,
  ...therapistsPart,
  ...attachment,
  ...conditions,
  ...ruptures,
  ...cohesionAndGoals,
  ...measuring,
  ...perfectionismAndDistance,
  ...method,
];

/** Published syntheses and single studies that claims rest on: figures with their source, our own summaries. */
export const syntheses: readonly PublishedSynthesis[] = texts.map((text) => ({
  ...text,
  certainty: certaintyOf(text.read),
}));
