import { type AgeBand, type Construct, type Range, type Rater, scaleRange } from "@concord/instruments";
import type { Measure } from "../mapping/mapping.ts";
import type { ProblemKind } from "../problem.ts";
import { nearest } from "../text/nearest.ts";
import { printable, quoted } from "../text/printable.ts";
import { findForm, stemOf } from "./form.ts";
import { findScale, scaleByName, suggestedScales } from "./scale.ts";

/** What a number is a number of. */
export interface ScaleFacts {
  readonly kind: "facts";
  readonly rater: Rater;
  readonly instrument: string;
  readonly construct: Construct;
  readonly scale: string;
  readonly better: "higher" | "lower" | "neither";
  /** Null where neither the catalogue nor the mapping says it: it is then taken from the whole file. */
  readonly range: Range | null;
  /** The metric of the file, where it is not the instrument's own. */
  readonly given: Range | null;
  /** A sum of whole answers cannot be a fraction. */
  readonly whole: boolean;
  /** What the mapping says of change on this scale. */
  readonly reliableChange?: number;
  readonly cutoff?: number;
}

export interface Unknown {
  readonly kind: "unknown";
  readonly problem: ProblemKind;
  readonly sentence: string;
}

export interface ScaleWords {
  readonly instrument: string | null;
  readonly scale: string | null;
  readonly rater: Rater;
}

/** The id of an instrument that a file does not name. */
export const unnamed = "unnamed";

/** What is known of a scale by its words, from the catalogue first and from the mapping where that is silent. */
export function scaleFacts(
  words: ScaleWords,
  measure: Measure,
  ageBand: AgeBand | null,
): ScaleFacts | Unknown {
  const facts = factsOf(words, measure, ageBand);
  if (facts.kind === "unknown") return facts;
  const { reliableChange, cutoff } = measure;
  return {
    ...facts,
    ...(reliableChange === undefined ? {} : { reliableChange }),
    ...(cutoff === undefined ? {} : { cutoff }),
  };
}

function factsOf(words: ScaleWords, measure: Measure, ageBand: AgeBand | null): ScaleFacts | Unknown {
  const given = givenRange(measure);
  if (words.instrument === null) return withoutInstrument(words, measure, given, ageBand);
  const found = findForm(words.instrument, words.rater, ageBand);
  if (found.kind === "form") return ofForm(words, given, found.form);
  if (given === null) {
    return found.kind === "unknown"
      ? { ...found, problem: "unknown-instrument", sentence: `${found.sentence} ${rangeHint}` }
      : { kind: "unknown", problem: "unknown-rater", sentence: found.sentence };
  }
  if (found.kind === "other-rater") {
    const scale = findScale(found.sibling, words.scale);
    const facts = custom(words, measure, given, `${stemOf(found.sibling)}-${words.rater}`);
    return {
      ...facts,
      construct: measure.construct ?? found.sibling.construct,
      ...(scale.kind === "scale"
        ? { scale: scale.scale.id, better: measure.better ?? scale.scale.better }
        : {}),
    };
  }
  return custom(words, measure, given, printable(words.instrument));
}

const rangeHint =
  "For one that is not in it, give the lowest and highest possible score (--minimum, --maximum).";

function ofForm(
  words: ScaleWords,
  given: Range | null,
  form: Extract<ReturnType<typeof findForm>, { kind: "form" }>["form"],
): ScaleFacts | Unknown {
  const found = findScale(form, words.scale);
  if (found.kind === "unknown")
    return { kind: "unknown", problem: "unknown-scale", sentence: found.sentence };
  const { scale } = found;
  const own = scaleRange(form, scale);
  if (own === null && given === null) {
    return {
      kind: "unknown",
      problem: "unknown-scale",
      sentence: `The range of ${form.shortTitle}, ${scale.id}, is not known. Give it (--minimum, --maximum).`,
    };
  }
  const other =
    own !== null && given !== null && (own.minimum !== given.minimum || own.maximum !== given.maximum);
  const codes = form.items.filter((item) => scale.items.includes(item.id));
  return {
    kind: "facts",
    rater: words.rater,
    instrument: form.id,
    construct: form.construct,
    scale: scale.id,
    better: scale.better,
    range: own ?? given,
    given: other ? given : null,
    whole:
      !other &&
      scale.combine === "sum" &&
      scale.factor === undefined &&
      codes.length > 0 &&
      codes.every((item) => item.response.kind !== "line"),
  };
}

function withoutInstrument(
  words: ScaleWords,
  measure: Measure,
  given: Range | null,
  ageBand: AgeBand | null,
): ScaleFacts | Unknown {
  const word = words.scale ?? "total";
  const asInstrument = words.scale === null ? null : findForm(word, words.rater, ageBand);
  if (asInstrument?.kind === "form") return ofForm({ ...words, scale: null }, given, asInstrument.form);
  const named = scaleByName(word);
  if (named === null && given === null) {
    const meant = nearest(word, suggestedScales);
    const hint = meant === null ? "" : ` Did you mean ${meant}?`;
    return {
      kind: "unknown",
      problem: "unknown-scale",
      sentence: `Nothing is known of a scale ${quoted(word)}.${hint} Name its instrument (--instrument), or give its range (--minimum, --maximum).`,
    };
  }
  return {
    kind: "facts",
    rater: words.rater,
    instrument: unnamed,
    construct: measure.construct ?? named?.construct ?? "alliance",
    scale: named?.id ?? printable(word),
    better: measure.better ?? named?.better ?? "higher",
    range: given,
    given: null,
    whole: false,
  };
}

/** A scale the mapping describes by itself. A lower score is better only where the mapping says so. */
function custom(words: ScaleWords, measure: Measure, range: Range, instrument: string): ScaleFacts {
  const named = words.scale === null ? null : scaleByName(words.scale);
  const better = measure.better ?? named?.better ?? "higher";
  return {
    kind: "facts",
    rater: words.rater,
    instrument,
    construct: measure.construct ?? (better === "lower" ? "outcome" : (named?.construct ?? "alliance")),
    scale: named?.id ?? printable(words.scale ?? "total"),
    better,
    range,
    given: null,
    whole: false,
  };
}

function givenRange(measure: Measure): Range | null {
  if (measure.minimum === undefined || measure.maximum === undefined) return null;
  return { minimum: measure.minimum, maximum: measure.maximum };
}

const conventional: readonly Range[] = [
  { minimum: 1, maximum: 5 },
  { minimum: 1, maximum: 7 },
  { minimum: 0, maximum: 10 },
  { minimum: 0, maximum: 40 },
  { minimum: 12, maximum: 60 },
  { minimum: 12, maximum: 84 },
  { minimum: 0, maximum: 100 },
];

/**
 * In which range do the numbers of a scale lie that nobody described? The narrowest of the usual ones (item means
 * of five or seven points, a 0–10 line, four such lines, sums of twelve items, per cent) that holds them all, or
 * else their own. A guess, which the reader's notes state.
 */
export function usualRange(lowest: number, highest: number): Range {
  const fits = conventional.find((range) => lowest >= range.minimum && highest <= range.maximum);
  return fits ?? { minimum: Math.min(0, lowest), maximum: highest > lowest ? highest : lowest + 1 };
}
