// Written by `npm run messages` from the English catalogues; not edited by hand.

// biome-ignore lint/suspicious/noImportCycles: the values of a message may be messages
import type { Moment, Text } from "./message.ts";
import type { AppointmentsTags, AppointmentsValues } from "./appointments/values.ts";
import type { AuditTags, AuditValues } from "./audit/values.ts";
import type { AuthTags, AuthValues } from "./auth/values.ts";
import type { BriefTags, BriefValues } from "./brief/values.ts";
import type { CaseTags, CaseValues } from "./case/values.ts";
import type { CaseloadTags, CaseloadValues } from "./caseload/values.ts";
import type { ChartsTags, ChartsValues } from "./charts/values.ts";
import type { ClientFormTags, ClientFormValues } from "./client-form/values.ts";
import type { EvidenceTags, EvidenceValues } from "./evidence/values.ts";
import type { ExportTags, ExportValues } from "./export/values.ts";
import type { FormTags, FormValues } from "./form/values.ts";
import type { GalleryTags, GalleryValues } from "./gallery/values.ts";
import type { GroupTags, GroupValues } from "./group/values.ts";
import type { GuidanceTags, GuidanceValues } from "./guidance/values.ts";
import type { ImportTags, ImportValues } from "./import/values.ts";
import type { LibraryTags, LibraryValues } from "./library/values.ts";
import type { MeasuresTags, MeasuresValues } from "./measures/values.ts";
import type { MessagesTags, MessagesValues } from "./messages/values.ts";
import type { OutcomeTags, OutcomeValues } from "./outcome/values.ts";
import type { PrivacyTags, PrivacyValues } from "./privacy/values.ts";
import type { ReflectionsTags, ReflectionsValues } from "./reflections/values.ts";
import type { RefusalsTags, RefusalsValues } from "./refusals/values.ts";
import type { RelationshipTags, RelationshipValues } from "./relationship/values.ts";
import type { RepairTags, RepairValues } from "./repair/values.ts";
import type { ReviewTags, ReviewValues } from "./review/values.ts";
import type { ServerTags, ServerValues } from "./server/values.ts";
import type { SettingsTags, SettingsValues } from "./settings/values.ts";
import type { ShellTags, ShellValues } from "./shell/values.ts";
import type { SignalsTags, SignalsValues } from "./signals/values.ts";
import type { StoredTags, StoredValues } from "./stored/values.ts";
import type { SummaryTags, SummaryValues } from "./summary/values.ts";
import type { TasksTags, TasksValues } from "./tasks/values.ts";

/** The values that each message takes. */
export interface MessageValues
  extends AppointmentsValues,
    AuditValues,
    AuthValues,
    BriefValues,
    CaseValues,
    CaseloadValues,
    ChartsValues,
    ClientFormValues,
    EvidenceValues,
    ExportValues,
    FormValues,
    GalleryValues,
    GroupValues,
    GuidanceValues,
    ImportValues,
    LibraryValues,
    MeasuresValues,
    MessagesValues,
    OutcomeValues,
    PrivacyValues,
    ReflectionsValues,
    RefusalsValues,
    RelationshipValues,
    RepairValues,
    ReviewValues,
    ServerValues,
    SettingsValues,
    ShellValues,
    SignalsValues,
    StoredValues,
    SummaryValues,
    TasksValues {}

/** The tags of the messages that hold some. */
export interface MessageTags
  extends AppointmentsTags,
    AuditTags,
    AuthTags,
    BriefTags,
    CaseTags,
    CaseloadTags,
    ChartsTags,
    ClientFormTags,
    EvidenceTags,
    ExportTags,
    FormTags,
    GalleryTags,
    GroupTags,
    GuidanceTags,
    ImportTags,
    LibraryTags,
    MeasuresTags,
    MessagesTags,
    OutcomeTags,
    PrivacyTags,
    ReflectionsTags,
    RefusalsTags,
    RelationshipTags,
    RepairTags,
    ReviewTags,
    ServerTags,
    SettingsTags,
    ShellTags,
    SignalsTags,
    StoredTags,
    SummaryTags,
    TasksTags {}

/** The messages of each area. */
export interface AreaMessages {
  readonly appointments: AppointmentsValues;
  readonly audit: AuditValues;
  readonly auth: AuthValues;
  readonly brief: BriefValues;
  readonly case: CaseValues;
  readonly caseload: CaseloadValues;
  readonly charts: ChartsValues;
  readonly "client-form": ClientFormValues;
  readonly evidence: EvidenceValues;
  readonly export: ExportValues;
  readonly form: FormValues;
  readonly gallery: GalleryValues;
  readonly group: GroupValues;
  readonly guidance: GuidanceValues;
  readonly import: ImportValues;
  readonly library: LibraryValues;
  readonly measures: MeasuresValues;
  readonly messages: MessagesValues;
  readonly outcome: OutcomeValues;
  readonly privacy: PrivacyValues;
  readonly reflections: ReflectionsValues;
  readonly refusals: RefusalsValues;
  readonly relationship: RelationshipValues;
  readonly repair: RepairValues;
  readonly review: ReviewValues;
  readonly server: ServerValues;
  readonly settings: SettingsValues;
  readonly shell: ShellValues;
  readonly signals: SignalsValues;
  readonly stored: StoredValues;
  readonly summary: SummaryValues;
  readonly tasks: TasksValues;
}

export type MessageId = keyof MessageValues;

