import {
  type ClaimDifference,
  claimDifferences,
  type Edition,
  resultDifference,
  type Study,
  type SynthesisDifference,
  studyLabel,
} from "@concord/evidence";
import type { Text } from "@concord/messages";
import { editions, isIdentifier, studies } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { loadEvidence } from "./load-evidence.ts";

/** What was written at one time, and what it moved. */
export interface ChangeView {
  readonly because: Text;
  readonly by: string;
  readonly at: string;
  readonly studies: readonly {
    readonly study: Study;
    readonly label: string;
    readonly reason: string | null;
  }[];
  readonly syntheses: readonly (SynthesisDifference & { readonly earlier: Edition | null })[];
  readonly claims: readonly (ClaimDifference & { readonly synthesis: string })[];
}

/** The difference that a change made, whenever it is asked for. Refused where there was no such change. */
export async function readChange(context: AppContext, actor: Actor, change: string): Promise<ChangeView> {
  permit(actor, "read-evidence", { kind: "practice" });
  if (!isIdentifier(change)) throw absent();
  return inPractice(
    context,
    actor.practice,
    async (scope) => {
      const written = await studies.ofChange(scope, change);
      const first = written[0];
      if (first === undefined) throw absent();
      const issued = await editions.ofChange(scope, change);
      const { ledger } = await loadEvidence(scope);
      const newest = [...Map.groupBy(issued, ({ synthesis }) => synthesis).values()].map(
        (own) => own.at(-1)!,
      );
      const moved = newest.map((edition) => {
        const earlier =
          ledger.editions.find(
            ({ synthesis, number }) => synthesis === edition.synthesis && number === edition.number - 1,
          ) ?? null;
        return { edition, earlier };
      });
      return {
        because: newest[0]?.because ?? {
          id: "evidence.reason.added",
          values: { study: studyLabel(first.study) },
        },
        by: first.addedBy.name,
        at: first.addedAt,
        studies: written.map(({ study, reason }) => ({ study, reason, label: studyLabel(study) })),
        syntheses: moved.map(({ edition, earlier }) => ({
          synthesis: edition.synthesis,
          title: ledger.definitions.find(({ id }) => id === edition.synthesis)?.title ?? edition.synthesis,
          before: earlier?.result ?? null,
          after: edition.result,
          edition,
          earlier,
          message: resultDifference(earlier?.result ?? null, edition.result),
        })),
        claims: moved.flatMap(({ edition, earlier }) =>
          claimDifferences(earlier?.claims ?? [], edition.claims).map((difference) => ({
            ...difference,
            synthesis: edition.synthesis,
          })),
        ),
      };
    },
    "snapshot",
  );
}
