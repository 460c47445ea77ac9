// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { AuditTags, AuditValues } from "./audit/values.ts";
import type { AuthTags, AuthValues } from "./auth/values.ts";
import type { CaseTags, CaseValues } from "./case/values.ts";
import type { ChartsTags, ChartsValues } from "./charts/values.ts";
import type { ClientFormTags, ClientFormValues } from "./client-form/values.ts";
import type { EvidenceTags, EvidenceValues } from "./evidence/values.ts";
import type { ExportTags, ExportValues } from "./export/values.ts";
import type { FormTags, FormValues } from "./form/values.ts";
import type { GuidanceTags, GuidanceValues } from "./guidance/values.ts";
import type { LibraryTags, LibraryValues } from "./library/values.ts";
import type { RefusalsTags, RefusalsValues } from "./refusals/values.ts";
import type { RelationshipTags, RelationshipValues } from "./relationship/values.ts";
import type { SettingsTags, SettingsValues } from "./settings/values.ts";
import type { ShellTags, ShellValues } from "./shell/values.ts";
import type { SignalsTags, SignalsValues } from "./signals/values.ts";
import type { StoredTags, StoredValues } from "./stored/values.ts";
import type { SummaryTags, SummaryValues } from "./summary/values.ts";

/** The values that each message takes. */
export interface MessageValues
  extends AuditValues,
    AuthValues,
    CaseValues,
    ChartsValues,
    ClientFormValues,
    EvidenceValues,
    ExportValues,
    FormValues,
    GuidanceValues,
    LibraryValues,
    RefusalsValues,
    RelationshipValues,
    SettingsValues,
    ShellValues,
    SignalsValues,
    StoredValues,
    SummaryValues {}

/** The tags of the messages that hold some. */
export interface MessageTags
  extends AuditTags,
    AuthTags,
    CaseTags,
    ChartsTags,
    ClientFormTags,
    EvidenceTags,
    ExportTags,
    FormTags,
    GuidanceTags,
    LibraryTags,
    RefusalsTags,
    RelationshipTags,
    SettingsTags,
    ShellTags,
    SignalsTags,
    StoredTags,
    SummaryTags {}

/** The messages of each area. */
export interface AreaMessages {
  readonly audit: AuditValues;
  readonly auth: AuthValues;
  readonly case: CaseValues;
  readonly charts: ChartsValues;
  readonly "client-form": ClientFormValues;
  readonly evidence: EvidenceValues;
  readonly export: ExportValues;
  readonly form: FormValues;
  readonly guidance: GuidanceValues;
  readonly library: LibraryValues;
  readonly refusals: RefusalsValues;
  readonly relationship: RelationshipValues;
  readonly settings: SettingsValues;
  readonly shell: ShellValues;
  readonly signals: SignalsValues;
  readonly stored: StoredValues;
  readonly summary: SummaryValues;
}

export type MessageId = keyof MessageValues;

/** Messages that clients, caregivers and group members read. */
export type ClientMessageId = keyof ClientFormValues;

/** Messages that staff read. */
export type StaffMessageId = 
  | keyof AuditValues
  | keyof AuthValues
  | keyof CaseValues
  | keyof ChartsValues
  | keyof EvidenceValues
  | keyof ExportValues
  | keyof FormValues
  | keyof GuidanceValues
  | keyof LibraryValues
  | keyof RefusalsValues
  | keyof RelationshipValues
  | keyof SettingsValues
  | keyof ShellValues
  | keyof SignalsValues
  | keyof StoredValues
  | keyof SummaryValues;
