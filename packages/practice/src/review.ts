import { summarise } from "@concord/course";
import { findInstrument, type Rater } from "@concord/instruments";
import { attentionOf, detectAll, isPaused, questionsToShare } from "@concord/signals";
import { type RepairStep, repairs } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { type CaseFacts, readFacts } from "./case-facts.ts";
import { openCase } from "./open-case.ts";
import { absent } from "./permit.ts";
import { record } from "./record.ts";
import { traceCase } from "./trace-case.ts";
import type { ReviewView } from "./views.ts";

/**
 * What the two look at side by side: only what both may see.
 *
 * The client's own ratings always; the therapist's only when the therapist puts them beside, each time again.
 * Never what caregivers, observers or fellow members said, what is for one of the two alone, or risk answers,
 * which are for a conversation and not for a chart. The questions come from what this shared course shows.
 */
export async function reviewTogether(
  context: AppContext,
  actor: Actor,
  episodeId: string,
  therapistRatings: ReviewView["therapistRatings"] = "not-yet-shared",
): Promise<ReviewView> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "review-together", episodeId);
    const facts = (await readFacts(scope, [episodeId])).get(episodeId);
    if (facts === undefined) throw absent();
    await record(scope, actor, `review-together ${therapistRatings}`, `episode:${episodeId}`);
    const course = traceCase(sharedFacts(facts, therapistRatings), context.now());
    const { advice } = attentionOf(course, detectAll(course), { repairs: facts.repairs });
    // Safety answers are not on this page, and still pause what would be out of place beside them.
    const whole = traceCase(facts, context.now());
    const { suspended } = attentionOf(whole, detectAll(whole), facts);
    return {
      episode: episodeId,
      client: episode.client.label,
      therapist: episode.therapist.name,
      course,
      summary: summarise(course),
      agreed: agreedOf(await repairs.list(scope, [episodeId])),
      questions: questionsToShare(advice.filter((each) => !isPaused(each, suspended))),
      therapistRatings,
      simulated: episode.simulated,
    };
  });
}

/** What the two agreed after something went wrong, newest first; a step taken back is not among it. */
function agreedOf(steps: readonly RepairStep[]): ReviewView["agreed"] {
  const newest = new Map(steps.filter((one) => one.step === "agreed").map((one) => [one.rupture, one]));
  return [...newest.values()]
    .flatMap(({ rupture, state, words, takenIn }) =>
      state === "done" && words !== null ? [{ rupture, takenIn, words }] : [],
    )
    .toSorted((a, b) => b.takenIn - a.takenIn);
}

/**
 * The facts less everything that is not for both: a course traced from them cannot show what is not in them.
 */
function sharedFacts(facts: CaseFacts, therapistRatings: ReviewView["therapistRatings"]): CaseFacts {
  const isForBoth = (one: { readonly instrument: string; readonly rater: Rater }) => {
    if (one.rater === "client") return true;
    if (findInstrument(one.instrument)?.seenBy === "care-team") return false;
    return one.rater === "member" || (one.rater === "therapist" && therapistRatings === "shown");
  };
  return {
    ...facts,
    scores: facts.scores.filter(isForBoth),
    requests: facts.requests.filter((one) => isForBoth(one) && one.answeredAt !== null),
    risks: [],
    openTasks: 0,
  };
}
