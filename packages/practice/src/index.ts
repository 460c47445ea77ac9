export {
  type EndingOutcome,
  type EndingReason,
  endingOutcomes,
  endingReasons,
  safetyContacts,
  safetyOutcomes,
  safetyTopics,
} from "@concord/store";
export { type AccessOutcome, decideAccess } from "./access/change-access.ts";
export { addressProblem } from "./access/email-address.ts";
export {
  acceptInvitation,
  type Invitation,
  inviteStaff,
  readInvitation,
} from "./access/invitations.ts";
export {
  type AccessNotice,
  type AccessNotices,
  countAccessNotices,
  markAccessNoticesRead,
  readAccessNotices,
} from "./access/notices.ts";
export { addRolesAsOperator, recordOperatorChange } from "./access/operator.ts";
export type * from "./actor.ts";
export { rolesOf } from "./actor.ts";
export {
  type AppContext,
  createContext,
  defaultMessageAccess,
  defaultModelAccess,
  type MessageAccess,
  type ModelAccess,
} from "./app-context.ts";
export {
  addAppointments,
  cancelAppointment,
  moveAppointment,
  restoreAppointment,
} from "./appointments/plan-appointments.ts";
export {
  type AppointmentLine,
  type AppointmentWeek,
  type CaseAppointments,
  readAppointmentWeek,
  readCaseAppointments,
} from "./appointments/read-appointments.ts";
export { askOwnForm } from "./ask-own-form.ts";
export { allowingRoles, authorise } from "./authorise.ts";
export {
  type BackupOutcome,
  type DrillOutcome,
  makeBackup,
  startBackup,
  startBackupTest,
  testNewest,
} from "./backups/make-backup.ts";
export {
  type BackupsView,
  type BackupTrouble,
  backupTrouble,
  changeBackups,
  readBackups,
} from "./backups/read-backups.ts";
export type { BackupSettings } from "./backups/schedule.ts";
export { startBackupWorker } from "./backups/worker.ts";
export { readBrief } from "./brief/read-brief.ts";
export { dayIn } from "./calendar.ts";
export { readCaseForms } from "./case-forms.ts";
export { readCaseNotes } from "./case-notes.ts";
export { readCaseload } from "./caseload.ts";
export { type ConsentGiven, type ConsentMatter, giveConsent, withdrawConsent } from "./consents.ts";
export { type Correction, correctForm } from "./correct-form.ts";
export { type DemoLink, type SeededDemo, seedDemo } from "./demo/seed.ts";
export { seedMany } from "./demo/seed-many.ts";
export { type DemoMember, demoStaff } from "./demo/staff.ts";
export { closeEpisode, type Ending, reopenEpisode } from "./ending.ts";
export {
  addSession,
  correctClient,
  markAttended,
  type NewCase,
  type NewSessionOfCase,
  openEpisode,
  setEnding,
  setNextSession,
  setPhase,
} from "./episodes.ts";
export { addStudy, correctStudy, type StudyWritten } from "./evidence/add-study.ts";
export type { DraftNumbers, NumberField } from "./evidence/draft-numbers.ts";
export { type EditionView, readEdition, saveEdition } from "./evidence/editions.ts";
export { barAxis } from "./evidence/figures/effect-axis.ts";
export { flowFigure } from "./evidence/figures/flow-figure.ts";
export { forestFigure, publishedForest } from "./evidence/figures/forest-figure.ts";
export { funnelFigure } from "./evidence/figures/funnel-figure.ts";
export { importStudies, type StudiesImported } from "./evidence/import-studies.ts";
export { type ClaimList, type ClaimQuery, listClaims } from "./evidence/list-claims.ts";
export { listStudies, type StudyLine } from "./evidence/list-studies.ts";
export { listSyntheses, type SynthesisLine } from "./evidence/list-syntheses.ts";
export { type ChangeView, readChange } from "./evidence/read-change.ts";
export { type ClaimView, readClaim } from "./evidence/read-claim.ts";
export { readStudy, type StudyView } from "./evidence/read-study.ts";
export { type ComputedView, type PublishedView, readSynthesis } from "./evidence/read-synthesis.ts";
export type { DraftProblem, FigureChoice, ReportDraft, StudyDraft } from "./evidence/study-draft.ts";
export { beyondTheForm, draftOf, emptyDraft } from "./evidence/study-draft.ts";
export {
  everything,
  type Facet,
  isNarrowed,
  type SynthesisChoice,
  type SynthesisFacets,
} from "./evidence/synthesis-filter.ts";
export { type ExportResult, type ExportRow, exportDeidentified, exportLines } from "./export.ts";
export { openForm, openFormAsStaff, submitAsStaff, submitForm } from "./forms.ts";
export {
  changeGroup,
  closeGroup,
  handOverGroup,
  type Joining,
  joinGroup,
  leaveGroup,
  type Meeting,
  type MeetingOfMember,
  openGroup,
  recordMeeting,
  reopenGroup,
} from "./group/lead-group.ts";
export { type GroupLine, listGroups, listOwnCases, readGroup } from "./group/read-group.ts";
export { handOver, handOverAll, listTherapists } from "./hand-over.ts";
export { type ImportResult, importRatings } from "./import.ts";
export { type FileChoices, type FileImported, importFile } from "./import-file.ts";
export type { ImportChoices, ImportProblem } from "./import-plan.ts";
export { readItems } from "./item-table.ts";
export { chooseLanguage, timeZones } from "./language.ts";
export type { ModelAnswer } from "./language-model/ask-model.ts";
export {
  changeLanguageModel,
  type LanguageModel,
  type LanguageModelChanged,
  noLanguageModel,
  readLanguageModel,
  tryLanguageModel,
} from "./language-model/settings.ts";
export {
  addText,
  listTexts,
  readText,
  removeText,
  type TextAdded,
} from "./library/add-text.ts";
export { checkWords, type WordsChecked } from "./library/check-words.ts";
export {
  type ConceptEntry,
  type HeldConcept,
  listConcepts,
  readOverviewed,
  saveConceptEdition,
  writeConcept,
} from "./library/concepts.ts";
export { type ConcordanceChoice, type ConcordanceView, readConcordance } from "./library/concordance.ts";
export { draftGloss, type GlossDrafted } from "./library/draft-gloss.ts";
export {
  findSimilar,
  type LikeFindings,
  type LikeModel,
  type LikePassage,
  type LikeWhat,
} from "./library/find-like.ts";
export { type Findings, type FoundPassage, findPassages, soughtIn } from "./library/find-passages.ts";
export {
  type Candidate,
  type ConceptView,
  type OfferBy,
  type QuotationCheck,
  readConcept,
  verifyLibrary,
} from "./library/read-concept.ts";
export {
  type ReaderBlock,
  type ReaderPiece,
  type ReaderView,
  readSection,
} from "./library/read-section.ts";
export { editPassageReview, type Restated } from "./library/restate-passage.ts";
export { type GivenRuling, type RulingKept, reviewPassage } from "./library/rule-on-passage.ts";
export { type OverviewWritten, writeOverview } from "./library/write-overview.ts";
export {
  type CaseMeasuresChange,
  changeCaseMeasures,
  changeMeasures,
  type MeasuresChange,
} from "./measures/change-measures.ts";
export {
  ageBands,
  type CareSetting,
  careSettings,
  minutesLimits,
  type PlanRow,
  phases,
  type Timing,
} from "./measures/plan.ts";
export {
  type CaseMeasuresView,
  type MeasuresView,
  type OfferedInstrument,
  type PlanPreview,
  previewMeasures,
  readCaseMeasures,
  readMeasures,
} from "./measures/read-measures.ts";
export { type TemplateName, templateNames } from "./measures/templates.ts";
export {
  addContact,
  type CaseContacts,
  type ContactGiven,
  changeContact,
  readCaseContacts,
  removeContact,
} from "./messages/contacts.ts";
export {
  cancelMessage,
  listMessages,
  type MessageFilter,
  type MessageLine,
  sendMessageAgain,
} from "./messages/list-messages.ts";
export {
  changeMail,
  changeMessageTimes,
  changeSms,
  currentMessageTroubles,
  type MailGiven,
  type MessageSettings,
  type MessageTimes,
  type MessageTrouble,
  readMessageSettings,
  readMessageTroubles,
  type SmsGiven,
} from "./messages/message-settings.ts";
export { messageKey } from "./messages/seal-secret.ts";
export {
  type SittingMessages,
  type SittingSend,
  sendSitting,
} from "./messages/send-sitting.ts";
export { sendWaiting } from "./messages/send-waiting.ts";
export { changeOwnPhone, readOwnPhone } from "./messages/staff-phone.ts";
export { tryMail, trySms } from "./messages/try-messages.ts";
export { type MessageWorker, startMessageWorker } from "./messages/worker.ts";
export { computeLocalNorms, readLocalNorms } from "./norms/compute-local-norms.ts";
export {
  chooseDefaultPopulations,
  type DefaultPopulationLine,
  lacksPopulations,
  normAges,
  normMatters,
  ownClients,
  readDefaultPopulations,
} from "./norms/default-populations.ts";
export { type LocalNorm, minPeople } from "./norms/local-norms.ts";
export { choosePopulation } from "./norms/populations.ts";
export { addNote } from "./notes.ts";
export type { OpenCase } from "./open-case.ts";
export { type FormToCorrect, openCorrection } from "./open-correction.ts";
export { InvalidInput, Refusal } from "./permit.ts";
export type { Consenting, ConsentRule, MeasuringConsent } from "./privacy/consent-rule.ts";
export { consentTextVersions } from "./privacy/consent-text.ts";
export { type ErasedClient, eraseAgain, eraseClient } from "./privacy/erase-client.ts";
export { type MeasuringState, measuringRefusal } from "./privacy/measuring.ts";
export {
  type ClientLine,
  type ErasureLine,
  eraseDue,
  type PrivacyOffice,
  readPrivacyOffice,
} from "./privacy/privacy-office.ts";
export { changePrivacySettings, type PrivacySettings, privacyLimits } from "./privacy/privacy-settings.ts";
export { type PrivacyView, readPrivacy } from "./privacy/read-privacy.ts";
export { liftRestriction, restrictProcessing } from "./privacy/restrict.ts";
export { type AuditPage, readAudit } from "./read-audit.ts";
export { readCase } from "./read-case.ts";
export type { Reevaluated } from "./recalculation/outcome.ts";
export {
  type ReevaluationState,
  type ReevaluationView,
  readReevaluation,
} from "./recalculation/read-recalculation.ts";
export type { ReevaluationReason } from "./recalculation/reasons.ts";
export { reevaluateAll } from "./recalculation/recalculate-all.ts";
export { askReevaluation } from "./recalculation/request-recalculation.ts";
export {
  type Ran,
  type Reevaluation,
  runReevaluation,
  type WatchReevaluation,
} from "./recalculation/run-recalculation.ts";
export type { ReevaluationStep } from "./recalculation/steps.ts";
export { type Background, type BackgroundChoices, startRecalculationWorker } from "./recalculation/worker.ts";
export { type Reflection, readOwnReflections } from "./reflections.ts";
export { listOwnForms, type OwnForm, type RegisterLine, readRegister } from "./register.ts";
export { readOwnView, readWhatFollowed, type TherapistComparison } from "./relationship/own-view.ts";
export { type RepairWritten, recordRepair } from "./repair/record-repair.ts";
export {
  formsLeftOut,
  type RequestedForm,
  renewLink,
  requestForm,
  requestForms,
  withdrawForm,
} from "./request-forms.ts";
export {
  fitScores,
  type ScoreFit,
  type ScoreModel,
} from "./research/fit-scores.ts";
export { reviewTogether } from "./review.ts";
export {
  readSafetyAnswer,
  recordDisclosure,
  reviewSafetyAnswer,
  type SafetyReviewGiven,
} from "./safety/review-safety.ts";
export { type SafetyGap, safetyGaps } from "./safety/safety-setup.ts";
export {
  countOverdue,
  escalateOverdue,
  listOverdue,
  listTasks,
  type OverdueOfTherapist,
} from "./safety/tasks.ts";
export { createElapsed, tellOfSafety } from "./safety/tell-of-safety.ts";
export {
  changeSettings,
  defaultHelp,
  type PracticeSettings,
  readSettings,
  type SettingsChange,
} from "./settings.ts";
export { hideSetup, readSetup, type SetupStepName, type SetupView } from "./setup/setup-steps.ts";
export {
  addStaff,
  changeStaff,
  type FoundedPractice,
  firstRun,
  foundPractice,
  linkAccount,
  listStaff,
  listSupervisors,
  type NewPractice,
  type NewStaff,
} from "./staff.ts";
export type * from "./views.ts";
export {
  addReferral,
  assignReferral,
  countWaiting,
  type DecidedReferral,
  declineReferral,
  type NewReferralOf,
  readWaitingList,
  removeReferral,
  type WaitingLine,
  type WaitingList,
} from "./waiting-list.ts";
export {
  forgetWording,
  importWording,
  listWordings,
  type WordingImport,
  type WordingLine,
} from "./wordings.ts";
