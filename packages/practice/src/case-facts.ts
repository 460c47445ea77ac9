import type { DatedScore, ExpectedModel, ReadinessModel, ResponseModel, RiskMark } from "@concord/course";
import { findInstrument } from "@concord/instruments";
import type { Disclosure, SafetyRecord } from "@concord/signals";
import {
  type Episode,
  episodes,
  type FormRequest,
  type PhaseMark,
  phases,
  type RepairStep,
  type RiskTask,
  repairs,
  requests,
  type Scope,
  type Session,
  scores,
  sessions,
  tasks,
} from "@concord/store";
import { expectedModels } from "./expected/expected-models.ts";
import { readinessModel } from "./expected/readiness-model.ts";
import { responseModels } from "./expected/response-models.ts";

/** Everything the store knows of one case that its course and its line in the caseload are made from. */
export interface CaseFacts {
  readonly episode: Episode;
  readonly sessions: readonly Session[];
  readonly requests: readonly FormRequest[];
  readonly scores: readonly DatedScore[];
  readonly risks: readonly RiskMark[];
  readonly phases: readonly PhaseMark[];
  readonly openTasks: number;
  /** What is recorded of the review of safety answers. */
  readonly safety: readonly SafetyRecord[];
  readonly repairs: readonly RepairStep[];
  readonly disclosures: readonly Disclosure[];
  /** How ratings go in this practice, where its own cases have taught it. */
  readonly expected: readonly ExpectedModel[];
  /** How outcome measures respond in this practice, likewise. */
  readonly responses: readonly ResponseModel[];
  /** What clients’ readiness at intake says of their course, likewise. */
  readonly readiness: ReadinessModel | null;
}

/** The facts of several cases, read together. What a therapist wrote about themselves is not among them. */
export async function readFacts(
  scope: Scope,
  episodeIds: readonly string[],
): Promise<ReadonlyMap<string, CaseFacts>> {
  const found = await episodes.list(scope, { episodes: episodeIds });
  const held = Map.groupBy(await sessions.list(scope, episodeIds), (one) => one.episode);
  const asked = Map.groupBy(await requests.list(scope, episodeIds), (one) => one.episode);
  const dated = await scores.dated(scope, episodeIds);
  const marks = await tasks.marks(scope, episodeIds);
  const set = Map.groupBy(await phases.list(scope, episodeIds), (one) => one.episode);
  const raised = Map.groupBy(await tasks.list(scope, { episodes: episodeIds }), (one) => one.episode);
  const reviews = await tasks.reviews(scope, episodeIds);
  const repaired = Map.groupBy(await repairs.list(scope, episodeIds), (one) => one.episode);
  const expected = await expectedModels(scope);
  const responses = await responseModels(scope);
  const readiness = await readinessModel(scope);
  return new Map(
    found.map((episode) => {
      const id = episode.episode;
      return [
        id,
        {
          episode,
          sessions: held.get(id) ?? [],
          requests: (asked.get(id) ?? []).filter(
            (one) => one.withdrawnAt === null && isShared(one.instrument),
          ),
          scores: (dated.get(id) ?? []).filter((one) => isShared(one.instrument)),
          risks: marks.get(id) ?? [],
          phases: set.get(id) ?? [],
          openTasks: (raised.get(id) ?? []).filter(isOpen).length,
          safety: reviews.get(id) ?? [],
          repairs: repaired.get(id) ?? [],
          disclosures: (raised.get(id) ?? [])
            .filter((task) => task.kind === "disclosure")
            .map(({ task, session, review }) => ({ id: task, session, review })),
          expected,
          responses,
          readiness,
        },
      ];
    }),
  );
}

/** Not reviewed yet, or the agreed next check is past. */
function isOpen({ review }: RiskTask): boolean {
  return review === "unreviewed" || review === "overdue";
}

/** A therapist's self-knowledge stays out of every course, digest and export. */
export function isShared(instrument: string): boolean {
  return findInstrument(instrument)?.seenBy !== "therapist-only";
}
