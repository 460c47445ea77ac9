import type { Quality, RaterSplit, StudyAgeBand, Timing } from "@concord/evidence";
import type { SynthesisChoice } from "@concord/practice";
import { ageWords, qualityWords, raterNouns, timingWords } from "./words.ts";

/** Reads a choice from the address; what it does not know counts as not chosen. */
export function choiceOf(search: URLSearchParams): SynthesisChoice {
  const known = <Value extends string>(name: string, words: Readonly<Record<Value, string>>) =>
    search.getAll(name).filter((value): value is Value => Object.hasOwn(words, value));
  return {
    raters: known<RaterSplit>("rater", raterNouns),
    ageBands: known<StudyAgeBand>("age", ageWords),
    timings: known<Timing>("timing", timingWords),
    qualities: known<Quality>("quality", qualityWords),
    instruments: search.getAll("measure").filter((name) => name !== "" && name.length <= 200),
    from: yearOf(search.get("from")),
    to: yearOf(search.get("to")),
  };
}

/** The same choice as an address, for links that keep it. */
export function choiceQuery(choice: SynthesisChoice): string {
  const search = new URLSearchParams();
  for (const [name, values] of [
    ["rater", choice.raters],
    ["age", choice.ageBands],
    ["measure", choice.instruments],
    ["timing", choice.timings],
    ["quality", choice.qualities],
  ] as const)
    for (const value of values) search.append(name, value);
  if (choice.from !== null) search.set("from", String(choice.from));
  if (choice.to !== null) search.set("to", String(choice.to));
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

function yearOf(text: string | null): number | null {
  return text !== null && /^\d{4}$/.test(text) ? Number(text) : null;
}
