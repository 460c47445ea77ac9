import type { Range } from "@concord/instruments";
import type { Plan } from "../mapping/plan.ts";
import { type ScaleFacts, usualRange } from "../measured/facts.ts";
import type { ProblemLog } from "../problem.ts";
import type { CaseScores, GivenCriterion } from "../ratings.ts";
import { printable, quoted } from "../text/printable.ts";
import { type CaseDraft, caseDraft, noteMoment, putAnswer, putForm, putRisk, putScore } from "./draft.ts";
import { finishCase } from "./finish-case.ts";
import type { FormattedDate, RowPlace } from "./row-place.ts";
import type { Sink } from "./sink.ts";

/** A sink that gathers what it is given by case. */
export interface Gathering extends Sink {
  /** How many ratings are held. */
  readonly size: () => number;
  readonly finish: () => CollectedRatings;
}

export interface CollectedRatings {
  readonly cases: readonly CaseScores[];
  readonly criteria: readonly GivenCriterion[];
  readonly notes: readonly string[];
}

/** Gathers ratings by case. What is there twice is told, and the first stands. */
export function gather(plan: Plan, log: ProblemLog): Gathering {
  const drafts = new Map<string, CaseDraft>();
  let size = 0;

  const draftOf = (place: RowPlace, when: FormattedDate): CaseDraft => {
    let draft = drafts.get(place.case);
    if (draft === undefined) {
      draft = caseDraft(place.case, plan.when.kind === "time" || plan.when.kind === "date");
      drafts.set(place.case, draft);
    }
    noteMoment(draft, place, when);
    noteTherapist(draft, place, plan, log);
    return draft;
  };
  const twice = (place: RowPlace, column: string, what: string, first: number, same: boolean): void => {
    const sentence = `${what} is already in line ${first}${same ? ", with the same value" : ""}.`;
    log.add({ kind: "duplicate", line: place.line, column, sentence, kept: "The first was kept." });
  };

  return {
    size: () => size,
    score: (found) => {
      const before = putScore(draftOf(found.place, found.when), found);
      if (before === null) size++;
      else if (!log.onlyCounts("duplicate")) {
        const { facts, place, column, value } = found;
        const what = `The ${facts.rater}'s ${facts.scale} ${named(place, found.when, plan)}`;
        twice(place, column, what, before.line, before.value === value);
      }
    },
    answer: (found) => {
      const before = putAnswer(draftOf(found.place, found.when), found);
      if (before === null) size++;
      else if (!log.onlyCounts("duplicate")) {
        const { place, column, form, item, value } = found;
        const what = `The ${form.rater}'s item ${item} ${named(place, found.when, plan)}`;
        twice(place, column, what, before.line, before.values[item] === value);
      }
    },
    form: (found) => {
      const before = putForm(draftOf(found.place, found.when), found);
      if (before === null) size += Object.keys(found.values).length;
      else {
        const { place, column, form } = found;
        twice(place, column, `${form.shortTitle} ${named(place, found.when, plan)}`, before.line, false);
      }
    },
    unanswered: (place, when, rater, construct) => {
      const key = `${when.at} ${rater} ${construct}`;
      draftOf(place, when).unanswered.set(key, { at: when.at, rater, construct });
    },
    risk: (found) => {
      if (found.when !== null) putRisk(draftOf(found.place, found.when), found);
    },
    finish: () => {
      const { ranges, notes } = assumedRanges(drafts.values());
      dropWhatWasNotAsked(drafts, plan.when.kind === "columns");
      const ageBand = plan.mapping.ageBand;
      const unit = "column" in plan.when ? plan.when.column : "";
      const columnsSpeak = [...plan.cells, ...plan.groups].every(({ rater }) => rater.kind !== "column");
      const cases = [...drafts.values()].map((draft) => {
        const finished = finishCase(draft, { ranges, log, columnsSpeak, unit });
        return ageBand === undefined ? finished : { ...finished, ageBand };
      });
      return { cases, criteria: givenCriteria(drafts.values()), notes };
    },
  };
}

const named = (place: RowPlace, when: FormattedDate, plan: Plan): string => {
  const at = "column" in plan.when ? `${printable(plan.when.column)} ${printable(when.label ?? "")}` : "";
  return `of ${quoted(place.case)}, ${when.label === null ? `session ${when.at}` : at},`;
};

