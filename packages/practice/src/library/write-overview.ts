import type { OverviewSentence } from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import { concepts } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import { acceptedOf, keptConcept } from "./concepts.ts";

export type OverviewWritten =
  | { readonly kind: "written"; readonly sentences: number }
  /** Nothing was kept; what was written before stands. */
  | { readonly kind: "refused"; readonly message: StaffMessage };

const maxLength = 600;
const maxSentences = 40;

/**
 * Says where the authors of a concept meet and what divides them. Each sentence must cite a passage that is accepted
 * for it, and none that is not; the earlier overview stays on record.
 */
export async function writeOverview(
  context: AppContext,
  actor: Actor,
  id: string,
  given: readonly OverviewSentence[],
): Promise<OverviewWritten> {
  permit(actor, "write-library", { kind: "practice" });
  if (actor.kind !== "staff") throw absent();
  const overview = given
    .map(({ words, kind, cites }) => ({
      words: words.replace(/\s+/g, " ").trim(),
      kind,
      cites: [...new Set(cites)],
    }))
    .filter(({ words }) => words !== "");
  return within(context, actor, async (scope): Promise<OverviewWritten> => {
    const { concept } = await keptConcept(scope, id);
    const accepted = new Set(acceptedOf(await concepts.rulings(scope, id)).map((one) => one.id));
    const message = problemWith(overview, accepted);
    if (message !== null) return { kind: "refused", message };
    await concepts.write(scope, { concept, overview }, actor.staff);
    await record(scope, actor, "write-overview", `concept:${id}`);
    return { kind: "written", sentences: overview.length };
  });
}

function problemWith(
  overview: readonly OverviewSentence[],
  accepted: ReadonlySet<string>,
): StaffMessage | null {
  if (overview.length > maxSentences)
    return {
      id: "library.overview-problem.sentences",
      values: { max: maxSentences, count: overview.length },
    };
  for (const { words, cites } of overview) {
    const sentence = words.length > 60 ? `${words.slice(0, 60)}…` : words;
    if (words.length > maxLength)
      return {
        id: "library.overview-problem.length",
        values: { sentence, count: words.length, max: maxLength },
      };
    if (cites.length === 0) return { id: "library.overview-problem.uncited", values: { sentence } };
    if (cites.some((id) => !accepted.has(id)))
      return { id: "library.overview-problem.not-accepted", values: { sentence } };
  }
  return null;
}
