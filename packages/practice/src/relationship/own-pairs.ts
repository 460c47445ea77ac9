import { type AmongDyads, amongDyads, type BothRated } from "@concord/course";
import { type Episode, episodes, type Scope, scores } from "@concord/store";

/** A therapist's cases, and what is usual between this therapist and their clients. */
export interface OwnPairs {
  readonly cases: readonly Pick<Episode, "episode" | "client">[];
  readonly among: AmongDyads;
}

/** More cases than one works on at a time; the newest stand for how it is now. */
const mostCases = 80;

/**
 * The alliance as therapist and client rate it, in each of a therapist's cases.
 *
 * For the therapist alone: what is usual for them is knowledge about them, not about a case.
 */
export async function ownPairs(scope: Scope, therapist: string): Promise<OwnPairs> {
  const all = await episodes.list(scope, { therapist });
  const cases = all.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1)).slice(0, mostCases);
  const dated = await scores.dated(
    scope,
    cases.map((one) => one.episode),
  );
  return { cases, among: amongDyads(cases.map(({ episode }) => bothIn(dated.get(episode) ?? []))) };
}

type Dated = NonNullable<ReturnType<Awaited<ReturnType<typeof scores.dated>>["get"]>>;

/** Totals of the alliance by session, both chairs, on the 0–100 metric. */
function bothIn(dated: Dated): readonly BothRated[] {
  const of = (rater: "client" | "therapist") =>
    new Map(
      dated
        .filter((one) => one.construct === "alliance" && one.scale === "total" && one.rater === rater)
        .map((one) => [one.session, (100 * (one.value - one.minimum)) / (one.maximum - one.minimum)]),
    );
  const therapist = of("therapist");
  return [...of("client")].flatMap(([session, client]) => {
    const own = therapist.get(session);
    return own === undefined ? [] : [{ session, client, therapist: own }];
  });
}
