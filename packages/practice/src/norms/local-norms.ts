import type { Population, PopulationScale } from "@concord/course";
import { catalogue, type Instrument, type Scale, score } from "@concord/instruments";
import { episodes, responses, type Scope, type StoredResponse, settings } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { dayOf } from "../calendar.ts";
import { permit } from "../permit.ts";
import { requestRecalculation } from "../recalculation/request-recalculation.ts";
import { record } from "../record.ts";

/** A practice's own norms on one form, and how many people they rest on. */
export interface LocalNorm extends Population {
  readonly takenOn: string;
  readonly people: number;
}

/** Below this many people a mean of one's own says too little to place anyone by. */
export const minPeople = 20;

const name = "local-norms";

/**
 * Takes norms from the first form that each client of the practice gave, for every form on attachment and
 * perfectionism that enough of them have answered.
 *
 * Kept with their day and number, and used only where a case's therapist chooses them: they move only when
 * someone takes them anew. Gives back what is now kept.
 */
export async function computeLocalNorms(context: AppContext, actor: Actor): Promise<readonly LocalNorm[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const taken = await localNormsFrom(scope, dayOf(context.now()));
    await requestRecalculation(scope, "new-norms");
    await record(scope, actor, `take-local-norms ${taken.length}`, "practice");
    return taken;
  });
}

/** For the settings page: what is kept. */
export async function readLocalNorms(context: AppContext, actor: Actor): Promise<readonly LocalNorm[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    return keptNorms(scope);
  });
}

/** The same in a transaction of one's own. */
export async function localNormsFrom(scope: Scope, day: string): Promise<readonly LocalNorm[]> {
  const all = (await episodes.list(scope)).map((one) => one.episode);
  const norms: LocalNorm[] = [];
  for (const instrument of catalogue.filter(canHaveNorms)) {
    const first = firstOfEach(await responses.list(scope, all, instrument.id));
    const scales = instrument.scales.flatMap((scale) => momentsOf(instrument, scale, first));
    if (scales.length === 0) continue;
    norms.push({
      id: `local: ${instrument.id}`,
      instrument: instrument.id,
      title: "Clients of this practice",
      sample: `${first.length} clients’ first forms`,
      citation: `Taken from this practice’s own forms on ${day}`,
      certainty: "doubtful",
      scales,
      takenOn: day,
      people: first.length,
    });
  }
  await settings.put(scope, name, norms);
  return norms;
}

/** What was taken last; nothing where nobody has. */
export async function keptNorms(scope: Scope): Promise<readonly LocalNorm[]> {
  const kept = await settings.get(scope, name);
  return Array.isArray(kept) && kept.every(isNorm) ? kept : [];
}

function canHaveNorms({ construct, rater, key }: Instrument): boolean {
  return (
    (construct === "attachment" || construct === "perfectionism") && rater === "client" && key !== "needed"
  );
}

function firstOfEach(all: readonly StoredResponse[]): readonly StoredResponse[] {
  const byEpisode = Map.groupBy(all, (one) => one.episode);
  return [...byEpisode.values()].map((own) => own.toSorted((a, b) => a.session - b.session)[0]!);
}

/** Mean, standard deviation and Cronbach's alpha among those who answered every item of the scale. */
function momentsOf(
  instrument: Instrument,
  scale: Scale,
  answered: readonly StoredResponse[],
): readonly PopulationScale[] {
  const rows = answered.flatMap((one) => {
    const items = scale.items.map((item) => counted(instrument, item, one.values[item]));
    const value = valueOn(instrument, scale, one);
    return value === null || items.includes(null) ? [] : [{ value, items: items as readonly number[] }];
  });
  const n = rows.length;
  if (n < minPeople) return [];
  const values = rows.map((row) => row.value);
  const spread = variance(values);
  if (!(spread > 0)) return [];
  return [
    {
      scale: scale.id,
      mean: mean(values),
      standardDeviation: Math.sqrt(spread),
      n,
      alpha: alphaOf(rows.map((row) => row.items)),
    },
  ];
}

/** α = k / (k − 1) · (1 − Σ Var(item) / Var(sum)), Cronbach (1951); null for one item or below nought. */
function alphaOf(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0;
  const sums = variance(rows.map((row) => row.reduce((sum, value) => sum + value, 0)));
  if (items < 2 || !(sums > 0)) return null;
  let single = 0;
  for (let item = 0; item < items; item++) single += variance(rows.map((row) => row[item]!));
  const alpha = (items / (items - 1)) * (1 - single / sums);
  return alpha > 0 ? alpha : null;
}

function valueOn(instrument: Instrument, scale: Scale, one: StoredResponse): number | null {
  const scored = score(instrument, {
    kind: "response",
    instrument: instrument.id,
    version: one.instrumentVersion,
    values: one.values,
    texts: {},
  }).scales.find((each) => each.scale === scale.id);
  return scored?.kind === "score" ? scored.value : null;
}

/** The item as it counts: turned where it is reversed. */
function counted(instrument: Instrument, id: string, value: number | undefined): number | null {
  const item = instrument.items.find((each) => each.id === id);
  if (item === undefined || item.response.kind === "text" || value === undefined) return null;
  return item.reversed === true ? item.response.minimum + item.response.maximum - value : value;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

function isNorm(value: unknown): value is LocalNorm {
  if (typeof value !== "object" || value === null) return false;
  const { id, instrument, title, scales, takenOn, people } = value as Record<string, unknown>;
  const areTexts = [id, instrument, title, takenOn].every((one) => typeof one === "string");
  return areTexts && typeof people === "number" && Array.isArray(scales);
}