function noteTherapist(draft: CaseDraft, place: RowPlace, plan: Plan, log: ProblemLog): void {
  if (place.therapist === null || place.therapist === draft.therapist) return;
  if (draft.therapist === null) {
    draft.therapist = place.therapist;
    return;
  }
  if (draft.therapistsTold.has(place.therapist)) return;
  draft.therapistsTold.add(place.therapist);
  log.add({
    kind: "therapist-changed",
    line: place.line,
    column: plan.therapist?.column ?? null,
    sentence: `${quoted(place.case)} is with therapist ${quoted(place.therapist)} here, and with ${quoted(draft.therapist)} before.`,
    kept: "The rating was kept; the case stays with the first.",
  });
}

/**
 * An empty field is a form that did not come back only if it can have been asked for. Where the file has several
 * cases and none of them has an answer at that moment, it was not part of that visit; where columns are sessions,
 * what lies after a case's last answer was never held; and who never answers has not been asked.
 */
function dropWhatWasNotAsked(drafts: ReadonlyMap<string, CaseDraft>, columnsAreSessions: boolean): void {
  const everywhere = new Set<string>();
  for (const draft of drafts.values()) for (const { key } of answersOf(draft)) everywhere.add(key);
  for (const draft of drafts.values()) {
    const own = answersOf(draft);
    const last = Math.max(...own.map(({ at }) => at));
    const chairs = new Set(own.map(({ chair }) => chair));
    for (const [key, { at, rater, construct }] of draft.unanswered) {
      const asked = drafts.size === 1 || everywhere.has(key);
      if (!asked || (columnsAreSessions && at > last) || !chairs.has(`${rater} ${construct}`)) {
        draft.unanswered.delete(key);
      }
    }
  }
}

function answersOf(
  draft: CaseDraft,
): readonly { readonly key: string; readonly chair: string; readonly at: number }[] {
  const found = (moments: Iterable<number>, { rater, construct }: Pick<ScaleFacts, "rater" | "construct">) =>
    [...moments].map((at) => ({ key: `${at} ${rater} ${construct}`, chair: `${rater} ${construct}`, at }));
  return [
    ...[...draft.scores].flatMap(([facts, scores]) => found(scores.keys(), facts)),
    ...[...draft.forms].flatMap(([form, forms]) => found(forms.keys(), form)),
  ];
}

function givenCriteria(drafts: Iterable<CaseDraft>): readonly GivenCriterion[] {
  const all = new Set<ScaleFacts>();
  for (const { scores } of drafts) for (const facts of scores.keys()) all.add(facts);
  return [...all].flatMap(({ instrument, scale, rater, construct, better, reliableChange, cutoff }) =>
    reliableChange === undefined && cutoff === undefined
      ? []
      : [
          {
            ...{ instrument, scale, rater, construct, better },
            reliableChange: reliableChange ?? null,
            cutoff: cutoff ?? null,
          },
        ],
  );
}

/** Ranges for scales that nobody described, from all their values in the file. */
function assumedRanges(drafts: Iterable<CaseDraft>): {
  readonly ranges: ReadonlyMap<string, Range>;
  readonly notes: readonly string[];
} {
  const seen = new Map<string, { lowest: number; highest: number }>();
  for (const draft of drafts) {
    for (const [facts, scores] of draft.scores) {
      if (facts.range !== null) continue;
      const span = seen.get(facts.scale) ?? {
        lowest: Number.POSITIVE_INFINITY,
        highest: Number.NEGATIVE_INFINITY,
      };
      seen.set(facts.scale, span);
      for (const { value } of scores.values()) {
        span.lowest = Math.min(span.lowest, value);
        span.highest = Math.max(span.highest, value);
      }
    }
  }
  const ranges = new Map<string, Range>();
  const byRange = new Map<string, string[]>();
  for (const [scale, { lowest, highest }] of seen) {
    const range = usualRange(lowest, highest);
    ranges.set(scale, range);
    const words = `${range.minimum} to ${range.maximum}`;
    byRange.set(words, [...(byRange.get(words) ?? []), quoted(scale)]);
  }
  const notes = [...byRange].map(
    ([words, scales]) =>
      `The file does not say which range ${scales.join(", ")} can have; going by the values, ${words} was taken. Name the instrument, or give --minimum and --maximum.`,
  );
  return { ranges, notes };
}
