import type { CaseScores } from "@concord/interchange";
import { episodes, responses, type Scope, scores, staff } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { changedForm, type ImportChoices, type ImportProblem, planImport } from "./import-plan.ts";
import { addForms, addSessions, openCases } from "./import-rows.ts";
import { fingerprintOf, type ImportedForm, importedForms } from "./imported-forms.ts";
import { permit } from "./permit.ts";
import { record } from "./record.ts";
import { refresh } from "./refresh.ts";

export type ImportResult =
  | {
      readonly kind: "imported";
      readonly cases: number;
      readonly newCases: number;
      readonly sessions: number;
      readonly forms: number;
      /** Forms that were here already, with the same values. */
      readonly alreadyHere: number;
      readonly riskTasks: number;
    }
  | { readonly kind: "refused"; readonly problems: readonly ImportProblem[] };

/** Thrown inside the transaction so that it is taken back as a whole. */
class Refused extends Error {
  readonly problems: readonly ImportProblem[];
  constructor(problems: readonly ImportProblem[]) {
    super("import refused");
    this.problems = problems;
  }
}

/**
 * Takes the ratings of a file into the practice, all of them or none.
 *
 * A case that is here by the same name is continued; the same form of the same session with the same values
 * is passed over, so that a file may be read twice; other values are a problem, because nothing given is ever
 * overwritten.
 */
export async function importRatings(
  context: AppContext,
  actor: Actor,
  given: readonly CaseScores[],
  choices: ImportChoices = {},
): Promise<ImportResult> {
  try {
    return await within(context, actor, async (scope) => {
      permit(actor, "import-ratings", { kind: "practice" });
      return take(scope, context, actor, given, choices);
    });
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", problems: error.problems };
    throw error;
  }
}

async function take(
  scope: Scope,
  context: AppContext,
  actor: Actor,
  given: readonly CaseScores[],
  choices: ImportChoices,
): Promise<ImportResult> {
  const problems: ImportProblem[] = [];
  const known = await episodes.byReference(
    scope,
    given.map((one) => one.case),
  );
  const all = await staff.list(scope);
  const plans = given.map((own) =>
    planImport(own, known.get(own.case) ?? null, all, actor, choices, problems),
  );
  const here = [...known.values()].map((one) => one.episode);
  const before = await formsHere(scope, here);
  let alreadyHere = 0;
  const fresh = plans.map(({ own, episode }) => {
    const forms = importedForms(own).filter((form) => {
      const same = before.get(formKey(episode, form));
      if (same === undefined) return true;
      if (same !== form.fingerprint) problems.push(changedForm(own.case, form));
      else alreadyHere++;
      return false;
    });
    return { own, episode, forms };
  });
  if (problems.length > 0) throw new Refused(problems);
  const opened = plans.filter((one) => one.isNew);
  await openCases(scope, context.now(), opened);
  const added = await addSessions(scope, fresh);
  const riskTasks = await addForms(scope, fresh);
  const touched = plans.map((one) => one.episode);
  for (let from = 0; from < touched.length; from += 200) {
    await refresh(scope, touched.slice(from, from + 200));
  }
  const forms = fresh.reduce((sum, one) => sum + one.forms.length, 0);
  await record(scope, actor, `import-ratings ${plans.length} cases ${forms} forms`, "practice");
  return {
    kind: "imported",
    cases: plans.length,
    newCases: opened.length,
    sessions: added,
    forms,
    alreadyHere,
    riskTasks,
  };
}

function formKey(episode: string, form: Pick<ImportedForm, "session" | "rater" | "instrument">): string {
  return `${episode} ${form.session} ${form.rater} ${form.instrument}`;
}

/** What is here, in words that can be compared with what comes. */
async function formsHere(scope: Scope, here: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const kept = Map.groupBy(await scores.list(scope, here), (one) => one.response);
  const standing = await responses.list(scope, here);
  return new Map(
    standing.map((one) => {
      const own = (kept.get(one.response) ?? []).flatMap(({ result }) =>
        result.kind === "score" ? [[result.scale, result.value] as const] : [],
      );
      return [formKey(one.episode, one), fingerprintOf(own)];
    }),
  );
}
