// Written by `npm run messages` from the English catalogues; not edited by hand.

import appointmentsTexts from "../appointments/en.json" with { type: "json" };
import auditTexts from "../audit/en.json" with { type: "json" };
import authTexts from "../auth/en.json" with { type: "json" };
import briefTexts from "../brief/en.json" with { type: "json" };
import caseTexts from "../case/en.json" with { type: "json" };
import caseloadTexts from "../caseload/en.json" with { type: "json" };
import chartsTexts from "../charts/en.json" with { type: "json" };
import evidenceTexts from "../evidence/en.json" with { type: "json" };
import exportTexts from "../export/en.json" with { type: "json" };
import formTexts from "../form/en.json" with { type: "json" };
import galleryTexts from "../gallery/en.json" with { type: "json" };
import groupTexts from "../group/en.json" with { type: "json" };
import guidanceTexts from "../guidance/en.json" with { type: "json" };
import importTexts from "../import/en.json" with { type: "json" };
import libraryTexts from "../library/en.json" with { type: "json" };
import measuresTexts from "../measures/en.json" with { type: "json" };
import messagesTexts from "../messages/en.json" with { type: "json" };
import outcomeTexts from "../outcome/en.json" with { type: "json" };
import privacyTexts from "../privacy/en.json" with { type: "json" };
import reflectionsTexts from "../reflections/en.json" with { type: "json" };
import refusalsTexts from "../refusals/en.json" with { type: "json" };
import relationshipTexts from "../relationship/en.json" with { type: "json" };
import repairTexts from "../repair/en.json" with { type: "json" };
import reviewTexts from "../review/en.json" with { type: "json" };
import serverTexts from "../server/en.json" with { type: "json" };
import settingsTexts from "../settings/en.json" with { type: "json" };
import shellTexts from "../shell/en.json" with { type: "json" };
import signalsTexts from "../signals/en.json" with { type: "json" };
import storedTexts from "../stored/en.json" with { type: "json" };
import summaryTexts from "../summary/en.json" with { type: "json" };
import tasksTexts from "../tasks/en.json" with { type: "json" };
import type { StaffCatalogue } from "../staff-messages.ts";

export const staffCatalogue: StaffCatalogue = { ...appointmentsTexts, ...auditTexts, ...authTexts, ...briefTexts, ...caseTexts, ...caseloadTexts, ...chartsTexts, ...evidenceTexts, ...exportTexts, ...formTexts, ...galleryTexts, ...groupTexts, ...guidanceTexts, ...importTexts, ...libraryTexts, ...measuresTexts, ...messagesTexts, ...outcomeTexts, ...privacyTexts, ...reflectionsTexts, ...refusalsTexts, ...relationshipTexts, ...repairTexts, ...reviewTexts, ...serverTexts, ...settingsTexts, ...shellTexts, ...signalsTexts, ...storedTexts, ...summaryTexts, ...tasksTexts };
