import type { StaffMessage } from "@concord/messages";

/** Limitations that several claims share, and the date on which their wording was last compared with the sources. */
export const reviewedOn = "2026-11-29";

export const correlational: StaffMessage = { id: "evidence.statement.limit.correlational", values: {} };

export const oneDataSet: StaffMessage = { id: "evidence.statement.limit.one-data-set", values: {} };

export const reviewOnly: StaffMessage = { id: "evidence.statement.limit.review-only", values: {} };
