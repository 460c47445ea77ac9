import { answer, type Instrument, type RawAnswers } from "@concord/instruments";
import type { MemberRating } from "@concord/store";

/** Answers as they can be kept, or what stands in the way, item by item. */
export type Reading =
  | {
      readonly kind: "answers";
      readonly values: Readonly<Record<string, number>>;
      readonly texts: Readonly<Record<string, string>>;
      readonly members: readonly MemberRating[];
    }
  | {
      readonly kind: "rejected";
      readonly problems: readonly { readonly item: string; readonly problem: string }[];
    };

const nothingYet = {
  item: "form",
  problem: "Answer at least one question. You can leave out any of the others.",
};

/**
 * What did the person answer, about one session or about each fellow member?
 *
 * In a round robin every member is read like a form of its own, under names that begin with the member's. A
 * form with nothing in it is handed back, so that a slip of the thumb does not close it for good.
 */
export function readAnswers(
  instrument: Instrument,
  raw: RawAnswers,
  members: readonly { readonly id: string }[],
): Reading {
  const reading =
    instrument.about === "each-member" ? eachMember(instrument, raw, members) : whole(instrument, raw);
  if (reading.kind === "rejected") return reading;
  const isEmpty =
    Object.keys(reading.values).length === 0 &&
    Object.keys(reading.texts).length === 0 &&
    reading.members.length === 0;
  return isEmpty ? { kind: "rejected", problems: [nothingYet] } : reading;
}

function whole(instrument: Instrument, raw: RawAnswers): Reading {
  const given = answer(instrument, raw);
  if (given.kind === "rejected") return { kind: "rejected", problems: given.problems };
  return { kind: "answers", values: given.values, texts: given.texts, members: [] };
}

function eachMember(
  instrument: Instrument,
  raw: RawAnswers,
  members: readonly { readonly id: string }[],
): Reading {
  const problems: { item: string; problem: string }[] = [];
  const ratings: MemberRating[] = [];
  const byMember = Map.groupBy(Object.entries(raw), ([name]) => name.split(":")[0] ?? "");
  for (const [member, entries] of byMember) {
    if (!members.some((one) => one.id === member)) {
      problems.push({ item: member, problem: "This person is not a member of the group." });
      continue;
    }
    const own = Object.fromEntries(entries.map(([name, value]) => [name.slice(member.length + 1), value]));
    const given = answer(instrument, own);
    if (given.kind === "rejected") {
      problems.push(...given.problems.map((one) => ({ ...one, item: `${member}:${one.item}` })));
      continue;
    }
    ratings.push(...Object.entries(given.values).map(([item, value]) => ({ member, item, value })));
  }
  if (problems.length > 0) return { kind: "rejected", problems };
  return { kind: "answers", values: {}, texts: {}, members: ratings };
}
