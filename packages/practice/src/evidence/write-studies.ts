import {
  apaMessage,
  type Edition,
  type Recomputed,
  recomputeMany,
  type Study,
  synthesisRCode,
  synthesize,
} from "@concord/evidence";
import { type StaffMessage, staffMessages } from "@concord/messages";
import { editions, newIdentifier, type Scope, studies } from "@concord/store";
import type { Actor } from "../actor.ts";
import type { AuditAction } from "../audit-message.ts";
import { record } from "../record.ts";
import type { HeldEvidence } from "./load-evidence.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

/**
 * Writes studies, computes again what rests on them, and keeps the editions before and after. All of it happens in the
 * one transaction of `scope`: either everything is there, or nothing.
 */
export async function writeStudies(
  scope: Scope,
  actor: Staff,
  held: HeldEvidence,
  given: {
    readonly studies: readonly Study[];
    readonly reason: string | null;
    /** "Smith 2021 was added." */
    readonly because: StaffMessage;
    readonly action: AuditAction;
  },
): Promise<{ readonly change: string; readonly recomputed: Recomputed }> {
  const change = newIdentifier();
  const written = { by: actor.staff, change };
  const recomputed = recomputeMany(held.ledger, given.studies, given.because, scope.now().slice(0, 10));
  await studies.write(
    scope,
    written,
    given.studies.map((study) => ({ study, reason: given.reason })),
  );
  const moved = new Set(recomputed.syntheses.map(({ synthesis }) => synthesis));
  // The edition before must be citable too, also where it shipped with Concord and was never written down.
  const before = held.ledger.editions.filter(
    ({ id, synthesis }) => moved.has(synthesis) && !held.kept.has(id),
  );
  const after = recomputed.syntheses.map(({ edition }) => edition);
  await keepEditions(scope, written, before, held.ledger.studies, held);
  await keepEditions(scope, written, after, recomputed.ledger.studies, held);
  const subject = given.studies.length === 1 ? `study:${given.studies[0]!.id}` : `change:${change}`;
  await record(scope, actor, given.action, subject);
  return { change, recomputed };
}

/** Writes editions down, each with its sentence and the program that gives it again from these studies. */
export async function keepEditions(
  scope: Scope,
  written: { readonly by: string; readonly change: string },
  issued: readonly Edition[],
  from: readonly Study[],
  { ledger }: HeldEvidence,
): Promise<void> {
  const rows = issued.flatMap((edition) => {
    const definition = ledger.definitions.find(({ id }) => id === edition.synthesis);
    if (definition === undefined) return [];
    const synthesis = synthesize(definition, from);
    const message = apaMessage(synthesis);
    const sentence = staffMessages("en").of(message);
    return [{ edition, sentence, message, program: synthesisRCode(synthesis) }];
  });
  await editions.keep(scope, written, rows);
}
