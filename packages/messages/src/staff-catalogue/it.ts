// Written by `npm run messages` from the English catalogues; not edited by hand.

import appointmentsTexts from "../appointments/it.json" with { type: "json" };
import auditTexts from "../audit/it.json" with { type: "json" };
import authTexts from "../auth/it.json" with { type: "json" };
import briefTexts from "../brief/it.json" with { type: "json" };
import caseTexts from "../case/it.json" with { type: "json" };
import caseloadTexts from "../caseload/it.json" with { type: "json" };
import chartsTexts from "../charts/it.json" with { type: "json" };
import evidenceTexts from "../evidence/it.json" with { type: "json" };
import exportTexts from "../export/it.json" with { type: "json" };
import formTexts from "../form/it.json" with { type: "json" };
import galleryTexts from "../gallery/it.json" with { type: "json" };
import groupTexts from "../group/it.json" with { type: "json" };
import guidanceTexts from "../guidance/it.json" with { type: "json" };
import importTexts from "../import/it.json" with { type: "json" };
import libraryTexts from "../library/it.json" with { type: "json" };
import measuresTexts from "../measures/it.json" with { type: "json" };
import messagesTexts from "../messages/it.json" with { type: "json" };
import outcomeTexts from "../outcome/it.json" with { type: "json" };
import privacyTexts from "../privacy/it.json" with { type: "json" };
import reflectionsTexts from "../reflections/it.json" with { type: "json" };
import refusalsTexts from "../refusals/it.json" with { type: "json" };
import relationshipTexts from "../relationship/it.json" with { type: "json" };
import repairTexts from "../repair/it.json" with { type: "json" };
import reviewTexts from "../review/it.json" with { type: "json" };
import serverTexts from "../server/it.json" with { type: "json" };
import settingsTexts from "../settings/it.json" with { type: "json" };
import shellTexts from "../shell/it.json" with { type: "json" };
import signalsTexts from "../signals/it.json" with { type: "json" };
import storedTexts from "../stored/it.json" with { type: "json" };
import summaryTexts from "../summary/it.json" with { type: "json" };
import tasksTexts from "../tasks/it.json" with { type: "json" };
import type { StaffCatalogue } from "../staff-messages.ts";

export const staffCatalogue: StaffCatalogue = { ...appointmentsTexts, ...auditTexts, ...authTexts, ...briefTexts, ...caseTexts, ...caseloadTexts, ...chartsTexts, ...evidenceTexts, ...exportTexts, ...formTexts, ...galleryTexts, ...groupTexts, ...guidanceTexts, ...importTexts, ...libraryTexts, ...measuresTexts, ...messagesTexts, ...outcomeTexts, ...privacyTexts, ...reflectionsTexts, ...refusalsTexts, ...relationshipTexts, ...repairTexts, ...reviewTexts, ...serverTexts, ...settingsTexts, ...shellTexts, ...signalsTexts, ...storedTexts, ...summaryTexts, ...tasksTexts };
