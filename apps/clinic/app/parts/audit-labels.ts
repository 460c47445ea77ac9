/**
 * What each entry of the access log is called on screen, by the first word of its action. The log itself keeps codes:
 * it can only grow, so they stay as they were written.
 */
export const auditLabels: Readonly<Record<string, string>> = {
  "acknowledge-task": "Reviewed a safety answer",
  "add-note": "Added a note",
  "add-session": "Added a session",
  "add-staff": "Added a staff member",
  "add-study": "Added a study",
  "add-text": "Added a text to the library",
  "answer-form": "Submitted a questionnaire",
  "ask-own-form": "Requested a self-assessment",
  "ask-reevaluation": "Requested a recalculation",
  "change-language-model": "Changed the language model setting",
  "change-settings": "Changed practice settings",
  "change-staff": "Changed a staff member’s record",
  choose: "Changed a case setting",
  "consent-given": "Recorded consent",
  "consent-withdrawn": "Withdrew consent",
  "correct-form": "Corrected a questionnaire",
  "correct-study": "Corrected a study",
  "draft-gloss": "Drafted a gloss",
  "escalate-task": "Marked a safety answer as overdue",
  "export-deidentified": "Exported research data without names",
  "fit-scores": "Fitted a model to the practice’s scores",
  "forget-wording": "Removed a questionnaire wording",
  "found-practice": "Created the practice",
  "import-ratings": "Imported ratings",
  "import-studies": "Imported studies",
  "import-wording": "Imported a questionnaire wording",
  "keep-concept-edition": "Saved a version of a concept page",
  "keep-edition": "Saved a version of a synthesis",
  "link-account": "Linked an account",
  "mark-attended": "Changed attendance",
  "open-episode": "Opened a case",
  "read-brief": "Viewed a brief",
  "read-case": "Viewed a case",
  "read-group": "Viewed a group",
  reevaluate: "Recalculated cases",
  "remove-text": "Removed a text from the library",
  "request-form": "Requested a questionnaire",
  "request-forms": "Requested questionnaires",
  "review-together": "Opened the joint review",
  "rule-on-passage": "Reviewed a passage",
  "take-local-norms": "Computed the practice’s own norms",
  "withdraw-form": "Withdrew a questionnaire",
  "write-concept": "Edited a concept",
  "write-overview": "Edited a concept overview",
};

/** Returns an action of the access log in words, with its details: `request-form phq-9` as "Requested a questionnaire: phq-9". */
export function auditLabel(action: string): string {
  const [verb = "", ...details] = action.split(" ");
  const label = auditLabels[verb] ?? verb;
  return details.length === 0 ? label : `${label}: ${details.join(" ")}`;
}
