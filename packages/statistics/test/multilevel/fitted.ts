import { sharedChance } from "@concord/numerics";
import type { Frame } from "../../src/formula/index.ts";
import { type FittedMixedModel, fitMultilevel, type MultilevelMethod } from "../../src/multilevel/index.ts";

/** The fit, or the reason of a refusal as an error. */
export function fitted(formula: string, frame: Frame, method: MultilevelMethod = "REML"): FittedMixedModel {
  const fit = fitMultilevel(formula, frame, { method });
  if (fit.kind === "refused") throw new Error(fit.reason);
  return fit;
}

/** Sessions of clients of therapists, with a slope that differs between clients. */
export function sessions(seed: number, therapists: number, clients: number, each: number) {
  const z = sharedChance(seed).normal;
  const rows = { therapist: [] as string[], client: [] as string[], x: [] as number[], y: [] as number[] };
  for (let t = 0; t < therapists; t++) {
    const ofTherapist = z();
    for (let c = 0; c < clients; c++) {
      const [ofClient, slope] = [z(), z()];
      for (let s = 0; s < each; s++) {
        const x = z();
        rows.therapist.push(`t${t}`);
        rows.client.push(`t${t}c${c}`);
        rows.x.push(x);
        rows.y.push(5 + 0.5 * x + 0.7 * ofTherapist + 1.1 * ofClient + 0.4 * slope * x + 1.5 * z());
      }
    }
  }
  return rows;
}
