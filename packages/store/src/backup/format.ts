import type pg from "pg";
import { connections, type Store } from "../store.ts";

/*
 * A backup is text, one JSON value to a line: a heading, then for each table its name and its rows as the
 * server writes them, and at the end how many there were and the SHA-256 of all that came before. Rows name
 * their columns, so a backup made on one version or kind of server is restored on another.
 *
 * Postgres' own COPY would be quicker, but it refuses to read into tables with row-level security, and a
 * backup is made and restored by the role that row-level security holds: nobody here can read past it.
 */

export interface Heading {
  readonly concord: "backup";
  readonly format: 1;
  /** The newest change of tables it was made with. */
  readonly migration: number;
  readonly at: string;
}

export interface Ending {
  readonly rows: number;
  readonly sha256: string;
}

/** Parents before children. The second word orders a table whose rows name each other. */
export const careTables: readonly (readonly [table: string, order: string])[] = [
  ["care.practice", "1"],
  ["care.staff", "2"],
  ["care.client", "2"],
  ["care.episode", "2"],
  ["care.therapy_group", "2"],
  ["care.group_member", "2, 3"],
  ["care.session", "2, 3"],
  ["care.contact", "2"],
  ["care.sitting", "2"],
  ["care.form_request", "2"],
  ["care.response", "corrects is not null, response_id"],
  ["care.member_rating", "2, 3, 4"],
  ["care.score", "2, 3, 4"],
  ["care.risk_task", "2"],
  ["care.safety_review", "2"],
  ["care.message", "2"],
  ["care.appointment", "2"],
  ["care.measure_plan", "2"],
  ["care.tablet", "2"],
  ["care.day_code", "2, 3"],
  ["care.consent", "2"],
  ["care.co_therapist", "2"],
  ["care.episode_change", "2"],
  ["care.referral", "2"],
  ["care.restriction", "2"],
  ["care.erasure", "2"],
  ["care.note", "replaces is not null, note_id"],
  ["care.phase_mark", "2, 3"],
  ["care.repair_step", "2"],
  ["care.case_choice", "2"],
  ["care.wording_pack", "2, 3"],
  ["care.setting", "2"],
  ["care.study", "2, 3"],
  ["care.synthesis", "2, 3"],
  ["care.edition", "2, 3"],
  ["care.text", "2"],
  ["care.passage", "2, 3"],
  ["care.posting", "2, 3"],
  ["care.concept", "2, 3"],
  ["care.ruling", "2"],
  ["care.concept_edition", "2, 3"],
  ["care.case_digest", "2"],
  ["care.job", "2"],
  ["care.audit", "2"],
  ["care.access_change", "2"],
  ["care.access_notice_read", "2, 3"],
  ["directory.practice", "1"],
  ["directory.membership", "2"],
  ["directory.token", "2"],
  ["directory.invitation", "2"],
  ["directory.tablet", "2"],
];

/** Accounts and their keys. Open sign-in sessions, pending codes and rate limits are not worth keeping. */
export const accountTables: readonly (readonly [table: string, order: string])[] = [
  ["auth.user", "1"],
  ["auth.account", "1"],
  ["auth.two_factor", "1"],
  ["auth.passkey", "1"],
];

export const rowsAtATime = 2_000;

/** A connection for all practices, one after the other. */
export function connectionOf(store: Store): Promise<pg.PoolClient> {
  const connect = connections.get(store);
  if (connect === undefined) throw new TypeError("backup requires a store that openStore opened");
  return connect();
}
