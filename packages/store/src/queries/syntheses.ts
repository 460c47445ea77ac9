import type { SynthesisDefinition } from "@concord/evidence";
import { and, asc, desc, eq, max } from "drizzle-orm";
import { synthesis } from "../schema/synthesis.ts";
import type { Scope } from "../scope.ts";

export interface StoredDefinition {
  readonly definition: SynthesisDefinition;
  readonly revision: number;
  readonly addedBy: string;
  readonly addedAt: string;
}

/** The practice's own definitions as they stand: of each the newest revision, by identifier. */
export async function list(scope: Scope): Promise<readonly StoredDefinition[]> {
  return scope.database
    .selectDistinctOn([synthesis.synthesisId], {
      definition: synthesis.definition,
      revision: synthesis.revision,
      addedBy: synthesis.addedBy,
      addedAt: synthesis.addedAt,
    })
    .from(synthesis)
    .where(eq(synthesis.practiceId, scope.practice))
    .orderBy(asc(synthesis.synthesisId), desc(synthesis.revision));
}

/** Writes a definition as the next revision of its synthesis. */
export async function define(scope: Scope, by: string, definition: SynthesisDefinition): Promise<void> {
  const [newest] = await scope.database
    .select({ revision: max(synthesis.revision) })
    .from(synthesis)
    .where(and(eq(synthesis.practiceId, scope.practice), eq(synthesis.synthesisId, definition.id)));
  await scope.database.insert(synthesis).values({
    practiceId: scope.practice,
    synthesisId: definition.id,
    revision: (newest?.revision ?? 0) + 1,
    definition,
    addedBy: by,
    addedAt: scope.now(),
  });
}
