import {
  type ExpectedModel,
  type Learnt,
  type LineOfCase,
  learnExpected,
  minCasesToFit,
  percentOf,
} from "@concord/course";
import { episodes, type Scope, scores } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { dayOf } from "../calendar.ts";
import { isShared } from "../case-facts.ts";
import { saveModels } from "./expected-models.ts";
import { learnApart } from "./fit-in-worker.ts";

/** More cases would teach little more: so many are taken, evenly over all. */
const mostCases = 800;
const together = 50;

/**
 * Learns how ratings go in this practice, form by form, and keeps it for every case.
 *
 * Only ratings and sessions are read, no name and no note, and what is kept are eight figures a form. With fewer than
 * two hundred cases of a form the prior stands. Read in short steps, so that the practice works on meanwhile.
 */
export async function learnFromCases(
  context: AppContext,
  practice: string,
  onProgress: (done: number, of: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<readonly Learnt[]> {
  const all = await inPractice(context, practice, async (scope) =>
    (await episodes.list(scope)).map((one) => one.episode),
  );
  const every = Math.max(1, all.length / mostCases);
  const some = Array.from({ length: Math.min(all.length, mostCases) }, (_, i) => all[Math.floor(i * every)]!);
  const lines: LineOfCase[] = [];
  for (let from = 0; from < some.length; from += together) {
    const ids = some.slice(from, from + together);
    lines.push(...(await inPractice(context, practice, (scope) => linesOf(scope, ids))));
    await onProgress(Math.min(from + together, some.length), some.length);
  }
  const lesson = { lines, learntOn: dayOf(context.now()) };
  // Too few to learn from is said at once; a search is done apart.
  const isSearch = some.length >= minCasesToFit;
  const learnt = isSearch ? await learnApart(lesson, signal) : learnExpected(lesson.lines, lesson.learntOn);
  const models = learnt.flatMap((one): readonly ExpectedModel[] =>
    one.kind === "learnt" ? [one.model] : [],
  );
  await inPractice(context, practice, (scope) => saveModels(scope, models));
  return learnt;
}

async function linesOf(scope: Scope, ids: readonly string[]): Promise<readonly LineOfCase[]> {
  const dated = await scores.dated(scope, ids);
  return [...dated.values()].flatMap((own) => {
    const alliance = own.filter((one) => one.construct === "alliance" && isShared(one.instrument));
    const groups = Map.groupBy(alliance, (one) => `${one.rater} ${one.instrument} ${one.scale}`);
    return [...groups.values()].map((group): LineOfCase => {
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
  });
}
