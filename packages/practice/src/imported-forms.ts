import type { DatedScore } from "@concord/course";
import { findInstrument, type Instrument, type Rater, type Score } from "@concord/instruments";
import type { CaseScores } from "@concord/interchange";
import { scoreOf } from "./keep-response.ts";

/** One form of one session as a file had it: item by item, or by its scales alone. */
export interface ImportedForm {
  readonly session: number;
  readonly date?: string;
  readonly rater: Rater;
  readonly instrument: string;
  readonly version: string;
  readonly values: Readonly<Record<string, number>>;
  readonly scored:
    | { readonly kind: "items"; readonly instrument: Instrument; readonly score: Score }
    | { readonly kind: "scales"; readonly scores: readonly DatedScore[] };
  /** What it says, for comparing with what is here. */
  readonly fingerprint: string;
}

/**
 * The forms behind a case's scores, in order of session. Where items are there, the scores are made from
 * them.
 */
export function importedForms(own: CaseScores): readonly ImportedForm[] {
  const forms = new Map<string, ImportedForm>();
  for (const { line: _, ...one } of own.responses) {
    const instrument = findInstrument(one.instrument);
    const score =
      instrument === null ? null : scoreOf(instrument, { ...one, instrumentVersion: one.version, texts: {} });
    if (instrument === null || score === null) continue;
    const fingerprint = fingerprintOf(
      score.scales.flatMap((scale) => (scale.kind === "score" ? [[scale.scale, scale.value] as const] : [])),
    );
    forms.set(keyOf(one), { ...one, scored: { kind: "items", instrument, score }, fingerprint });
  }
  for (const [key, scores] of Map.groupBy(own.scores, keyOf)) {
    const [first] = scores;
    if (first === undefined || forms.has(key)) continue;
    forms.set(key, {
      session: first.session,
      ...(first.date === undefined ? {} : { date: first.date }),
      rater: first.rater,
      instrument: first.instrument,
      version: findInstrument(first.instrument)?.version ?? "unknown",
      values: {},
      scored: { kind: "scales", scores },
      fingerprint: fingerprintOf(scores.map((one) => [one.scale, one.value])),
    });
  }
  return [...forms.values()].sort((a, b) => a.session - b.session);
}

/** Scale by scale in one order, rounded where files and floating point differ. */
export function fingerprintOf(values: readonly (readonly [string, number])[]): string {
  return [...values]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([scale, value]) => `${scale}=${value.toFixed(6)}`)
    .join(" ");
}

function keyOf(one: {
  readonly session: number;
  readonly rater: Rater;
  readonly instrument: string;
}): string {
  return `${one.session} ${one.rater} ${one.instrument}`;
}
