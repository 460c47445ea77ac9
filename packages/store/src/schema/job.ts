import type { StaffMessage } from "@concord/messages";
import { foreignKey, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { practice } from "./practice.ts";

/** That a piece of work is wanted, since when and why; wanted twice it is done once. */
export interface JobRequest {
  readonly since: string;
  readonly reasons: readonly string[];
}

/** A piece of work under way: enough to tell how far it is, and to go on with it after a crash. */
export interface JobRun {
  readonly startedAt: string;
  readonly reasons: readonly string[];
  /** By which rules it is done: whoever knows others begins anew. */
  readonly basis: string;
  /** The name of the step it is in, and since when. */
  readonly step: string;
  readonly stepSince: string;
  readonly done: number;
  readonly of: number | null;
  /** How often it was taken up: once, and once more after each stop or crash. */
  readonly takenUp: number;
}

/** The last time that it was done to its end; `outcome` is the worker's own. */
export interface JobDone {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly reasons: readonly string[];
  readonly outcome: unknown;
}

/** What went wrong the last time; gone once it is done. */
export interface JobTrouble {
  readonly at: string;
  /** For administrators: nothing about anyone in care. */
  readonly message: StaffMessage;
  /** Times in a row. */
  readonly times: number;
}

/**
 * Work that goes on behind the pages: one row for each kind of work in a practice, so that it is wanted once however
 * often it is asked for, and done by one process at a time. `held_by` is that process while `held_until` lies ahead.
 */
export const job = care.table(
  "job",
  {
    practiceId: practiceId(),
    name: text("name", { enum: ["reevaluation"] }).notNull(),
    wish: jsonb("wish").$type<JobRequest>(),
    run: jsonb("run").$type<JobRun>(),
    last: jsonb("last").$type<JobDone>(),
    trouble: jsonb("trouble").$type<JobTrouble>(),
    heldBy: uuid("held_by"),
    heldUntil: instant("held_until"),
    /** After trouble it is left alone until then. */
    notBefore: instant("not_before"),
  },
  (table) => [
    primaryKey({ name: "job_key", columns: [table.practiceId, table.name] }),
    foreignKey({
      name: "job_practice",
      columns: [table.practiceId],
      foreignColumns: [practice.practiceId],
    }),
  ],
);