/** Ids by the values that they take: a message as data is of one of these types, few enough for the compiler to compare. */
export interface MessagesByValues {
  readonly 0: {
    readonly ids:
      | "appointments.add.day"
      | "appointments.add.every"
      | "appointments.add.every.four"
      | "appointments.add.every.once"
      | "appointments.add.every.two"
      | "appointments.add.every.week"
      | "appointments.add.minutes"
      | "appointments.add.save"
      | "appointments.add.time"
      | "appointments.add.times"
      | "appointments.add.times.hint"
      | "appointments.add.title"
      | "appointments.add.until"
      | "appointments.add.until.hint"
      | "appointments.add.with"
      | "appointments.add.with.cases"
      | "appointments.add.with.choose"
      | "appointments.add.with.groups"
      | "appointments.add.zone.unset"
      | "appointments.cancel"
      | "appointments.cancel.confirm"
      | "appointments.case.none"
      | "appointments.case.plan"
      | "appointments.case.title"
      | "appointments.empty.button"
      | "appointments.empty.text"
      | "appointments.empty.title"
      | "appointments.line.group"
      | "appointments.line.overlaps"
      | "appointments.line.record"
      | "appointments.line.series"
      | "appointments.move"
      | "appointments.page.title"
      | "appointments.rest"
      | "appointments.restore"
      | "appointments.restore.done"
      | "appointments.state.cancelled"
      | "appointments.state.held"
      | "appointments.state.missed"
      | "appointments.today"
      | "appointments.unrecorded.text"
      | "appointments.week.all"
      | "appointments.week.label"
      | "appointments.week.next"
      | "appointments.week.none"
      | "appointments.week.own"
      | "appointments.week.previous"
      | "appointments.week.this"
      | "audit.earlier"
      | "audit.empty"
      | "audit.filter.every-record"
      | "audit.filter.everyone"
      | "audit.filter.person"
      | "audit.filter.show"
      | "audit.meta"
      | "audit.table.caption"
      | "audit.table.subject"
      | "audit.table.what"
      | "audit.table.when"
      | "audit.table.who"
      | "audit.text"
      | "audit.title"
      | "auth.access.agree"
      | "auth.access.changed"
      | "auth.access.empty"
      | "auth.access.from-none"
      | "auth.access.how.operator"
      | "auth.access.meta"
      | "auth.access.operator-asks"
      | "auth.access.read"
      | "auth.access.refuse"
      | "auth.access.text"
      | "auth.access.title"
      | "auth.access.withdraw"
      | "auth.access.you-asked"
      | "auth.account.demo"
      | "auth.account.language.label"
      | "auth.account.language.practice"
      | "auth.account.language.save"
      | "auth.account.meta"
      | "auth.account.password.button"
      | "auth.account.password.done"
      | "auth.account.password.title"
      | "auth.account.practices.text"
      | "auth.account.practices.title"
      | "auth.account.problem.code"
      | "auth.account.problem.demo"
      | "auth.account.problem.failed"
      | "auth.account.problem.password"
      | "auth.account.problem.required"
      | "auth.account.problem.signed-out"
      | "auth.account.title"
      | "auth.code.back"
      | "auth.code.button"
      | "auth.code.hint"
      | "auth.code.label"
      | "auth.code.meta"
      | "auth.code.title"
      | "auth.field.current-password"
      | "auth.field.email"
      | "auth.field.new-password"
      | "auth.field.password"
      | "auth.password.common"
      | "auth.password.known"
      | "auth.reset.button"
      | "auth.reset.meta"
      | "auth.reset.title"
      | "auth.reset.used.text"
      | "auth.reset.used.title"
      | "auth.set-up.button"
      | "auth.set-up.email"
      | "auth.set-up.meta"
      | "auth.set-up.name"
      | "auth.set-up.practice"
      | "auth.set-up.practice-hint"
      | "auth.set-up.text"
      | "auth.set-up.title"
      | "auth.sign-in.button"
      | "auth.sign-in.demo.text"
      | "auth.sign-in.demo.title"
      | "auth.sign-in.forgotten"
      | "auth.sign-in.meta"
      | "auth.sign-in.password-set.text"
      | "auth.sign-in.password-set.title"
      | "auth.sign-in.problem"
      | "auth.sign-in.title"
      | "auth.two-step.button.off"
      | "auth.two-step.button.on"
      | "auth.two-step.button.set-up"
      | "auth.two-step.cannot-scan"
      | "auth.two-step.code"
      | "auth.two-step.done.off"
      | "auth.two-step.done.on"
      | "auth.two-step.off"
      | "auth.two-step.on"
      | "auth.two-step.password"
      | "auth.two-step.recovery"
      | "auth.two-step.required.text"
      | "auth.two-step.required.title"
      | "auth.two-step.scan"
      | "auth.two-step.scan-label"
      | "auth.two-step.text.off"
      | "auth.two-step.text.on"
      | "auth.two-step.text.required"
      | "auth.two-step.title"
      | "auth.welcome.accept"
      | "auth.welcome.button.create"
      | "auth.welcome.known"
      | "auth.welcome.meta"
      | "auth.welcome.none.text"
      | "auth.welcome.none.title"
      | "auth.welcome.problem.known"
      | "brief.mind.child"
      | "brief.mind.child.text"
      | "brief.mind.distance"
      | "brief.mind.distance-model"
      | "brief.mind.highest"
      | "brief.mind.highest.text"
      | "brief.mind.paused"
      | "brief.mind.perfectionism"
      | "brief.mind.ratings"
      | "brief.mind.strategy"
      | "brief.page.actions"
      | "brief.page.back"
      | "brief.page.no-consent"
      | "brief.page.no-consent.text"
      | "brief.page.print"
      | "brief.page.title.supervision"
      | "brief.sheet.comments"
      | "brief.sheet.guidance"
      | "brief.sheet.guidance.none"
      | "brief.sheet.mind"
      | "brief.sheet.repair"
      | "brief.sheet.supervision"
      | "case.age.adolescent"
      | "case.age.adult"
      | "case.age.child"
      | "case.attention.kind.alliance-event"
      | "case.attention.kind.missing-forms"
      | "case.attention.kind.outcome"
      | "case.attention.kind.pattern"
      | "case.attention.kind.recovery"
      | "case.attention.kind.safety"
      | "case.attention.nothing"
      | "case.attention.safety-first"
      | "case.basis.grade.a"
      | "case.basis.grade.b"
      | "case.basis.grade.c"
      | "case.basis.source"
      | "case.card.all-notes"
      | "case.card.attention"
      | "case.card.change"
      | "case.card.compare-rules"
      | "case.card.guidance"
      | "case.card.items"
      | "case.card.notes"
      | "case.card.repair"
      | "case.card.responses"
      | "case.card.session"
      | "case.card.signals"
      | "case.change.class.crossed-without-reliable-change"
      | "case.change.class.deteriorated"
      | "case.change.class.improved"
      | "case.change.class.recovered"
      | "case.change.class.unchanged"
      | "case.change.how"
      | "case.change.method"
      | "case.change.no-direction"
      | "case.change.once"
      | "case.concept.attachment-dependence"
      | "case.concept.countertransference"
      | "case.concept.resistance"
      | "case.concept.suggestion"
      | "case.concept.therapeutic-bond"
      | "case.concept.transference"
      | "case.contents.label"
      | "case.contents.notes"
      | "case.contents.signals"
      | "case.course.alliance"
      | "case.course.as-text"
      | "case.course.empty"
      | "case.course.empty.assign"
      | "case.course.empty.text"
      | "case.course.scale"
      | "case.course.table.caption"
      | "case.course.table.date"
      | "case.course.table.events"
      | "case.course.table.not-held"
      | "case.course.table.session"
      | "case.course.title"
      | "case.done.client"
      | "case.done.comparison"
      | "case.done.ended"
      | "case.done.ended.undo"
      | "case.done.links"
      | "case.done.new-link"
      | "case.done.next"
      | "case.done.no-comparison"
      | "case.done.no-ending"
      | "case.done.no-next"
      | "case.done.phase"
      | "case.done.phase-automatic"
      | "case.done.reopened"
      | "case.done.research"
      | "case.done.research-refused"
      | "case.done.start-corrected"
      | "case.done.supervision"
      | "case.done.supervision-withdrawn"
      | "case.done.withdrawn"
      | "case.ending.groups.hint"
      | "case.ending.on"
      | "case.ending.outcome"
      | "case.ending.outcome.choose"
      | "case.ending.outcome.not-known"
      | "case.ending.outcome.not-reached"
      | "case.ending.outcome.partly"
      | "case.ending.outcome.reached"
      | "case.ending.reason"
      | "case.ending.reason.choose"
      | "case.ending.reason.client-ended"
      | "case.ending.reason.completed"
      | "case.ending.reason.died"
      | "case.ending.reason.moved"
      | "case.ending.reason.no-contact"
      | "case.ending.reason.other"
      | "case.ending.reason.referred-on"
      | "case.ending.reason.therapist-ended"
      | "case.ending.words"
      | "case.ending.words.hint"
      | "case.estimates.autocorrelation"
      | "case.estimates.caption"
      | "case.estimates.mean"
      | "case.estimates.rater"
      | "case.estimates.sd"
      | "case.estimates.slope"
      | "case.guidance.ask"
      | "case.guidance.because"
      | "case.guidance.claims"
      | "case.guidance.concepts"
      | "case.guidance.none"
      | "case.guidance.why"
      | "case.header.add-note"
      | "case.header.assign"
      | "case.header.caseload"
      | "case.header.no-next"
      | "case.header.prepare"
      | "case.header.review"
      | "case.history"
      | "case.history.closed"
      | "case.history.opened"
      | "case.history.reopened"
      | "case.history.unknown-reason"
      | "case.invalid.day"
      | "case.invalid.ending-outcome"
      | "case.invalid.ending-reason"
      | "case.invalid.from"
      | "case.invalid.from-or-empty"
      | "case.invalid.given-by"
      | "case.invalid.held"
      | "case.invalid.phase"
      | "case.invalid.session"
      | "case.invalid.session-day"
      | "case.items.about"
      | "case.items.caption"
      | "case.items.comments"
      | "case.items.item"
      | "case.items.none"
      | "case.items.none.text"
      | "case.items.not-answered"
      | "case.items.questionnaires"
      | "case.items.range"
      | "case.items.reversed"
      | "case.items.title"
      | "case.links.about"
      | "case.links.none"
      | "case.links.open"
      | "case.links.this-computer"
      | "case.links.this-computer.text"
      | "case.notes.about"
      | "case.notes.new"
      | "case.notes.none"
      | "case.notes.not-saved"
      | "case.notes.private"
      | "case.notes.save"
      | "case.notes.saved"
      | "case.notes.session"
      | "case.notes.title"
      | "case.page.items"
      | "case.page.notes"
      | "case.privacy.link"
      | "case.questionnaires.answer"
      | "case.questionnaires.answered"
      | "case.questionnaires.expired"
      | "case.questionnaires.intake"
      | "case.questionnaires.none"
      | "case.questionnaires.outstanding"
      | "case.questionnaires.withdraw.confirm"
      | "case.questionnaires.withdraw.text"
      | "case.session.again"
      | "case.session.again.create"
      | "case.session.again.hint"
      | "case.session.again.number"
      | "case.session.date"
      | "case.session.held"
      | "case.session.intake"
      | "case.session.intake.adult"
      | "case.session.intake.create"
      | "case.session.intake.young"
      | "case.session.list"
      | "case.session.list.attendance"
      | "case.session.list.correct-start"
      | "case.session.list.save"
      | "case.session.list.start"
      | "case.session.next"
      | "case.session.next.hint"
      | "case.session.not-held"
      | "case.session.save"
      | "case.session.saving"
      | "case.session.second"
      | "case.settings.client"
      | "case.settings.client.label"
      | "case.settings.client.language"
      | "case.settings.client.language-hint"
      | "case.settings.client.save"
      | "case.settings.consent.caregiver"
      | "case.settings.consent.client"
      | "case.settings.consent.given-by"
      | "case.settings.consent.record"
      | "case.settings.consent.withdraw"
      | "case.settings.disclosure"
      | "case.settings.disclosure.about"
      | "case.settings.disclosure.record"
      | "case.settings.disclosure.session"
      | "case.settings.ending"
      | "case.settings.ending.none"
      | "case.settings.ending.save"
      | "case.settings.ending.session"
      | "case.settings.next"
      | "case.settings.next.date"
      | "case.settings.next.hint"
      | "case.settings.next.save"
      | "case.settings.phases"
      | "case.settings.phases.automatic"
      | "case.settings.phases.from"
      | "case.settings.phases.phase"
      | "case.settings.phases.set"
      | "case.settings.research"
      | "case.settings.research.by"
      | "case.settings.research.given"
      | "case.settings.research.none"
      | "case.settings.research.record"
      | "case.settings.research.refuse"
      | "case.settings.supervision"
      | "case.settings.supervision.none"
      | "case.settings.supervision.private"
      | "case.settings.supervision.summary"
      | "case.settings.supervision.supervisor"
      | "case.settings.title"
      | "case.settings.transfer"
      | "case.settings.transfer.confirm"
      | "case.settings.transfer.text"
      | "case.settings.transfer.to"
      | "case.settings.treatment"
      | "case.settings.treatment.end"
      | "case.settings.treatment.end.confirm"
      | "case.settings.treatment.end.text"
      | "case.settings.treatment.reopen"
      | "case.signals.claims"
      | "case.signals.none"
      | "case.signals.none-current"
      | "case.signals.observed"
      | "case.signals.panel.about"
      | "case.signals.panel.badge.agreed"
      | "case.signals.panel.badge.reported"
      | "case.signals.panel.badge.single"
      | "case.signals.panel.caption"
      | "case.signals.panel.few"
      | "case.signals.panel.key"
      | "case.signals.panel.nothing"
      | "case.signals.panel.reporter.caregiver"
      | "case.signals.panel.reporter.client"
      | "case.signals.panel.reporter.member"
      | "case.signals.panel.reporter.observer"
      | "case.signals.panel.reporter.therapist"
      | "case.signals.panel.rule"
      | "case.signals.panel.unshared"
      | "case.signals.provisional"
      | "case.signals.rule"
      | "case.signals.settings"
      | "case.signals.why"
      | "caseload.add"
      | "caseload.age.adolescent"
      | "caseload.age.adult"
      | "caseload.age.child"
      | "caseload.empty.all.button"
      | "caseload.empty.all.text"
      | "caseload.empty.all.title"
      | "caseload.empty.attention.text"
      | "caseload.empty.attention.title"
      | "caseload.empty.awaiting.text"
      | "caseload.empty.awaiting.title"
      | "caseload.empty.closed.text"
      | "caseload.empty.closed.title"
      | "caseload.empty.search.button"
      | "caseload.empty.search.text"
      | "caseload.empty.supervision.text"
      | "caseload.empty.supervision.title"
      | "caseload.filter.all"
      | "caseload.filter.attention"
      | "caseload.filter.awaiting"
      | "caseload.filter.closed"
      | "caseload.filter.label"
      | "caseload.groups.label"
      | "caseload.import"
      | "caseload.new.added"
      | "caseload.new.age.adolescent"
      | "caseload.new.age.adult"
      | "caseload.new.age.child"
      | "caseload.new.age.hint"
      | "caseload.new.age.label"
      | "caseload.new.client.hint"
      | "caseload.new.client.label"
      | "caseload.new.first-session"
      | "caseload.new.intro"
      | "caseload.new.language.hint"
      | "caseload.new.language.label"
      | "caseload.new.language.practice"
      | "caseload.new.save"
      | "caseload.new.start"
      | "caseload.new.therapist"
      | "caseload.new.title"
      | "caseload.overdue.link"
      | "caseload.row.no-date"
      | "caseload.row.no-signals"
      | "caseload.row.nothing-outstanding"
      | "caseload.row.risk"
      | "caseload.search.button"
      | "caseload.search.label"
      | "caseload.search.placeholder"
      | "caseload.sort.attention"
      | "caseload.sort.by"
      | "caseload.sort.client"
      | "caseload.sort.label"
      | "caseload.sort.last-session"
      | "caseload.sort.next-session"
      | "caseload.sort.sessions"
      | "caseload.summary.none"
      | "caseload.table.alliance"
      | "caseload.table.caption"
      | "caseload.table.client"
      | "caseload.table.next-session"
      | "caseload.table.outstanding"
      | "caseload.table.signal"
      | "caseload.title"
      | "caseload.transferred"
      | "caseload.waiting.add.no-preference"
      | "caseload.waiting.add.note"
      | "caseload.waiting.add.note.hint"
      | "caseload.waiting.add.preferred"
      | "caseload.waiting.add.received"
      | "caseload.waiting.add.referred-by"
      | "caseload.waiting.add.save"
      | "caseload.waiting.add.title"
      | "caseload.waiting.assign"
      | "caseload.waiting.assign.confirm"
      | "caseload.waiting.assign.text"
      | "caseload.waiting.decline"
      | "caseload.waiting.decline.because"
      | "caseload.waiting.decline.confirm"
      | "caseload.waiting.decline.hint"
      | "caseload.waiting.empty.text"
      | "caseload.waiting.empty.title"
      | "caseload.waiting.remove.confirm"
      | "caseload.waiting.remove.text"
      | "caseload.waiting.take"
      | "caseload.waiting.take.text"
      | "caseload.waiting.title"
      | "charts.before-after.after"
      | "charts.before-after.before"
      | "charts.caterpillar.empty"
      | "charts.change.none"
      | "charts.circumplex.title"
      | "charts.congruence.heading"
      | "charts.congruence.title"
      | "charts.control.centre"
      | "charts.control.lower"
      | "charts.control.upper"
      | "charts.course.change.crossed-without-reliable-change"
      | "charts.course.change.deteriorated"
      | "charts.course.change.improved"
      | "charts.course.change.recovered"
      | "charts.course.change.unchanged"
      | "charts.course.empty"
      | "charts.course.missed-row.short"
      | "charts.course.session"
      | "charts.course.title"
      | "charts.distance.far"
      | "charts.distance.heading"
      | "charts.distance.near"
      | "charts.distance.now"
      | "charts.distance.scale.growing-autonomy"
      | "charts.distance.scale.growing-engagement"
      | "charts.distance.scale.too-close"
      | "charts.distance.scale.too-distant"
      | "charts.distance.title"
      | "charts.distance.title.plan"
      | "charts.distance.words.none"
      | "charts.effects.conditional.bound"
      | "charts.effects.conditional.turn"
      | "charts.effects.path.excludes"
      | "charts.effects.path.includes"
      | "charts.effects.surface.axis"
      | "charts.effects.surface.congruence"
      | "charts.effects.surface.incongruence"
      | "charts.effects.surface.pair"
      | "charts.effects.surface.stationary"
      | "charts.evidence.bubble.prediction"
      | "charts.evidence.calibration.detected"
      | "charts.evidence.calibration.false-alarms"
      | "charts.evidence.empty"
      | "charts.evidence.flow.empty"
      | "charts.evidence.funnel.imputed"
      | "charts.evidence.funnel.observed"
      | "charts.evidence.influence.cooks"
      | "charts.evidence.influence.cooks-short"
      | "charts.evidence.influence.none"
      | "charts.evidence.radial.precision"
      | "charts.evidence.radial.standardized"
      | "charts.evidence.standard-error"
      | "charts.items.alpha"
      | "charts.items.axis"
      | "charts.items.empty"
      | "charts.items.mean"
      | "charts.items.row"
      | "charts.loadings.axis"
      | "charts.loadings.empty"
      | "charts.loadings.row"
      | "charts.octant.cold"
      | "charts.octant.domineering"
      | "charts.octant.exploitable"
      | "charts.octant.intrusive"
      | "charts.octant.nonassertive"
      | "charts.octant.self-sacrificing"
      | "charts.octant.socially-inhibited"
      | "charts.octant.vindictive"
      | "charts.phase.engagement"
      | "charts.phase.termination"
      | "charts.phase.working-through"
      | "charts.plane.anxiety"
      | "charts.plane.avoidance"
      | "charts.plane.mean"
      | "charts.plane.title"
      | "charts.rater.caregiver"
      | "charts.rater.client"
      | "charts.rater.member"
      | "charts.rater.observer"
      | "charts.rater.outcome"
      | "charts.rater.therapist"
      | "charts.round-robin.cooler"
      | "charts.round-robin.deviation"
      | "charts.round-robin.none"
      | "charts.round-robin.ratio"
      | "charts.round-robin.warmer"
      | "charts.scale.bond"
      | "charts.scale.goals"
      | "charts.scale.tasks"
      | "charts.scale.total"
      | "charts.severity.credible"
      | "charts.severity.note"
      | "charts.severity.persistent"
      | "charts.severity.urgent"
      | "charts.strategy.deactivating"
      | "charts.strategy.fearful"
      | "charts.strategy.hyperactivating"
      | "charts.strategy.secure"
      | "charts.two.heading"
      | "charts.two.moves.apart"
      | "charts.two.moves.not-clear"
      | "charts.two.title"
      | "client-form.close.again"
      | "client-form.close.done"
      | "client-form.close.done.child"
      | "client-form.close.heading"
      | "client-form.close.heading.child"
      | "client-form.close.more"
      | "client-form.close.own.heading"
      | "client-form.close.own.private"
      | "client-form.close.own.shown"
      | "client-form.close.own.to-caseload"
      | "client-form.close.own.to-client"
      | "client-form.close.own.to-self-assessments"
      | "client-form.closed.answered.heading"
      | "client-form.closed.answered.text"
      | "client-form.closed.expired.heading"
      | "client-form.closed.expired.text"
      | "client-form.closed.no-wording.heading"
      | "client-form.closed.unknown.heading"
      | "client-form.closed.unknown.text"
      | "client-form.consent.caregiver"
      | "client-form.consent.measuring"
      | "client-form.consent.research"
      | "client-form.consent.supervision"
      | "client-form.error.other.heading"
      | "client-form.error.other.text"
      | "client-form.error.too-large.heading"
      | "client-form.error.too-large.text"
      | "client-form.error.too-many.heading"
      | "client-form.error.too-many.text"
      | "client-form.frame.demo"
      | "client-form.help.heading"
      | "client-form.help.monitored"
      | "client-form.help.text"
      | "client-form.message.link.subject"
      | "client-form.message.reminder.subject"
      | "client-form.problem.choose-again"
      | "client-form.problem.not-changed"
      | "client-form.problem.not-saved"
      | "client-form.problem.not-sent"
      | "client-form.problem.nothing-answered"
      | "client-form.question.optional"
      | "client-form.seen-by.adolescent"
      | "client-form.seen-by.adult"
      | "client-form.seen-by.adult-safety"
      | "client-form.seen-by.also.no-supervisor"
      | "client-form.seen-by.also.research"
      | "client-form.seen-by.also.research.child"
      | "client-form.seen-by.caregiver"
      | "client-form.seen-by.child"
      | "client-form.seen-by.group"
      | "client-form.seen-by.members"
      | "client-form.seen-by.observer"
      | "client-form.seen-by.only-me"
      | "client-form.seen-by.therapist"
      | "client-form.send.button"
      | "client-form.send.button.child"
      | "client-form.send.button.incomplete"
      | "client-form.send.not-sent"
      | "client-form.send.offline"
      | "client-form.send.sending"
      | "client-form.title.correct"
      | "client-form.title.own"
      | "client-form.title.questionnaire"
      | "client-form.unavailable.heading"
      | "client-form.unavailable.opening"
      | "client-form.unavailable.send-again"
      | "client-form.unavailable.sending"
      | "client-form.unavailable.try-again"
      | "evidence.age.adolescent"
      | "evidence.age.adult"
      | "evidence.age.child"
      | "evidence.age.mixed"
      | "evidence.age.not-reported"
      | "evidence.caution.one-study"
      | "evidence.caution.other-direction"
      | "evidence.caution.simulated"
      | "evidence.caution.z-test.knha"
      | "evidence.caution.z-test.robust"
      | "evidence.change.before"
      | "evidence.change.conclusion"
      | "evidence.change.estimate"
      | "evidence.change.none.text"
      | "evidence.change.none.title"
      | "evidence.change.now"
      | "evidence.change.statements"
      | "evidence.change.title"
      | "evidence.change.view"
      | "evidence.claim.based-on"
      | "evidence.claim.certainty"
      | "evidence.claim.certainty-computed"
      | "evidence.claim.certainty-simulated"
      | "evidence.claim.computed"
      | "evidence.claim.consensus"
      | "evidence.claim.details"
      | "evidence.claim.evidence-base"
      | "evidence.claim.limits"
      | "evidence.claim.literature"
      | "evidence.claim.population"
      | "evidence.claim.relevant-to"
      | "evidence.claim.reviewed"
      | "evidence.claim.simulated"
      | "evidence.claim.size.consensus"
      | "evidence.claim.size.direction"
      | "evidence.claim.unverified"
      | "evidence.claim.versions"
      | "evidence.claims.empty.clear"
      | "evidence.claims.empty.text"
      | "evidence.claims.empty.title"
      | "evidence.claims.filter.all-grades"
      | "evidence.claims.filter.all-raters"
      | "evidence.claims.filter.all-topics"
      | "evidence.claims.filter.apply"
      | "evidence.claims.filter.grade"
      | "evidence.claims.filter.label"
      | "evidence.claims.filter.rater"
      | "evidence.claims.filter.search"
      | "evidence.claims.filter.search-example"
      | "evidence.claims.filter.topic"
      | "evidence.claims.key"
      | "evidence.claims.lead"
      | "evidence.component.between-effects"
      | "evidence.component.between-studies"
      | "evidence.component.within-studies"
      | "evidence.computed.own.better"
      | "evidence.computed.own.population"
      | "evidence.computed.own.title"
      | "evidence.computed.own.unclear"
      | "evidence.computed.own.worse"
      | "evidence.computed.simulated-clients.better"
      | "evidence.computed.simulated-clients.title"
      | "evidence.computed.simulated-clients.unclear"
      | "evidence.computed.simulated-clients.worse"
      | "evidence.computed.simulated.better"
      | "evidence.computed.simulated.population"
      | "evidence.computed.simulated.title"
      | "evidence.computed.simulated.unclear"
      | "evidence.computed.simulated.worse"
      | "evidence.design.cross-sectional"
      | "evidence.design.longitudinal"
      | "evidence.design.not-reported"
      | "evidence.design.trial"
      | "evidence.difference.claim.estimate"
      | "evidence.difference.claim.lost"
      | "evidence.draft.authors"
      | "evidence.draft.doi"
      | "evidence.draft.missing.df"
      | "evidence.draft.missing.m1"
      | "evidence.draft.missing.m2"
      | "evidence.draft.missing.n"
      | "evidence.draft.missing.n1"
      | "evidence.draft.missing.n2"
      | "evidence.draft.missing.r"
      | "evidence.draft.missing.sd1"
      | "evidence.draft.missing.sd2"
      | "evidence.draft.missing.t"
      | "evidence.draft.missing.v"
      | "evidence.draft.missing.z"
      | "evidence.draft.no-effect"
      | "evidence.draft.reason"
      | "evidence.draft.title"
      | "evidence.draft.whole"
      | "evidence.draft.why"
      | "evidence.draft.year"
      | "evidence.export.citation-copy"
      | "evidence.export.copied"
      | "evidence.export.copy"
      | "evidence.export.files"
      | "evidence.export.forest"
      | "evidence.export.funnel"
      | "evidence.export.missing"
      | "evidence.export.report"
      | "evidence.export.report-copy"
      | "evidence.export.script"
      | "evidence.export.script-about"
      | "evidence.export.table"
      | "evidence.export.title"
      | "evidence.fault.no-effect"
      | "evidence.fault.no-moderator"
      | "evidence.fault.variance-zero"
      | "evidence.fault.zero-variance"
      | "evidence.figure.asymmetry"
      | "evidence.figure.axis.alpha"
      | "evidence.figure.axis.better"
      | "evidence.figure.axis.d"
      | "evidence.figure.axis.estimate"
      | "evidence.figure.axis.g"
      | "evidence.figure.axis.md"
      | "evidence.figure.axis.or"
      | "evidence.figure.axis.proportion"
      | "evidence.figure.axis.r"
      | "evidence.figure.axis.ratio"
      | "evidence.figure.axis.rd"
      | "evidence.figure.axis.rr"
      | "evidence.figure.axis.worse"
      | "evidence.figure.few-studies"
      | "evidence.figure.flow-title"
      | "evidence.figure.flow.assessed"
      | "evidence.figure.flow.awaiting"
      | "evidence.figure.flow.excluded-full-text"
      | "evidence.figure.flow.excluded-screening"
      | "evidence.figure.flow.identified"
      | "evidence.figure.flow.included"
      | "evidence.figure.flow.narrative"
      | "evidence.figure.flow.pooled"
      | "evidence.figure.flow.screened"
      | "evidence.figure.flow.undecided"
      | "evidence.figure.mean"
      | "evidence.figure.n"
      | "evidence.figure.no-rater"
      | "evidence.figure.not-reported"
      | "evidence.figure.one-study"
      | "evidence.figure.pooled"
      | "evidence.figure.prediction"
      | "evidence.figure.rater"
      | "evidence.figure.result"
      | "evidence.figure.study"
      | "evidence.figure.weight"
      | "evidence.filter.age"
      | "evidence.filter.all-ages"
      | "evidence.filter.all-measures"
      | "evidence.filter.all-qualities"
      | "evidence.filter.all-raters"
      | "evidence.filter.all-times"
      | "evidence.filter.apply"
      | "evidence.filter.by-quality.high"
      | "evidence.filter.by-quality.low"
      | "evidence.filter.by-quality.moderate"
      | "evidence.filter.by-quality.not-rated"
      | "evidence.filter.clear"
      | "evidence.filter.from"
      | "evidence.filter.label"
      | "evidence.filter.measure"
      | "evidence.filter.quality"
      | "evidence.filter.rater"
      | "evidence.filter.timing"
      | "evidence.filter.title"
      | "evidence.filter.to"
      | "evidence.head.add"
      | "evidence.head.claims"
      | "evidence.head.import"
      | "evidence.head.rules"
      | "evidence.head.studies"
      | "evidence.head.syntheses"
      | "evidence.head.tabs"
      | "evidence.head.title"
      | "evidence.import.bibliographies"
      | "evidence.import.changed"
      | "evidence.import.choose"
      | "evidence.import.columns"
      | "evidence.import.columns-about"
      | "evidence.import.columns-all"
      | "evidence.import.excluded"
      | "evidence.import.file"
      | "evidence.import.file-label"
      | "evidence.import.lead"
      | "evidence.import.missing"
      | "evidence.import.missing-hint"
      | "evidence.import.notes"
      | "evidence.import.nothing"
      | "evidence.import.options"
      | "evidence.import.send"
      | "evidence.import.skip"
      | "evidence.import.skip-hint"
      | "evidence.import.skip-number"
      | "evidence.import.title"
      | "evidence.import.view"
      | "evidence.no-result.no-effects"
      | "evidence.no-result.no-single"
      | "evidence.no-result.one-study"
      | "evidence.not-derivable.dependence"
      | "evidence.not-derivable.heterogeneity"
      | "evidence.not-derivable.influence"
      | "evidence.not-derivable.moderators"
      | "evidence.not-derivable.small-studies"
      | "evidence.not-derivable.weights"
      | "evidence.number-field.df"
      | "evidence.number-field.m1"
      | "evidence.number-field.m2"
      | "evidence.number-field.n"
      | "evidence.number-field.n1"
      | "evidence.number-field.n2"
      | "evidence.number-field.r"
      | "evidence.number-field.sd1"
      | "evidence.number-field.sd2"
      | "evidence.number-field.t"
      | "evidence.number-field.v"
      | "evidence.number-field.z"
      | "evidence.number.infinite"
      | "evidence.number.minus-infinite"
      | "evidence.number.undefined"
      | "evidence.p.small"
      | "evidence.p.undefined"
      | "evidence.page-title.change"
      | "evidence.page-title.claims"
      | "evidence.page-title.correct"
      | "evidence.page-title.import"
      | "evidence.page-title.new"
      | "evidence.page-title.rules"
      | "evidence.page-title.studies"
      | "evidence.page-title.syntheses"
      | "evidence.published.check.caption"
      | "evidence.published.check.centre"
      | "evidence.published.check.consistent"
      | "evidence.published.check.n"
      | "evidence.published.check.no"
      | "evidence.published.check.r"
      | "evidence.published.check.result"
      | "evidence.published.check.yes"
      | "evidence.published.checks"
      | "evidence.published.impossible"
      | "evidence.published.no-checks"
      | "evidence.published.results"
      | "evidence.published.statements"
      | "evidence.quality.high"
      | "evidence.quality.low"
      | "evidence.quality.moderate"
      | "evidence.quality.not-rated"
      | "evidence.rated-by.client"
      | "evidence.rated-by.mixed"
      | "evidence.rated-by.not-applicable"
      | "evidence.rated-by.observer"
      | "evidence.rated-by.therapist"
      | "evidence.rater.client"
      | "evidence.rater.mixed"
      | "evidence.rater.not-applicable"
      | "evidence.rater.observer"
      | "evidence.rater.therapist"
      | "evidence.reason.first"
      | "evidence.reason.shipped"
      | "evidence.result.none"
      | "evidence.result.not-testable"
      | "evidence.rules.about"
      | "evidence.rules.alert"
      | "evidence.rules.axes"
      | "evidence.rules.column.delay"
      | "evidence.rules.column.detected"
      | "evidence.rules.column.false-alarms"
      | "evidence.rules.column.gradual"
      | "evidence.rules.column.rule"
      | "evidence.rules.default.caption"
      | "evidence.rules.default.title"
      | "evidence.rules.equal.caption"
      | "evidence.rules.equal.title"
      | "evidence.rules.lead"
      | "evidence.rules.no-delay"
      | "evidence.rules.plot"
      | "evidence.rules.plot-title"
      | "evidence.rules.population.coarse-form"
      | "evidence.rules.population.coarse-form-about"
      | "evidence.rules.population.heavy-tails"
      | "evidence.rules.population.heavy-tails-about"
      | "evidence.rules.population.lively-clients"
      | "evidence.rules.population.lively-clients-about"
      | "evidence.rules.population.low-and-wide-apart"
      | "evidence.rules.population.low-and-wide-apart-about"
      | "evidence.rules.population.many-forms-missing"
      | "evidence.rules.population.many-forms-missing-about"
      | "evidence.rules.population.steady-clients"
      | "evidence.rules.population.steady-clients-about"
      | "evidence.rules.population.unlike-clients"
      | "evidence.rules.population.unlike-clients-about"
      | "evidence.rules.populations.population"
      | "evidence.rules.populations.title"
      | "evidence.source.checks"
      | "evidence.source.computed"
      | "evidence.source.forest"
      | "evidence.source.heterogeneity"
      | "evidence.source.no-result"
      | "evidence.source.note"
      | "evidence.source.published-participants"
      | "evidence.source.published-studies"
      | "evidence.source.study"
      | "evidence.source.text-version"
      | "evidence.statement.a-mean-is-not-the-next-study.limit-1"
      | "evidence.statement.a-mean-is-not-the-next-study.population"
      | "evidence.statement.a-mean-is-not-the-next-study.sentence"
      | "evidence.statement.a-mean-is-not-the-next-study.title"
      | "evidence.statement.adolescents-own-ratings-predict.limit-1"
      | "evidence.statement.adolescents-own-ratings-predict.population"
      | "evidence.statement.adolescents-own-ratings-predict.sentence"
      | "evidence.statement.adolescents-own-ratings-predict.title"
      | "evidence.statement.agreement-on-the-bond-and-symptoms.limit-1"
      | "evidence.statement.agreement-on-the-bond-and-symptoms.population"
      | "evidence.statement.agreement-on-the-bond-and-symptoms.sentence"
      | "evidence.statement.agreement-on-the-bond-and-symptoms.title"
      | "evidence.statement.alliance-predicts-outcome-adult.limit-1"
      | "evidence.statement.alliance-predicts-outcome-adult.population"
      | "evidence.statement.alliance-predicts-outcome-adult.sentence"
      | "evidence.statement.alliance-predicts-outcome-adult.title"
      | "evidence.statement.alliance-predicts-outcome-youth.limit-1"
      | "evidence.statement.alliance-predicts-outcome-youth.population"
      | "evidence.statement.alliance-predicts-outcome-youth.sentence"
      | "evidence.statement.alliance-predicts-outcome-youth.title"
      | "evidence.statement.attachment-anxiety-predicts-worse-outcome.limit-1"
      | "evidence.statement.attachment-anxiety-predicts-worse-outcome.population"
      | "evidence.statement.attachment-anxiety-predicts-worse-outcome.sentence"
      | "evidence.statement.attachment-anxiety-predicts-worse-outcome.title"
      | "evidence.statement.attachment-norms-differ-by-culture.limit-1"
      | "evidence.statement.attachment-norms-differ-by-culture.population"
      | "evidence.statement.attachment-norms-differ-by-culture.sentence"
      | "evidence.statement.attachment-norms-differ-by-culture.title"
      | "evidence.statement.ceiling-may-hide-withdrawal.limit-1"
      | "evidence.statement.ceiling-may-hide-withdrawal.population"
      | "evidence.statement.ceiling-may-hide-withdrawal.sentence"
      | "evidence.statement.ceiling-may-hide-withdrawal.title"
      | "evidence.statement.clients-report-fewer-ruptures-than-therapists.limit-1"
      | "evidence.statement.clients-report-fewer-ruptures-than-therapists.population"
      | "evidence.statement.clients-report-fewer-ruptures-than-therapists.sentence"
      | "evidence.statement.clients-report-fewer-ruptures-than-therapists.title"
      | "evidence.statement.cohesion-predicts-outcome.limit-1"
      | "evidence.statement.cohesion-predicts-outcome.population"
      | "evidence.statement.cohesion-predicts-outcome.sentence"
      | "evidence.statement.cohesion-predicts-outcome.title"
      | "evidence.statement.conditions-between-therapists-lower-perfectionism.population"
      | "evidence.statement.conditions-between-therapists-lower-perfectionism.sentence"
      | "evidence.statement.conditions-between-therapists-lower-perfectionism.title"
      | "evidence.statement.conditions-matter-most-at-moderate-perfectionism.population"
      | "evidence.statement.conditions-matter-most-at-moderate-perfectionism.sentence"
      | "evidence.statement.conditions-matter-most-at-moderate-perfectionism.title"
      | "evidence.statement.contribution-and-network-explain-perfectionism.population"
      | "evidence.statement.contribution-and-network-explain-perfectionism.sentence"
      | "evidence.statement.contribution-and-network-explain-perfectionism.title"
      | "evidence.statement.distance-model-half-supported.limit-1"
      | "evidence.statement.distance-model-half-supported.limit-2"
      | "evidence.statement.distance-model-half-supported.population"
      | "evidence.statement.distance-model-half-supported.sentence"
      | "evidence.statement.distance-model-half-supported.title"
      | "evidence.statement.early-engagement-lowers-perfectionism.population"
      | "evidence.statement.early-engagement-lowers-perfectionism.sentence"
      | "evidence.statement.early-engagement-lowers-perfectionism.title"
      | "evidence.statement.goal-consensus-and-collaboration-predict-outcome.limit-1"
      | "evidence.statement.goal-consensus-and-collaboration-predict-outcome.population"
      | "evidence.statement.goal-consensus-and-collaboration-predict-outcome.sentence"
      | "evidence.statement.goal-consensus-and-collaboration-predict-outcome.title"
      | "evidence.statement.hostility-explains-perfectionism-and-alliance.population"
      | "evidence.statement.hostility-explains-perfectionism-and-alliance.sentence"
      | "evidence.statement.hostility-explains-perfectionism-and-alliance.title"
      | "evidence.statement.insecure-attachment-lowers-alliance.limit-1"
      | "evidence.statement.insecure-attachment-lowers-alliance.limit-2"
      | "evidence.statement.insecure-attachment-lowers-alliance.population"
      | "evidence.statement.insecure-attachment-lowers-alliance.sentence"
      | "evidence.statement.insecure-attachment-lowers-alliance.title"
      | "evidence.statement.inviting-feedback-raises-alliance.limit-1"
      | "evidence.statement.inviting-feedback-raises-alliance.population"
      | "evidence.statement.inviting-feedback-raises-alliance.sentence"
      | "evidence.statement.inviting-feedback-raises-alliance.title"
      | "evidence.statement.limit.correlational"
      | "evidence.statement.limit.one-data-set"
      | "evidence.statement.limit.own-studies"
      | "evidence.statement.limit.review-only"
      | "evidence.statement.limit.simulated"
      | "evidence.statement.perfectionism-does-not-change-therapist-part.population"
      | "evidence.statement.perfectionism-does-not-change-therapist-part.sentence"
      | "evidence.statement.perfectionism-does-not-change-therapist-part.title"
      | "evidence.statement.perfectionism-lowers-early-bond.population"
      | "evidence.statement.perfectionism-lowers-early-bond.sentence"
      | "evidence.statement.perfectionism-lowers-early-bond.title"
      | "evidence.statement.perfectionism-slows-engagement.population"
      | "evidence.statement.perfectionism-slows-engagement.sentence"
      | "evidence.statement.perfectionism-slows-engagement.title"
      | "evidence.statement.progress-feedback-helps-a-little.limit-1"
      | "evidence.statement.progress-feedback-helps-a-little.limit-2"
      | "evidence.statement.progress-feedback-helps-a-little.population"
      | "evidence.statement.progress-feedback-helps-a-little.sentence"
      | "evidence.statement.progress-feedback-helps-a-little.title"
      | "evidence.statement.real-relationship-predicts-outcome.limit-1"
      | "evidence.statement.real-relationship-predicts-outcome.population"
      | "evidence.statement.real-relationship-predicts-outcome.sentence"
      | "evidence.statement.real-relationship-predicts-outcome.title"
      | "evidence.statement.relationship-has-many-names.limit-1"
      | "evidence.statement.relationship-has-many-names.population"
      | "evidence.statement.relationship-has-many-names.sentence"
      | "evidence.statement.relationship-has-many-names.title"
      | "evidence.statement.review-together-not-alone.limit-1"
      | "evidence.statement.review-together-not-alone.population"
      | "evidence.statement.review-together-not-alone.sentence"
      | "evidence.statement.review-together-not-alone.title"
      | "evidence.statement.rogerian-conditions-predict-outcome.limit-1"
      | "evidence.statement.rogerian-conditions-predict-outcome.population"
      | "evidence.statement.rogerian-conditions-predict-outcome.sentence"
      | "evidence.statement.rogerian-conditions-predict-outcome.title"
      | "evidence.statement.rupture-repair-relates-to-outcome.limit-1"
      | "evidence.statement.rupture-repair-relates-to-outcome.limit-2"
      | "evidence.statement.rupture-repair-relates-to-outcome.population"
      | "evidence.statement.rupture-repair-relates-to-outcome.sentence"
      | "evidence.statement.rupture-repair-relates-to-outcome.title"
      | "evidence.statement.secure-attachment-to-therapist-deepens-sessions.limit-1"
      | "evidence.statement.secure-attachment-to-therapist-deepens-sessions.limit-2"
      | "evidence.statement.secure-attachment-to-therapist-deepens-sessions.population"
      | "evidence.statement.secure-attachment-to-therapist-deepens-sessions.sentence"
      | "evidence.statement.secure-attachment-to-therapist-deepens-sessions.title"
      | "evidence.statement.secure-attachment-to-therapist-goes-with-alliance.limit-1"
      | "evidence.statement.secure-attachment-to-therapist-goes-with-alliance.limit-2"
      | "evidence.statement.secure-attachment-to-therapist-goes-with-alliance.population"
      | "evidence.statement.secure-attachment-to-therapist-goes-with-alliance.sentence"
      | "evidence.statement.secure-attachment-to-therapist-goes-with-alliance.title"
      | "evidence.statement.self-harm-item-needs-assessment.limit-1"
      | "evidence.statement.self-harm-item-needs-assessment.limit-2"
      | "evidence.statement.self-harm-item-needs-assessment.population"
      | "evidence.statement.self-harm-item-needs-assessment.sentence"
      | "evidence.statement.self-harm-item-needs-assessment.title"
      | "evidence.statement.session-drop-thresholds-are-provisional.limit-1"
      | "evidence.statement.session-drop-thresholds-are-provisional.population"
      | "evidence.statement.session-drop-thresholds-are-provisional.sentence"
      | "evidence.statement.session-drop-thresholds-are-provisional.title"
      | "evidence.statement.therapist-anxiety-lowers-own-rating.limit-1"
      | "evidence.statement.therapist-anxiety-lowers-own-rating.limit-2"
      | "evidence.statement.therapist-anxiety-lowers-own-rating.population"
      | "evidence.statement.therapist-anxiety-lowers-own-rating.sentence"
      | "evidence.statement.therapist-anxiety-lowers-own-rating.title"
      | "evidence.statement.therapist-avoidance-and-alliance.limit-1"
      | "evidence.statement.therapist-avoidance-and-alliance.population"
      | "evidence.statement.therapist-avoidance-and-alliance.sentence"
      | "evidence.statement.therapist-avoidance-and-alliance.title"
      | "evidence.statement.therapist-part-of-alliance-is-disputed.limit-1"
      | "evidence.statement.therapist-part-of-alliance-is-disputed.population"
      | "evidence.statement.therapist-part-of-alliance-is-disputed.sentence"
      | "evidence.statement.therapist-part-of-alliance-is-disputed.title"
      | "evidence.statement.therapists-rate-the-alliance-lower.limit-1"
      | "evidence.statement.therapists-rate-the-alliance-lower.population"
      | "evidence.statement.therapists-rate-the-alliance-lower.sentence"
      | "evidence.statement.therapists-rate-the-alliance-lower.title"
      | "evidence.statement.transference-shows-in-round-robins.limit-1"
      | "evidence.statement.transference-shows-in-round-robins.population"
      | "evidence.statement.transference-shows-in-round-robins.sentence"
      | "evidence.statement.transference-shows-in-round-robins.title"
      | "evidence.statement.weak-alliance-precedes-dropout.limit-1"
      | "evidence.statement.weak-alliance-precedes-dropout.population"
      | "evidence.statement.weak-alliance-precedes-dropout.sentence"
      | "evidence.statement.weak-alliance-precedes-dropout.title"
      | "evidence.statement.within-client-alliance-precedes-symptoms.limit-1"
      | "evidence.statement.within-client-alliance-precedes-symptoms.population"
      | "evidence.statement.within-client-alliance-precedes-symptoms.sentence"
      | "evidence.statement.within-client-alliance-precedes-symptoms.title"
      | "evidence.statistic-choice.correlation"
      | "evidence.statistic-choice.effect"
      | "evidence.statistic-choice.t-test"
      | "evidence.statistic-choice.two-groups"
      | "evidence.statistic.alpha"
      | "evidence.statistic.chi-square"
      | "evidence.statistic.correlation"
      | "evidence.statistic.effect"
      | "evidence.statistic.f-test"
      | "evidence.statistic.p-value"
      | "evidence.statistic.proportion"
      | "evidence.statistic.regression"
      | "evidence.statistic.t-test"
      | "evidence.statistic.two-by-two"
      | "evidence.statistic.two-groups"
      | "evidence.studies.effects"
      | "evidence.studies.empty"
      | "evidence.studies.lead"
      | "evidence.studies.source"
      | "evidence.studies.status"
      | "evidence.studies.study"
      | "evidence.studies.topic"
      | "evidence.study-form.age"
      | "evidence.study-form.authors"
      | "evidence.study-form.authors-hint"
      | "evidence.study-form.better"
      | "evidence.study-form.choose"
      | "evidence.study-form.correct.lead"
      | "evidence.study-form.correct.title"
      | "evidence.study-form.correction"
      | "evidence.study-form.correction-why"
      | "evidence.study-form.country"
      | "evidence.study-form.design"
      | "evidence.study-form.direction"
      | "evidence.study-form.doi"
      | "evidence.study-form.fixed.title"
      | "evidence.study-form.measure"
      | "evidence.study-form.more"
      | "evidence.study-form.new.lead"
      | "evidence.study-form.new.title"
      | "evidence.study-form.not-saved"
      | "evidence.study-form.outcome"
      | "evidence.study-form.outcome-example"
      | "evidence.study-form.outcome-rater"
      | "evidence.study-form.population"
      | "evidence.study-form.population-example"
      | "evidence.study-form.publication"
      | "evidence.study-form.quality"
      | "evidence.study-form.rater"
      | "evidence.study-form.reason"
      | "evidence.study-form.result"
      | "evidence.study-form.save"
      | "evidence.study-form.setting"
      | "evidence.study-form.statistic"
      | "evidence.study-form.status"
      | "evidence.study-form.study"
      | "evidence.study-form.timing"
      | "evidence.study-form.title"
      | "evidence.study-form.topic"
      | "evidence.study-form.topic-hint"
      | "evidence.study-form.worse"
      | "evidence.study-form.year"
      | "evidence.study.clients"
      | "evidence.study.correct"
      | "evidence.study.country"
      | "evidence.study.design"
      | "evidence.study.details"
      | "evidence.study.history"
      | "evidence.study.history-added"
      | "evidence.study.history-effect"
      | "evidence.study.licence"
      | "evidence.study.no-effects"
      | "evidence.study.quality"
      | "evidence.study.reports.caption"
      | "evidence.study.reports.effect"
      | "evidence.study.reports.measure"
      | "evidence.study.reports.no-correlation"
      | "evidence.study.reports.outcome"
      | "evidence.study.reports.rater"
      | "evidence.study.reports.reported"
      | "evidence.study.results"
      | "evidence.study.setting"
      | "evidence.study.simulated.text"
      | "evidence.study.simulated.title"
      | "evidence.study.source"
      | "evidence.study.status"
      | "evidence.study.topic"
      | "evidence.study.used-in"
      | "evidence.syntheses.lead"
      | "evidence.synthesis.by-rater"
      | "evidence.synthesis.cautions"
      | "evidence.synthesis.flow"
      | "evidence.synthesis.flow-text"
      | "evidence.synthesis.forest"
      | "evidence.synthesis.forest-empty"
      | "evidence.synthesis.forest-text"
      | "evidence.synthesis.funnel"
      | "evidence.synthesis.funnel-text"
      | "evidence.synthesis.raters.based-on"
      | "evidence.synthesis.raters.caption"
      | "evidence.synthesis.raters.estimate"
      | "evidence.synthesis.raters.plot"
      | "evidence.synthesis.raters.rater"
      | "evidence.synthesis.result.title"
      | "evidence.synthesis.simulated.text"
      | "evidence.synthesis.simulated.title"
      | "evidence.synthesis.versions.about"
      | "evidence.synthesis.versions.save"
      | "evidence.synthesis.versions.title"
      | "evidence.timing.average"
      | "evidence.timing.early"
      | "evidence.timing.late"
      | "evidence.timing.mid"
      | "evidence.timing.not-reported"
      | "evidence.version.checksum"
      | "evidence.version.checksum-about"
      | "evidence.version.cite"
      | "evidence.version.created"
      | "evidence.version.identifier"
      | "evidence.version.newer.text"
      | "evidence.version.newer.title"
      | "evidence.version.reason"
      | "evidence.version.result"
      | "evidence.version.script"
      | "export.button"
      | "export.content"
      | "export.logged"
      | "export.meta"
      | "export.text"
      | "export.title"
      | "form.problem.choice"
      | "form.problem.day"
      | "form.problem.empty"
      | "form.problem.number"
      | "form.problem.other"
      | "form.problem.whole-number"
      | "gallery.buttons.disabled"
      | "gallery.buttons.grave"
      | "gallery.buttons.main"
      | "gallery.buttons.plain"
      | "gallery.buttons.quiet"
      | "gallery.buttons.title"
      | "gallery.colours.other"
      | "gallery.colours.raters"
      | "gallery.colours.severity"
      | "gallery.colours.title"
      | "gallery.course"
      | "gallery.empty.text"
      | "gallery.empty.title"
      | "gallery.fields.check"
      | "gallery.fields.choice"
      | "gallery.fields.first"
      | "gallery.fields.hint"
      | "gallery.fields.line"
      | "gallery.fields.lines"
      | "gallery.fields.problem"
      | "gallery.fields.second"
      | "gallery.fields.title"
      | "gallery.fields.with-problem"
      | "gallery.lead"
      | "gallery.meta"
      | "gallery.notices.information"
      | "gallery.notices.information-text"
      | "gallery.notices.notable"
      | "gallery.notices.notable-text"
      | "gallery.notices.saved"
      | "gallery.notices.title"
      | "gallery.notices.urgent"
      | "gallery.notices.urgent-text"
      | "gallery.questions"
      | "gallery.table.caption"
      | "gallery.table.client"
      | "gallery.table.last-session"
      | "gallery.table.sessions"
      | "gallery.table.severity"
      | "gallery.table.title"
      | "gallery.table.trajectory"
      | "gallery.text.l"
      | "gallery.text.m"
      | "gallery.text.s"
      | "gallery.text.sentence"
      | "gallery.text.title"
      | "gallery.text.xl"
      | "gallery.text.xs"
      | "gallery.text.xxl"
      | "gallery.title"
      | "gallery.tone.credible"
      | "gallery.tone.good"
      | "gallery.tone.note"
      | "gallery.tone.urgent"
      | "gallery.views.label"
      | "gallery.views.one"
      | "gallery.views.two"
      | "group.close"
      | "group.close.confirm"
      | "group.close.text"
      | "group.closed"
      | "group.co-leader"
      | "group.co-leader.hint"
      | "group.co-leader.none"
      | "group.cohesion.caption"
      | "group.cohesion.latest"
      | "group.cohesion.member"
      | "group.cohesion.none"
      | "group.cohesion.title"
      | "group.cohesion.trend"
      | "group.done.changed"
      | "group.done.closed"
      | "group.done.handed-over"
      | "group.done.joined"
      | "group.done.left"
      | "group.done.reopened"
      | "group.invalid.joining"
      | "group.join.new"
      | "group.join.new.save"
      | "group.join.own"
      | "group.join.own.save"
      | "group.join.separate"
      | "group.join.title"
      | "group.list.empty.text"
      | "group.list.empty.title"
      | "group.list.intro"
      | "group.list.own"
      | "group.list.title"
      | "group.meeting.day"
      | "group.meeting.intro"
      | "group.meeting.present"
      | "group.meeting.save"
      | "group.meeting.saving"
      | "group.meeting.second"
      | "group.meeting.title"
      | "group.members.ended"
      | "group.members.leave.confirm"
      | "group.members.leave.text"
      | "group.members.none"
      | "group.members.title"
      | "group.name"
      | "group.name.hint"
      | "group.new.save"
      | "group.new.title"
      | "group.ratings.empty.text"
      | "group.ratings.empty.title"
      | "group.ratings.intro"
      | "group.ratings.none"
      | "group.ratings.rater"
      | "group.ratings.title"
      | "group.reopen"
      | "group.settings.save"
      | "group.settings.title"
      | "group.transfer"
      | "group.transfer.cases"
      | "group.transfer.confirm"
      | "group.transfer.text"
      | "group.transfer.to"
      | "guidance.card.adolescent.ask-1"
      | "guidance.card.adolescent.ask-2"
      | "guidance.card.adolescent.own-part"
      | "guidance.card.adolescent.think"
      | "guidance.card.adolescent.title"
      | "guidance.card.adolescent.together"
      | "guidance.card.ceiling.ask-1"
      | "guidance.card.ceiling.ask-2"
      | "guidance.card.ceiling.own-part"
      | "guidance.card.ceiling.think"
      | "guidance.card.ceiling.title"
      | "guidance.card.ceiling.together"
      | "guidance.card.child-alone.ask-1"
      | "guidance.card.child-alone.ask-2"
      | "guidance.card.child-alone.own-part"
      | "guidance.card.child-alone.think"
      | "guidance.card.child-alone.title"
      | "guidance.card.child-protection.ask-1"
      | "guidance.card.child-protection.ask-2"
      | "guidance.card.child-protection.own-part"
      | "guidance.card.child-protection.think"
      | "guidance.card.child-protection.title"
      | "guidance.card.disclosure.ask-1"
      | "guidance.card.disclosure.ask-2"
      | "guidance.card.disclosure.own-part"
      | "guidance.card.disclosure.think"
      | "guidance.card.disclosure.title"
      | "guidance.card.drop-in-bond.ask-1"
      | "guidance.card.drop-in-bond.ask-2"
      | "guidance.card.drop-in-bond.own-part"
      | "guidance.card.drop-in-bond.think"
      | "guidance.card.drop-in-bond.title"
      | "guidance.card.drop-in-bond.together"
      | "guidance.card.drop-in-goals.ask-1"
      | "guidance.card.drop-in-goals.ask-2"
      | "guidance.card.drop-in-goals.own-part"
      | "guidance.card.drop-in-goals.think"
      | "guidance.card.drop-in-goals.title"
      | "guidance.card.drop-in-goals.together"
      | "guidance.card.drop-in-tasks.ask-1"
      | "guidance.card.drop-in-tasks.ask-2"
      | "guidance.card.drop-in-tasks.own-part"
      | "guidance.card.drop-in-tasks.think"
      | "guidance.card.drop-in-tasks.title"
      | "guidance.card.drop-in-tasks.together"
      | "guidance.card.drop.ask-1"
      | "guidance.card.drop.ask-2"
      | "guidance.card.drop.own-part"
      | "guidance.card.drop.think"
      | "guidance.card.drop.title"
      | "guidance.card.drop.together"
      | "guidance.card.ending-announced.ask-1"
      | "guidance.card.ending-announced.ask-2"
      | "guidance.card.ending-announced.own-part"
      | "guidance.card.ending-announced.think"
      | "guidance.card.ending-announced.title"
      | "guidance.card.ending-announced.together"
      | "guidance.card.forms-missing.ask-1"
      | "guidance.card.forms-missing.own-part"
      | "guidance.card.forms-missing.think"
      | "guidance.card.forms-missing.title"
      | "guidance.card.forms-missing.together"
      | "guidance.card.life-events.ask-1"
      | "guidance.card.life-events.own-part"
      | "guidance.card.life-events.think"
      | "guidance.card.life-events.title"
      | "guidance.card.life-events.together"
      | "guidance.card.low-start.ask-1"
      | "guidance.card.low-start.ask-2"
      | "guidance.card.low-start.own-part"
      | "guidance.card.low-start.think"
      | "guidance.card.low-start.title"
      | "guidance.card.low-start.together"
      | "guidance.card.missed-by-therapist.ask-1"
      | "guidance.card.missed-by-therapist.own-part"
      | "guidance.card.missed-by-therapist.think"
      | "guidance.card.missed-by-therapist.title"
      | "guidance.card.missed-by-therapist.together"
      | "guidance.card.motivation.ask-1"
      | "guidance.card.motivation.ask-2"
      | "guidance.card.motivation.own-part"
      | "guidance.card.motivation.think"
      | "guidance.card.motivation.title"
      | "guidance.card.motivation.together"
      | "guidance.card.no-early-bond.ask-1"
      | "guidance.card.no-early-bond.ask-2"
      | "guidance.card.no-early-bond.own-part"
      | "guidance.card.no-early-bond.think"
      | "guidance.card.no-early-bond.title"
      | "guidance.card.no-early-bond.together"
      | "guidance.card.outcome-plateau.ask-1"
      | "guidance.card.outcome-plateau.ask-2"
      | "guidance.card.outcome-plateau.own-part"
      | "guidance.card.outcome-plateau.think"
      | "guidance.card.outcome-plateau.title"
      | "guidance.card.outcome-plateau.together"
      | "guidance.card.outcome-recovered.ask-1"
      | "guidance.card.outcome-recovered.ask-2"
      | "guidance.card.outcome-recovered.own-part"
      | "guidance.card.outcome-recovered.think"
      | "guidance.card.outcome-recovered.title"
      | "guidance.card.outcome-recovered.together"
      | "guidance.card.own-form-missing.own-part"
      | "guidance.card.own-form-missing.think"
      | "guidance.card.own-form-missing.title"
      | "guidance.card.perfectionism-high.ask-1"
      | "guidance.card.perfectionism-high.ask-2"
      | "guidance.card.perfectionism-high.own-part"
      | "guidance.card.perfectionism-high.think"
      | "guidance.card.perfectionism-high.title"
      | "guidance.card.perfectionism-high.together"
      | "guidance.card.perfectionism-moderate.ask-1"
      | "guidance.card.perfectionism-moderate.own-part"
      | "guidance.card.perfectionism-moderate.think"
      | "guidance.card.perfectionism-moderate.title"
      | "guidance.card.perfectionism-moderate.together"
      | "guidance.card.perhaps-confrontation.ask-1"
      | "guidance.card.perhaps-confrontation.ask-2"
      | "guidance.card.perhaps-confrontation.own-part"
      | "guidance.card.perhaps-confrontation.think"
      | "guidance.card.perhaps-confrontation.title"
      | "guidance.card.perhaps-confrontation.together"
      | "guidance.card.perhaps-withdrawal.ask-1"
      | "guidance.card.perhaps-withdrawal.ask-2"
      | "guidance.card.perhaps-withdrawal.own-part"
      | "guidance.card.perhaps-withdrawal.think"
      | "guidance.card.perhaps-withdrawal.title"
      | "guidance.card.perhaps-withdrawal.together"
      | "guidance.card.pseudo-secure.ask-1"
      | "guidance.card.pseudo-secure.ask-2"
      | "guidance.card.pseudo-secure.own-part"
      | "guidance.card.pseudo-secure.think"
      | "guidance.card.pseudo-secure.title"
      | "guidance.card.pseudo-secure.together"
      | "guidance.card.risk-answer.ask-1"
      | "guidance.card.risk-answer.ask-2"
      | "guidance.card.risk-answer.ask-3"
      | "guidance.card.risk-answer.own-part"
      | "guidance.card.risk-answer.think"
      | "guidance.card.risk-answer.title"
      | "guidance.card.risk-harm-to-others.ask-1"
      | "guidance.card.risk-harm-to-others.ask-2"
      | "guidance.card.risk-harm-to-others.ask-3"
      | "guidance.card.risk-harm-to-others.own-part"
      | "guidance.card.risk-harm-to-others.think"
      | "guidance.card.risk-harm-to-others.title"
      | "guidance.card.risk-substance.ask-1"
      | "guidance.card.risk-substance.ask-2"
      | "guidance.card.risk-substance.ask-3"
      | "guidance.card.risk-substance.own-part"
      | "guidance.card.risk-substance.think"
      | "guidance.card.risk-substance.title"
      | "guidance.card.risk-suicide.ask-1"
      | "guidance.card.risk-suicide.ask-2"
      | "guidance.card.risk-suicide.ask-3"
      | "guidance.card.risk-suicide.own-part"
      | "guidance.card.risk-suicide.think"
      | "guidance.card.risk-suicide.title"
      | "guidance.card.rupture-reported.ask-1"
      | "guidance.card.rupture-reported.ask-2"
      | "guidance.card.rupture-reported.ask-3"
      | "guidance.card.rupture-reported.own-part"
      | "guidance.card.rupture-reported.think"
      | "guidance.card.rupture-reported.title"
      | "guidance.card.rupture-reported.together"
      | "guidance.card.sessions-missed.ask-1"
      | "guidance.card.sessions-missed.own-part"
      | "guidance.card.sessions-missed.think"
      | "guidance.card.sessions-missed.title"
      | "guidance.card.sessions-missed.together"
      | "guidance.card.small-drop.ask-1"
      | "guidance.card.small-drop.own-part"
      | "guidance.card.small-drop.think"
      | "guidance.card.small-drop.title"
      | "guidance.card.small-drop.together"
      | "guidance.card.support.ask-1"
      | "guidance.card.support.ask-2"
      | "guidance.card.support.own-part"
      | "guidance.card.support.think"
      | "guidance.card.support.title"
      | "guidance.card.support.together"
      | "guidance.card.therapist-rates-higher.ask-1"
      | "guidance.card.therapist-rates-higher.ask-2"
      | "guidance.card.therapist-rates-higher.own-part"
      | "guidance.card.therapist-rates-higher.think"
      | "guidance.card.therapist-rates-higher.title"
      | "guidance.card.therapist-rates-higher.together"
      | "guidance.card.therapist-rates-lower.ask-1"
      | "guidance.card.therapist-rates-lower.own-part"
      | "guidance.card.therapist-rates-lower.think"
      | "guidance.card.therapist-rates-lower.title"
      | "guidance.card.therapist-rates-lower.together"
      | "guidance.card.therapist-side-drop.ask-1"
      | "guidance.card.therapist-side-drop.own-part"
      | "guidance.card.therapist-side-drop.think"
      | "guidance.card.therapist-side-drop.title"
      | "guidance.distance.deactivating.ask-1"
      | "guidance.distance.deactivating.ask-2"
      | "guidance.distance.deactivating.own-part"
      | "guidance.distance.fearful.ask-1"
      | "guidance.distance.fearful.ask-2"
      | "guidance.distance.fearful.own-part"
      | "guidance.distance.hyperactivating.ask-1"
      | "guidance.distance.hyperactivating.ask-2"
      | "guidance.distance.hyperactivating.own-part"
      | "guidance.plan.deactivating-ending"
      | "guidance.plan.deactivating-engagement"
      | "guidance.plan.deactivating-working"
      | "guidance.plan.fearful-ending"
      | "guidance.plan.fearful-engagement"
      | "guidance.plan.fearful-working"
      | "guidance.plan.hyperactivating-ending"
      | "guidance.plan.hyperactivating-engagement"
      | "guidance.plan.hyperactivating-working"
      | "guidance.plan.secure-ending"
      | "guidance.plan.secure-engagement"
      | "guidance.plan.secure-working"
      | "guidance.plan.unsaid"
      | "guidance.reflection"
      | "guidance.shared.default"
      | "guidance.situation.adolescent"
      | "guidance.situation.child-alone"
      | "guidance.situation.chosen-group"
      | "guidance.situation.pseudo-secure"
      | "import.above.caseload"
      | "import.above.practice"
      | "import.age"
      | "import.age.adolescent"
      | "import.age.adult"
      | "import.age.child"
      | "import.date-order.day-first"
      | "import.date-order.detect"
      | "import.date-order.month-first"
      | "import.field.case"
      | "import.field.date"
      | "import.field.date-order"
      | "import.field.date-order-hint"
      | "import.field.instrument"
      | "import.field.instrument-hint"
      | "import.field.item"
      | "import.field.maximum"
      | "import.field.minimum"
      | "import.field.missing"
      | "import.field.missing-hint"
      | "import.field.only-missing"
      | "import.field.only-missing-hint"
      | "import.field.rater"
      | "import.field.rater-hint"
      | "import.field.recode"
      | "import.field.recode-hint"
      | "import.field.scale"
      | "import.field.scale-hint"
      | "import.field.session"
      | "import.field.skip"
      | "import.field.skip-hint"
      | "import.field.therapist"
      | "import.field.time"
      | "import.field.time-hint"
      | "import.field.value"
      | "import.field.where"
      | "import.field.where-hint"
      | "import.field.wide"
      | "import.file.hint"
      | "import.file.label"
      | "import.file.missing"
      | "import.file.title"
      | "import.lead"
      | "import.meta"
      | "import.problem.number"
      | "import.problem.recode"
      | "import.problem.where"
      | "import.problem.whole-number"
      | "import.reading.columns"
      | "import.reading.title"
      | "import.reading.values"
      | "import.refused.no-therapist"
      | "import.refused.other-therapist"
      | "import.result.columns"
      | "import.result.incomplete"
      | "import.result.left-out"
      | "import.result.notes"
      | "import.result.problems"
      | "import.send"
      | "import.sound-rows"
      | "import.therapist"
      | "import.therapist-hint"
      | "import.therapist.from-file"
      | "import.title"
      | "library.candidates.accept"
      | "library.candidates.empty.add"
      | "library.candidates.empty.names"
      | "library.candidates.empty.similarity"
      | "library.candidates.empty.texts"
      | "library.candidates.empty.texts-title"
      | "library.candidates.empty.title"
      | "library.candidates.quotation"
      | "library.candidates.quotation-hint"
      | "library.concept.cite-unshown"
      | "library.concept.empty"
      | "library.concept.empty-title"
      | "library.concept.export"
      | "library.concept.export.annotations"
      | "library.concept.export.sources"
      | "library.concept.save-version"
      | "library.concept.suggest-by"
      | "library.concept.suggest-by.names"
      | "library.concept.suggest-by.similarity"
      | "library.concept.suggested"
      | "library.concepts.intro"
      | "library.concepts.no-passages"
      | "library.concordance.author"
      | "library.concordance.button"
      | "library.concordance.collocates"
      | "library.concordance.distribution"
      | "library.concordance.download"
      | "library.concordance.empty"
      | "library.concordance.intro"
      | "library.concordance.match"
      | "library.concordance.match.every-form"
      | "library.concordance.match.written"
      | "library.concordance.near"
      | "library.concordance.order"
      | "library.concordance.order.left"
      | "library.concordance.order.right"
      | "library.concordance.order.text"
      | "library.concordance.words"
      | "library.draft-problem.empty"
      | "library.draft-problem.meanwhile"
      | "library.draft-problem.no-text"
      | "library.draft-problem.off"
      | "library.draft-problem.own"
      | "library.draft-problem.unclosed"
      | "library.edit.draft"
      | "library.edit.draft-hint"
      | "library.edit.draft.again"
      | "library.edit.save"
      | "library.edit.save.draft"
      | "library.edit.summary"
      | "library.edit.summary.draft"
      | "library.empty.add"
      | "library.empty.concepts"
      | "library.empty.formats"
      | "library.empty.search"
      | "library.empty.title"
      | "library.export.none"
      | "library.file-problem.epub-archive"
      | "library.file-problem.epub-chapters"
      | "library.file-problem.epub-contents"
      | "library.file-problem.epub-drm"
      | "library.file-problem.pdf-damaged"
      | "library.file-problem.pdf-images"
      | "library.file-problem.pdf-password"
      | "library.file-problem.zip-overlap"
      | "library.format-advice.add-text"
      | "library.format-advice.convert-book"
      | "library.format-advice.convert-to-html"
      | "library.format-advice.convert-to-html-or-epub"
      | "library.format-advice.convert-to-pdf"
      | "library.format-advice.convert-to-pdf-with-text"
      | "library.format-advice.convert-xml"
      | "library.format-advice.make-pdf"
      | "library.format-advice.no-text"
      | "library.format-advice.recognise-text"
      | "library.format-advice.save-as-html"
      | "library.format-advice.save-as-pdf"
      | "library.format-advice.save-from-program"
      | "library.format-advice.unpack"
      | "library.format.archive"
      | "library.format.azw"
      | "library.format.azw-kfx"
      | "library.format.azw3"
      | "library.format.binary"
      | "library.format.chm"
      | "library.format.djvu"
      | "library.format.doc"
      | "library.format.docbook"
      | "library.format.docx"
      | "library.format.fb2"
      | "library.format.json"
      | "library.format.kfx"
      | "library.format.latex"
      | "library.format.lit"
      | "library.format.mht"
      | "library.format.mobi"
      | "library.format.mobi-azw"
      | "library.format.odp"
      | "library.format.ods"
      | "library.format.odt"
      | "library.format.office"
      | "library.format.open-document-xml"
      | "library.format.pages"
      | "library.format.picture"
      | "library.format.postscript"
      | "library.format.ppt"
      | "library.format.pptx"
      | "library.format.recording"
      | "library.format.rtf"
      | "library.format.svg"
      | "library.format.webarchive"
      | "library.format.word-xml"
      | "library.format.wpd"
      | "library.format.xls"
      | "library.format.xlsx"
      | "library.format.zip"
      | "library.gloss.label"
      | "library.meta.start"
      | "library.names.current"
      | "library.names.current-field"
      | "library.names.definition"
      | "library.names.edit"
      | "library.names.excluded"
      | "library.names.excluded-field"
      | "library.names.historical"
      | "library.names.historical-field"
      | "library.names.historical-hint"
      | "library.names.name"
      | "library.names.save"
      | "library.names.title"
      | "library.nav.concepts"
      | "library.nav.concordance"
      | "library.nav.label"
      | "library.nav.search"
      | "library.nav.texts"
      | "library.nav.title"
      | "library.overview.agreement"
      | "library.overview.disagreement"
      | "library.overview.edit"
      | "library.overview.empty"
      | "library.overview.hint"
      | "library.overview.save"
      | "library.overview.sentence.new"
      | "library.overview.supporting"
      | "library.overview.title"
      | "library.overview.type"
      | "library.overview.write"
      | "library.passages.aside"
      | "library.passages.draft"
      | "library.passages.moved"
      | "library.passages.supporting"
      | "library.passages.thesis"
      | "library.position.ambivalent"
      | "library.position.curative"
      | "library.position.definition"
      | "library.position.label"
      | "library.position.none"
      | "library.position.obstacle"
      | "library.position.vehicle"
      | "library.positions.title"
      | "library.problem.name"
      | "library.problem.position"
      | "library.problem.rank"
      | "library.problem.same-version"
      | "library.problem.sentence-type"
      | "library.problem.unknown-form"
      | "library.quotation-budget.source"
      | "library.quotation-problem.absent"
      | "library.quotation-state.changed"
      | "library.quotation-state.in-place"
      | "library.quotation-state.lost"
      | "library.quotation-state.no-text"
      | "library.rank.aside"
      | "library.rank.decoy"
      | "library.rank.label"
      | "library.rank.supporting"
      | "library.rank.thesis"
      | "library.reader.contents"
      | "library.reader.next.section"
      | "library.reader.start"
      | "library.reading.left-out-comments"
      | "library.reading.left-out-controls"
      | "library.reading.left-out-deleted-readings"
      | "library.reading.left-out-descriptions-of-figures"
      | "library.reading.left-out-formulas"
      | "library.reading.left-out-front-matter"
      | "library.reading.left-out-head-of-the-page"
      | "library.reading.left-out-hidden-parts"
      | "library.reading.left-out-link-addresses"
      | "library.reading.left-out-list-numbers"
      | "library.reading.left-out-markup"
      | "library.reading.left-out-metadata"
      | "library.reading.left-out-names-of-code-languages"
      | "library.reading.left-out-note-signs"
      | "library.reading.left-out-other-readings"
      | "library.reading.left-out-page-headers"
      | "library.reading.left-out-page-numbers"
      | "library.reading.left-out-pictures"
      | "library.reading.left-out-ruby-readings"
      | "library.reading.left-out-scripts-and-styles"
      | "library.reading.no-page-labels"
      | "library.reading.windows-1252"
      | "library.reason.company"
      | "library.reason.defining"
      | "library.reason.family-less"
      | "library.reason.family-more"
      | "library.reason.far-down"
      | "library.reason.few-confirmed"
      | "library.reason.general"
      | "library.reason.meeting"
      | "library.reason.name"
      | "library.reason.narrative"
      | "library.reason.nothing-stronger"
      | "library.reason.other-sense"
      | "library.reason.outside-body"
      | "library.reason.patient-less"
      | "library.reason.patient-more"
      | "library.reason.period"
      | "library.reason.therapist-less"
      | "library.reason.therapist-more"
      | "library.reason.treatment-less"
      | "library.reason.treatment-more"
      | "library.reason.typical"
      | "library.reason.variant"
      | "library.search.button"
      | "library.search.empty.accepted"
      | "library.search.empty.accepted-title"
      | "library.search.empty.concept"
      | "library.search.empty.results"
      | "library.search.empty.results-title"
      | "library.search.empty.similar"
      | "library.search.empty.similar-title"
      | "library.search.hint"
      | "library.search.intro"
      | "library.search.more-terms"
      | "library.search.similar.by-terms"
      | "library.search.similar.link"
      | "library.search.similar.passage"
      | "library.search.terms"
      | "library.source.anonymous"
      | "library.source.no-year"
      | "library.status.changed"
      | "library.status.decoy"
      | "library.status.drafted"
      | "library.status.names"
      | "library.status.overview"
      | "library.status.quotation"
      | "library.status.withdrawn"
      | "library.texts.add.authors"
      | "library.texts.add.authors-hint"
      | "library.texts.add.button"
      | "library.texts.add.file"
      | "library.texts.add.file-hint"
      | "library.texts.add.name"
      | "library.texts.add.title"
      | "library.texts.add.year"
      | "library.texts.column.author"
      | "library.texts.column.locator"
      | "library.texts.column.remove"
      | "library.texts.column.text"
      | "library.texts.column.words"
      | "library.texts.column.year"
      | "library.texts.intro"
      | "library.texts.locator.pages"
      | "library.texts.locator.paragraphs"
      | "library.texts.problem.file"
      | "library.texts.problem.year"
      | "library.texts.remove.button"
      | "library.texts.remove.explanation"
      | "library.texts.status.removed"
      | "library.texts.year.unknown"
      | "library.version.none"
      | "measures.add.choose"
      | "measures.add.label"
      | "measures.add.next"
      | "measures.age.adolescent"
      | "measures.age.adult"
      | "measures.age.child"
      | "measures.ask.about"
      | "measures.ask.by-link"
      | "measures.ask.done"
      | "measures.ask.find"
      | "measures.ask.no-respondent"
      | "measures.ask.no-session"
      | "measures.ask.none"
      | "measures.ask.observer"
      | "measures.ask.open"
      | "measures.ask.respondent"
      | "measures.ask.respondent-hint"
      | "measures.ask.search"
      | "measures.ask.send"
      | "measures.ask.session"
      | "measures.ask.session-hint"
      | "measures.ask.title"
      | "measures.case.about"
      | "measures.case.as-practice"
      | "measures.case.limit"
      | "measures.case.meta"
      | "measures.case.off"
      | "measures.case.own"
      | "measures.case.preview"
      | "measures.case.rows"
      | "measures.case.title"
      | "measures.edit.cancel"
      | "measures.edit.save"
      | "measures.history.title"
      | "measures.meta"
      | "measures.minutes.hint"
      | "measures.minutes.label"
      | "measures.minutes.save"
      | "measures.missed.leave-out"
      | "measures.missed.next-session"
      | "measures.not-saved"
      | "measures.preview.age"
      | "measures.preview.caption"
      | "measures.preview.given"
      | "measures.preview.intake-short"
      | "measures.preview.legend"
      | "measures.preview.none"
      | "measures.preview.postponed"
      | "measures.preview.questionnaire"
      | "measures.preview.show"
      | "measures.priority.first"
      | "measures.priority.second"
      | "measures.priority.third"
      | "measures.problem.at"
      | "measures.row.ages"
      | "measures.row.at"
      | "measures.row.at-hint"
      | "measures.row.every"
      | "measures.row.from"
      | "measures.row.missed"
      | "measures.row.priority"
      | "measures.row.priority-hint"
      | "measures.row.setting"
      | "measures.row.weeks"
      | "measures.row.when"
      | "measures.rows.caption"
      | "measures.rows.change"
      | "measures.rows.edit"
      | "measures.rows.off"
      | "measures.rows.off-yes"
      | "measures.rows.seconds"
      | "measures.rows.who"
      | "measures.saved"
      | "measures.setting.group"
      | "measures.setting.individual"
      | "measures.since-start"
      | "measures.template.about"
      | "measures.template.brief.text"
      | "measures.template.core.text"
      | "measures.template.current"
      | "measures.template.no"
      | "measures.template.pcoms.text"
      | "measures.template.question"
      | "measures.template.standard.text"
      | "measures.template.study.text"
      | "measures.template.title"
      | "measures.template.yes"
      | "measures.template.youth.text"
      | "measures.title"
      | "measures.when.ending"
      | "measures.when.intake"
      | "messages.cancelled.address"
      | "messages.cancelled.answered"
      | "messages.cancelled.appointment"
      | "messages.cancelled.closed"
      | "messages.cancelled.consent"
      | "messages.cancelled.expired"
      | "messages.cancelled.hand"
      | "messages.cancelled.joined"
      | "messages.cancelled.left"
      | "messages.cancelled.not-allowed"
      | "messages.cancelled.opened"
      | "messages.cancelled.removed"
      | "messages.cancelled.withdrawn"
      | "messages.contact.about"
      | "messages.contact.add"
      | "messages.contact.add-title"
      | "messages.contact.channel"
      | "messages.contact.channel.email"
      | "messages.contact.channel.none"
      | "messages.contact.channel.sms"
      | "messages.contact.consents"
      | "messages.contact.consents-hint"
      | "messages.contact.email"
      | "messages.contact.meta"
      | "messages.contact.name"
      | "messages.contact.name-hint"
      | "messages.contact.person"
      | "messages.contact.phone"
      | "messages.contact.problem.channel"
      | "messages.contact.problem.email"
      | "messages.contact.problem.email-needed"
      | "messages.contact.problem.name"
      | "messages.contact.problem.person"
      | "messages.contact.problem.phone"
      | "messages.contact.problem.phone-needed"
      | "messages.contact.problem.who"
      | "messages.contact.remove"
      | "messages.contact.remove-question"
      | "messages.contact.remove-yes"
      | "messages.contact.save"
      | "messages.contact.saved"
      | "messages.contact.title"
      | "messages.failure.other"
      | "messages.failure.secret-lost"
      | "messages.kind.invitation"
      | "messages.kind.link"
      | "messages.kind.other"
      | "messages.kind.reminder"
      | "messages.kind.safety"
      | "messages.kind.safety-overdue"
      | "messages.mail.from"
      | "messages.mail.from-hint"
      | "messages.mail.host"
      | "messages.mail.on"
      | "messages.mail.password"
      | "messages.mail.port"
      | "messages.mail.problem.from"
      | "messages.mail.problem.host"
      | "messages.mail.problem.no-key"
      | "messages.mail.problem.password-length"
      | "messages.mail.problem.port"
      | "messages.mail.problem.reply-to"
      | "messages.mail.problem.security"
      | "messages.mail.reply-to"
      | "messages.mail.save"
      | "messages.mail.security"
      | "messages.mail.security.none"
      | "messages.mail.security.starttls"
      | "messages.mail.security.tls"
      | "messages.mail.title"
      | "messages.mail.try"
      | "messages.mail.try-text"
      | "messages.mail.user"
      | "messages.person.caregiver"
      | "messages.person.client"
      | "messages.person.observer"
      | "messages.person.staff"
      | "messages.phone.about"
      | "messages.phone.label"
      | "messages.phone.save"
      | "messages.phone.saved"
      | "messages.phone.title"
      | "messages.problem.address"
      | "messages.problem.consent"
      | "messages.problem.expired"
      | "messages.problem.no-mail"
      | "messages.problem.no-sms"
      | "messages.problem.not-failed"
      | "messages.problem.not-waiting"
      | "messages.send.button"
      | "messages.send.done"
      | "messages.send.no-contact"
      | "messages.send.title"
      | "messages.send.to"
      | "messages.sent.again"
      | "messages.sent.cancel"
      | "messages.sent.earlier"
      | "messages.sent.filter"
      | "messages.sent.meta"
      | "messages.sent.none"
      | "messages.sent.title"
      | "messages.settings.about"
      | "messages.settings.meta"
      | "messages.settings.not-saved"
      | "messages.settings.saved"
      | "messages.settings.secret-none"
      | "messages.settings.secret-saved"
      | "messages.settings.title"
      | "messages.settings.unreachable"
      | "messages.sms.about"
      | "messages.sms.address"
      | "messages.sms.body"
      | "messages.sms.example.form"
      | "messages.sms.example.json"
      | "messages.sms.examples"
      | "messages.sms.format"
      | "messages.sms.format.form"
      | "messages.sms.format.json"
      | "messages.sms.headers"
      | "messages.sms.on"
      | "messages.sms.problem.address"
      | "messages.sms.problem.credentials"
      | "messages.sms.problem.headers"
      | "messages.sms.problem.secret"
      | "messages.sms.save"
      | "messages.sms.secret"
      | "messages.sms.title"
      | "messages.sms.try"
      | "messages.sms.try-hint"
      | "messages.sms.try-to"
      | "messages.staff.invitation.subject"
      | "messages.staff.safety-overdue.subject"
      | "messages.staff.safety.subject"
      | "messages.staff.test.email"
      | "messages.staff.test.sms"
      | "messages.staff.test.subject"
      | "messages.state.cancelled"
      | "messages.state.failed"
      | "messages.state.sending"
      | "messages.state.sent"
      | "messages.state.waiting"
      | "messages.times.address"
      | "messages.times.address-hint"
      | "messages.times.after"
      | "messages.times.after-hint"
      | "messages.times.appointments"
      | "messages.times.appointments-text"
      | "messages.times.before"
      | "messages.times.before-hint"
      | "messages.times.on-call"
      | "messages.times.problem.address"
      | "messages.times.problem.after"
      | "messages.times.problem.before"
      | "messages.times.problem.minutes"
      | "messages.times.problem.order"
      | "messages.times.problem.time"
      | "messages.times.quiet-from"
      | "messages.times.quiet-to"
      | "messages.times.safety"
      | "messages.times.safety-text"
      | "messages.times.save"
      | "messages.times.send-after"
      | "messages.times.send-before"
      | "messages.times.send-before-hint"
      | "messages.times.supervisors"
      | "messages.times.title"
      | "messages.told.title"
      | "messages.trouble.link"
      | "messages.trouble.text"
      | "messages.trouble.title"
      | "privacy.about"
      | "privacy.back"
      | "privacy.by.caregiver"
      | "privacy.by.client"
      | "privacy.by.therapist"
      | "privacy.done.consent"
      | "privacy.done.lift"
      | "privacy.done.restrict"
      | "privacy.done.withdraw"
      | "privacy.erase.backups"
      | "privacy.erase.button"
      | "privacy.erase.only-administrators"
      | "privacy.erase.title"
      | "privacy.form.by"
      | "privacy.form.language"
      | "privacy.form.no-text"
      | "privacy.form.record"
      | "privacy.form.said-on"
      | "privacy.form.supervisor"
      | "privacy.form.withdraw"
      | "privacy.history.by"
      | "privacy.history.caption"
      | "privacy.history.day"
      | "privacy.history.none"
      | "privacy.history.title"
      | "privacy.history.what"
      | "privacy.matter.measuring"
      | "privacy.matter.messages"
      | "privacy.matter.research"
      | "privacy.matter.supervision"
      | "privacy.messages.link"
      | "privacy.meta"
      | "privacy.not-saved"
      | "privacy.office.again"
      | "privacy.office.backups-unknown"
      | "privacy.office.choose"
      | "privacy.office.client"
      | "privacy.office.clients"
      | "privacy.office.clients-about"
      | "privacy.office.consent-age"
      | "privacy.office.due"
      | "privacy.office.erasures"
      | "privacy.office.erasures-none"
      | "privacy.office.find"
      | "privacy.office.majority-age"
      | "privacy.office.majority-hint"
      | "privacy.office.meta"
      | "privacy.office.no-backups"
      | "privacy.office.none-found"
      | "privacy.office.not-listed"
      | "privacy.office.required"
      | "privacy.office.required-hint"
      | "privacy.office.restricted"
      | "privacy.office.retention-hint"
      | "privacy.office.retention-years"
      | "privacy.office.returned"
      | "privacy.office.rows"
      | "privacy.office.rules"
      | "privacy.office.save"
      | "privacy.office.saved"
      | "privacy.office.search"
      | "privacy.office.storage"
      | "privacy.office.table"
      | "privacy.office.therapist"
      | "privacy.office.title"
      | "privacy.research.given"
      | "privacy.research.none"
      | "privacy.restriction.about"
      | "privacy.restriction.lift"
      | "privacy.restriction.none"
      | "privacy.restriction.place"
      | "privacy.restriction.reason"
      | "privacy.restriction.reason-hint"
      | "privacy.restriction.title"
      | "privacy.rule.adult"
      | "privacy.rule.age-unknown"
      | "privacy.rule.both"
      | "privacy.rule.child"
      | "privacy.rule.own"
      | "privacy.storage.birth-year-missing"
      | "privacy.storage.in-care"
      | "privacy.storage.no-rule"
      | "privacy.supervision.no-one"
      | "privacy.supervision.none"
      | "privacy.text.summary"
      | "privacy.therapist-records"
      | "privacy.title"
      | "privacy.viewers.about"
      | "privacy.viewers.administrators"
      | "privacy.viewers.no-on-call"
      | "privacy.viewers.no-research"
      | "privacy.viewers.no-supervisors"
      | "privacy.viewers.research"
      | "privacy.viewers.title"
      | "reflections.attachment.again"
      | "reflections.attachment.none"
      | "reflections.attachment.start"
      | "reflections.attachment.text"
      | "reflections.attachment.title"
      | "reflections.chart.difference.axis"
      | "reflections.chart.difference.estimate"
      | "reflections.chart.difference.row"
      | "reflections.chart.difference.title"
      | "reflections.chart.outcome.outcome"
      | "reflections.chart.outcome.title"
      | "reflections.chart.outcome.x"
      | "reflections.chart.outcome.y"
      | "reflections.comparison.anxious"
      | "reflections.comparison.not-anxious"
      | "reflections.comparison.not-asked"
      | "reflections.comparison.study"
      | "reflections.comparison.title"
      | "reflections.intro"
      | "reflections.observer.text"
      | "reflections.observer.title"
      | "reflections.outcome.agreeing.better"
      | "reflections.outcome.agreeing.worse"
      | "reflections.outcome.apart.better"
      | "reflections.outcome.apart.worse"
      | "reflections.outcome.caution"
      | "reflections.outcome.client-higher.better"
      | "reflections.outcome.client-higher.worse"
      | "reflections.outcome.show-chart"
      | "reflections.outcome.title"
      | "reflections.private.text"
      | "reflections.private.title"
      | "reflections.readiness.answer"
      | "reflections.readiness.none"
      | "reflections.readiness.title"
      | "reflections.result.too-few"
      | "reflections.title"
      | "refusals.access.absent"
      | "refusals.access.admin-left"
      | "refusals.access.administrator"
      | "refusals.access.form-link"
      | "refusals.access.notes"
      | "refusals.access.researcher"
      | "refusals.access.second-person-none"
      | "refusals.access.supervisor"
      | "refusals.access.therapist"
      | "refusals.appointment.closed"
      | "refusals.appointment.day"
      | "refusals.appointment.minutes"
      | "refusals.appointment.no-longer"
      | "refusals.appointment.time"
      | "refusals.appointment.until"
      | "refusals.appointment.weeks"
      | "refusals.appointment.with"
      | "refusals.backup.time"
      | "refusals.case.start"
      | "refusals.case.supervisor"
      | "refusals.case.therapist"
      | "refusals.database.disk-full"
      | "refusals.database.no-memory"
      | "refusals.database.same-moment"
      | "refusals.database.too-slow"
      | "refusals.database.unreachable"
      | "refusals.ending.ended-already"
      | "refusals.ending.future"
      | "refusals.ending.words"
      | "refusals.form.answered"
      | "refusals.form.answered-session"
      | "refusals.form.corrected"
      | "refusals.form.none-outstanding"
      | "refusals.form.out-of-date"
      | "refusals.form.own-needs-session"
      | "refusals.form.unknown"
      | "refusals.group.case-closed"
      | "refusals.group.closed"
      | "refusals.group.co-leader"
      | "refusals.group.empty"
      | "refusals.group.member-already"
      | "refusals.group.no-member"
      | "refusals.group.none-present"
      | "refusals.hand-over.to-yourself"
      | "refusals.invitation.other-address"
      | "refusals.invitation.other-member"
      | "refusals.invitation.used"
      | "refusals.measures.changed-meanwhile"
      | "refusals.measures.observer"
      | "refusals.norms.population"
      | "refusals.note.empty"
      | "refusals.privacy.label"
      | "refusals.privacy.none-chosen"
      | "refusals.privacy.restricted"
      | "refusals.privacy.restriction-changed"
      | "refusals.privacy.said-on"
      | "refusals.recalculation.running"
      | "refusals.repair.session"
      | "refusals.request.out-of-date"
      | "refusals.request.saved-meanwhile"
      | "refusals.request.unusable"
      | "refusals.safety.asked"
      | "refusals.safety.check-day"
      | "refusals.safety.check-needed"
      | "refusals.safety.check-range"
      | "refusals.safety.note"
      | "refusals.safety.note-needed"
      | "refusals.safety.outcome"
      | "refusals.safety.told"
      | "refusals.session.date"
      | "refusals.session.future"
      | "refusals.session.next-far"
      | "refusals.session.next-past"
      | "refusals.settings.language"
      | "refusals.settings.time-zone"
      | "refusals.staff.duty"
      | "refusals.staff.email-form"
      | "refusals.staff.email-invalid"
      | "refusals.staff.email-letters"
      | "refusals.staff.email-taken"
      | "refusals.staff.last-administrator"
      | "refusals.staff.other-account"
      | "refusals.staff.role-missing"
      | "refusals.staff.set-up"
      | "refusals.waiting.because"
      | "refusals.waiting.future"
      | "relationship.attachment.lead.deactivating"
      | "relationship.attachment.lead.fearful"
      | "relationship.attachment.lead.hyperactivating"
      | "relationship.attachment.lead.secure"
      | "relationship.attachment.plane-key"
      | "relationship.attachment.title"
      | "relationship.bond.feature.proximity"
      | "relationship.bond.feature.safe-haven"
      | "relationship.bond.feature.secure-base"
      | "relationship.bond.feature.separation"
      | "relationship.bond.feature.stronger-and-wiser"
      | "relationship.bond.features"
      | "relationship.bond.features.about"
      | "relationship.bond.features.no-item"
      | "relationship.bond.features.not-answered"
      | "relationship.bond.none"
      | "relationship.bond.pattern.not-measured"
      | "relationship.bond.pattern.not-secure"
      | "relationship.bond.pattern.open"
      | "relationship.bond.pattern.settled"
      | "relationship.bond.pseudo-secure"
      | "relationship.bond.side.avoidant"
      | "relationship.bond.side.preoccupied"
      | "relationship.bond.side.secure"
      | "relationship.bond.sign.alliance-at-ceiling"
      | "relationship.bond.sign.depth-low"
      | "relationship.bond.sign.insecure-elsewhere"
      | "relationship.bond.sign.preoccupied-high"
      | "relationship.bond.sign.secure-high"
      | "relationship.circumplex.about"
      | "relationship.circumplex.no-norms"
      | "relationship.circumplex.octant"
      | "relationship.circumplex.score"
      | "relationship.circumplex.title"
      | "relationship.circumplex.z"
      | "relationship.claims.many"
      | "relationship.claims.one"
      | "relationship.comparison.evidence"
      | "relationship.comparison.how"
      | "relationship.comparison.moves.along"
      | "relationship.comparison.moves.apart"
      | "relationship.comparison.moves.not-clear"
      | "relationship.comparison.own-part"
      | "relationship.comparison.title"
      | "relationship.confidentiality.adolescent.all"
      | "relationship.confidentiality.adolescent.all.hidden"
      | "relationship.confidentiality.adolescent.all.visible"
      | "relationship.confidentiality.adolescent.caregiver"
      | "relationship.confidentiality.adolescent.caregiver.hidden"
      | "relationship.confidentiality.adolescent.caregiver.visible"
      | "relationship.confidentiality.adolescent.own"
      | "relationship.confidentiality.adolescent.own.hidden"
      | "relationship.confidentiality.adolescent.own.visible"
      | "relationship.confidentiality.adolescent.therapist"
      | "relationship.confidentiality.adolescent.therapist.hidden"
      | "relationship.confidentiality.adolescent.therapist.visible"
      | "relationship.confidentiality.caption"
      | "relationship.confidentiality.child.all"
      | "relationship.confidentiality.child.all.hidden"
      | "relationship.confidentiality.child.all.visible"
      | "relationship.confidentiality.child.caregiver"
      | "relationship.confidentiality.child.caregiver.hidden"
      | "relationship.confidentiality.child.caregiver.visible"
      | "relationship.confidentiality.child.own"
      | "relationship.confidentiality.child.own.hidden"
      | "relationship.confidentiality.child.own.visible"
      | "relationship.confidentiality.child.therapist"
      | "relationship.confidentiality.child.therapist.hidden"
      | "relationship.confidentiality.child.therapist.visible"
      | "relationship.confidentiality.from"
      | "relationship.confidentiality.hidden"
      | "relationship.confidentiality.limits.adolescent"
      | "relationship.confidentiality.limits.child"
      | "relationship.confidentiality.title"
      | "relationship.confidentiality.visible"
      | "relationship.distance-step.deactivating-ending"
      | "relationship.distance-step.deactivating-engagement"
      | "relationship.distance-step.deactivating-working"
      | "relationship.distance-step.fearful-ending"
      | "relationship.distance-step.fearful-engagement"
      | "relationship.distance-step.fearful-working"
      | "relationship.distance-step.hyperactivating-ending"
      | "relationship.distance-step.hyperactivating-engagement"
      | "relationship.distance-step.hyperactivating-working"
      | "relationship.distance-step.secure-ending"
      | "relationship.distance-step.secure-engagement"
      | "relationship.distance-step.secure-working"
      | "relationship.distance-step.unsaid"
      | "relationship.distance.answer.no-clear-move"
      | "relationship.distance.answer.not-measured"
      | "relationship.distance.answer.once"
      | "relationship.distance.every-fifth"
      | "relationship.distance.evidence"
      | "relationship.distance.finding.autonomy"
      | "relationship.distance.finding.engagement"
      | "relationship.distance.finding.experience"
      | "relationship.distance.finding.observers"
      | "relationship.distance.how-strong"
      | "relationship.distance.no-direction"
      | "relationship.distance.not-stronger"
      | "relationship.distance.step-basis"
      | "relationship.distance.title"
      | "relationship.dyad.constant"
      | "relationship.dyad.exact"
      | "relationship.dyad.outcome.no-line"
      | "relationship.dyad.pairs.constant"
      | "relationship.dyad.pairs.not-combined"
      | "relationship.estimate.correlation"
      | "relationship.estimate.correlation.constant"
      | "relationship.estimate.line.exact"
      | "relationship.estimate.not-computed"
      | "relationship.group.apply"
      | "relationship.group.label"
      | "relationship.group.no-group"
      | "relationship.group.provisional"
      | "relationship.informants.adolescent"
      | "relationship.informants.alone"
      | "relationship.informants.alone.text"
      | "relationship.informants.child"
      | "relationship.informants.none"
      | "relationship.informants.side.involvement"
      | "relationship.informants.side.responsiveness"
      | "relationship.informants.title.adolescent"
      | "relationship.informants.title.child"
      | "relationship.meter.not-assessed"
      | "relationship.monitor.ending.not-yet"
      | "relationship.monitor.ending.open"
      | "relationship.monitor.engagement.none"
      | "relationship.monitor.mood"
      | "relationship.monitor.social.none"
      | "relationship.norm.none-chosen"
      | "relationship.perfectionism.about"
      | "relationship.perfectionism.state.fine"
      | "relationship.perfectionism.state.look"
      | "relationship.perfectionism.state.not-measured"
      | "relationship.perfectionism.state.not-yet"
      | "relationship.perfectionism.title"
      | "relationship.perfectionism.topic.bond-early"
      | "relationship.perfectionism.topic.conditions-early"
      | "relationship.perfectionism.topic.ending-announced"
      | "relationship.perfectionism.topic.engagement-growth"
      | "relationship.perfectionism.topic.mood-between"
      | "relationship.perfectionism.topic.social-network"
      | "relationship.perfectionism.when.early"
      | "relationship.perfectionism.when.late"
      | "relationship.perfectionism.when.middle"
      | "relationship.perfectionism.when.throughout"
      | "relationship.readiness.about"
      | "relationship.readiness.both"
      | "relationship.readiness.caption"
      | "relationship.readiness.client"
      | "relationship.readiness.client.hesitant"
      | "relationship.readiness.client.ready"
      | "relationship.readiness.here"
      | "relationship.readiness.neither"
      | "relationship.readiness.one-side"
      | "relationship.readiness.therapist"
      | "relationship.readiness.therapist.hesitant"
      | "relationship.readiness.therapist.ready"
      | "relationship.readiness.title"
      | "repair.card.none"
      | "repair.done.agreed"
      | "repair.done.explored"
      | "repair.done.named"
      | "repair.done.undone"
      | "repair.form.agreed"
      | "repair.form.explored"
      | "repair.form.named"
      | "repair.form.named-in"
      | "repair.form.record"
      | "repair.form.rupture"
      | "repair.form.save"
      | "repair.form.session"
      | "repair.form.words"
      | "repair.form.words.hint"
      | "repair.invalid.order"
      | "repair.invalid.session"
      | "repair.rating.next"
      | "repair.rating.waiting"
      | "repair.state.came-back"
      | "repair.state.closed"
      | "repair.state.not-yet"
      | "repair.state.open"
      | "repair.state.to-measure"
      | "repair.state.under-way"
      | "repair.step.agreed"
      | "repair.step.agreed.todo"
      | "repair.step.explored"
      | "repair.step.explored.todo"
      | "repair.step.named"
      | "repair.step.named.todo"
      | "review.back"
      | "review.both"
      | "review.client-only"
      | "review.options"
      | "review.out-of"
      | "review.title"
      | "server.answer.address"
      | "server.answer.database"
      | "server.answer.failed"
      | "server.answer.length"
      | "server.answer.method"
      | "server.answer.no-host"
      | "server.answer.not-a-form"
      | "server.answer.other-host"
      | "server.answer.other-site"
      | "server.answer.unreadable"
      | "settings.backup.at"
      | "settings.backup.at-hint"
      | "settings.backup.busy"
      | "settings.backup.column.at"
      | "settings.backup.column.size"
      | "settings.backup.column.test"
      | "settings.backup.daily"
      | "settings.backup.elsewhere"
      | "settings.backup.failed"
      | "settings.backup.keep"
      | "settings.backup.keep-hint"
      | "settings.backup.list"
      | "settings.backup.made"
      | "settings.backup.meta"
      | "settings.backup.no-folder"
      | "settings.backup.no-folder-text"
      | "settings.backup.none"
      | "settings.backup.not-saved"
      | "settings.backup.not-tested"
      | "settings.backup.now"
      | "settings.backup.now-text"
      | "settings.backup.save"
      | "settings.backup.saved"
      | "settings.backup.schedule"
      | "settings.backup.table"
      | "settings.backup.test"
      | "settings.backup.test-days"
      | "settings.backup.test-days-hint"
      | "settings.backup.test-text"
      | "settings.backup.tested"
      | "settings.backup.title"
      | "settings.backup.untested"
      | "settings.gap.populations"
      | "settings.gap.title"
      | "settings.language-model.about"
      | "settings.language-model.about-text"
      | "settings.language-model.about.draft"
      | "settings.language-model.about.input"
      | "settings.language-model.about.source"
      | "settings.language-model.address"
      | "settings.language-model.address-hint"
      | "settings.language-model.failure.cut-off"
      | "settings.language-model.meta"
      | "settings.language-model.model"
      | "settings.language-model.model-hint"
      | "settings.language-model.problem.address"
      | "settings.language-model.problem.credentials"
      | "settings.language-model.problem.model"
      | "settings.language-model.problem.off"
      | "settings.language-model.save"
      | "settings.language-model.saved.off"
      | "settings.language-model.saved.on"
      | "settings.language-model.test"
      | "settings.language-model.title"
      | "settings.language-model.use"
      | "settings.meta"
      | "settings.nav.backup"
      | "settings.nav.evaluation"
      | "settings.nav.import"
      | "settings.nav.label"
      | "settings.nav.language-model"
      | "settings.nav.measures"
      | "settings.nav.messages"
      | "settings.nav.norms"
      | "settings.nav.practice"
      | "settings.nav.privacy"
      | "settings.nav.staff"
      | "settings.nav.wordings"
      | "settings.norms.age.adolescent"
      | "settings.norms.age.adult"
      | "settings.norms.compute"
      | "settings.norms.computed"
      | "settings.norms.group"
      | "settings.norms.group-none"
      | "settings.norms.group-not-chosen"
      | "settings.norms.group-saved"
      | "settings.norms.local"
      | "settings.norms.matter.attachment-norm"
      | "settings.norms.matter.perfectionism-norm"
      | "settings.norms.mean"
      | "settings.norms.meta"
      | "settings.norms.none.attachment-norm"
      | "settings.norms.none.perfectionism-norm"
      | "settings.norms.not-known"
      | "settings.norms.people"
      | "settings.norms.provisional"
      | "settings.norms.recompute"
      | "settings.norms.reliability"
      | "settings.norms.save-group"
      | "settings.norms.scale"
      | "settings.norms.sd"
      | "settings.norms.title"
      | "settings.norms.without"
      | "settings.overdue.text"
      | "settings.overdue.title"
      | "settings.practice.link-days"
      | "settings.practice.link-days-hint"
      | "settings.practice.name"
      | "settings.practice.name-hint"
      | "settings.practice.not-saved"
      | "settings.practice.problem.link-days"
      | "settings.practice.problem.task-hours"
      | "settings.practice.save"
      | "settings.practice.saved"
      | "settings.practice.title"
      | "settings.recalculation.clients"
      | "settings.recalculation.expected"
      | "settings.recalculation.expected.default"
      | "settings.recalculation.failed"
      | "settings.recalculation.finished"
      | "settings.recalculation.last"
      | "settings.recalculation.meta"
      | "settings.recalculation.now"
      | "settings.recalculation.reason"
      | "settings.recalculation.reason.asked"
      | "settings.recalculation.reason.first"
      | "settings.recalculation.reason.new-cases"
      | "settings.recalculation.reason.new-norms"
      | "settings.recalculation.reason.new-rules"
      | "settings.recalculation.reason.night"
      | "settings.recalculation.refresh"
      | "settings.recalculation.rescored"
      | "settings.recalculation.retry"
      | "settings.recalculation.rules"
      | "settings.recalculation.rules.current"
      | "settings.recalculation.rules.earlier"
      | "settings.recalculation.start"
      | "settings.recalculation.state.interrupted"
      | "settings.recalculation.state.rests"
      | "settings.recalculation.state.runs"
      | "settings.recalculation.state.waits"
      | "settings.recalculation.step.caseload"
      | "settings.recalculation.step.expected"
      | "settings.recalculation.step.scores"
      | "settings.recalculation.title"
      | "settings.recalculation.when"
      | "settings.recalculation.when-text"
      | "settings.safety.contact-name"
      | "settings.safety.contact-number"
      | "settings.safety.contacts"
      | "settings.safety.duty"
      | "settings.safety.duty-hint"
      | "settings.safety.duty-none"
      | "settings.safety.gap.contacts"
      | "settings.safety.gap.on-call"
      | "settings.safety.gaps"
      | "settings.safety.heading"
      | "settings.safety.monitored"
      | "settings.safety.monitored-hint"
      | "settings.safety.preview"
      | "settings.safety.problem.contact"
      | "settings.safety.problem.missing"
      | "settings.safety.sentence"
      | "settings.safety.task-hours"
      | "settings.safety.task-hours-hint"
      | "settings.safety.text"
      | "settings.safety.title"
      | "settings.setup.address-how"
      | "settings.setup.done"
      | "settings.setup.hide"
      | "settings.setup.open"
      | "settings.setup.show"
      | "settings.setup.step.address"
      | "settings.setup.step.answer"
      | "settings.setup.step.backup"
      | "settings.setup.step.client"
      | "settings.setup.step.contacts"
      | "settings.setup.step.mail"
      | "settings.setup.step.measures"
      | "settings.setup.step.on-call"
      | "settings.setup.step.staff"
      | "settings.setup.text.address"
      | "settings.setup.text.answer"
      | "settings.setup.text.backup"
      | "settings.setup.text.client"
      | "settings.setup.text.contacts"
      | "settings.setup.text.mail"
      | "settings.setup.text.measures"
      | "settings.setup.text.on-call"
      | "settings.setup.text.staff"
      | "settings.setup.title"
      | "settings.staff.add"
      | "settings.staff.add-button"
      | "settings.staff.alone"
      | "settings.staff.email"
      | "settings.staff.end"
      | "settings.staff.invitation-text"
      | "settings.staff.invite"
      | "settings.staff.left"
      | "settings.staff.meta"
      | "settings.staff.name"
      | "settings.staff.not-joined"
      | "settings.staff.return"
      | "settings.staff.role.administrator"
      | "settings.staff.role.researcher"
      | "settings.staff.role.supervisor"
      | "settings.staff.role.therapist"
      | "settings.staff.roles"
      | "settings.staff.save-name"
      | "settings.staff.save-roles"
      | "settings.staff.saved"
      | "settings.staff.title"
      | "settings.staff.transfer"
      | "settings.staff.transfer-button"
      | "settings.staff.transfer-to"
      | "settings.staff.waiting-link"
      | "settings.staff.waits-text"
      | "settings.staff.you"
      | "settings.wordings.file"
      | "settings.wordings.import"
      | "settings.wordings.import-button"
      | "settings.wordings.import-text"
      | "settings.wordings.imported"
      | "settings.wordings.meta"
      | "settings.wordings.needed"
      | "settings.wordings.not-imported"
      | "settings.wordings.not-json"
      | "settings.wordings.ready"
      | "settings.wordings.remove-button"
      | "settings.wordings.remove-text"
      | "settings.wordings.title"
      | "shell.access-bar.label"
      | "shell.access-bar.two-step-required"
      | "shell.backup-bar.bad"
      | "shell.backup-bar.label"
      | "shell.error.conflict.text"
      | "shell.error.conflict.title"
      | "shell.error.failed.text"
      | "shell.error.failed.title"
      | "shell.error.invalid.text"
      | "shell.error.invalid.title"
      | "shell.error.no-connection.text"
      | "shell.error.no-connection.title"
      | "shell.error.not-found.text"
      | "shell.error.not-found.title"
      | "shell.error.refused.text"
      | "shell.error.refused.title"
      | "shell.error.start-page"
      | "shell.error.too-large.text"
      | "shell.error.too-large.title"
      | "shell.error.too-many.text"
      | "shell.error.too-many.title"
      | "shell.error.try-again"
      | "shell.error.unavailable.text"
      | "shell.error.unavailable.title"
      | "shell.frame.about"
      | "shell.frame.demo"
      | "shell.frame.demo-label"
      | "shell.frame.skip"
      | "shell.language.label"
      | "shell.menu.access"
      | "shell.menu.account"
      | "shell.menu.gallery"
      | "shell.menu.self-assessments"
      | "shell.menu.sign-out"
      | "shell.message-bar.label"
      | "shell.nav.appointments"
      | "shell.nav.audit"
      | "shell.nav.caseload"
      | "shell.nav.evidence"
      | "shell.nav.export"
      | "shell.nav.groups"
      | "shell.nav.label"
      | "shell.nav.library"
      | "shell.nav.settings"
      | "shell.nav.tasks"
      | "shell.pages.label"
      | "shell.pages.next"
      | "shell.pages.previous"
      | "shell.practice-language.hint"
      | "shell.practice-language.label"
      | "shell.role.administrator"
      | "shell.role.researcher"
      | "shell.role.supervisor"
      | "shell.role.therapist"
      | "shell.sent.answers.text"
      | "shell.sent.answers.title"
      | "shell.sent.chosen"
      | "shell.sent.conflict"
      | "shell.sent.conflict-hidden"
      | "shell.sent.file"
      | "shell.sent.final"
      | "shell.sent.open-page"
      | "shell.sent.see-page"
      | "shell.sent.send-again"
      | "shell.sent.uncertain"
      | "shell.sent.uncertain-hidden"
      | "shell.sent.waiting"
      | "shell.sent.waiting-hidden"
      | "shell.sign-in-again.text"
      | "shell.sign-in-again.title"
      | "shell.signed-in-again.back"
      | "shell.signed-in-again.field"
      | "shell.signed-in-again.save"
      | "shell.signed-in-again.text"
      | "shell.signed-in-again.title"
      | "shell.theme.dark"
      | "shell.theme.light"
      | "shell.theme.system"
      | "shell.time-zone.hint"
      | "shell.time-zone.label"
      | "signals.attention.paused.outcome"
      | "signals.calibration.alert"
      | "signals.caution.child"
      | "signals.construct.alliance"
      | "signals.construct.attachment"
      | "signals.construct.attachment-to-therapist"
      | "signals.construct.cohesion"
      | "signals.construct.conditions"
      | "signals.construct.distance"
      | "signals.construct.group-perception"
      | "signals.construct.interpersonal-problems"
      | "signals.construct.outcome"
      | "signals.construct.perfectionism"
      | "signals.construct.readiness"
      | "signals.construct.real-relationship"
      | "signals.construct.rupture"
      | "signals.construct.session-depth"
      | "signals.construct.social-network"
      | "signals.detector.bocpd.question"
      | "signals.detector.bocpd.title"
      | "signals.detector.ceiling.question"
      | "signals.detector.ceiling.title"
      | "signals.detector.drop.question"
      | "signals.detector.drop.title"
      | "signals.detector.expected-course.question"
      | "signals.detector.expected-course.title"
      | "signals.detector.gumz2012.question"
      | "signals.detector.gumz2012.title"
      | "signals.detector.larsson2018.question"
      | "signals.detector.larsson2018.title"
      | "signals.detector.low-start.question"
      | "signals.detector.low-start.title"
      | "signals.detector.missing.question"
      | "signals.detector.missing.title"
      | "signals.detector.observer.question"
      | "signals.detector.observer.title"
      | "signals.detector.partition.question"
      | "signals.detector.partition.title"
      | "signals.detector.risk.question"
      | "signals.detector.risk.title"
      | "signals.detector.rupture-reported.question"
      | "signals.detector.rupture-reported.title"
      | "signals.detector.state-like.question"
      | "signals.detector.state-like.title"
      | "signals.detector.stevens2007.question"
      | "signals.detector.stevens2007.title"
      | "signals.detector.stiles2004.question"
      | "signals.detector.stiles2004.title"
      | "signals.detector.strauss2006.question"
      | "signals.detector.strauss2006.title"
      | "signals.detector.xmr.question"
      | "signals.detector.xmr.title"
      | "signals.event.being-repaired"
      | "signals.event.closed"
      | "signals.event.open"
      | "signals.figure.alarm"
      | "signals.figure.baseline"
      | "signals.figure.began"
      | "signals.figure.below-by"
      | "signals.figure.below-probability"
      | "signals.figure.cases"
      | "signals.figure.confidence"
      | "signals.figure.crisis"
      | "signals.figure.decline-sessions"
      | "signals.figure.default-reliable-share"
      | "signals.figure.degrees-of-freedom"
      | "signals.figure.deviation"
      | "signals.figure.deviations"
      | "signals.figure.drop"
      | "signals.figure.earlier-ratings"
      | "signals.figure.earlier-sessions"
      | "signals.figure.expected"
      | "signals.figure.fall-share"
      | "signals.figure.last-session"
      | "signals.figure.latest"
      | "signals.figure.least-fall"
      | "signals.figure.level-deviation"
      | "signals.figure.level-ratings"
      | "signals.figure.longest-decline"
      | "signals.figure.low"
      | "signals.figure.low-percent"
      | "signals.figure.lower"
      | "signals.figure.lower-warning"
      | "signals.figure.minimum-baseline"
      | "signals.figure.minimum-ranges"
      | "signals.figure.most-breaks"
      | "signals.figure.note-share"
      | "signals.figure.own-floor"
      | "signals.figure.own-limit"
      | "signals.figure.perhaps-share"
      | "signals.figure.persistent-sessions"
      | "signals.figure.probability"
      | "signals.figure.probability-of-change"
      | "signals.figure.rated"
      | "signals.figure.regained-share"
      | "signals.figure.regained-within"
      | "signals.figure.reliable-share"
      | "signals.figure.repair-sessions"
      | "signals.figure.resolved-share"
      | "signals.figure.running"
      | "signals.figure.seen-share"
      | "signals.figure.sessions-per-level"
      | "signals.figure.settled-after"
      | "signals.figure.share"
      | "signals.figure.shortest"
      | "signals.figure.slack"
      | "signals.figure.spread"
      | "signals.figure.strength"
      | "signals.figure.strong"
      | "signals.figure.strong-deviations"
      | "signals.figure.sum"
      | "signals.figure.top-percent"
      | "signals.figure.upper"
      | "signals.figure.upper-warning"
      | "signals.figure.usual-level"
      | "signals.figure.value"
      | "signals.figure.warnings-running"
      | "signals.figure.weighed-share"
      | "signals.figure.width"
      | "signals.figure.within-sessions"
      | "signals.figure.yes-share"
      | "signals.figure.z"
      | "signals.panel.not-asked"
      | "signals.severity.credible"
      | "signals.severity.note"
      | "signals.severity.persistent"
      | "signals.severity.urgent"
      | "signals.why.defined"
      | "signals.why.old-version"
      | "signals.why.provisional"
      | "stored.audit.acknowledge-task"
      | "stored.audit.add-contact"
      | "stored.audit.add-note"
      | "stored.audit.add-referral"
      | "stored.audit.add-session"
      | "stored.audit.add-study"
      | "stored.audit.add-text"
      | "stored.audit.answer-form"
      | "stored.audit.ask-access-waiting"
      | "stored.audit.ask-own-form"
      | "stored.audit.ask-reevaluation"
      | "stored.audit.assign-referral"
      | "stored.audit.cancel-message"
      | "stored.audit.change-backups"
      | "stored.audit.change-contact"
      | "stored.audit.change-group"
      | "stored.audit.change-privacy"
      | "stored.audit.change-staff"
      | "stored.audit.close-episode"
      | "stored.audit.close-group"
      | "stored.audit.correct-client"
      | "stored.audit.correct-form"
      | "stored.audit.correct-study"
      | "stored.audit.decline-referral"
      | "stored.audit.draft-gloss"
      | "stored.audit.escalate-task"
      | "stored.audit.forget-wording"
      | "stored.audit.found-practice"
      | "stored.audit.import-studies"
      | "stored.audit.import-wording"
      | "stored.audit.invite-staff"
      | "stored.audit.join-group"
      | "stored.audit.join-practice"
      | "stored.audit.keep-concept-edition"
      | "stored.audit.keep-edition"
      | "stored.audit.leave-group"
      | "stored.audit.link-account"
      | "stored.audit.make-backup"
      | "stored.audit.mark-attended"
      | "stored.audit.open-episode"
      | "stored.audit.open-group"
      | "stored.audit.password-reset"
      | "stored.audit.read-case"
      | "stored.audit.read-group"
      | "stored.audit.read-safety-answer"
      | "stored.audit.record-disclosure"
      | "stored.audit.record-meeting"
      | "stored.audit.remove-contact"
      | "stored.audit.remove-referral"
      | "stored.audit.remove-text"
      | "stored.audit.reopen-episode"
      | "stored.audit.reopen-group"
      | "stored.audit.review-safety-answer"
      | "stored.audit.rule-on-passage"
      | "stored.audit.send-again"
      | "stored.audit.send-form"
      | "stored.audit.set-ending"
      | "stored.audit.set-next-session"
      | "stored.audit.set-phase"
      | "stored.audit.test-backup"
      | "stored.audit.try-messages"
      | "stored.audit.two-step-ended"
      | "stored.audit.withdraw-form"
      | "stored.audit.write-concept"
      | "stored.audit.write-overview"
      | "stored.failure.unexpected"
      | "stored.headline.none"
      | "stored.headline.outdated"
      | "stored.headline.quiet"
      | "stored.reason.asked"
      | "stored.reason.first"
      | "stored.reason.new-cases"
      | "stored.reason.new-norms"
      | "stored.reason.new-rules"
      | "stored.reason.night"
      | "stored.role-added.administrator"
      | "stored.role-added.researcher"
      | "stored.role-added.supervisor"
      | "stored.role-added.therapist"
      | "stored.role-removed.administrator"
      | "stored.role-removed.researcher"
      | "stored.role-removed.supervisor"
      | "stored.role-removed.therapist"
      | "stored.role.administrator"
      | "stored.role.researcher"
      | "stored.role.supervisor"
      | "stored.role.therapist"
      | "stored.score.no-key"
      | "stored.score.not-asked"
      | "stored.score.total-only"
      | "stored.setting.duty"
      | "stored.setting.help"
      | "stored.setting.language"
      | "stored.setting.link-days"
      | "stored.setting.practice-name"
      | "stored.setting.setup-hidden"
      | "stored.setting.task-hours"
      | "stored.task.unknown"
      | "stored.topic.harm-to-others"
      | "stored.topic.safety"
      | "stored.topic.substance"
      | "stored.topic.suicide"
      | "stored.who.holder"
      | "stored.who.operator"
      | "stored.who.system"
      | "summary.change.few"
      | "summary.change.none"
      | "summary.change.probably-below"
      | "summary.child.alone"
      | "summary.none"
      | "tasks.answer.no-check"
      | "tasks.answer.no-reassurance"
      | "tasks.answer.over"
      | "tasks.answer.saved"
      | "tasks.answer.title"
      | "tasks.closed"
      | "tasks.contact.crisis-service"
      | "tasks.contact.duty-person"
      | "tasks.contact.physician"
      | "tasks.contact.relative"
      | "tasks.contact.supervisor"
      | "tasks.empty.text"
      | "tasks.empty.title"
      | "tasks.history.no-one"
      | "tasks.history.nothing"
      | "tasks.history.title"
      | "tasks.intro"
      | "tasks.open"
      | "tasks.outcome.could-not-reach"
      | "tasks.outcome.handed-on"
      | "tasks.outcome.no-acute-danger"
      | "tasks.outcome.other"
      | "tasks.outcome.safety-plan-made"
      | "tasks.review.about"
      | "tasks.review.asked"
      | "tasks.review.next-check"
      | "tasks.review.next-check.hint"
      | "tasks.review.note"
      | "tasks.review.note.hint"
      | "tasks.review.outcome"
      | "tasks.review.save"
      | "tasks.review.title"
      | "tasks.review.told"
      | "tasks.state.closed"
      | "tasks.state.followed-up"
      | "tasks.state.overdue"
      | "tasks.state.unreviewed"
      | "tasks.title"
      | "tasks.topic.means"
      | "tasks.topic.plan"
      | "tasks.topic.protection"
      | "tasks.topic.suicidal-thoughts"
      | "tasks.view";
    readonly values: Record<never, never>;
  };
  readonly 1: {
    readonly ids:
      | "appointments.add.done";
    readonly values: { readonly added: number; readonly existing: number };
  };
  readonly 2: {
    readonly ids:
      | "appointments.add.zone";
    readonly values: { readonly zone: Text };
  };
  readonly 3: {
    readonly ids:
      | "appointments.cancel.done"
      | "appointments.case.more"
      | "appointments.move.done"
      | "appointments.unrecorded.title"
      | "auth.field.new-password-hint"
      | "auth.password.too-long"
      | "auth.password.too-short"
      | "case.guidance.paused"
      | "case.header.sessions"
      | "case.links.left-out"
      | "case.questionnaires.earlier"
      | "case.signals.earlier"
      | "caseload.overdue.text"
      | "caseload.row.for-sessions"
      | "caseload.row.sessions"
      | "caseload.waiting.decided"
      | "caseload.waiting.link"
      | "charts.evidence.cumulative.words"
      | "charts.evidence.funnel.imputed-words"
      | "charts.evidence.radial.words"
      | "client-form.send.unanswered"
      | "evidence.caution.dependent"
      | "evidence.caution.one-study-effects"
      | "evidence.change.studies"
      | "evidence.import.more"
      | "evidence.source.effects"
      | "evidence.source.studies"
      | "evidence.studies.caption"
      | "group.list.closed"
      | "group.list.members"
      | "group.members.former"
      | "import.result.already"
      | "import.result.more"
      | "import.result.risk"
      | "library.concept.held-back"
      | "library.concepts.passages"
      | "library.concepts.versions"
      | "library.concordance.occurrences"
      | "library.export.passages"
      | "library.quotation-problem.more"
      | "library.reading.gaps"
      | "library.reading.lost-characters"
      | "library.reading.page-headers"
      | "library.reading.repeated-chapters"
      | "library.reading.soft-hyphens"
      | "library.reading.wrong-decoding"
      | "library.search.similar.accepted"
      | "library.support.withdrawn"
      | "library.texts.caption"
      | "measures.ask.more"
      | "measures.preview.left-out"
      | "measures.rows.title"
      | "messages.sent.attempts"
      | "messages.sent.filter.all"
      | "messages.sent.filter.failed"
      | "messages.sent.filter.sent"
      | "messages.sent.filter.waiting"
      | "privacy.office.backups"
      | "privacy.office.birth-year-missing"
      | "privacy.office.confirm"
      | "privacy.office.erased"
      | "privacy.office.erased-due"
      | "privacy.office.kept"
      | "privacy.office.more"
      | "privacy.office.typed"
      | "reflections.result.earlier"
      | "refusals.privacy.count"
      | "refusals.privacy.safety-open"
      | "relationship.estimate.ratings"
      | "repair.card.earlier"
      | "repair.card.signals"
      | "settings.backup.practices"
      | "settings.recalculation.expected.local"
      | "settings.recalculation.left-out"
      | "settings.recalculation.progress.so-far"
      | "settings.recalculation.rescored-count"
      | "settings.recalculation.too-few"
      | "settings.staff.transferred"
      | "settings.staff.waiting"
      | "shell.access-bar.to-decide"
      | "shell.access-bar.unread"
      | "shell.size.kilobytes"
      | "shell.size.megabytes"
      | "stored.audit.add-appointments"
      | "stored.audit.cancel-appointments"
      | "stored.audit.erase-client"
      | "stored.audit.export-deidentified"
      | "stored.audit.move-appointments"
      | "stored.audit.read-tasks"
      | "stored.audit.request-forms"
      | "stored.audit.take-local-norms"
      | "summary.change.gap";
    readonly values: { readonly count: number };
  };
  readonly 4: {
    readonly ids:
      | "appointments.change";
    readonly values: { readonly at: Moment; readonly label: Text };
  };
  readonly 5: {
    readonly ids:
      | "appointments.line.duration"
      | "auth.wait"
      | "measures.case.limit-hint";
    readonly values: { readonly minutes: number };
  };
  readonly 6: {
    readonly ids:
      | "appointments.session.appointment"
      | "messages.contact.consented"
      | "shell.backup-bar.old";
    readonly values: { readonly at: Moment };
  };
  readonly 7: {
    readonly ids:
      | "appointments.week.of";
    readonly values: { readonly from: Moment; readonly to: Moment };
  };
  readonly 8: {
    readonly ids:
      | "audit.filter.record";
    readonly values: { readonly record: Text };
  };
  readonly 9: {
    readonly ids:
      | "auth.access.asked.both";
    readonly values: { readonly gains: Text; readonly loses: Text; readonly name: Text };
  };
  readonly 10: {
    readonly ids:
      | "auth.access.asked.duty"
      | "auth.access.asked.left"
      | "auth.access.asks"
      | "auth.access.made.joined"
      | "case.history.recorded-by"
      | "caseload.waiting.preferred"
      | "caseload.waiting.referred-by"
      | "evidence.fault.missing"
      | "group.intro.co-leader"
      | "library.file-problem.empty"
      | "library.file-problem.no-words"
      | "library.source.translator"
      | "measures.ask.observer-done"
      | "privacy.viewers.on-call"
      | "privacy.viewers.therapist"
      | "refusals.hand-over.same"
      | "refusals.hand-over.still-works"
      | "refusals.staff.has-account"
      | "refusals.staff.not-active"
      | "settings.staff.end-text"
      | "settings.staff.invitation"
      | "settings.staff.transfer-text"
      | "stored.failure.step"
      | "tasks.answer.duty";
    readonly values: { readonly name: Text };
  };
  readonly 11: {
    readonly ids:
      | "auth.access.asked.gains"
      | "auth.access.asked.returned";
    readonly values: { readonly gains: Text; readonly name: Text };
  };
  readonly 12: {
    readonly ids:
      | "auth.access.asked.loses";
    readonly values: { readonly loses: Text; readonly name: Text };
  };
  readonly 13: {
    readonly ids:
      | "auth.access.from";
    readonly values: { readonly names: Text; readonly people: number };
  };
  readonly 14: {
    readonly ids:
      | "auth.access.how.agreed";
    readonly values: { readonly agreed: Text; readonly by: Text };
  };
  readonly 15: {
    readonly ids:
      | "auth.access.how.person";
    readonly values: { readonly by: Text };
  };
  readonly 16: {
    readonly ids:
      | "auth.access.made.added"
      | "auth.access.made.gains";
    readonly values: { readonly gains: Text; readonly how: Text; readonly name: Text };
  };
  readonly 17: {
    readonly ids:
      | "auth.access.made.added-none"
      | "auth.access.made.duty"
      | "auth.access.made.left"
      | "auth.access.made.password"
      | "auth.access.made.returned"
      | "auth.access.made.two-step";
    readonly values: { readonly how: Text; readonly name: Text };
  };
  readonly 18: {
    readonly ids:
      | "auth.access.made.both";
    readonly values: { readonly gains: Text; readonly how: Text; readonly loses: Text; readonly name: Text };
  };
  readonly 19: {
    readonly ids:
      | "auth.access.made.both-own";
    readonly values: { readonly gains: Text; readonly how: Text; readonly loses: Text };
  };
  readonly 20: {
    readonly ids:
      | "auth.access.made.duty-own"
      | "auth.access.made.left-own"
      | "auth.access.made.password-own"
      | "auth.access.made.returned-own"
      | "auth.access.made.two-step-own";
    readonly values: { readonly how: Text };
  };
  readonly 21: {
    readonly ids:
      | "auth.access.made.gains-own";
    readonly values: { readonly gains: Text; readonly how: Text };
  };
  readonly 22: {
    readonly ids:
      | "auth.access.made.loses";
    readonly values: { readonly how: Text; readonly loses: Text; readonly name: Text };
  };
  readonly 23: {
    readonly ids:
      | "auth.access.made.loses-own";
    readonly values: { readonly how: Text; readonly loses: Text };
  };
  readonly 24: {
    readonly ids:
      | "auth.account.practices.button"
      | "auth.welcome.button.join"
      | "auth.welcome.title";
    readonly values: { readonly practice: Text };
  };
  readonly 25: {
    readonly ids:
      | "auth.account.who";
    readonly values: { readonly email: Text; readonly name: Text; readonly practice: Text; readonly roles: Text };
  };
  readonly 26: {
    readonly ids:
      | "auth.reset.for"
      | "auth.reset.for-two-step"
      | "auth.welcome.other-account"
      | "refusals.staff.email-unknown";
    readonly values: { readonly email: Text };
  };
  readonly 27: {
    readonly ids:
      | "auth.set-up.problem.name"
      | "auth.set-up.problem.practice"
      | "form.problem.too-large"
      | "form.problem.too-long"
      | "form.problem.too-many"
      | "refusals.appointment.times"
      | "refusals.case.client-label"
      | "refusals.ending.long"
      | "refusals.group.name"
      | "settings.language-model.problem.address-length"
      | "settings.language-model.problem.model-length"
      | "settings.practice.problem.name"
      | "settings.safety.problem.too-long"
      | "settings.staff.problem.name";
    readonly values: { readonly most: number };
  };
  readonly 28: {
    readonly ids:
      | "auth.two-step.due"
      | "refusals.appointment.derived"
      | "refusals.ending.before-last"
      | "refusals.group.before-last"
      | "refusals.group.same-day"
      | "refusals.session.first-was"
      | "refusals.session.next-after"
      | "refusals.session.treatment-began"
      | "settings.norms.group-chosen"
      | "shell.access-bar.two-step-due"
      | "tasks.answer.next-check";
    readonly values: { readonly day: Moment };
  };
  readonly 29: {
    readonly ids:
      | "auth.two-step.key";
    readonly values: { readonly key: Text };
  };
  readonly 30: {
    readonly ids:
      | "auth.welcome.for";
    readonly values: { readonly email: Text; readonly name: Text };
  };
  readonly 31: {
    readonly ids:
      | "brief.mind.distance.felt"
      | "relationship.distance.felt";
    readonly values: { readonly scales: Text };
  };
  readonly 32: {
    readonly ids:
      | "brief.mind.strategy.text";
    readonly values: { readonly strategy: Text };
  };
  readonly 33: {
    readonly ids:
      | "brief.page.shared"
      | "case.settings.supervision.shared";
    readonly values: { readonly supervisors: Text };
  };
  readonly 34: {
    readonly ids:
      | "brief.page.title"
      | "case.page.title"
      | "caseload.waiting.remove"
      | "charts.course.title.of"
      | "group.members.leave"
      | "refusals.waiting.decided";
    readonly values: { readonly client: Text };
  };
  readonly 35: {
    readonly ids:
      | "brief.sheet.comment";
    readonly values: { readonly question: Text; readonly session: number };
  };
  readonly 36: {
    readonly ids:
      | "brief.sheet.foot";
    readonly values: { readonly data: "simulated" | "real"; readonly date: Moment; readonly session: number };
  };
  readonly 37: {
    readonly ids:
      | "brief.sheet.guidance.card"
      | "case.signals.rule-heading";
    readonly values: { readonly question: Text; readonly title: Text };
  };
  readonly 38: {
    readonly ids:
      | "brief.sheet.next"
      | "case.header.ended"
      | "case.header.next"
      | "caseload.waiting.received"
      | "group.members.since"
      | "group.members.until";
    readonly values: { readonly date: Moment };
  };
  readonly 39: {
    readonly ids:
      | "brief.sheet.repair.agreed"
      | "library.quotation-problem.left-out"
      | "library.quotation-state.with"
      | "repair.step.quotation"
      | "stored.text";
    readonly values: { readonly text: Text };
  };
  readonly 40: {
    readonly ids:
      | "brief.sheet.repair.rupture"
      | "case.guidance.signal";
    readonly values: { readonly finding: Text; readonly session: number };
  };
  readonly 41: {
    readonly ids:
      | "brief.sheet.repair.state";
    readonly values: { readonly rating: Text; readonly state: Text; readonly steps: Text };
  };
  readonly 42: {
    readonly ids:
      | "brief.sheet.repair.steps";
    readonly values: { readonly agreed: number; readonly explored: number; readonly named: number };
  };
  readonly 43: {
    readonly ids:
      | "brief.sheet.session"
      | "case.done.ending"
      | "case.done.not-held"
      | "case.done.session"
      | "case.done.session-corrected"
      | "case.items.session"
      | "case.moments.first"
      | "case.moments.latest"
      | "case.moments.previous"
      | "case.session.list.correct"
      | "case.session.number"
      | "case.session.record"
      | "case.session.recorded-today"
      | "case.settings.disclosure.option"
      | "case.settings.ending.agreed"
      | "case.signals.recovered"
      | "case.signals.session"
      | "caseload.row.for-session"
      | "charts.course.not-held"
      | "guidance.situation.disclosure"
      | "guidance.situation.ending-announced"
      | "measures.preview.session"
      | "refusals.session.next-number"
      | "refusals.session.not-recorded"
      | "refusals.session.same-day"
      | "relationship.bond.title"
      | "relationship.circumplex.table"
      | "relationship.monitor.ending.agreed"
      | "relationship.monitor.engagement.early"
      | "repair.card.session"
      | "repair.step.taken"
      | "review.agreed"
      | "review.session"
      | "signals.attention.paused.safety"
      | "signals.attention.steady.lower"
      | "signals.partition.recovery"
      | "signals.recovery"
      | "signals.repair.recorded"
      | "signals.xmr.recovery"
      | "stored.task.disclosure"
      | "summary.later";
    readonly values: { readonly session: number };
  };
  readonly 44: {
    readonly ids:
      | "brief.sheet.therapist"
      | "case.header.therapist"
      | "caseload.row.therapist"
      | "import.refused.unknown-therapist";
    readonly values: { readonly therapist: Text };
  };
  readonly 45: {
    readonly ids:
      | "brief.sheet.urgent"
      | "library.overview-problem.not-accepted"
      | "library.overview-problem.uncited";
    readonly values: { readonly sentence: Text };
  };
  readonly 46: {
    readonly ids:
      | "case.attention.none";
    readonly values: { readonly line: Text };
  };
  readonly 47: {
    readonly ids:
      | "case.change.criterion";
    readonly values: { readonly points: number; readonly source: Text };
  };
  readonly 48: {
    readonly ids:
      | "case.change.cut-off"
      | "evidence.fault.correlation-n"
      | "evidence.fault.correlation-range"
      | "evidence.fault.df"
      | "evidence.fault.group-size"
      | "evidence.fault.negative-chi-square"
      | "evidence.fault.negative-f"
      | "evidence.fault.negative-sd"
      | "evidence.fault.negative-variance"
      | "evidence.fault.p-range"
      | "evidence.fault.perfect-correlation"
      | "evidence.fault.unbiased-n"
      | "evidence.number.bounded"
      | "evidence.number.other";
    readonly values: { readonly value: number };
  };
  readonly 49: {
    readonly ids:
      | "case.change.found";
    readonly values: { readonly classification: Text; readonly direction: "up" | "down" | "same"; readonly from: number; readonly fromSession: number; readonly points: number; readonly to: number; readonly toSession: number };
  };
  readonly 50: {
    readonly ids:
      | "case.change.line";
    readonly values: { readonly change: Text; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly title: Text };
  };
  readonly 51: {
    readonly ids:
      | "case.change.no-criterion"
      | "case.change.not-in-catalogue";
    readonly values: { readonly instrument: Text };
  };
  readonly 52: {
    readonly ids:
      | "case.change.scale";
    readonly values: { readonly scale: Text; readonly title: Text };
  };
  readonly 53: {
    readonly ids:
      | "case.course.table.client-scale";
    readonly values: { readonly scale: Text };
  };
  readonly 54: {
    readonly ids:
      | "case.course.table.not-answered"
      | "case.links.link"
      | "case.signals.questionnaire"
      | "charts.control.heading"
      | "charts.control.title"
      | "charts.course.missed-row"
      | "signals.event.rater"
      | "signals.rupture-reported.unshared";
    readonly values: { readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member" };
  };
  readonly 55: {
    readonly ids:
      | "case.course.table.signal";
    readonly values: { readonly number: number; readonly severity: "urgent" | "persistent" | "credible" | "note" };
  };
  readonly 56: {
    readonly ids:
      | "case.ending.groups"
      | "evidence.caution.few-in-group"
      | "evidence.caution.no-group-mean";
    readonly values: { readonly groups: Text };
  };
  readonly 57: {
    readonly ids:
      | "case.estimates.interval";
    readonly values: { readonly lower: Text; readonly n: number; readonly upper: Text };
  };
  readonly 58: {
    readonly ids:
      | "case.guidance.card";
    readonly values: { readonly id: Text; readonly version: Text };
  };
  readonly 59: {
    readonly ids:
      | "case.guidance.own";
    readonly values: { readonly question: Text };
  };
  readonly 60: {
    readonly ids:
      | "case.header.phase";
    readonly values: { readonly phase: string; readonly source: "hand" | "rule" };
  };
  readonly 61: {
    readonly ids:
      | "case.history.handed-over"
      | "evidence.criterion.years"
      | "stored.audit.hand-over";
    readonly values: { readonly from: Text; readonly to: Text };
  };
  readonly 62: {
    readonly ids:
      | "case.items.comment";
    readonly values: { readonly item: Text; readonly session: number };
  };
  readonly 63: {
    readonly ids:
      | "case.links.code"
      | "case.links.own"
      | "case.questionnaires.correct"
      | "case.questionnaires.withdraw"
      | "evidence.figure.funnel-title"
      | "evidence.page-title.named"
      | "library.reader.next"
      | "library.texts.remove.label"
      | "library.texts.status.known"
      | "measures.add.title"
      | "measures.edit.title"
      | "measures.rows.off-question"
      | "refusals.form.age"
      | "refusals.measures.never"
      | "refusals.measures.postponed"
      | "refusals.measures.twice"
      | "settings.norms.table";
    readonly values: { readonly title: Text };
  };
  readonly 64: {
    readonly ids:
      | "case.links.for"
      | "case.questionnaires.new-link"
      | "charts.course.missed";
    readonly values: { readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly session: number };
  };
  readonly 65: {
    readonly ids:
      | "case.links.further";
    readonly values: { readonly titles: Text };
  };
  readonly 66: {
    readonly ids:
      | "case.moments.score"
      | "charts.before-after.cut-off"
      | "charts.course.outcome.cut-off";
    readonly values: { readonly score: number };
  };
  readonly 67: {
    readonly ids:
      | "case.notes.line";
    readonly values: { readonly author: Text; readonly date: Moment };
  };
  readonly 68: {
    readonly ids:
      | "case.notes.line.session";
    readonly values: { readonly author: Text; readonly date: Moment; readonly session: number };
  };
  readonly 69: {
    readonly ids:
      | "case.settings.phases.line";
    readonly values: { readonly phase: string; readonly session: number; readonly source: "hand" | "rule" };
  };
  readonly 70: {
    readonly ids:
      | "case.signals.panel.reports"
      | "signals.event.others";
    readonly values: { readonly raters: Text };
  };
  readonly 71: {
    readonly ids:
      | "case.signals.panel.rules";
    readonly values: { readonly all: number; readonly found: number };
  };
  readonly 72: {
    readonly ids:
      | "case.signals.panel.sessions-range";
    readonly values: { readonly from: number; readonly to: number };
  };
  readonly 73: {
    readonly ids:
      | "case.signals.panel.unshared.line";
    readonly values: { readonly answer: "none" | "silent"; readonly by: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly notBy: "client" | "therapist" | "caregiver" | "observer" | "member" };
  };
  readonly 74: {
    readonly ids:
      | "case.signals.rule.version";
    readonly values: { readonly rule: Text; readonly version: Text };
  };
  readonly 75: {
    readonly ids:
      | "caseload.empty.search.title";
    readonly values: { readonly search: Text };
  };
  readonly 76: {
    readonly ids:
      | "caseload.found";
    readonly values: { readonly search: Text; readonly total: number };
  };
  readonly 77: {
    readonly ids:
      | "caseload.groups.group";
    readonly values: { readonly members: number; readonly name: Text };
  };
  readonly 78: {
    readonly ids:
      | "caseload.pages"
      | "library.concordance.pages";
    readonly values: { readonly page: number; readonly pages: number; readonly total: number };
  };
  readonly 79: {
    readonly ids:
      | "caseload.summary.attention";
    readonly values: { readonly attention: number; readonly total: number };
  };
  readonly 80: {
    readonly ids:
      | "caseload.summary.quiet"
      | "evidence.claims.all";
    readonly values: { readonly total: number };
  };
  readonly 81: {
    readonly ids:
      | "caseload.waiting.days"
      | "refusals.access.second-person-new"
      | "refusals.hand-over.they-are-new"
      | "refusals.hand-over.you-are-new";
    readonly values: { readonly days: number };
  };
  readonly 82: {
    readonly ids:
      | "caseload.waiting.decided.state";
    readonly values: { readonly date: Moment; readonly days: number; readonly name: Text; readonly state: string };
  };
  readonly 83: {
    readonly ids:
      | "caseload.waiting.done";
    readonly values: { readonly done: string };
  };
  readonly 84: {
    readonly ids:
      | "caseload.waiting.summary";
    readonly values: { readonly count: number; readonly days: number };
  };
  readonly 85: {
    readonly ids:
      | "charts.before-after.words";
    readonly values: { readonly better: number; readonly count: number; readonly same: number; readonly worse: number };
  };
  readonly 86: {
    readonly ids:
      | "charts.caterpillar.words";
    readonly values: { readonly apart: number; readonly axis: Text; readonly count: number; readonly high: Text; readonly low: Text };
  };
  readonly 87: {
    readonly ids:
      | "charts.change.words";
    readonly values: { readonly axes: Text; readonly count: number };
  };
  readonly 88: {
    readonly ids:
      | "charts.circumplex.mark";
    readonly values: { readonly octant: Text; readonly score: Text };
  };
  readonly 89: {
    readonly ids:
      | "charts.circumplex.words";
    readonly values: { readonly amplitude: Text; readonly degrees: number; readonly direction: "told" | "fit" | "amplitude" | "flat"; readonly elevation: Text; readonly fit: Text; readonly metric: "standardised" | "raw"; readonly octant: Text; readonly session: number };
  };
  readonly 90: {
    readonly ids:
      | "charts.congruence.correlation"
      | "charts.congruence.difference";
    readonly values: { readonly estimate: Text };
  };
  readonly 91: {
    readonly ids:
      | "charts.congruence.estimate";
    readonly values: { readonly level: number; readonly lower: Text; readonly n: number; readonly upper: Text; readonly value: Text };
  };
  readonly 92: {
    readonly ids:
      | "charts.congruence.rating";
    readonly values: { readonly rater: "client" | "therapist"; readonly score: number; readonly session: number };
  };
  readonly 93: {
    readonly ids:
      | "charts.control.words";
    readonly values: { readonly count: number; readonly outside: number };
  };
  readonly 94: {
    readonly ids:
      | "charts.control.words.outside";
    readonly values: { readonly count: number; readonly outside: number; readonly sessions: Text };
  };
  readonly 95: {
    readonly ids:
      | "charts.course.end-label";
    readonly values: { readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly score: number };
  };
  readonly 96: {
    readonly ids:
      | "charts.course.heading";
    readonly values: { readonly construct: "alliance" | "cohesion"; readonly focus: "total" | "bond" | "tasks" | "goals" };
  };
  readonly 97: {
    readonly ids:
      | "charts.course.outcome.heading";
    readonly values: { readonly better: "lower" | "higher"; readonly title: Text };
  };
  readonly 98: {
    readonly ids:
      | "charts.course.outcome.score";
    readonly values: { readonly score: number; readonly session: number; readonly title: Text };
  };
  readonly 99: {
    readonly ids:
      | "charts.course.outcome.score.dated";
    readonly values: { readonly date: Moment; readonly score: number; readonly session: number; readonly title: Text };
  };
  readonly 100: {
    readonly ids:
      | "charts.course.part.heading";
    readonly values: { readonly scale: Text; readonly score: number };
  };
  readonly 101: {
    readonly ids:
      | "charts.course.phase";
    readonly values: { readonly from: number; readonly phase: string; readonly source: "rule" | "hand"; readonly to: number };
  };
  readonly 102: {
    readonly ids:
      | "charts.course.range"
      | "charts.course.range.short"
      | "summary.change.above"
      | "summary.change.below"
      | "summary.change.expected"
      | "summary.change.expected-far";
    readonly values: { readonly high: number; readonly low: number };
  };
  readonly 103: {
    readonly ids:
      | "charts.course.range.basis";
    readonly values: { readonly n: number; readonly range: Text };
  };
  readonly 104: {
    readonly ids:
      | "charts.course.rating";
    readonly values: { readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly score: number; readonly session: number };
  };
  readonly 105: {
    readonly ids:
      | "charts.course.rating.dated";
    readonly values: { readonly date: Moment; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly score: number; readonly session: number };
  };
  readonly 106: {
    readonly ids:
      | "charts.course.rating.short"
      | "guidance.situation.no-early-bond"
      | "relationship.bond.before"
      | "relationship.bond.stronger.lacking"
      | "relationship.bond.stronger.present"
      | "relationship.monitor.social.found";
    readonly values: { readonly score: number; readonly session: number };
  };
  readonly 107: {
    readonly ids:
      | "charts.course.signal";
    readonly values: { readonly findings: Text; readonly number: number; readonly session: number; readonly severity: "urgent" | "persistent" | "credible" | "note" };
  };
  readonly 108: {
    readonly ids:
      | "charts.course.words.minor"
      | "charts.course.words.not-held"
      | "signals.attention.safety.earlier";
    readonly values: { readonly count: number; readonly sessions: Text };
  };
  readonly 109: {
    readonly ids:
      | "charts.course.words.missed";
    readonly values: { readonly count: number; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly sessions: Text };
  };
  readonly 110: {
    readonly ids:
      | "charts.course.words.one-rating";
    readonly values: { readonly construct: "alliance" | "cohesion"; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly score: number; readonly session: number };
  };
  readonly 111: {
    readonly ids:
      | "charts.course.words.outcome";
    readonly values: { readonly better: "lower" | "higher" | "neither"; readonly first: number; readonly firstSession: number; readonly last: number; readonly lastSession: number; readonly maximum: number; readonly minimum: number; readonly title: Text };
  };
  readonly 112: {
    readonly ids:
      | "charts.course.words.phase";
    readonly values: { readonly from: number; readonly phase: string };
  };
  readonly 113: {
    readonly ids:
      | "charts.course.words.phases";
    readonly values: { readonly phases: Text };
  };
  readonly 114: {
    readonly ids:
      | "charts.course.words.ratings";
    readonly values: { readonly construct: "alliance" | "cohesion"; readonly count: number; readonly first: number; readonly firstSession: number; readonly last: number; readonly lastSession: number; readonly lowest: number; readonly lowestSession: number; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member" };
  };
  readonly 115: {
    readonly ids:
      | "charts.course.words.signal";
    readonly values: { readonly finding: Text; readonly number: number; readonly session: number; readonly severity: "urgent" | "persistent" | "credible" | "note" };
  };
  readonly 116: {
    readonly ids:
      | "charts.distance.plan"
      | "charts.distance.plan.later";
    readonly values: { readonly phase: string; readonly step: Text };
  };
  readonly 117: {
    readonly ids:
      | "charts.distance.rating"
      | "charts.distance.words";
    readonly values: { readonly scale: Text; readonly score: number; readonly session: number };
  };
  readonly 118: {
    readonly ids:
      | "charts.distance.words.moved";
    readonly values: { readonly direction: "up" | "down"; readonly points: number; readonly scale: Text; readonly score: number; readonly session: number };
  };
  readonly 119: {
    readonly ids:
      | "charts.effects.conditional.excludes"
      | "charts.effects.conditional.includes"
      | "charts.items.estimate"
      | "charts.loadings.estimate"
      | "evidence.figure.effect"
      | "evidence.synthesis.raters.interval";
    readonly values: { readonly level: number };
  };
  readonly 120: {
    readonly ids:
      | "charts.effects.conditional.probe";
    readonly values: { readonly effect: Text; readonly moderator: Text; readonly value: Text };
  };
  readonly 121: {
    readonly ids:
      | "charts.effects.path.residuals"
      | "evidence.report.why.off-centre"
      | "stored.synthesis.estimate-alone";
    readonly values: { readonly value: Text };
  };
  readonly 122: {
    readonly ids:
      | "charts.effects.path.words";
    readonly values: { readonly from: Text; readonly to: Text; readonly value: Text };
  };
  readonly 123: {
    readonly ids:
      | "charts.effects.surface.point";
    readonly values: { readonly x: Text; readonly y: Text };
  };
  readonly 124: {
    readonly ids:
      | "charts.effects.surface.range";
    readonly values: { readonly high: Text; readonly low: Text; readonly outcome: Text };
  };
  readonly 125: {
    readonly ids:
      | "charts.effects.surface.words";
    readonly values: { readonly outcome: Text; readonly x: Text; readonly y: Text };
  };
  readonly 126: {
    readonly ids:
      | "charts.evidence.bubble.at";
    readonly values: { readonly effect: Text; readonly moderator: Text };
  };
  readonly 127: {
    readonly ids:
      | "charts.evidence.bubble.point";
    readonly values: { readonly effect: Text; readonly label: Text; readonly moderator: Text };
  };
  readonly 128: {
    readonly ids:
      | "charts.evidence.bubble.words";
    readonly values: { readonly count: number; readonly moderator: Text };
  };
  readonly 129: {
    readonly ids:
      | "charts.evidence.calibration.limit"
      | "evidence.rules.equal.text"
      | "refusals.privacy.reason";
    readonly values: { readonly limit: number };
  };
  readonly 130: {
    readonly ids:
      | "charts.evidence.calibration.words";
    readonly values: { readonly detected: number; readonly falseAlarms: Text; readonly rule: Text };
  };
  readonly 131: {
    readonly ids:
      | "charts.evidence.flow.count"
      | "charts.evidence.flow.reason";
    readonly values: { readonly count: number; readonly label: Text };
  };
  readonly 132: {
    readonly ids:
      | "charts.evidence.flow.reasons";
    readonly values: { readonly count: number; readonly label: Text; readonly reasons: Text };
  };
  readonly 133: {
    readonly ids:
      | "charts.evidence.forest.words"
      | "charts.evidence.funnel.words";
    readonly values: { readonly axis: Text; readonly count: number };
  };
  readonly 134: {
    readonly ids:
      | "charts.evidence.funnel.point";
    readonly values: { readonly effect: Text; readonly error: Text; readonly label: Text };
  };
  readonly 135: {
    readonly ids:
      | "charts.evidence.influence.names"
      | "charts.evidence.scatter.labelled"
      | "charts.round-robin.apart"
      | "library.export.also"
      | "privacy.supervision.given"
      | "privacy.viewers.leaders"
      | "privacy.viewers.supervisors"
      | "settings.practice.duty-waits"
      | "settings.staff.waits";
    readonly values: { readonly names: Text };
  };
  readonly 136: {
    readonly ids:
      | "charts.evidence.influence.range";
    readonly values: { readonly high: Text; readonly low: Text };
  };
  readonly 137: {
    readonly ids:
      | "charts.evidence.influence.without";
    readonly values: { readonly distance: Text; readonly effect: Text; readonly label: Text };
  };
  readonly 138: {
    readonly ids:
      | "charts.evidence.radial.point"
      | "charts.words.item"
      | "charts.words.named";
    readonly values: { readonly label: Text; readonly value: Text };
  };
  readonly 139: {
    readonly ids:
      | "charts.evidence.radial.pooled"
      | "charts.round-robin.zero"
      | "evidence.figure.unverified"
      | "privacy.erase.typed";
    readonly values: { readonly label: Text };
  };
  readonly 140: {
    readonly ids:
      | "charts.evidence.scatter.words";
    readonly values: { readonly count: number; readonly x: Text; readonly y: Text };
  };
  readonly 141: {
    readonly ids:
      | "charts.items.words";
    readonly values: { readonly count: number; readonly high: Text; readonly highest: Text; readonly low: Text; readonly lowest: Text };
  };
  readonly 142: {
    readonly ids:
      | "charts.loadings.one";
    readonly values: { readonly effect: Text; readonly heading: Text; readonly label: Text };
  };
  readonly 143: {
    readonly ids:
      | "charts.loadings.range";
    readonly values: { readonly heading: Text; readonly high: Text; readonly low: Text; readonly strongest: Text; readonly weakest: Text };
  };
  readonly 144: {
    readonly ids:
      | "charts.plane.mark";
    readonly values: { readonly anxiety: number; readonly avoidance: number; readonly session: number };
  };
  readonly 145: {
    readonly ids:
      | "charts.plane.words";
    readonly values: { readonly anxiety: number; readonly anxietyMaximum: number; readonly anxietyMinimum: number; readonly avoidance: number; readonly avoidanceMaximum: number; readonly avoidanceMinimum: number; readonly session: number };
  };
  readonly 146: {
    readonly ids:
      | "charts.plane.words.compared";
    readonly values: { readonly anxiety: Text; readonly anxietyLower: Text; readonly anxietyUpper: Text; readonly avoidance: Text; readonly avoidanceLower: Text; readonly avoidanceUpper: Text; readonly population: Text };
  };
  readonly 147: {
    readonly ids:
      | "charts.round-robin.circle";
    readonly values: { readonly count: number; readonly list: Text; readonly members: number };
  };
  readonly 148: {
    readonly ids:
      | "charts.round-robin.share";
    readonly values: { readonly label: Text; readonly share: Text };
  };
  readonly 149: {
    readonly ids:
      | "charts.two.lies.even"
      | "relationship.comparison.lies.even"
      | "relationship.comparison.lies.higher"
      | "relationship.comparison.lies.lower";
    readonly values: { readonly reader: string };
  };
  readonly 150: {
    readonly ids:
      | "charts.two.lies.higher"
      | "charts.two.lies.lower";
    readonly values: { readonly points: number; readonly reader: string };
  };
  readonly 151: {
    readonly ids:
      | "charts.two.mean"
      | "charts.two.own-mean"
      | "charts.two.typical";
    readonly values: { readonly difference: Text };
  };
  readonly 152: {
    readonly ids:
      | "charts.two.moves.along"
      | "guidance.situation.therapist-rates-higher";
    readonly values: { readonly points: number };
  };
  readonly 153: {
    readonly ids:
      | "charts.two.session"
      | "relationship.comparison.unusual";
    readonly values: { readonly difference: Text; readonly session: number };
  };
  readonly 154: {
    readonly ids:
      | "charts.two.words.none"
      | "evidence.difference.still-none"
      | "evidence.draft.unusable"
      | "evidence.figure.no-result"
      | "evidence.no-result.no-robust-test"
      | "evidence.no-result.no-standard-errors"
      | "evidence.result.none-reason"
      | "evidence.syntheses.no-result"
      | "evidence.synthesis.result.none"
      | "library.concept.missing"
      | "library.draft-problem.reason"
      | "library.draft-problem.unsaved"
      | "library.file-problem.zip-bomb"
      | "library.support.not-standing"
      | "reflections.comparison.too-early"
      | "reflections.outcome.too-early"
      | "relationship.attachment.none"
      | "relationship.dyad.outcome.refused"
      | "relationship.dyad.pairs.refused"
      | "relationship.monitor.engagement.reason"
      | "stored.synthesis.no-result";
    readonly values: { readonly reason: Text };
  };
  readonly 155: {
    readonly ids:
      | "charts.two.words.numbers";
    readonly values: { readonly difference: Text; readonly differenceLower: Text; readonly differenceUpper: Text; readonly sessions: number; readonly slope: Text; readonly slopeLower: Text; readonly slopeUpper: Text };
  };
  readonly 156: {
    readonly ids:
      | "charts.words.grouped";
    readonly values: { readonly heading: Text; readonly label: Text; readonly value: Text };
  };
  readonly 157: {
    readonly ids:
      | "charts.words.interval";
    readonly values: { readonly estimate: Text; readonly lower: Text; readonly upper: Text };
  };
  readonly 158: {
    readonly ids:
      | "charts.words.pair";
    readonly values: { readonly first: Text; readonly second: Text };
  };
  readonly 159: {
    readonly ids:
      | "client-form.close.next";
    readonly values: { readonly count: number; readonly left: number; readonly unit: "seconds" | "minutes" };
  };
  readonly 160: {
    readonly ids:
      | "client-form.closed.no-wording.text";
    readonly values: { readonly title: string };
  };
  readonly 161: {
    readonly ids:
      | "client-form.message.link.email"
      | "client-form.message.link.sms"
      | "client-form.message.reminder.email"
      | "client-form.message.reminder.sms";
    readonly values: { readonly link: string; readonly until: string };
  };
  readonly 162: {
    readonly ids:
      | "client-form.problem.text-too-long";
    readonly values: { readonly length: number; readonly limit: number };
  };
  readonly 163: {
    readonly ids:
      | "client-form.seen-by.also.leaders";
    readonly values: { readonly leaders: string };
  };
  readonly 164: {
    readonly ids:
      | "client-form.seen-by.also.on-call";
    readonly values: { readonly person: string };
  };
  readonly 165: {
    readonly ids:
      | "client-form.seen-by.also.supervisors"
      | "client-form.seen-by.also.supervisors.child";
    readonly values: { readonly supervisors: string };
  };
  readonly 166: {
    readonly ids:
      | "client-form.send.progress";
    readonly values: { readonly answered: string; readonly total: number };
  };
  readonly 167: {
    readonly ids:
      | "client-form.sitting.position";
    readonly values: { readonly number: number; readonly total: number };
  };
  readonly 168: {
    readonly ids:
      | "client-form.sitting.time-left";
    readonly values: { readonly count: number; readonly unit: "seconds" | "minutes" };
  };
  readonly 169: {
    readonly ids:
      | "evidence.body.effects";
    readonly values: { readonly effects: number; readonly studies: number };
  };
  readonly 170: {
    readonly ids:
      | "evidence.body.effects-participants";
    readonly values: { readonly effects: number; readonly participants: number; readonly studies: number };
  };
  readonly 171: {
    readonly ids:
      | "evidence.body.participants";
    readonly values: { readonly participants: number };
  };
  readonly 172: {
    readonly ids:
      | "evidence.body.studies";
    readonly values: { readonly studies: number };
  };
  readonly 173: {
    readonly ids:
      | "evidence.body.studies-participants";
    readonly values: { readonly participants: number; readonly studies: number };
  };
  readonly 174: {
    readonly ids:
      | "evidence.caution.converted"
      | "evidence.claims.some"
      | "library.reading.columns"
      | "library.reading.empty-pages";
    readonly values: { readonly count: number; readonly total: number };
  };
  readonly 175: {
    readonly ids:
      | "evidence.caution.dominates";
    readonly values: { readonly count: number; readonly study: Text; readonly total: number };
  };
  readonly 176: {
    readonly ids:
      | "evidence.caution.excluded";
    readonly values: { readonly count: number; readonly results: Text };
  };
  readonly 177: {
    readonly ids:
      | "evidence.caution.excluded-result";
    readonly values: { readonly id: Text; readonly reason: Text };
  };
  readonly 178: {
    readonly ids:
      | "evidence.caution.few-df"
      | "evidence.test.df.fraction-1"
      | "evidence.test.df.whole";
    readonly values: { readonly df: number };
  };
  readonly 179: {
    readonly ids:
      | "evidence.caution.few-studies"
      | "evidence.caution.small-body";
    readonly values: { readonly k: number };
  };
  readonly 180: {
    readonly ids:
      | "evidence.caution.group";
    readonly values: { readonly name: Text; readonly studies: number };
  };
  readonly 181: {
    readonly ids:
      | "evidence.caution.shared-doi";
    readonly values: { readonly dois: Text };
  };
  readonly 182: {
    readonly ids:
      | "evidence.caution.zero-variance";
    readonly values: { readonly components: Text; readonly k: number };
  };
  readonly 183: {
    readonly ids:
      | "evidence.change.by";
    readonly values: { readonly date: Moment; readonly name: Text; readonly reason: Text };
  };
  readonly 184: {
    readonly ids:
      | "evidence.claim.certainty-read";
    readonly values: { readonly reading: "source" | "abstract" | "summary" | "manual" | "memory" | "unverified" };
  };
  readonly 185: {
    readonly ids:
      | "evidence.claim.size.interval";
    readonly values: { readonly effect: Text; readonly lower: Text; readonly upper: Text };
  };
  readonly 186: {
    readonly ids:
      | "evidence.claim.size.no-interval"
      | "evidence.effect.unverified"
      | "evidence.figure.no-interval";
    readonly values: { readonly effect: Text };
  };
  readonly 187: {
    readonly ids:
      | "evidence.claims.filter.grade-option";
    readonly values: { readonly grade: Text; readonly meaning: Text };
  };
  readonly 188: {
    readonly ids:
      | "evidence.criterion.ages"
      | "evidence.criterion.countries"
      | "evidence.criterion.designs"
      | "evidence.criterion.exclude"
      | "evidence.criterion.instruments"
      | "evidence.criterion.only"
      | "evidence.criterion.outcome-raters"
      | "evidence.criterion.qualities"
      | "evidence.criterion.raters"
      | "evidence.criterion.settings"
      | "evidence.criterion.statistics"
      | "evidence.criterion.timings"
      | "evidence.criterion.topics";
    readonly values: { readonly values: Text };
  };
  readonly 189: {
    readonly ids:
      | "evidence.criterion.from";
    readonly values: { readonly from: Text };
  };
  readonly 190: {
    readonly ids:
      | "evidence.criterion.to"
      | "messages.settings.tried"
      | "stored.audit.tell-of-safety";
    readonly values: { readonly to: Text };
  };
  readonly 191: {
    readonly ids:
      | "evidence.difference.changed"
      | "evidence.difference.claim.reworded";
    readonly values: { readonly current: Text; readonly previous: Text };
  };
  readonly 192: {
    readonly ids:
      | "evidence.difference.claim.new";
    readonly values: { readonly statement: Text };
  };
  readonly 193: {
    readonly ids:
      | "evidence.difference.first";
    readonly values: { readonly current: Text };
  };
  readonly 194: {
    readonly ids:
      | "evidence.difference.lost";
    readonly values: { readonly previous: Text; readonly reason: Text };
  };
  readonly 195: {
    readonly ids:
      | "evidence.difference.now-above"
      | "evidence.difference.now-below"
      | "evidence.difference.now-includes";
    readonly values: { readonly current: Text; readonly previous: Text; readonly reference: number };
  };
  readonly 196: {
    readonly ids:
      | "evidence.draft.duplicate"
      | "evidence.reason.added"
      | "relationship.comparison.source";
    readonly values: { readonly study: Text };
  };
  readonly 197: {
    readonly ids:
      | "evidence.draft.not-number";
    readonly values: { readonly typed: Text };
  };
  readonly 198: {
    readonly ids:
      | "evidence.draft.too-long"
      | "library.file-problem.pdf-size"
      | "library.file-problem.zip-count"
      | "library.file-problem.zip-size";
    readonly values: { readonly max: number };
  };
  readonly 199: {
    readonly ids:
      | "evidence.effect.estimate";
    readonly values: { readonly estimate: Text; readonly scale: Text };
  };
  readonly 200: {
    readonly ids:
      | "evidence.effect.interval";
    readonly values: { readonly estimate: Text; readonly lower: Text; readonly scale: Text; readonly upper: Text };
  };
  readonly 201: {
    readonly ids:
      | "evidence.effect.labelled";
    readonly values: { readonly effect: Text; readonly label: Text };
  };
  readonly 202: {
    readonly ids:
      | "evidence.fault.mean"
      | "evidence.fault.sd"
      | "evidence.fault.size";
    readonly values: { readonly group: number };
  };
  readonly 203: {
    readonly ids:
      | "evidence.fault.other-scale";
    readonly values: { readonly given: Text; readonly scale: Text };
  };
  readonly 204: {
    readonly ids:
      | "evidence.fault.other-type";
    readonly values: { readonly scale: Text; readonly statistic: Text };
  };
  readonly 205: {
    readonly ids:
      | "evidence.figure.effect-of-outcome";
    readonly values: { readonly outcome: Text; readonly study: Text };
  };
  readonly 206: {
    readonly ids:
      | "evidence.figure.estimate";
    readonly values: { readonly level: number; readonly scale: Text };
  };
  readonly 207: {
    readonly ids:
      | "evidence.figure.heterogeneity";
    readonly values: { readonly df: number; readonly p: Text; readonly q: number };
  };
  readonly 208: {
    readonly ids:
      | "evidence.figure.heterogeneity-share";
    readonly values: { readonly df: number; readonly p: Text; readonly q: number; readonly share: number };
  };
  readonly 209: {
    readonly ids:
      | "evidence.figure.one-study-result"
      | "stored.synthesis.one-study";
    readonly values: { readonly result: Text; readonly study: Text };
  };
  readonly 210: {
    readonly ids:
      | "evidence.figure.published-title";
    readonly values: { readonly topic: Text };
  };
  readonly 211: {
    readonly ids:
      | "evidence.figure.zero-variance";
    readonly values: { readonly components: Text };
  };
  readonly 212: {
    readonly ids:
      | "evidence.filter.from-year"
      | "evidence.filter.to-year";
    readonly values: { readonly year: Text };
  };
  readonly 213: {
    readonly ids:
      | "evidence.filter.option";
    readonly values: { readonly count: number; readonly name: Text };
  };
  readonly 214: {
    readonly ids:
      | "evidence.grade";
    readonly values: { readonly grade: "A" | "B" | "C" };
  };
  readonly 215: {
    readonly ids:
      | "evidence.import.changed-field";
    readonly values: { readonly change: Text; readonly column: Text; readonly row: number };
  };
  readonly 216: {
    readonly ids:
      | "evidence.import.done";
    readonly values: { readonly found: number; readonly taken: number };
  };
  readonly 217: {
    readonly ids:
      | "evidence.model";
    readonly values: { readonly levels: string; readonly method: string; readonly methodName: Text; readonly scale: string; readonly scaleName: Text; readonly test: "none" | "t" | "hartung" };
  };
  readonly 218: {
    readonly ids:
      | "evidence.no-result.duplicate-reports"
      | "evidence.no-result.duplicate-studies";
    readonly values: { readonly ids: Text };
  };
  readonly 219: {
    readonly ids:
      | "evidence.no-result.method";
    readonly values: { readonly method: Text };
  };
  readonly 220: {
    readonly ids:
      | "evidence.no-result.mixed-types";
    readonly values: { readonly ids: Text; readonly reason: Text };
  };
  readonly 221: {
    readonly ids:
      | "evidence.no-result.no-moderator"
      | "evidence.no-result.no-values"
      | "evidence.no-result.random-moderators"
      | "stored.synthesis.moderators-too-few";
    readonly values: { readonly formula: Text };
  };
  readonly 222: {
    readonly ids:
      | "evidence.no-result.not-converged"
      | "evidence.no-result.not-converged-plain";
    readonly values: { readonly method: Text; readonly steps: number };
  };
  readonly 223: {
    readonly ids:
      | "evidence.no-result.redundant";
    readonly values: { readonly moderators: Text };
  };
  readonly 224: {
    readonly ids:
      | "evidence.no-result.test";
    readonly values: { readonly test: Text };
  };
  readonly 225: {
    readonly ids:
      | "evidence.origin";
    readonly values: { readonly origin: "hand" | "csv" | "ris" | "bibtex" | "bibliography" | "corpus" | "simulated" };
  };
  readonly 226: {
    readonly ids:
      | "evidence.p.exact";
    readonly values: { readonly p: number };
  };
  readonly 227: {
    readonly ids:
      | "evidence.page-title.version";
    readonly values: { readonly number: number; readonly title: Text };
  };
  readonly 228: {
    readonly ids:
      | "evidence.printed.chi-square";
    readonly values: { readonly n: number; readonly value: number };
  };
  readonly 229: {
    readonly ids:
      | "evidence.printed.correlation";
    readonly values: { readonly n: number; readonly r: number };
  };
  readonly 230: {
    readonly ids:
      | "evidence.printed.effect";
    readonly values: { readonly estimate: number; readonly scale: Text; readonly variance: number };
  };
  readonly 231: {
    readonly ids:
      | "evidence.printed.f";
    readonly values: { readonly df: number; readonly f: number };
  };
  readonly 232: {
    readonly ids:
      | "evidence.printed.t";
    readonly values: { readonly df: number; readonly t: number };
  };
  readonly 233: {
    readonly ids:
      | "evidence.printed.two-groups";
    readonly values: { readonly firstMean: number; readonly firstN: number; readonly firstSd: number; readonly secondMean: number; readonly secondN: number; readonly secondSd: number };
  };
  readonly 234: {
    readonly ids:
      | "evidence.published.check.n-lower";
    readonly values: { readonly lower: number };
  };
  readonly 235: {
    readonly ids:
      | "evidence.published.check.n-range";
    readonly values: { readonly lower: number; readonly upper: number };
  };
  readonly 236: {
    readonly ids:
      | "evidence.reason.corrected"
      | "evidence.reason.withdrawn";
    readonly values: { readonly study: Text; readonly why: Text };
  };
  readonly 237: {
    readonly ids:
      | "evidence.reason.imported";
    readonly values: { readonly count: number; readonly file: Text };
  };
  readonly 238: {
    readonly ids:
      | "evidence.report.computed";
    readonly values: { readonly checksum: Text; readonly count: number; readonly version: Text };
  };
  readonly 239: {
    readonly ids:
      | "evidence.report.grade";
    readonly values: { readonly certainty: Text; readonly grade: Text; readonly meaning: Text; readonly population: Text };
  };
  readonly 240: {
    readonly ids:
      | "evidence.report.limit";
    readonly values: { readonly limit: Text };
  };
  readonly 241: {
    readonly ids:
      | "evidence.report.prediction"
      | "evidence.synthesis.raters.bounds";
    readonly values: { readonly lower: Text; readonly upper: Text };
  };
  readonly 242: {
    readonly ids:
      | "evidence.report.size";
    readonly values: { readonly body: Text; readonly effect: Text };
  };
  readonly 243: {
    readonly ids:
      | "evidence.report.source"
      | "evidence.report.why.listed-studies"
      | "evidence.report.why.study"
      | "evidence.source.citation";
    readonly values: { readonly citation: Text };
  };
  readonly 244: {
    readonly ids:
      | "evidence.report.source-note";
    readonly values: { readonly citation: Text; readonly note: Text };
  };
  readonly 245: {
    readonly ids:
      | "evidence.report.why.computed";
    readonly values: { readonly model: Text; readonly state: "superseded" | "current"; readonly version: Text };
  };
  readonly 246: {
    readonly ids:
      | "evidence.report.why.computed-filtered";
    readonly values: { readonly filter: Text; readonly model: Text; readonly state: "superseded" | "current"; readonly version: Text };
  };
  readonly 247: {
    readonly ids:
      | "evidence.report.why.effect";
    readonly values: { readonly instrument: Text; readonly rater: Text; readonly statistic: Text };
  };
  readonly 248: {
    readonly ids:
      | "evidence.report.why.effect-timed";
    readonly values: { readonly instrument: Text; readonly rater: Text; readonly statistic: Text; readonly timing: Text };
  };
  readonly 249: {
    readonly ids:
      | "evidence.report.why.effects";
    readonly values: { readonly citation: Text; readonly effects: Text };
  };
  readonly 250: {
    readonly ids:
      | "evidence.report.why.effects-weight";
    readonly values: { readonly citation: Text; readonly effects: Text; readonly weight: number };
  };
  readonly 251: {
    readonly ids:
      | "evidence.report.why.interval";
    readonly values: { readonly estimate: number; readonly lower: number; readonly upper: number };
  };
  readonly 252: {
    readonly ids:
      | "evidence.report.why.listed";
    readonly values: { readonly body: Text; readonly citation: Text };
  };
  readonly 253: {
    readonly ids:
      | "evidence.report.why.narrow";
    readonly values: { readonly least: number; readonly n: number; readonly value: Text };
  };
  readonly 254: {
    readonly ids:
      | "evidence.report.why.result"
      | "evidence.result.sentence";
    readonly values: { readonly result: Text };
  };
  readonly 255: {
    readonly ids:
      | "evidence.report.why.study-population";
    readonly values: { readonly citation: Text; readonly population: Text };
  };
  readonly 256: {
    readonly ids:
      | "evidence.result.group";
    readonly values: { readonly estimate: Text; readonly lower: Text; readonly name: Text; readonly scale: Text; readonly upper: Text };
  };
  readonly 257: {
    readonly ids:
      | "evidence.result.groups";
    readonly values: { readonly body: Text; readonly groups: Text; readonly test: Text };
  };
  readonly 258: {
    readonly ids:
      | "evidence.result.mean";
    readonly values: { readonly body: Text; readonly estimate: Text; readonly lower: Text; readonly scale: Text; readonly upper: Text };
  };
  readonly 259: {
    readonly ids:
      | "evidence.rules.detected";
    readonly values: { readonly lower: number; readonly percent: number; readonly upper: number };
  };
  readonly 260: {
    readonly ids:
      | "evidence.rules.summary.alert";
    readonly values: { readonly limit: number; readonly percent: number; readonly rate: number };
  };
  readonly 261: {
    readonly ids:
      | "evidence.rules.summary.compared";
    readonly values: { readonly best: number; readonly limit: number; readonly percent: number; readonly rate: number };
  };
  readonly 262: {
    readonly ids:
      | "evidence.rules.version"
      | "evidence.syntheses.version"
      | "privacy.text.version"
      | "refusals.measures.version";
    readonly values: { readonly version: Text };
  };
  readonly 263: {
    readonly ids:
      | "evidence.scale";
    readonly values: { readonly scale: "r" | "d" | "g" | "b" | "OR" | "RR" | "RD" | "MD" | "ratio" | "proportion" | "alpha" | "estimate" };
  };
  readonly 264: {
    readonly ids:
      | "evidence.source.effects-weight";
    readonly values: { readonly count: number; readonly weight: number };
  };
  readonly 265: {
    readonly ids:
      | "evidence.source.model";
    readonly values: { readonly model: Text; readonly version: Text };
  };
  readonly 266: {
    readonly ids:
      | "evidence.stage";
    readonly values: { readonly stage: "found" | "screened" | "narrative" | "pooled" | "excluded" };
  };
  readonly 267: {
    readonly ids:
      | "evidence.studies.corrected";
    readonly values: { readonly origin: Text };
  };
  readonly 268: {
    readonly ids:
      | "evidence.studies.from-file";
    readonly values: { readonly file: Text; readonly origin: Text };
  };
  readonly 269: {
    readonly ids:
      | "evidence.study-form.fixed.result";
    readonly values: { readonly outcome: Text; readonly statistic: Text };
  };
  readonly 270: {
    readonly ids:
      | "evidence.study-form.fixed.text";
    readonly values: { readonly results: Text };
  };
  readonly 271: {
    readonly ids:
      | "evidence.study-form.result-number"
      | "evidence.version.title"
      | "library.locator.paragraph"
      | "library.overview.sentence"
      | "library.reading.line"
      | "library.reading.page"
      | "library.status.version"
      | "library.support.moved"
      | "library.version.title"
      | "shell.signed-in-again.field-numbered";
    readonly values: { readonly number: number };
  };
  readonly 272: {
    readonly ids:
      | "evidence.study.clients-described";
    readonly values: { readonly age: Text; readonly description: Text };
  };
  readonly 273: {
    readonly ids:
      | "evidence.study.history-by";
    readonly values: { readonly date: Moment; readonly name: Text };
  };
  readonly 274: {
    readonly ids:
      | "evidence.study.reports.read";
    readonly values: { readonly lower: number; readonly r: number; readonly upper: number };
  };
  readonly 275: {
    readonly ids:
      | "evidence.study.reports.reversed";
    readonly values: { readonly statistic: Text };
  };
  readonly 276: {
    readonly ids:
      | "evidence.study.status-reason";
    readonly values: { readonly reason: Text; readonly status: Text };
  };
  readonly 277: {
    readonly ids:
      | "evidence.synthesis.raters.differ"
      | "evidence.synthesis.raters.no-difference";
    readonly values: { readonly p: Text; readonly test: Text };
  };
  readonly 278: {
    readonly ids:
      | "evidence.synthesis.result.filtered";
    readonly values: { readonly filter: Text };
  };
  readonly 279: {
    readonly ids:
      | "evidence.synthesis.result.moderated";
    readonly values: { readonly body: Text; readonly moderators: Text };
  };
  readonly 280: {
    readonly ids:
      | "evidence.synthesis.result.pooled";
    readonly values: { readonly body: Text; readonly estimate: Text; readonly level: number; readonly lower: Text; readonly scale: Text; readonly upper: Text };
  };
  readonly 281: {
    readonly ids:
      | "evidence.synthesis.result.prediction";
    readonly values: { readonly level: number; readonly lower: Text; readonly upper: Text };
  };
  readonly 282: {
    readonly ids:
      | "evidence.synthesis.unmeasured";
    readonly values: { readonly reason: Text; readonly study: Text };
  };
  readonly 283: {
    readonly ids:
      | "evidence.test.f";
    readonly values: { readonly denominator: Text; readonly df: number; readonly value: number };
  };
  readonly 284: {
    readonly ids:
      | "evidence.test.qm";
    readonly values: { readonly df: number; readonly value: number };
  };
  readonly 285: {
    readonly ids:
      | "evidence.topic";
    readonly values: { readonly topic: string };
  };
  readonly 286: {
    readonly ids:
      | "evidence.version.citation";
    readonly values: { readonly sentence: Text; readonly version: Text };
  };
  readonly 287: {
    readonly ids:
      | "form.problem.too-short"
      | "form.problem.too-small";
    readonly values: { readonly least: number };
  };
  readonly 288: {
    readonly ids:
      | "gallery.buttons.pressed";
    readonly values: { readonly button: Text };
  };
  readonly 289: {
    readonly ids:
      | "gallery.text.numbers"
      | "repair.rating.scores.two";
    readonly values: { readonly first: number; readonly second: number };
  };
  readonly 290: {
    readonly ids:
      | "group.done.meeting";
    readonly values: { readonly absent: number; readonly present: number };
  };
  readonly 291: {
    readonly ids:
      | "group.intro";
    readonly values: { readonly members: number; readonly therapist: Text };
  };
  readonly 292: {
    readonly ids:
      | "group.meeting.links";
    readonly values: { readonly client: Text; readonly session: number };
  };
  readonly 293: {
    readonly ids:
      | "group.ratings.caption";
    readonly values: { readonly scale: Text; readonly session: number };
  };
  readonly 294: {
    readonly ids:
      | "group.ratings.caption.day";
    readonly values: { readonly date: Moment; readonly scale: Text };
  };
  readonly 295: {
    readonly ids:
      | "guidance.distance.title";
    readonly values: { readonly phase: "engagement" | "working" | "ending"; readonly strategy: "hyperactivating" | "deactivating" | "fearful" };
  };
  readonly 296: {
    readonly ids:
      | "guidance.situation.missed-by-therapist";
    readonly values: { readonly rater: "client" | "caregiver" | "observer" | "member" | "therapist"; readonly session: number };
  };
  readonly 297: {
    readonly ids:
      | "guidance.situation.perfectionism";
    readonly values: { readonly level: "high" | "moderate" };
  };
  readonly 298: {
    readonly ids:
      | "guidance.situation.strategy";
    readonly values: { readonly population: Text; readonly strategy: "hyperactivating" | "deactivating" | "fearful" };
  };
  readonly 299: {
    readonly ids:
      | "guidance.situation.therapist-rates-lower";
    readonly values: { readonly points: number; readonly usual: number };
  };
  readonly 300: {
    readonly ids:
      | "import.column";
    readonly values: { readonly as: "case" | "session" | "time" | "date" | "therapist" | "rater" | "instrument" | "scale" | "item" | "value" | "risk"; readonly name: Text; readonly type: "text" | "number" | "date" };
  };
  readonly 301: {
    readonly ids:
      | "import.field.wide-hint";
    readonly values: { readonly items: Text; readonly sessions: Text };
  };
  readonly 302: {
    readonly ids:
      | "import.left-out.damaged-row"
      | "import.left-out.duplicate"
      | "import.left-out.no-answer"
      | "import.left-out.not-asked-for"
      | "import.left-out.problem"
      | "import.left-out.ragged-row";
    readonly values: { readonly count: number; readonly lines: Text; readonly more: "yes" | "no" };
  };
  readonly 303: {
    readonly ids:
      | "import.refused.case";
    readonly values: { readonly case: Text; readonly problem: Text };
  };
  readonly 304: {
    readonly ids:
      | "import.refused.changed";
    readonly values: { readonly instrument: Text; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member" };
  };
  readonly 305: {
    readonly ids:
      | "import.refused.session";
    readonly values: { readonly case: Text; readonly problem: Text; readonly session: number };
  };
  readonly 306: {
    readonly ids:
      | "import.result.counts";
    readonly values: { readonly cases: number; readonly file: Text; readonly forms: number; readonly newCases: number };
  };
  readonly 307: {
    readonly ids:
      | "import.result.imported"
      | "import.result.nothing";
    readonly values: { readonly rows: number; readonly used: number };
  };
  readonly 308: {
    readonly ids:
      | "library.candidates.suggested";
    readonly values: { readonly editable: "yes" | "no"; readonly rank: string };
  };
  readonly 309: {
    readonly ids:
      | "library.caution.attribution-after"
      | "library.caution.attribution-before"
      | "library.draft-problem.quotes";
    readonly values: { readonly words: Text };
  };
  readonly 310: {
    readonly ids:
      | "library.caution.final-mark-open";
    readonly values: { readonly own: Text };
  };
  readonly 311: {
    readonly ids:
      | "library.caution.final-mark-other";
    readonly values: { readonly found: Text; readonly own: Text };
  };
  readonly 312: {
    readonly ids:
      | "library.caution.negation-after"
      | "library.caution.negation-before"
      | "library.caution.negation-left-out";
    readonly values: { readonly word: Text };
  };
  readonly 313: {
    readonly ids:
      | "library.concept.agreement";
    readonly values: { readonly agreed: number; readonly judged: number };
  };
  readonly 314: {
    readonly ids:
      | "library.concept.agreement.kappa";
    readonly values: { readonly agreed: number; readonly judged: number; readonly kappa: number };
  };
  readonly 315: {
    readonly ids:
      | "library.concordance.rate";
    readonly values: { readonly count: number; readonly rate: number };
  };
  readonly 316: {
    readonly ids:
      | "library.concordance.strip"
      | "library.texts.status.added";
    readonly values: { readonly count: number; readonly title: Text };
  };
  readonly 317: {
    readonly ids:
      | "library.draft-problem.length"
      | "library.overview-problem.sentences"
      | "library.problem.text-length";
    readonly values: { readonly count: number; readonly max: number };
  };
  readonly 318: {
    readonly ids:
      | "library.draft-problem.number";
    readonly values: { readonly number: Text };
  };
  readonly 319: {
    readonly ids:
      | "library.export.annotation";
    readonly values: { readonly sentence: Text; readonly title: Text };
  };
  readonly 320: {
    readonly ids:
      | "library.export.drafted";
    readonly values: { readonly gloss: Text };
  };
  readonly 321: {
    readonly ids:
      | "library.file-problem.format";
    readonly values: { readonly advice: Text; readonly format: Text; readonly name: Text };
  };
  readonly 322: {
    readonly ids:
      | "library.file-problem.memory"
      | "library.file-problem.too-large"
      | "library.file-problem.too-long"
      | "library.file-problem.zip-ratio";
    readonly values: { readonly max: number; readonly name: Text };
  };
  readonly 323: {
    readonly ids:
      | "library.file-problem.not-xml";
    readonly values: { readonly fault: Text; readonly format: Text };
  };
  readonly 324: {
    readonly ids:
      | "library.file-problem.time";
    readonly values: { readonly name: Text; readonly seconds: number };
  };
  readonly 325: {
    readonly ids:
      | "library.format.xml";
    readonly values: { readonly root: Text };
  };
  readonly 326: {
    readonly ids:
      | "library.locator.page"
      | "library.meta.title"
      | "library.reader.page"
      | "library.reader.page-start";
    readonly values: { readonly page: Text };
  };
  readonly 327: {
    readonly ids:
      | "library.locator.pages";
    readonly values: { readonly first: Text; readonly last: Text };
  };
  readonly 328: {
    readonly ids:
      | "library.locator.paragraph-in";
    readonly values: { readonly chapter: Text; readonly number: number };
  };
  readonly 329: {
    readonly ids:
      | "library.names.frequent"
      | "library.reason.words"
      | "library.search.similar.shared"
      | "library.search.similar.terms";
    readonly values: { readonly terms: Text };
  };
  readonly 330: {
    readonly ids:
      | "library.overview-problem.length";
    readonly values: { readonly count: number; readonly max: number; readonly sentence: Text };
  };
  readonly 331: {
    readonly ids:
      | "library.overview.cite";
    readonly values: { readonly number: number; readonly place: Text };
  };
  readonly 332: {
    readonly ids:
      | "library.problem.sentence-length";
    readonly values: { readonly max: number; readonly number: number };
  };
  readonly 333: {
    readonly ids:
      | "library.quotation-budget.over";
    readonly values: { readonly share: number; readonly title: Text; readonly words: number };
  };
  readonly 334: {
    readonly ids:
      | "library.quotation-problem.added"
      | "library.quotation-state.without";
    readonly values: { readonly quoted: Text };
  };
  readonly 335: {
    readonly ids:
      | "library.quotation-problem.changed"
      | "library.quotation-state.instead";
    readonly values: { readonly quoted: Text; readonly text: Text };
  };
  readonly 336: {
    readonly ids:
      | "library.quotation-problem.too-short";
    readonly values: { readonly min: number };
  };
  readonly 337: {
    readonly ids:
      | "library.reader.quoted"
      | "library.search.similar.concept";
    readonly values: { readonly concept: Text };
  };
  readonly 338: {
    readonly ids:
      | "library.reading.chapter";
    readonly values: { readonly chapter: Text; readonly remark: Text };
  };
  readonly 339: {
    readonly ids:
      | "library.reading.difference-added"
      | "library.reading.difference-joined"
      | "library.reading.difference-missing"
      | "library.reading.difference-split"
      | "library.reading.difference-unresolved";
    readonly values: { readonly place: Text; readonly words: Text };
  };
  readonly 340: {
    readonly ids:
      | "library.reading.differences";
    readonly values: { readonly count: number; readonly differences: Text };
  };
  readonly 341: {
    readonly ids:
      | "library.reading.in-file";
    readonly values: { readonly file: Text; readonly place: Text };
  };
  readonly 342: {
    readonly ids:
      | "library.reading.left-out";
    readonly values: { readonly parts: Text };
  };
  readonly 343: {
    readonly ids:
      | "library.reading.left-out-part";
    readonly values: { readonly count: number; readonly kind: Text; readonly place: Text };
  };
  readonly 344: {
    readonly ids:
      | "library.reading.missing-chapters";
    readonly values: { readonly count: number; readonly name: Text; readonly total: number };
  };
  readonly 345: {
    readonly ids:
      | "library.reading.not-xhtml";
    readonly values: { readonly fault: Text };
  };
  readonly 346: {
    readonly ids:
      | "library.reason.stem";
    readonly values: { readonly stem: Text };
  };
  readonly 347: {
    readonly ids:
      | "library.source.citation";
    readonly values: { readonly authors: Text; readonly locator: Text; readonly title: Text; readonly year: Text };
  };
  readonly 348: {
    readonly ids:
      | "library.source.citation-quoting";
    readonly values: { readonly authors: Text; readonly locator: Text; readonly speaker: Text; readonly title: Text; readonly year: Text };
  };
  readonly 349: {
    readonly ids:
      | "library.source.citation-short";
    readonly values: { readonly authors: Text; readonly locator: Text; readonly year: Text };
  };
  readonly 350: {
    readonly ids:
      | "library.source.reference";
    readonly values: { readonly authors: Text; readonly publisher: Text; readonly title: Text; readonly translator: Text; readonly within: Text; readonly year: Text };
  };
  readonly 351: {
    readonly ids:
      | "library.source.several";
    readonly values: { readonly first: Text };
  };
  readonly 352: {
    readonly ids:
      | "library.support.held-back";
    readonly values: { readonly place: Text };
  };
  readonly 353: {
    readonly ids:
      | "library.version.citation";
    readonly values: { readonly concept: Text; readonly date: Moment; readonly digest: Text; readonly number: number };
  };
  readonly 354: {
    readonly ids:
      | "library.version.line";
    readonly values: { readonly date: Moment; readonly digest: Text };
  };
  readonly 355: {
    readonly ids:
      | "measures.add.option";
    readonly values: { readonly can: "no" | "yes"; readonly rater: string; readonly title: Text };
  };
  readonly 356: {
    readonly ids:
      | "measures.ask.line";
    readonly values: { readonly minutes: number; readonly rater: string };
  };
  readonly 357: {
    readonly ids:
      | "measures.case.since"
      | "measures.since";
    readonly values: { readonly at: Moment; readonly by: Text };
  };
  readonly 358: {
    readonly ids:
      | "measures.history.line";
    readonly values: { readonly instruments: number; readonly minutes: number; readonly template: string };
  };
  readonly 359: {
    readonly ids:
      | "measures.preview.minutes";
    readonly values: { readonly rater: string };
  };
  readonly 360: {
    readonly ids:
      | "measures.preview.title";
    readonly values: { readonly ageBand: string; readonly setting: string };
  };
  readonly 361: {
    readonly ids:
      | "measures.preview.title-template";
    readonly values: { readonly ageBand: string; readonly setting: string; readonly template: string };
  };
  readonly 362: {
    readonly ids:
      | "measures.rows.people";
    readonly values: { readonly ages: Text; readonly rater: string; readonly setting: string };
  };
  readonly 363: {
    readonly ids:
      | "measures.template.name"
      | "measures.template.preview"
      | "measures.template.use";
    readonly values: { readonly template: string };
  };
  readonly 364: {
    readonly ids:
      | "measures.when.at"
      | "signals.missing.sessions";
    readonly values: { readonly sessions: Text };
  };
  readonly 365: {
    readonly ids:
      | "measures.when.phase";
    readonly values: { readonly phase: string };
  };
  readonly 366: {
    readonly ids:
      | "measures.when.sessions";
    readonly values: { readonly every: number; readonly from: number };
  };
  readonly 367: {
    readonly ids:
      | "measures.when.weeks";
    readonly values: { readonly weeks: number };
  };
  readonly 368: {
    readonly ids:
      | "messages.contact.failing"
      | "privacy.measuring.given";
    readonly values: { readonly since: Moment };
  };
  readonly 369: {
    readonly ids:
      | "messages.failure.mail.address"
      | "messages.failure.mail.later"
      | "messages.failure.mail.refused"
      | "settings.language-model.answer";
    readonly values: { readonly answer: Text };
  };
  readonly 370: {
    readonly ids:
      | "messages.failure.mail.busy"
      | "messages.failure.mail.password"
      | "messages.failure.sms.address"
      | "messages.failure.sms.later"
      | "messages.failure.sms.refused"
      | "messages.failure.sms.secret";
    readonly values: { readonly answer: Text; readonly host: Text };
  };
  readonly 371: {
    readonly ids:
      | "messages.failure.mail.certificate"
      | "messages.failure.mail.lost"
      | "messages.failure.sms.lost";
    readonly values: { readonly host: Text; readonly reason: Text };
  };
  readonly 372: {
    readonly ids:
      | "messages.failure.mail.encryption"
      | "messages.failure.mail.no-server";
    readonly values: { readonly host: Text; readonly port: Text };
  };
  readonly 373: {
    readonly ids:
      | "messages.failure.mail.not-found"
      | "messages.failure.sms.no-server"
      | "messages.failure.sms.not-found"
      | "messages.failure.sms.redirect"
      | "messages.sms.problem.https"
      | "messages.sms.problem.private"
      | "settings.language-model.failure.key"
      | "settings.language-model.failure.lost"
      | "settings.language-model.failure.no-completion"
      | "settings.language-model.failure.no-server"
      | "settings.language-model.failure.not-found"
      | "settings.language-model.failure.redirect"
      | "settings.language-model.failure.too-large"
      | "settings.language-model.problem.host";
    readonly values: { readonly host: Text };
  };
  readonly 374: {
    readonly ids:
      | "messages.failure.mail.sender";
    readonly values: { readonly answer: Text; readonly from: Text };
  };
  readonly 375: {
    readonly ids:
      | "messages.failure.mail.time";
    readonly values: { readonly host: Text; readonly port: Text; readonly seconds: number };
  };
  readonly 376: {
    readonly ids:
      | "messages.failure.sms.time"
      | "settings.language-model.failure.time";
    readonly values: { readonly host: Text; readonly seconds: number };
  };
  readonly 377: {
    readonly ids:
      | "messages.send.button-by";
    readonly values: { readonly channel: string };
  };
  readonly 378: {
    readonly ids:
      | "messages.send.line";
    readonly values: { readonly at: Moment; readonly channel: string };
  };
  readonly 379: {
    readonly ids:
      | "messages.send.sitting";
    readonly values: { readonly rater: string; readonly session: number; readonly until: Moment };
  };
  readonly 380: {
    readonly ids:
      | "messages.sent.line";
    readonly values: { readonly at: Moment; readonly channel: string; readonly to: Text };
  };
  readonly 381: {
    readonly ids:
      | "messages.settings.unreachable-text"
      | "settings.setup.address-http"
      | "settings.setup.address-now";
    readonly values: { readonly address: Text };
  };
  readonly 382: {
    readonly ids:
      | "messages.sms.body-hint";
    readonly values: { readonly id: Text; readonly text: Text; readonly to: Text };
  };
  readonly 383: {
    readonly ids:
      | "messages.sms.headers-hint";
    readonly values: { readonly basic: Text; readonly secret: Text };
  };
  readonly 384: {
    readonly ids:
      | "messages.sms.problem.body";
    readonly values: { readonly text: Text; readonly to: Text };
  };
  readonly 385: {
    readonly ids:
      | "messages.staff.invitation.email";
    readonly values: { readonly link: Text; readonly until: Moment };
  };
  readonly 386: {
    readonly ids:
      | "messages.staff.safety-overdue.email"
      | "messages.staff.safety-overdue.sms"
      | "messages.staff.safety.email"
      | "messages.staff.safety.sms";
    readonly values: { readonly link: Text };
  };
  readonly 387: {
    readonly ids:
      | "messages.told.line";
    readonly values: { readonly at: Moment; readonly channel: string; readonly name: Text };
  };
  readonly 388: {
    readonly ids:
      | "messages.trouble.line"
      | "shell.message-bar.text";
    readonly values: { readonly channel: string; readonly since: Moment };
  };
  readonly 389: {
    readonly ids:
      | "outcome.cannot-say.late";
    readonly values: { readonly measure: Text; readonly session: number };
  };
  readonly 390: {
    readonly ids:
      | "outcome.cannot-say.no-criterion"
      | "outcome.cannot-say.no-direction";
    readonly values: { readonly measure: Text };
  };
  readonly 391: {
    readonly ids:
      | "outcome.change";
    readonly values: { readonly first: number; readonly firstSession: number; readonly last: number; readonly lastSession: number };
  };
  readonly 392: {
    readonly ids:
      | "outcome.deteriorated"
      | "outcome.improved";
    readonly values: { readonly change: Text; readonly measure: Text; readonly since: number };
  };
  readonly 393: {
    readonly ids:
      | "outcome.not-on-track.forecast"
      | "outcome.not-on-track.limit";
    readonly values: { readonly change: Text; readonly measure: Text; readonly since: number; readonly standing: "provisional" | "learnt" };
  };
  readonly 394: {
    readonly ids:
      | "outcome.on-track";
    readonly values: { readonly change: Text; readonly measure: Text; readonly standing: "provisional" | "learnt" };
  };
  readonly 395: {
    readonly ids:
      | "outcome.recovered";
    readonly values: { readonly change: Text; readonly measure: Text; readonly since: number; readonly value: number };
  };
  readonly 396: {
    readonly ids:
      | "outcome.relapse";
    readonly values: { readonly best: number; readonly bestSession: number; readonly change: Text; readonly measure: Text; readonly since: number };
  };
  readonly 397: {
    readonly ids:
      | "outcome.too-early";
    readonly values: { readonly count: number; readonly measure: Text };
  };
  readonly 398: {
    readonly ids:
      | "privacy.erase.about";
    readonly values: { readonly episodes: number };
  };
  readonly 399: {
    readonly ids:
      | "privacy.history.given"
      | "privacy.history.withdrawn";
    readonly values: { readonly by: Text; readonly matter: Text };
  };
  readonly 400: {
    readonly ids:
      | "privacy.history.version";
    readonly values: { readonly language: Text; readonly version: Text };
  };
  readonly 401: {
    readonly ids:
      | "privacy.measuring.missing";
    readonly values: { readonly of: string; readonly required: string };
  };
  readonly 402: {
    readonly ids:
      | "privacy.measuring.withdrawn";
    readonly values: { readonly by: string; readonly since: Moment };
  };
  readonly 403: {
    readonly ids:
      | "privacy.messages.state";
    readonly values: { readonly all: number; readonly consenting: number };
  };
  readonly 404: {
    readonly ids:
      | "privacy.office.backup";
    readonly values: { readonly at: Text; readonly kind: string; readonly name: Text; readonly until: Moment };
  };
  readonly 405: {
    readonly ids:
      | "privacy.office.due-none";
    readonly values: { readonly years: string };
  };
  readonly 406: {
    readonly ids:
      | "privacy.office.erasure";
    readonly values: { readonly at: Text; readonly basis: string; readonly by: Text; readonly count: number };
  };
  readonly 407: {
    readonly ids:
      | "privacy.office.returned-line";
    readonly values: { readonly at: Text; readonly label: Text };
  };
  readonly 408: {
    readonly ids:
      | "privacy.restriction.lifted"
      | "privacy.restriction.placed";
    readonly values: { readonly at: Text; readonly by: Text; readonly reason: Text };
  };
  readonly 409: {
    readonly ids:
      | "privacy.storage.over"
      | "privacy.storage.until";
    readonly values: { readonly on: Moment };
  };
  readonly 410: {
    readonly ids:
      | "reflections.chart.difference.figures";
    readonly values: { readonly lower: Text; readonly mean: Text; readonly sd: number; readonly upper: Text };
  };
  readonly 411: {
    readonly ids:
      | "reflections.chart.interval";
    readonly values: { readonly lower: Text; readonly upper: Text; readonly value: Text };
  };
  readonly 412: {
    readonly ids:
      | "reflections.chart.outcome.figures";
    readonly values: { readonly agreeing: Text; readonly apart: Text; readonly clientHigher: Text; readonly pairs: number; readonly sessions: number };
  };
  readonly 413: {
    readonly ids:
      | "reflections.comparison.higher"
      | "reflections.comparison.lower";
    readonly values: { readonly pairs: number; readonly points: number };
  };
  readonly 414: {
    readonly ids:
      | "reflections.comparison.same"
      | "relationship.estimate.autocorrelation";
    readonly values: { readonly pairs: number };
  };
  readonly 415: {
    readonly ids:
      | "reflections.outcome.unclear";
    readonly values: { readonly pairs: number; readonly sessions: number };
  };
  readonly 416: {
    readonly ids:
      | "reflections.readiness.waiting";
    readonly values: { readonly client: Text; readonly questionnaire: Text };
  };
  readonly 417: {
    readonly ids:
      | "reflections.result.about";
    readonly values: { readonly at: Moment; readonly client: string; readonly clientName: Text };
  };
  readonly 418: {
    readonly ids:
      | "reflections.result.range";
    readonly values: { readonly maximum: number; readonly minimum: number };
  };
  readonly 419: {
    readonly ids:
      | "refusals.backup.number"
      | "refusals.privacy.number";
    readonly values: { readonly least: number; readonly most: number };
  };
  readonly 420: {
    readonly ids:
      | "refusals.form.safety"
      | "stored.audit.request-form";
    readonly values: { readonly questionnaire: Text };
  };
  readonly 421: {
    readonly ids:
      | "refusals.measures.plan";
    readonly values: { readonly field: Text };
  };
  readonly 422: {
    readonly ids:
      | "refusals.note.too-long"
      | "refusals.repair.too-long";
    readonly values: { readonly count: number; readonly most: number };
  };
  readonly 423: {
    readonly ids:
      | "refusals.privacy.consent-missing";
    readonly values: { readonly of: string };
  };
  readonly 424: {
    readonly ids:
      | "refusals.privacy.withdrawn";
    readonly values: { readonly by: string };
  };
  readonly 425: {
    readonly ids:
      | "refusals.recalculation.running-counted"
      | "settings.recalculation.progress"
      | "settings.setup.progress";
    readonly values: { readonly done: number; readonly total: number };
  };
  readonly 426: {
    readonly ids:
      | "refusals.request.too-large"
      | "shell.file.limit";
    readonly values: { readonly size: Text };
  };
  readonly 427: {
    readonly ids:
      | "refusals.session.after"
      | "refusals.session.before";
    readonly values: { readonly day: Moment; readonly session: number };
  };
  readonly 428: {
    readonly ids:
      | "refusals.session.reached";
    readonly values: { readonly last: number; readonly next: number };
  };
  readonly 429: {
    readonly ids:
      | "refusals.session.record-first";
    readonly values: { readonly last: number; readonly session: number };
  };
  readonly 430: {
    readonly ids:
      | "relationship.attachment.also"
      | "relationship.attachment.undecided";
    readonly values: { readonly strategies: Text };
  };
  readonly 431: {
    readonly ids:
      | "relationship.attachment.caution";
    readonly values: { readonly sd: number };
  };
  readonly 432: {
    readonly ids:
      | "relationship.attachment.scores";
    readonly values: { readonly anxiety: number; readonly avoidance: number; readonly group: "none" | "chosen" };
  };
  readonly 433: {
    readonly ids:
      | "relationship.attachment.standing";
    readonly values: { readonly anxiety: number; readonly avoidance: number };
  };
  readonly 434: {
    readonly ids:
      | "relationship.bond.sign";
    readonly values: { readonly sign: Text; readonly state: "there" | "absent" | "unknown" };
  };
  readonly 435: {
    readonly ids:
      | "relationship.circumplex.norms";
    readonly values: { readonly n: number; readonly sample: Text };
  };
  readonly 436: {
    readonly ids:
      | "relationship.comparison.among";
    readonly values: { readonly difference: Text; readonly lower: Text; readonly mean: Text; readonly pairs: number; readonly upper: Text };
  };
  readonly 437: {
    readonly ids:
      | "relationship.distance.answer.both-ways";
    readonly values: { readonly on: Text; readonly slow: Text };
  };
  readonly 438: {
    readonly ids:
      | "relationship.distance.answer.go-on";
    readonly values: { readonly on: Text };
  };
  readonly 439: {
    readonly ids:
      | "relationship.distance.answer.slow";
    readonly values: { readonly slow: Text };
  };
  readonly 440: {
    readonly ids:
      | "relationship.distance.grade";
    readonly values: { readonly grade: Text; readonly strength: Text };
  };
  readonly 441: {
    readonly ids:
      | "relationship.distance.rests-on";
    readonly values: { readonly group: Text; readonly provisional: "yes" | "no" };
  };
  readonly 442: {
    readonly ids:
      | "relationship.distance.step";
    readonly values: { readonly basis: Text; readonly step: number };
  };
  readonly 443: {
    readonly ids:
      | "relationship.distance.suggested";
    readonly values: { readonly step: Text };
  };
  readonly 444: {
    readonly ids:
      | "relationship.dyad.few"
      | "relationship.estimate.correlation.few";
    readonly values: { readonly n: number; readonly needed: number };
  };
  readonly 445: {
    readonly ids:
      | "relationship.dyad.outcome.few";
    readonly values: { readonly clients: number; readonly sessions: number; readonly soFar: number; readonly soFarClients: number };
  };
  readonly 446: {
    readonly ids:
      | "relationship.dyad.pairs.few";
    readonly values: { readonly count: number; readonly pairs: number; readonly sessions: number };
  };
  readonly 447: {
    readonly ids:
      | "relationship.estimate.autocorrelation.constant";
    readonly values: { readonly n: number };
  };
  readonly 448: {
    readonly ids:
      | "relationship.estimate.autocorrelation.few";
    readonly values: { readonly needed: number; readonly pairs: number };
  };
  readonly 449: {
    readonly ids:
      | "relationship.estimate.line.few"
      | "relationship.estimate.mean.few"
      | "summary.child.others";
    readonly values: { readonly ratings: Text };
  };
  readonly 450: {
    readonly ids:
      | "relationship.estimate.mean";
    readonly values: { readonly what: "ratings" | "differences" };
  };
  readonly 451: {
    readonly ids:
      | "relationship.estimate.mean.constant";
    readonly values: { readonly n: number; readonly what: "ratings" | "differences" };
  };
  readonly 452: {
    readonly ids:
      | "relationship.estimate.slope"
      | "relationship.estimate.within-sd";
    readonly values: { readonly start: "session" | "intake" };
  };
  readonly 453: {
    readonly ids:
      | "relationship.group.chosen";
    readonly values: { readonly by: "practice" | "client"; readonly citation: Text; readonly group: Text; readonly n: number; readonly sample: Text };
  };
  readonly 454: {
    readonly ids:
      | "relationship.group.no-norms";
    readonly values: { readonly matter: "attachment_norm" | "perfectionism_norm" };
  };
  readonly 455: {
    readonly ids:
      | "relationship.group.none";
    readonly values: { readonly offered: "yes" | "no" };
  };
  readonly 456: {
    readonly ids:
      | "relationship.group.option"
      | "settings.norms.group-option";
    readonly values: { readonly group: Text; readonly sample: Text };
  };
  readonly 457: {
    readonly ids:
      | "relationship.group.replaced";
    readonly values: { readonly day: Moment; readonly from: Text };
  };
  readonly 458: {
    readonly ids:
      | "relationship.group.transfer";
    readonly values: { readonly questionnaire: Text; readonly transfer: number };
  };
  readonly 459: {
    readonly ids:
      | "relationship.informants.rating";
    readonly values: { readonly count: number; readonly score: number; readonly session: number };
  };
  readonly 460: {
    readonly ids:
      | "relationship.monitor.early.found";
    readonly values: { readonly level: "low" | "fine"; readonly score: number; readonly session: number; readonly topic: "conditions" | "bond" };
  };
  readonly 461: {
    readonly ids:
      | "relationship.monitor.early.missed";
    readonly values: { readonly sessions: number; readonly topic: "conditions" | "bond" };
  };
  readonly 462: {
    readonly ids:
      | "relationship.monitor.early.none"
      | "relationship.monitor.early.not-yet";
    readonly values: { readonly topic: "conditions" | "bond" };
  };
  readonly 463: {
    readonly ids:
      | "relationship.monitor.engagement.found";
    readonly values: { readonly lower: number; readonly trend: "grows" | "falls" | "flat"; readonly upper: number; readonly value: number };
  };
  readonly 464: {
    readonly ids:
      | "relationship.monitor.social.old";
    readonly values: { readonly ago: number; readonly score: number; readonly session: number };
  };
  readonly 465: {
    readonly ids:
      | "relationship.norm.no-reliability"
      | "relationship.norm.no-scale"
      | "relationship.norm.too-imprecise";
    readonly values: { readonly population: Text };
  };
  readonly 466: {
    readonly ids:
      | "relationship.perfectionism.level";
    readonly values: { readonly maximum: number; readonly minimum: number; readonly reliability: number; readonly score: number; readonly third: "low" | "moderate" | "high" };
  };
  readonly 467: {
    readonly ids:
      | "relationship.perfectionism.unknown";
    readonly values: { readonly maximum: number; readonly minimum: number; readonly reason: Text; readonly score: number };
  };
  readonly 468: {
    readonly ids:
      | "relationship.readiness.expected";
    readonly values: { readonly clients: number; readonly correlation: number; readonly error: number; readonly side: "above" | "below"; readonly standing: string; readonly z: number };
  };
  readonly 469: {
    readonly ids:
      | "relationship.readiness.not-expected";
    readonly values: { readonly needed: number };
  };
  readonly 470: {
    readonly ids:
      | "relationship.readiness.score";
    readonly values: { readonly rater: "client" | "therapist"; readonly score: number };
  };
  readonly 471: {
    readonly ids:
      | "repair.form.undo";
    readonly values: { readonly step: "named" | "explored" | "agreed" };
  };
  readonly 472: {
    readonly ids:
      | "repair.invalid.length";
    readonly values: { readonly count: number; readonly maximum: number };
  };
  readonly 473: {
    readonly ids:
      | "repair.rating.not-recovered";
    readonly values: { readonly client: Text; readonly said: "tense" | "resolved" | "none" | "unknown"; readonly scores: Text; readonly session: number };
  };
  readonly 474: {
    readonly ids:
      | "repair.rating.recovered";
    readonly values: { readonly client: Text; readonly said: "resolved" | "none" | "unknown"; readonly scores: Text; readonly session: number };
  };
  readonly 475: {
    readonly ids:
      | "repair.rating.scores.three";
    readonly values: { readonly first: number; readonly second: number; readonly third: number };
  };
  readonly 476: {
    readonly ids:
      | "review.people";
    readonly values: { readonly client: Text; readonly therapist: Text };
  };
  readonly 477: {
    readonly ids:
      | "settings.backup.failed-times"
      | "settings.recalculation.failed-times";
    readonly values: { readonly at: Text; readonly times: number };
  };
  readonly 478: {
    readonly ids:
      | "settings.backup.failure"
      | "shell.backup-bar.failed";
    readonly values: { readonly code: string };
  };
  readonly 479: {
    readonly ids:
      | "settings.backup.folder"
      | "settings.backup.unreadable";
    readonly values: { readonly folder: Text };
  };
  readonly 480: {
    readonly ids:
      | "settings.backup.next"
      | "settings.recalculation.next-attempt"
      | "settings.recalculation.requested.no-reason";
    readonly values: { readonly at: Text };
  };
  readonly 481: {
    readonly ids:
      | "settings.backup.passed";
    readonly values: { readonly at: Text; readonly practices: number; readonly rows: number; readonly seconds: number };
  };
  readonly 482: {
    readonly ids:
      | "settings.backup.problem";
    readonly values: { readonly at: Text; readonly problem: string };
  };
  readonly 483: {
    readonly ids:
      | "settings.backup.size";
    readonly values: { readonly rows: number; readonly size: number };
  };
  readonly 484: {
    readonly ids:
      | "settings.backup.size-only";
    readonly values: { readonly size: number };
  };
  readonly 485: {
    readonly ids:
      | "settings.language-model.address-hint.hosts";
    readonly values: { readonly hosts: Text };
  };
  readonly 486: {
    readonly ids:
      | "settings.language-model.failure.lost-with-code";
    readonly values: { readonly code: Text; readonly host: Text };
  };
  readonly 487: {
    readonly ids:
      | "settings.language-model.failure.status";
    readonly values: { readonly host: Text; readonly status: Text };
  };
  readonly 488: {
    readonly ids:
      | "settings.language-model.failure.status-with-message";
    readonly values: { readonly host: Text; readonly message: Text; readonly status: Text };
  };
  readonly 489: {
    readonly ids:
      | "settings.norms.basis";
    readonly values: { readonly count: number; readonly day: Moment };
  };
  readonly 490: {
    readonly ids:
      | "settings.norms.group-line";
    readonly values: { readonly age: Text; readonly matter: Text };
  };
  readonly 491: {
    readonly ids:
      | "settings.norms.group-local"
      | "settings.norms.group-text"
      | "settings.norms.local-text"
      | "settings.norms.none-computed";
    readonly values: { readonly people: number };
  };
  readonly 492: {
    readonly ids:
      | "settings.norms.group-replaced";
    readonly values: { readonly day: Moment; readonly questionnaire: Text };
  };
  readonly 493: {
    readonly ids:
      | "settings.norms.group-source";
    readonly values: { readonly citation: Text; readonly group: Text; readonly measured: "differs" | "same"; readonly questionnaire: Text; readonly sample: Text; readonly transfer: number };
  };
  readonly 494: {
    readonly ids:
      | "settings.overdue.line";
    readonly values: { readonly count: number; readonly since: Moment; readonly therapist: Text };
  };
  readonly 495: {
    readonly ids:
      | "settings.recalculation.finished-at";
    readonly values: { readonly at: Text; readonly duration: Text };
  };
  readonly 496: {
    readonly ids:
      | "settings.recalculation.requested";
    readonly values: { readonly at: Text; readonly reasons: Text };
  };
  readonly 497: {
    readonly ids:
      | "settings.recalculation.too-few-line";
    readonly values: { readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly reason: Text; readonly title: Text };
  };
  readonly 498: {
    readonly ids:
      | "settings.wordings.not-checked";
    readonly values: { readonly languages: Text };
  };
  readonly 499: {
    readonly ids:
      | "settings.wordings.own"
      | "settings.wordings.remove";
    readonly values: { readonly language: Text };
  };
  readonly 500: {
    readonly ids:
      | "settings.wordings.rights";
    readonly values: { readonly holder: Text; readonly statement: Text };
  };
  readonly 501: {
    readonly ids:
      | "shell.file.too-large";
    readonly values: { readonly name: Text; readonly size: Text };
  };
  readonly 502: {
    readonly ids:
      | "shell.menu.title";
    readonly values: { readonly practice: Text; readonly roles: Text };
  };
  readonly 503: {
    readonly ids:
      | "signals.attention.disclosure";
    readonly values: { readonly review: "unreviewed" | "overdue" | "followed_up"; readonly session: number };
  };
  readonly 504: {
    readonly ids:
      | "signals.attention.outcome-alone";
    readonly values: { readonly outcome: Text };
  };
  readonly 505: {
    readonly ids:
      | "signals.attention.paused.distance-felt";
    readonly values: { readonly felt: "too_close" | "too_distant" };
  };
  readonly 506: {
    readonly ids:
      | "signals.attention.plateau";
    readonly values: { readonly from: number; readonly outcome: Text; readonly to: number };
  };
  readonly 507: {
    readonly ids:
      | "signals.attention.relapse";
    readonly values: { readonly from: number; readonly outcome: Text };
  };
  readonly 508: {
    readonly ids:
      | "signals.attention.safety";
    readonly values: { readonly earlier: Text; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly review: "unreviewed" | "unrecorded" | "overdue" | "followed_up" | "closed"; readonly session: number; readonly topic: string; readonly topicName: Text; readonly value: number };
  };
  readonly 509: {
    readonly ids:
      | "signals.attention.steady";
    readonly values: { readonly construct: string; readonly count: number; readonly lower: Text; readonly outcome: Text; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly score: number; readonly session: number; readonly trend: "rising" | "falling" | "level" | "unknown" };
  };
  readonly 510: {
    readonly ids:
      | "signals.bocpd.found"
      | "signals.partition.found";
    readonly values: { readonly after: number; readonly before: number; readonly caution: Text; readonly rating: Text; readonly recovery: Text; readonly session: number };
  };
  readonly 511: {
    readonly ids:
      | "signals.ceiling.found";
    readonly values: { readonly caution: Text; readonly length: number; readonly rating: Text };
  };
  readonly 512: {
    readonly ids:
      | "signals.drop.minor"
      | "signals.drop.minor-variable"
      | "signals.drop.notable-beyond"
      | "signals.drop.notable-unknown"
      | "signals.drop.notable-within";
    readonly values: { readonly before: number; readonly beforeSession: number; readonly caution: Text; readonly now: number; readonly part: string; readonly partName: Text; readonly rating: Text; readonly recovery: Text; readonly session: number };
  };
  readonly 513: {
    readonly ids:
      | "signals.drop.persistent";
    readonly values: { readonly before: number; readonly beforeSession: number; readonly caution: Text; readonly length: number; readonly now: number; readonly part: string; readonly partName: Text; readonly rating: Text; readonly recovery: Text; readonly session: number };
  };
  readonly 514: {
    readonly ids:
      | "signals.event.decrease";
    readonly values: { readonly before: number; readonly beforeSession: number; readonly latest: "same" | "later"; readonly latestScore: number; readonly latestSession: number; readonly lowest: number; readonly others: Text; readonly part: string; readonly partName: Text; readonly rating: Text; readonly reported: Text; readonly session: number; readonly state: Text };
  };
  readonly 515: {
    readonly ids:
      | "signals.event.gradual";
    readonly values: { readonly before: number; readonly latest: "same" | "later"; readonly latestScore: number; readonly latestSession: number; readonly lowest: number; readonly others: Text; readonly part: string; readonly partName: Text; readonly rating: Text; readonly reported: Text; readonly session: number; readonly state: Text };
  };
  readonly 516: {
    readonly ids:
      | "signals.event.regained";
    readonly values: { readonly seen: "rating" | "word"; readonly session: number };
  };
  readonly 517: {
    readonly ids:
      | "signals.event.reported";
    readonly values: { readonly reported: Text; readonly state: Text };
  };
  readonly 518: {
    readonly ids:
      | "signals.event.reports";
    readonly values: { readonly count: number; readonly raters: Text; readonly sessions: Text; readonly unshared: Text };
  };
  readonly 519: {
    readonly ids:
      | "signals.expected-course.one";
    readonly values: { readonly caution: Text; readonly expected: number; readonly length: number; readonly part: string; readonly partName: Text; readonly rating: Text; readonly recovery: Text; readonly score: number; readonly session: number; readonly source: "practice" | "assumed" };
  };
  readonly 520: {
    readonly ids:
      | "signals.expected-course.several";
    readonly values: { readonly caution: Text; readonly length: number; readonly part: string; readonly partName: Text; readonly rating: Text; readonly recovery: Text; readonly score: number; readonly session: number };
  };
  readonly 521: {
    readonly ids:
      | "signals.gumz2012.found";
    readonly values: { readonly caution: Text; readonly decline: number; readonly high: number; readonly highSession: number; readonly low: number; readonly lowSession: number; readonly rating: Text; readonly recovery: number };
  };
  readonly 522: {
    readonly ids:
      | "signals.larsson2018.found";
    readonly values: { readonly caution: Text; readonly high: number; readonly low: number; readonly rating: Text; readonly recoverySession: number; readonly session: number };
  };
  readonly 523: {
    readonly ids:
      | "signals.low-start.first";
    readonly values: { readonly caution: Text; readonly rating: Text; readonly score: number };
  };
  readonly 524: {
    readonly ids:
      | "signals.low-start.persistent";
    readonly values: { readonly caution: Text; readonly length: number; readonly rating: Text; readonly score: number };
  };
  readonly 525: {
    readonly ids:
      | "signals.low-start.recovered";
    readonly values: { readonly caution: Text; readonly now: number; readonly rating: Text; readonly score: number; readonly session: number };
  };
  readonly 526: {
    readonly ids:
      | "signals.missing.questionnaire";
    readonly values: { readonly comment: "therapist" | "client"; readonly construct: Text; readonly count: number; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly sessions: Text };
  };
  readonly 527: {
    readonly ids:
      | "signals.observer.found";
    readonly values: { readonly kind: "withdrawal" | "confrontation" | "tension"; readonly resolved: "yes" | "no"; readonly session: number; readonly strength: "clear" | "some" };
  };
  readonly 528: {
    readonly ids:
      | "signals.panel.too-few";
    readonly values: { readonly needed: number; readonly rated: number };
  };
  readonly 529: {
    readonly ids:
      | "signals.rating";
    readonly values: { readonly measure: string; readonly measureName: Text; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member" };
  };
  readonly 530: {
    readonly ids:
      | "signals.risk.found";
    readonly values: { readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly session: number; readonly topic: string; readonly topicName: Text; readonly value: number };
  };
  readonly 531: {
    readonly ids:
      | "signals.rupture-reported.found";
    readonly values: { readonly again: "yes" | "no"; readonly certainty: "possible" | "certain"; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly resolved: "yes" | "no"; readonly session: number; readonly unshared: Text };
  };
  readonly 532: {
    readonly ids:
      | "signals.sessions.range"
      | "signals.sessions.two";
    readonly values: { readonly first: number; readonly last: number };
  };
  readonly 533: {
    readonly ids:
      | "signals.state-like.found";
    readonly values: { readonly caution: Text; readonly length: number; readonly mean: number; readonly rating: Text; readonly score: number; readonly session: number; readonly strength: "minor" | "notable" };
  };
  readonly 534: {
    readonly ids:
      | "signals.stevens2007.found";
    readonly values: { readonly caution: Text; readonly high: number; readonly length: number; readonly low: number; readonly rating: Text; readonly session: number };
  };
  readonly 535: {
    readonly ids:
      | "signals.stiles2004.found";
    readonly values: { readonly back: number; readonly backSession: number; readonly before: number; readonly caution: Text; readonly now: number; readonly rating: Text; readonly session: number };
  };
  readonly 536: {
    readonly ids:
      | "signals.strauss2006.found";
    readonly values: { readonly before: number; readonly caution: Text; readonly now: number; readonly rating: Text; readonly recoverySession: number; readonly session: number };
  };
  readonly 537: {
    readonly ids:
      | "signals.xmr.found";
    readonly values: { readonly caution: Text; readonly high: number; readonly length: number; readonly low: number; readonly rating: Text; readonly recovery: Text; readonly score: number; readonly session: number; readonly strength: "minor" | "notable" };
  };
  readonly 538: {
    readonly ids:
      | "stored.audit.access-confirmed"
      | "stored.audit.access-refused"
      | "stored.audit.access-withdrawn"
      | "stored.audit.ask-access";
    readonly values: { readonly kind: string; readonly kindName: Text; readonly roleChanges: Text; readonly roles: string };
  };
  readonly 539: {
    readonly ids:
      | "stored.audit.add-staff";
    readonly values: { readonly roles: Text };
  };
  readonly 540: {
    readonly ids:
      | "stored.audit.change-access";
    readonly values: { readonly alone: "no" | "yes"; readonly kind: string; readonly kindName: Text; readonly roleChanges: Text; readonly roles: string };
  };
  readonly 541: {
    readonly ids:
      | "stored.audit.change-language-model"
      | "stored.audit.restriction";
    readonly values: { readonly state: string };
  };
  readonly 542: {
    readonly ids:
      | "stored.audit.change-measures";
    readonly values: { readonly change: string };
  };
  readonly 543: {
    readonly ids:
      | "stored.audit.change-messages";
    readonly values: { readonly part: string };
  };
  readonly 544: {
    readonly ids:
      | "stored.audit.change-settings";
    readonly values: { readonly settings: Text };
  };
  readonly 545: {
    readonly ids:
      | "stored.audit.choose"
      | "stored.audit.choose-default"
      | "stored.audit.consent-given"
      | "stored.audit.consent-withdrawn";
    readonly values: { readonly matter: string; readonly matterName: Text };
  };
  readonly 546: {
    readonly ids:
      | "stored.audit.choose-comparison"
      | "stored.audit.replace-comparison";
    readonly values: { readonly age: string; readonly ageName: Text; readonly matter: string; readonly matterName: Text };
  };
  readonly 547: {
    readonly ids:
      | "stored.audit.fit-scores";
    readonly values: { readonly questionnaire: Text; readonly scale: Text };
  };
  readonly 548: {
    readonly ids:
      | "stored.audit.import-ratings";
    readonly values: { readonly clients: number; readonly questionnaires: number };
  };
  readonly 549: {
    readonly ids:
      | "stored.audit.other";
    readonly values: { readonly action: Text };
  };
  readonly 550: {
    readonly ids:
      | "stored.audit.read-brief";
    readonly values: { readonly purpose: string; readonly purposeName: Text };
  };
  readonly 551: {
    readonly ids:
      | "stored.audit.reevaluate";
    readonly values: { readonly count: number; readonly reasons: Text };
  };
  readonly 552: {
    readonly ids:
      | "stored.audit.renew-link";
    readonly values: { readonly rater: string; readonly raterName: Text };
  };
  readonly 553: {
    readonly ids:
      | "stored.audit.repair-agreed"
      | "stored.audit.repair-explored"
      | "stored.audit.repair-named";
    readonly values: { readonly state: "done" | "taken_back" };
  };
  readonly 554: {
    readonly ids:
      | "stored.audit.review-together";
    readonly values: { readonly shared: "hidden" | "shown" };
  };
  readonly 555: {
    readonly ids:
      | "stored.failure.database";
    readonly values: { readonly code: Text; readonly place: Text; readonly where: string };
  };
  readonly 556: {
    readonly ids:
      | "stored.failure.unreachable";
    readonly values: { readonly code: Text };
  };
  readonly 557: {
    readonly ids:
      | "stored.score.other-version";
    readonly values: { readonly answered: Text; readonly key: Text };
  };
  readonly 558: {
    readonly ids:
      | "stored.score.out-of-range";
    readonly values: { readonly given: Text; readonly item: Text; readonly range: Text };
  };
  readonly 559: {
    readonly ids:
      | "stored.score.risk-item";
    readonly values: { readonly item: Text };
  };
  readonly 560: {
    readonly ids:
      | "stored.score.too-few";
    readonly values: { readonly answered: number; readonly items: number; readonly needed: number; readonly rule: string };
  };
  readonly 561: {
    readonly ids:
      | "stored.synthesis.estimate";
    readonly values: { readonly interval: Text; readonly level: number; readonly predicted: Text; readonly prediction: string; readonly value: Text };
  };
  readonly 562: {
    readonly ids:
      | "stored.synthesis.explained";
    readonly values: { readonly share: Text };
  };
  readonly 563: {
    readonly ids:
      | "stored.synthesis.group-mean";
    readonly values: { readonly group: Text; readonly result: Text; readonly studies: number };
  };
  readonly 564: {
    readonly ids:
      | "stored.synthesis.heterogeneity";
    readonly values: { readonly test: Text; readonly variance: string; readonly variances: Text };
  };
  readonly 565: {
    readonly ids:
      | "stored.synthesis.mean";
    readonly values: { readonly result: Text; readonly test: Text };
  };
  readonly 566: {
    readonly ids:
      | "stored.synthesis.means";
    readonly values: { readonly level: number; readonly means: Text };
  };
  readonly 567: {
    readonly ids:
      | "stored.synthesis.moderators";
    readonly values: { readonly formula: Text; readonly test: Text };
  };
  readonly 568: {
    readonly ids:
      | "stored.synthesis.pooled";
    readonly values: { readonly effects: number; readonly explained: Text; readonly heterogeneity: Text; readonly levels: string; readonly mean: Text; readonly means: Text; readonly method: string; readonly methodName: Text; readonly moderators: Text; readonly people: number; readonly robust: Text; readonly sample: "unknown" | "known"; readonly scale: string; readonly scaleName: Text; readonly studies: number; readonly test: "none" | "t" | "hartung" };
  };
  readonly 569: {
    readonly ids:
      | "stored.synthesis.robust";
    readonly values: { readonly kind: Text };
  };
  readonly 570: {
    readonly ids:
      | "stored.synthesis.series";
    readonly values: { readonly first: Text; readonly rest: Text };
  };
  readonly 571: {
    readonly ids:
      | "stored.synthesis.variance";
    readonly values: { readonly level: string; readonly levelName: Text; readonly value: Text };
  };
  readonly 572: {
    readonly ids:
      | "stored.task.risk";
    readonly values: { readonly questionnaire: Text; readonly session: number; readonly topics: Text };
  };
  readonly 573: {
    readonly ids:
      | "stored.who.staff";
    readonly values: { readonly name: Text; readonly role: Text };
  };
  readonly 574: {
    readonly ids:
      | "summary.change.far"
      | "summary.change.larger"
      | "summary.change.usual";
    readonly values: { readonly whose: string };
  };
  readonly 575: {
    readonly ids:
      | "summary.child.rating";
    readonly values: { readonly rater: "therapist" | "caregiver" | "observer" | "member" | "client"; readonly score: number; readonly session: number };
  };
  readonly 576: {
    readonly ids:
      | "summary.opening.one";
    readonly values: { readonly construct: "alliance" | "cohesion"; readonly now: number; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly session: number };
  };
  readonly 577: {
    readonly ids:
      | "summary.opening.several";
    readonly values: { readonly construct: "alliance" | "cohesion"; readonly first: number; readonly now: number; readonly previous: number; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly session: number };
  };
  readonly 578: {
    readonly ids:
      | "summary.opening.two";
    readonly values: { readonly construct: "alliance" | "cohesion"; readonly first: number; readonly now: number; readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member"; readonly session: number };
  };
  readonly 579: {
    readonly ids:
      | "summary.text";
    readonly values: { readonly change: Text; readonly later: Text; readonly opening: Text; readonly others: Text };
  };
  readonly 580: {
    readonly ids:
      | "tasks.about";
    readonly values: { readonly at: Moment; readonly session: number };
  };
  readonly 581: {
    readonly ids:
      | "tasks.answer.question";
    readonly values: { readonly item: Text; readonly questionnaire: Text };
  };
  readonly 582: {
    readonly ids:
      | "tasks.due"
      | "tasks.was-due";
    readonly values: { readonly due: Moment };
  };
  readonly 583: {
    readonly ids:
      | "tasks.history.by"
      | "tasks.reviewed-by";
    readonly values: { readonly at: Moment; readonly name: Text };
  };
}

/** Messages that clients, caregivers and group members read. */
export type ClientMessageId = keyof ClientFormValues;

/** Messages that staff read. */
export type StaffMessageId = 
  | keyof AppointmentsValues
  | keyof AuditValues
  | keyof AuthValues
  | keyof BriefValues
  | keyof CaseValues
  | keyof CaseloadValues
  | keyof ChartsValues
  | keyof EvidenceValues
  | keyof ExportValues
  | keyof FormValues
  | keyof GalleryValues
  | keyof GroupValues
  | keyof GuidanceValues
  | keyof ImportValues
  | keyof LibraryValues
  | keyof MeasuresValues
  | keyof MessagesValues
  | keyof OutcomeValues
  | keyof PrivacyValues
  | keyof ReflectionsValues
  | keyof RefusalsValues
  | keyof RelationshipValues
  | keyof RepairValues
  | keyof ReviewValues
  | keyof ServerValues
  | keyof SettingsValues
  | keyof ShellValues
  | keyof SignalsValues
  | keyof StoredValues
  | keyof SummaryValues
  | keyof TasksValues;
