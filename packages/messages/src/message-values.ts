// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { AuditTags, AuditValues } from "./audit/values.ts";
import type { AuthTags, AuthValues } from "./auth/values.ts";
import type { CaseTags, CaseValues } from "./case/values.ts";
import type { CaseloadTags, CaseloadValues } from "./caseload/values.ts";
import type { ChartsTags, ChartsValues } from "./charts/values.ts";
import type { ClientFormTags, ClientFormValues } from "./client-form/values.ts";
import type { EvidenceTags, EvidenceValues } from "./evidence/values.ts";
import type { ExportTags, ExportValues } from "./export/values.ts";
import type { FormTags, FormValues } from "./form/values.ts";
import type { GroupTags, GroupValues } from "./group/values.ts";
import type { GuidanceTags, GuidanceValues } from "./guidance/values.ts";
import type { LibraryTags, LibraryValues } from "./library/values.ts";
import type { ReflectionsTags, ReflectionsValues } from "./reflections/values.ts";
import type { RefusalsTags, RefusalsValues } from "./refusals/values.ts";
import type { RelationshipTags, RelationshipValues } from "./relationship/values.ts";
import type { ReviewTags, ReviewValues } from "./review/values.ts";
import type { SettingsTags, SettingsValues } from "./settings/values.ts";
import type { ShellTags, ShellValues } from "./shell/values.ts";
import type { SignalsTags, SignalsValues } from "./signals/values.ts";
import type { StoredTags, StoredValues } from "./stored/values.ts";
import type { SummaryTags, SummaryValues } from "./summary/values.ts";
import type { TasksTags, TasksValues } from "./tasks/values.ts";

/** The values that each message takes. */
export interface MessageValues
  extends AuditValues,
    AuthValues,
    CaseValues,
    CaseloadValues,
    ChartsValues,
    ClientFormValues,
    EvidenceValues,
    ExportValues,
    FormValues,
    GroupValues,
    GuidanceValues,
    LibraryValues,
    ReflectionsValues,
    RefusalsValues,
    RelationshipValues,
    ReviewValues,
    SettingsValues,
    ShellValues,
    SignalsValues,
    StoredValues,
    SummaryValues,
    TasksValues {}

/** The tags of the messages that hold some. */
export interface MessageTags
  extends AuditTags,
    AuthTags,
    CaseTags,
    CaseloadTags,
    ChartsTags,
    ClientFormTags,
    EvidenceTags,
    ExportTags,
    FormTags,
    GroupTags,
    GuidanceTags,
    LibraryTags,
    ReflectionsTags,
    RefusalsTags,
    RelationshipTags,
    ReviewTags,
    SettingsTags,
    ShellTags,
    SignalsTags,
    StoredTags,
    SummaryTags,
    TasksTags {}

/** The messages of each area. */
export interface AreaMessages {
  readonly audit: AuditValues;
  readonly auth: AuthValues;
  readonly case: CaseValues;
  readonly caseload: CaseloadValues;
  readonly charts: ChartsValues;
  readonly "client-form": ClientFormValues;
  readonly evidence: EvidenceValues;
  readonly export: ExportValues;
  readonly form: FormValues;
  readonly group: GroupValues;
  readonly guidance: GuidanceValues;
  readonly library: LibraryValues;
  readonly reflections: ReflectionsValues;
  readonly refusals: RefusalsValues;
  readonly relationship: RelationshipValues;
  readonly review: ReviewValues;
  readonly settings: SettingsValues;
  readonly shell: ShellValues;
  readonly signals: SignalsValues;
  readonly stored: StoredValues;
  readonly summary: SummaryValues;
  readonly tasks: TasksValues;
}

export type MessageId = keyof MessageValues;

/** Messages that clients, caregivers and group members read. */
export type ClientMessageId = keyof ClientFormValues;

/** Messages that staff read. */
export type StaffMessageId = 
  | keyof AuditValues
  | keyof AuthValues
  | keyof CaseValues
  | keyof CaseloadValues
  | keyof ChartsValues
  | keyof EvidenceValues
  | keyof ExportValues
  | keyof FormValues
  | keyof GroupValues
  | keyof GuidanceValues
  | keyof LibraryValues
  | keyof ReflectionsValues
  | keyof RefusalsValues
  | keyof RelationshipValues
  | keyof ReviewValues
  | keyof SettingsValues
  | keyof ShellValues
  | keyof SignalsValues
  | keyof StoredValues
  | keyof SummaryValues
  | keyof TasksValues;
