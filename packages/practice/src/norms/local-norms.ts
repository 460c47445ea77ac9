import type { Population, PopulationScale } from "@concord/course";
import { type AgeBand, catalogue, type Instrument, type Scale, score } from "@concord/instruments";
import { responses, type Scope, type StoredResponse, settings } from "@concord/store";
import { episodesForStatistics } from "../privacy/measuring.ts";

/** A practice's own norms on one questionnaire for clients of one age, and how many people they rest on. */
export interface LocalNorm extends Population {
  readonly takenOn: string;
  readonly people: number;
  /** Missing in norms of earlier versions, which took clients of all ages together. */
  readonly ageBand?: AgeBand;
}

/** Below this many people a mean of one's own says too little to place anyone by. */
export const minPeople = 20;

const name = "local-norms";

/** Returns the id of the practice's own norms on a questionnaire for clients of an age. */
export function localId(instrument: string, ageBand: AgeBand): string {
  return ageBand === "adult" ? `local: ${instrument}` : `local: ${instrument}, ${ageBand}`;
}

/** Computes and keeps the norms within a transaction that is open. */
export async function localNormsFrom(scope: Scope, day: string): Promise<readonly LocalNorm[]> {
  const norms = await computedNorms(scope, day);
  await putNorms(scope, norms);
  return norms;
}

/** Returns what the practice's responses give now, without keeping it. */
export async function computedNorms(scope: Scope, day: string): Promise<readonly LocalNorm[]> {
  const all = (await episodesForStatistics(scope)).map((one) => ({
    episode: one.episode,
    ageBand: one.client.ageBand,
  }));
  const norms: LocalNorm[] = [];
  for (const instrument of catalogue.filter(canHaveNorms)) {
    for (const ageBand of instrument.ageBands) {
      const own = all.filter((one) => one.ageBand === ageBand).map((one) => one.episode);
      const first = firstOfEach(await responses.list(scope, own, instrument.id));
      const scales = instrument.scales.flatMap((scale) => momentsOf(instrument, scale, first));
      if (scales.length === 0) continue;
      norms.push({
        id: localId(instrument.id, ageBand),
        instrument: instrument.id,
        title: "Clients of this practice",
        sample: `${first.length} clients’ first forms`,
        citation: `Taken from this practice’s own forms on ${day}`,
        certainty: "doubtful",
        scales,
        takenOn: day,
        people: first.length,
        ageBand,
      });
    }
  }
  return norms;
}

/** Returns the norms that were kept last; none where nobody has computed any. */
export async function keptNorms(scope: Scope): Promise<readonly LocalNorm[]> {
  const kept = await settings.get(scope, name);
  return Array.isArray(kept) && kept.every(isNorm) ? kept : [];
}

export async function putNorms(scope: Scope, norms: readonly LocalNorm[]): Promise<void> {
  await settings.put(scope, name, norms);
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
