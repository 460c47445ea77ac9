import type { Action } from "@concord/practice";

/**
 * Who may come to a route at all. `open`: anyone. `token`: whoever holds a valid form link; the route asks.
 * `staff`: anyone signed in. `practice`: staff allowed this action on the practice as a whole, asked here.
 * `subject`: staff allowed this action on what the address names, asked by the route once it has read it.
 */
export type Access =
  | { readonly kind: "open" }
  | { readonly kind: "token" }
  | { readonly kind: "staff" }
  | { readonly kind: "practice"; readonly action: Action }
  | { readonly kind: "subject"; readonly action: Action };

/** By pattern of the address. A route that has no line here is refused to everyone. */
export const accessRules: Readonly<Record<string, Access>> = {
  "/": { kind: "open" },
  "/theme": { kind: "open" },
  "/sign-in": { kind: "open" },
  "/sign-in/code": { kind: "open" },
  "/sign-out": { kind: "open" },
  "/set-up": { kind: "open" },
  "/welcome/:token": { kind: "token" },
  "/reset/:token": { kind: "token" },
  "/f/:token": { kind: "token" },
  "/account": { kind: "staff" },
  "/access": { kind: "staff" },
  "/reflections": { kind: "subject", action: "read-own-reflections" },
  "/gallery": { kind: "staff" },
  "/settings": { kind: "practice", action: "manage-practice" },
  "/settings/staff": { kind: "practice", action: "manage-staff" },
  "/settings/wordings": { kind: "practice", action: "manage-practice" },
  "/settings/norms": { kind: "practice", action: "manage-practice" },
  "/settings/evaluation": { kind: "practice", action: "manage-practice" },
  "/settings/language-model": { kind: "practice", action: "manage-practice" },
  "/audit": { kind: "practice", action: "read-audit" },
  "/import": { kind: "practice", action: "import-ratings" },
  "/export/ratings.csv": { kind: "practice", action: "export-deidentified" },
  "/export": { kind: "practice", action: "export-deidentified" },
  "/evidence": { kind: "practice", action: "read-evidence" },
  "/evidence/claim/:claim": { kind: "practice", action: "read-evidence" },
  "/evidence/rules": { kind: "practice", action: "read-evidence" },
  "/evidence/syntheses": { kind: "practice", action: "read-evidence" },
  "/evidence/synthesis/:synthesis": { kind: "practice", action: "read-evidence" },
  "/evidence/synthesis/:synthesis/edition/:number": { kind: "practice", action: "read-evidence" },
  "/evidence/synthesis/:synthesis/export/:what": { kind: "practice", action: "read-evidence" },
  "/evidence/studies": { kind: "practice", action: "read-evidence" },
  "/evidence/study/new": { kind: "practice", action: "write-evidence" },
  "/evidence/study/:study": { kind: "practice", action: "read-evidence" },
  "/evidence/study/:study/correct": { kind: "practice", action: "write-evidence" },
  "/evidence/import": { kind: "practice", action: "write-evidence" },
  "/evidence/change/:change": { kind: "practice", action: "read-evidence" },
  "/library": { kind: "practice", action: "read-library" },
  "/library/texts": { kind: "practice", action: "read-library" },
  "/library/text/:text": { kind: "practice", action: "read-library" },
  "/library/find": { kind: "practice", action: "read-library" },
  "/library/concordance": { kind: "practice", action: "read-library" },
  "/library/concept/:concept": { kind: "practice", action: "read-library" },
  "/library/concept/:concept/edition/:edition": { kind: "practice", action: "read-library" },
  "/library/concept/:concept/export/:file": { kind: "practice", action: "read-library" },
  "/caseload": { kind: "practice", action: "read-caseload" },
  "/caseload/new": { kind: "practice", action: "write-case" },
  "/tasks": { kind: "practice", action: "read-caseload" },
  "/case/:episode": { kind: "subject", action: "read-case" },
  "/case/:episode/items": { kind: "subject", action: "read-case" },
  "/case/:episode/notes": { kind: "subject", action: "read-notes" },
  "/case/:episode/brief": { kind: "subject", action: "read-case" },
  "/case/:episode/supervision": { kind: "subject", action: "read-case" },
  "/review/:episode": { kind: "subject", action: "review-together" },
  "/group/:group": { kind: "subject", action: "read-case" },
  "/correct/:response": { kind: "subject", action: "write-case" },
  "/answer/:request": { kind: "subject", action: "answer-form" },
};
