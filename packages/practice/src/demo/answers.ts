import type { Instrument, Item, RawAnswers } from "@concord/instruments";
import type { Chance } from "@concord/numerics";
import { normal } from "./draw.ts";

/** What the person means, by scale: percent of the scale's range before any turning. */
export interface Meant {
  readonly percents: Readonly<Record<string, number>>;
  /** Standard deviation of single items around it, in percent. */
  readonly spread: number;
  /** The answer to each risk item; its lowest code where none is given. */
  readonly risk?: number;
  readonly comment?: string;
}

/**
 * Item-level answers that amount to what was meant.
 *
 * Each item takes the percent of its narrowest scale with some spread, and hands what rounding took or gave
 * on to the next item of that scale, so that the scale lands where it was meant within half a step. Risk
 * items carry no share of a total. A follow-up is answered only where its question opened it.
 */
export function answersFor(instrument: Instrument, meant: Meant, chance: Chance): RawAnswers {
  const answers: Record<string, string | number> = {};
  const owed = new Map<string, number>();
  const risky = new Set(instrument.riskItems.map((one) => one.item));
  for (const item of instrument.items) {
    if (!isAsked(item, answers)) continue;
    const response = item.response;
    if (response.kind === "text") {
      if (meant.comment !== undefined) answers[item.id] = meant.comment;
      continue;
    }
    if (risky.has(item.id)) {
      answers[item.id] = meant.risk ?? response.minimum;
      continue;
    }
    const scale = narrowestScale(instrument, item.id, meant);
    const percent = scale === null ? 50 : shareWithoutRisk(instrument, scale, meant.percents[scale]!, risky);
    const width = response.maximum - response.minimum;
    const target = (width * percent) / 100 + (owed.get(scale ?? item.id) ?? 0);
    const step = response.kind === "line" ? response.step : 1;
    const steps = Math.round((target + (width * normal(chance, 0, meant.spread)) / 100) / step);
    const counted = Math.min(width, Math.max(0, steps * step));
    owed.set(scale ?? item.id, target - counted);
    const value = item.reversed ? response.maximum - counted : response.minimum + counted;
    answers[item.id] = Number(value.toFixed(6));
  }
  return answers;
}

function isAsked(item: Item, answers: Readonly<Record<string, string | number>>): boolean {
  if (item.askedWhen === undefined) return true;
  const trigger = answers[item.askedWhen.item];
  return typeof trigger === "number" && trigger >= item.askedWhen.atLeast;
}

function narrowestScale(instrument: Instrument, item: string, meant: Meant): string | null {
  const known = instrument.scales.filter(
    (scale) => scale.items.includes(item) && meant.percents[scale.id] !== undefined,
  );
  return known.sort((one, two) => one.items.length - two.items.length)[0]?.id ?? null;
}

/** The other items carry what the risk items, answered at their lowest, leave to them. */
function shareWithoutRisk(
  instrument: Instrument,
  scale: string,
  percent: number,
  risky: ReadonlySet<string>,
): number {
  const items = instrument.scales.find((one) => one.id === scale)?.items ?? [];
  const carrying = items.filter((item) => !risky.has(item)).length;
  return carrying === 0 ? percent : Math.min(100, (percent * items.length) / carrying);
}
