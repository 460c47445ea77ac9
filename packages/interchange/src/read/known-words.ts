import type { Instrument, Rater } from "@concord/instruments";
import type { Mapping, Measure } from "../mapping/mapping.ts";
import { type ScaleFacts, scaleFacts, type Unknown } from "../measured/facts.ts";
import { findForm } from "../measured/form.ts";

export interface KnownForm {
  readonly kind: "form";
  readonly form: Instrument;
}

/** Looks words up once for each combination, however many rows there are. */
export interface KnownWords {
  readonly facts: (
    measure: Measure,
    instrument: string | null,
    rater: Rater | null,
    scale: string | null,
  ) => ScaleFacts | Unknown;
  readonly form: (instrument: string, rater: Rater | null) => KnownForm | Unknown;
}

/**
 * One scale of one rater has one set of facts in a file: where two measures describe the same scale by different
 * ranges, the first stands, and numbers outside it are turned away like any others.
 */
export function knownWords(mapping: Mapping): KnownWords {
  const ageBand = mapping.ageBand ?? null;
  const facts = new Map<Measure, Map<string, ScaleFacts | Unknown>>();
  const forms = new Map<string, KnownForm | Unknown>();
  const one = new Map<string, ScaleFacts>();
  const form = (instrument: string, rater: Rater | null): KnownForm | Unknown => {
    const key = `${rater} ${instrument}`;
    let found = forms.get(key);
    if (found === undefined) {
      found = lookUp(instrument, rater);
      forms.set(key, found);
    }
    return found;
  };
  const lookUp = (instrument: string, rater: Rater | null): KnownForm | Unknown => {
    const found = findForm(instrument, rater, ageBand);
    if (found.kind === "form") {
      if (found.form.key !== "needed" && found.form.items.length > 0) return found;
      const sentence = `${found.form.shortTitle} cannot be scored from its items: its key is still needed.`;
      return { kind: "unknown", problem: "unknown-instrument", sentence };
    }
    const problem = found.kind === "unknown" ? "unknown-instrument" : "unknown-rater";
    return { kind: "unknown", problem, sentence: found.sentence };
  };
  return {
    form,
    facts: (measure, instrument, given, scale) => {
      const key = JSON.stringify([instrument, given, scale]);
      const known = facts.get(measure) ?? new Map<string, ScaleFacts | Unknown>();
      facts.set(measure, known);
      const before = known.get(key);
      if (before !== undefined) return before;
      const rater = given ?? raterOf(instrument ?? scale, mapping);
      let found = scaleFacts({ instrument, scale, rater }, measure, ageBand);
      if (found.kind === "facts") {
        const identity = JSON.stringify([found.rater, found.instrument, found.scale]);
        found = one.get(identity) ?? found;
        one.set(identity, found);
      }
      known.set(key, found);
      return found;
    },
  };
}

/** Who answers, where the file does not say: whoever the form is for, otherwise the client. */
function raterOf(word: string | null, mapping: Mapping): Rater {
  if (word === null) return "client";
  const client = findForm(word, "client", mapping.ageBand ?? null);
  if (client.kind === "form") return "client";
  const any = findForm(word, null, mapping.ageBand ?? null);
  return any.kind === "form" ? any.form.rater : "client";
}
