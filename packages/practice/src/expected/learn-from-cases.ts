import {
  type DatedScore,
  type ExpectedModel,
  type LineOfCase,
  minCasesForResponse,
  minCasesToFit,
  type OutcomeLine,
  percentOf,
  type ReadinessCase,
  type ResponseModel,
} from "@concord/course";
import { type Scope, scores } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { dayOf } from "../calendar.ts";
import { isShared } from "../case-facts.ts";
import { episodesForStatistics } from "../privacy/measuring.ts";
import { saveModels } from "./expected-models.ts";
import { learnApart } from "./fit-in-worker.ts";
import { type Lessons, learn } from "./lesson.ts";
import { saveReadinessModel } from "./readiness-model.ts";
import { saveResponseModels } from "./response-models.ts";

/** More cases would teach little more: so many are taken, evenly over all. */
const mostCases = 800;
const together = 50;

/**
 * Learns how ratings of the alliance go in this practice and how outcome measures respond, form by form, and what readiness
 * at intake says of both, and saves it for every case.
 *
 * Only ratings and sessions are read, no name and no note, and what is saved are a few figures a form. With fewer than
 * two hundred cases of an alliance form, or one hundred of an outcome measure, the prior stands. Read in short steps, so
 * that the practice works on meanwhile.
 */
export async function learnFromCases(
  context: AppContext,
  practice: string,
  onProgress: (done: number, of: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<Lessons> {
  const all = await inPractice(context, practice, async (scope) =>
    (await episodesForStatistics(scope)).map((one) => one.episode),
  );
  const every = Math.max(1, all.length / mostCases);
  const some = Array.from({ length: Math.min(all.length, mostCases) }, (_, i) => all[Math.floor(i * every)]!);
  const lines: LineOfCase[] = [];
  const outcomes: OutcomeLine[] = [];
  const cases: ReadinessCase[] = [];
  for (let from = 0; from < some.length; from += together) {
    const ids = some.slice(from, from + together);
    const taught = await inPractice(context, practice, (scope) => casesOf(scope, ids));
    cases.push(...taught);
    const read = taught.flatMap((one) => one.lines);
    lines.push(...read.filter(({ construct }) => construct === "alliance"));
    outcomes.push(...read.filter(({ construct }) => construct === "outcome"));
    await onProgress(Math.min(from + together, some.length), some.length);
  }
  const lesson = { lines, outcomes, cases, learntOn: dayOf(context.now()) };
  // Too few to learn from is said at once; a search is done apart.
  const isSearch = some.length >= Math.min(minCasesToFit, minCasesForResponse);
  const learnt = isSearch ? await learnApart(lesson, signal) : learn(lesson);
  const models = learnt.expected.flatMap((one): readonly ExpectedModel[] =>
    one.kind === "learnt" ? [one.model] : [],
  );
  const responses = learnt.responses.flatMap((one): readonly ResponseModel[] =>
    one.kind === "learnt" ? [one.model] : [],
  );
  await inPractice(context, practice, async (scope) => {
    await saveModels(scope, models);
    await saveResponseModels(scope, responses);
    await saveReadinessModel(scope, learnt.readiness);
  });
  return learnt;
}

async function casesOf(scope: Scope, ids: readonly string[]): Promise<readonly ReadinessCase[]> {
  const dated = await scores.dated(scope, ids);
  return [...dated.values()].map((own) => {
    const learntFrom = own.filter(
      (one) => (one.construct === "alliance" || one.construct === "outcome") && isShared(one.instrument),
    );
    const groups = Map.groupBy(learntFrom, (one) => `${one.rater} ${one.instrument} ${one.scale}`);
    const lines = [...groups.values()].map((group): LineOfCase => {
      const { rater, construct, instrument, scale, better } = group[0]!;
      const points = group
        .map(({ session, value, minimum, maximum }) => ({
          session,
          value,
          percent: percentOf(value, minimum, maximum, better),
        }))
        .sort((a, b) => a.session - b.session);
      return { rater, construct, instrument, scale, better, points };
    });
    const isOfClient = ({ construct, rater }: DatedScore) => construct === "readiness" && rater === "client";
    return { scores: own.filter(isOfClient), lines };
  });
}
