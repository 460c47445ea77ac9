import type { SynthesisChoice } from "@concord/practice";
import { ages, isOneOf, qualities, raters, timings } from "./terms.ts";

/** Reads a choice from the address; what it does not know counts as not chosen. */
export function choiceOf(search: URLSearchParams): SynthesisChoice {
  const known = <Value extends string>(name: string, values: readonly Value[]) =>
    search.getAll(name).filter((value) => isOneOf(values, value));
  return {
    raters: known("rater", raters),
    ageBands: known("age", ages),
    timings: known("timing", timings),
    qualities: known("quality", qualities),
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
