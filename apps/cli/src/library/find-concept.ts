import { nearest, quoted } from "@concord/interchange/table";
import type { Concept } from "@concord/library";
import { listConcepts } from "@concord/practice";
import type { OpenPractice } from "../open-practice.ts";
import { CommandRefused } from "../terminal.ts";

/** The concept that goes by this name, or by one of its names of today. */
export async function findConcept({ context, actor }: OpenPractice, name: string): Promise<Concept> {
  const all = (await listConcepts(context, actor)).map(({ concept }) => concept);
  const wanted = name.trim().toLowerCase();
  const isCalled = (own: Concept): boolean => [own.id, own.name.toLowerCase()].includes(wanted);
  const isAlsoCalled = (own: Concept): boolean =>
    own.wordings.some(({ kind, words }) => kind === "variant" && words.toLowerCase() === wanted);
  const found = all.find(isCalled) ?? all.find(isAlsoCalled);
  if (found !== undefined) return found;
  const names = all.map((own) => own.name);
  const meant = nearest(wanted, names);
  const list = meant === null ? `There are: ${names.join(", ")}.` : `Did you mean ${meant}?`;
  throw new CommandRefused(`There is no concept ${quoted(name)}. ${list}`);
}
