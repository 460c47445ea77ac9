/** When the claims were last held against their sources. */
export const reviewedOn = "2026-11-22";

/** What limits many claims alike. */
export const correlational =
  "A correlation across clients and studies; it does not show that raising one client's alliance improves that client's outcome.";
export const oneDataSet = "Mostly one data set.";
