/** The concepts that cards and claims name. */
export const conceptNames: Readonly<Record<string, string>> = {
  "therapeutic-bond": "Therapeutic bond",
  transference: "Transference",
  countertransference: "Countertransference",
  resistance: "Resistance",
  suggestion: "Suggestion",
  "attachment-dependence": "Attachment and dependence",
};
