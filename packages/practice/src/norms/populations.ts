import { type Population, publishedPopulations } from "@concord/course";
import { findInstrument } from "@concord/instruments";
import { choices, type Scope } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type House, within } from "../house.ts";
import { openCase } from "../open-case.ts";
import { record } from "../record.ts";
import type { PopulationChoice } from "../views/relationship.ts";
import { keptNorms } from "./local-norms.ts";

/** Whom a case may be compared with on this form, and whom its therapist has chosen: nobody, until then. */
export async function populationChoice(
  scope: Scope,
  episode: string,
  matter: "attachment-norm" | "perfectionism-norm",
  instrument: string | undefined,
): Promise<PopulationChoice> {
  if (instrument === undefined) return { offered: [], chosen: null };
  const offered = await offeredFor(scope, instrument);
  const chosen = await choices.standing(scope, episode, matter);
  return { offered, chosen: offered.find((one) => one.id === chosen) ?? null };
}

/** The practice's own norms first: whoever is alike in place and language is compared most fairly. */
async function offeredFor(scope: Scope, instrument: string): Promise<readonly Population[]> {
  const known = findInstrument(instrument);
  const local = (await keptNorms(scope)).filter((one) => one.instrument === instrument);
  return [...local, ...(known === null ? [] : publishedPopulations(known))];
}

/** Says whom a client is compared with; null compares with nobody, and then no strategy is named. */
export async function choosePopulation(
  house: House,
  actor: Actor,
  given: {
    readonly episode: string;
    readonly matter: "attachment-norm" | "perfectionism-norm";
    readonly population: string | null;
  },
): Promise<void> {
  await within(house, actor, async (scope) => {
    await openCase(scope, actor, "write-case", given.episode);
    await choices.choose(scope, {
      episode: given.episode,
      matter: given.matter,
      chosen: given.population,
      chosenBy: actor.kind === "staff" ? actor.staff : "",
    });
    await record(scope, actor, `choose ${given.matter}`, `episode:${given.episode}`);
  });
}
