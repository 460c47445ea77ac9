import type { People } from "./clinic.ts";

export type Who = keyof People | "nobody";
export type Outcome = "in" | "refused" | "sign-in";

export const everyone: readonly Who[] = [
  "nobody",
  "therapist",
  "stranger",
  "supervisor",
  "administrator",
  "researcher",
];

const open: Readonly<Record<Who, Outcome>> = {
  nobody: "in",
  therapist: "in",
  stranger: "in",
  supervisor: "in",
  administrator: "in",
  researcher: "in",
};

/** Nobody signed out, and of the staff only those named. `stranger` is a therapist who does not treat the client. */
const only = (...named: readonly Who[]): Readonly<Record<Who, Outcome>> => ({
  nobody: "sign-in",
  therapist: named.includes("therapist") ? "in" : "refused",
  stranger: named.includes("stranger") ? "in" : "refused",
  supervisor: named.includes("supervisor") ? "in" : "refused",
  administrator: named.includes("administrator") ? "in" : "refused",
  researcher: named.includes("researcher") ? "in" : "refused",
});

const staff = only("therapist", "stranger", "supervisor", "administrator", "researcher");

/** Who comes in where: written by hand from the roles, not read from the rules. */
export const expected: Readonly<Record<string, Readonly<Record<Who, Outcome>>>> = {
  "/": open,
  "POST /theme": open,
  "POST /language": open,
  "/set-up": open,
  "/sign-in": open,
  "/sign-in/code": open,
  "POST /sign-out": open,
  "/welcome/:token": open,
  "/reset/:token": open,
  "/account": staff,
  "/access": staff,
  "/reflections": only("therapist", "stranger"),
  "/f/:token": open,
  "/caseload": only("therapist", "stranger", "supervisor"),
  "/caseload/new": only("therapist", "stranger", "administrator"),
  "/waiting": only("therapist", "stranger", "administrator"),
  "/case/:episode": only("therapist", "supervisor"),
  "/case/:episode/items": only("therapist", "supervisor"),
  "/case/:episode/notes": only("therapist"),
  "/case/:episode/contacts": only("therapist", "administrator"),
  "/case/:episode/brief": only("therapist", "supervisor"),
  "/case/:episode/supervision": only("therapist", "supervisor"),
  "/review/:episode": only("therapist"),
  "/tasks": only("therapist", "stranger", "supervisor"),
  "/tasks/:task": only("therapist", "supervisor"),
  "/appointments": only("therapist", "stranger", "administrator"),
  "/groups": only("therapist", "stranger", "supervisor"),
  "/group/:group": only("therapist"),
  "/answer/:request": only("therapist"),
  "/correct/:response": only("therapist"),
  "/evidence": staff,
  "/evidence/claim/:claim": staff,
  "/evidence/rules": staff,
  "/evidence/syntheses": staff,
  "/evidence/synthesis/:synthesis": staff,
  "/evidence/synthesis/:synthesis/edition/:number": staff,
  "/evidence/synthesis/:synthesis/export/:what": staff,
  "/evidence/studies": staff,
  "/evidence/study/new": only("administrator", "researcher"),
  "/evidence/study/:study": staff,
  "/evidence/study/:study/correct": only("administrator", "researcher"),
  "/evidence/import": only("administrator", "researcher"),
  "/evidence/change/:change": staff,
  "/library": staff,
  "/library/texts": staff,
  "/library/text/:text": staff,
  "/library/find": staff,
  "/library/concordance": staff,
  "/library/concept/:concept": staff,
  "/library/concept/:concept/edition/:edition": staff,
  "/library/concept/:concept/export/:file": staff,
  "/settings": only("administrator"),
  "/settings/staff": only("administrator"),
  "/settings/wordings": only("administrator"),
  "/settings/norms": only("administrator"),
  "/settings/evaluation": only("administrator"),
  "/settings/backup": only("administrator"),
  "/settings/language-model": only("administrator"),
  "/settings/messages": only("administrator"),
  "/settings/messages/sent": only("administrator"),
  "/import": only("administrator", "therapist", "stranger"),
  "/audit": only("administrator"),
  "/export": only("researcher"),
  "POST /export/ratings.csv": only("researcher"),
  "/gallery": staff,
};
