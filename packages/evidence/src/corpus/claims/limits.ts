/** When the claims were last held against their sources. */
export const reviewedOn = "2026-11-29";

/** What limits many claims alike. */
export const correlational =
  "A correlation across clients and studies; it does not show that raising one client's alliance improves that client's outcome.";
export const oneDataSet = "Mostly one data set.";
export const reviewOnly = "Read in the abstract of a narrative review; it gives no effect size.";
