/**
 * Where a practice's records are kept: PostgreSQL, in a folder or on a server.
 *
 * `openStore` opens it, `store.within(practice, work)` runs work in one transaction that sees one practice,
 * and the queries, one namespace per noun, take the `Scope` that work is given:
 *
 *     const store = await openStore({ folder: "data" });
 *     const open = await store.within(practice, (scope) => episodes.list(scope, { state: "open" }));
 *
 * The store contains no rules: what a score means, who may see it and what comes next is decided above it.
 */

export { backup } from "./backup/backup.ts";
export {
  BackupBusy,
  type BackupFile,
  isBackupRunning,
  listBackups,
  saveDrill,
  withFolder as withBackupFolder,
  writeBackup,
} from "./backup/backup-files.ts";
export { type DrillProblem, type DrillReport, testBackup } from "./backup/drill.ts";
export {
  type BackupProblem,
  linesOfBackup,
  type Restored,
  restore,
} from "./backup/restore.ts";
export { isIdentifier, newIdentifier } from "./identifier.ts";
export { openRunning, openStore } from "./open.ts";
export type { Membership, Outside, TokenTarget } from "./outside.ts";
export { type Opening, type Place, type StoreOptions, StoreUnavailable } from "./place.ts";
export type { AccessChange, AccessChangeKind } from "./queries/access-changes.ts";
export * as accessChanges from "./queries/access-changes.ts";
export type {
  Appointment,
  AppointmentState,
  NamedAppointment,
  NewAppointment,
} from "./queries/appointments.ts";
export * as appointments from "./queries/appointments.ts";
export type { AuditEntry } from "./queries/audit.ts";
export * as audit from "./queries/audit.ts";
export type { CaseChoice } from "./queries/choices.ts";
export * as choices from "./queries/choices.ts";
export type { Client, NewClient } from "./queries/clients.ts";
export * as clients from "./queries/clients.ts";
export type { NewRuling, PassageReview, StoredConcept } from "./queries/concepts.ts";
export * as concepts from "./queries/concepts.ts";
export type { Consent, ConsentMatter } from "./queries/consents.ts";
export * as consents from "./queries/consents.ts";
export type { Contact, ContactChange, NewContact } from "./queries/contacts.ts";
export * as contacts from "./queries/contacts.ts";
export type { Digest, DigestFilter, DigestPage, DigestQuery, DigestSort } from "./queries/digests.ts";
export * as digests from "./queries/digests.ts";
export type { StoredEdition } from "./queries/editions.ts";
export * as editions from "./queries/editions.ts";
export type { EndingOutcome, EndingReason, EpisodeChange } from "./queries/episode-changes.ts";
export * as episodeChanges from "./queries/episode-changes.ts";
export type { Episode, NewEpisode } from "./queries/episodes.ts";
export * as episodes from "./queries/episodes.ts";
export type { Erasure } from "./queries/erasures.ts";
export * as erasures from "./queries/erasures.ts";
export type { Group, GroupKind, GroupMember } from "./queries/groups.ts";
export * as groups from "./queries/groups.ts";
export * as invitations from "./queries/invitations.ts";
export type { Job, JobHold, JobName } from "./queries/jobs.ts";
export * as jobs from "./queries/jobs.ts";
export type { StoredMeasurePlan } from "./queries/measure-plans.ts";
export * as measurePlans from "./queries/measure-plans.ts";
export type {
  ListedMessage,
  MessageChannel,
  MessageOutcome,
  MessageProblem,
  MessageState,
  MessagesOf,
  NewMessage,
  OpenSitting,
  OutboxMessage,
} from "./queries/messages.ts";
export * as messages from "./queries/messages.ts";
export type { NewNote, StoredNote } from "./queries/notes.ts";
export * as notes from "./queries/notes.ts";
export type { PassageHit, PassageQuery, SoughtTerm } from "./queries/passages.ts";
export * as passages from "./queries/passages.ts";
export type { PhaseMark } from "./queries/phases.ts";
export * as phases from "./queries/phases.ts";
export type { Practice } from "./queries/practices.ts";
export * as practices from "./queries/practices.ts";
export type { NewReferral, Referral } from "./queries/referrals.ts";
export * as referrals from "./queries/referrals.ts";
export type { NewRepairStep, RepairStep, RepairStepName } from "./queries/repairs.ts";
export * as repairs from "./queries/repairs.ts";
export type { FormRequest, NewFormRequest } from "./queries/requests.ts";
export * as requests from "./queries/requests.ts";
export type { MemberRating, NewResponse, Received, StoredResponse, Submitted } from "./queries/responses.ts";
export * as responses from "./queries/responses.ts";
export type { Restriction } from "./queries/restrictions.ts";
export * as restrictions from "./queries/restrictions.ts";
export type { NewSafetyReview, SafetyReviewRow } from "./queries/safety-reviews.ts";
export * as safetyReviews from "./queries/safety-reviews.ts";
export type { ScoreSums, ScoresMeant } from "./queries/score-sums.ts";
export * as scoreSums from "./queries/score-sums.ts";
export type { NewScore, StoredScore } from "./queries/scores.ts";
export * as scores from "./queries/scores.ts";
export type { NewSession, Session } from "./queries/sessions.ts";
export * as sessions from "./queries/sessions.ts";
export * as settings from "./queries/settings.ts";
export type { NewSitting, Sitting, SittingMoment } from "./queries/sittings.ts";
export * as sittings from "./queries/sittings.ts";
export type { NewStaffMember, StaffMember, StaffRole } from "./queries/staff.ts";
export * as staff from "./queries/staff.ts";
export type { NewStudy, StoredStudy } from "./queries/studies.ts";
export * as studies from "./queries/studies.ts";
export type { StoredDefinition } from "./queries/syntheses.ts";
export * as syntheses from "./queries/syntheses.ts";
export type { NewRiskTask, ReviewState, RiskTask } from "./queries/tasks.ts";
export * as tasks from "./queries/tasks.ts";
export type { CountedPassage, NewText, StoredText } from "./queries/texts.ts";
export * as texts from "./queries/texts.ts";
export type { WordingPack } from "./queries/wordings.ts";
export * as wordings from "./queries/wordings.ts";
export { DatabaseRefusal } from "./refusal.ts";
/** The sign-in library's tables, by the names its Drizzle adapter looks for. */
export * as accountTables from "./schema/auth.ts";
export type { Awaited } from "./schema/digest.ts";
export { endingOutcomes, endingReasons } from "./schema/episode-change.ts";
export type { JobDone, JobRequest, JobRun, JobTrouble } from "./schema/job.ts";
export {
  type SafetyContact,
  type SafetyOutcome,
  type SafetyTopic,
  safetyContacts,
  safetyOutcomes,
  safetyTopics,
} from "./schema/safety-review.ts";
export type { Database, Scope } from "./scope.ts";
export type { Store, TransactionKind } from "./store.ts";
