import { at, type Places, type Screen } from "./screen.ts";

const there = (name: string, path: string | ((places: Places) => string)): Screen =>
  at(
    `new-${name}`,
    "founder",
    (places) => places.fresh.url + (typeof path === "string" ? path : path(places)),
  );

/** What somebody sees who has only just begun: every list that can be empty, and the longest names. */
export const newPracticeScreens: readonly Screen[] = [
  there("settings", "/settings"),
  there("settings-staff", "/settings/staff"),
  there("settings-norms", "/settings/norms"),
  there("audit", "/audit"),
  there("caseload", "/caseload"),
  there("caseload-closed", "/caseload?filter=closed"),
  there("case-not-begun", ({ fresh }) => `/case/${fresh.notBegun}`),
  there("case-one-session", ({ fresh }) => `/case/${fresh.oneSession}`),
  there("case-items", ({ fresh }) => `/case/${fresh.notBegun}/items`),
  there("case-notes", ({ fresh }) => `/case/${fresh.oneSession}/notes`),
  there("case-brief", ({ fresh }) => `/case/${fresh.oneSession}/brief`),
  there("review", ({ fresh }) => `/review/${fresh.oneSession}`),
  there("tasks", "/tasks"),
  there("reflections", "/reflections"),
  there("evidence-syntheses", "/evidence/syntheses"),
  there("library", "/library"),
  there("library-texts", "/library/texts"),
  there("library-concept", "/library/concept/therapeutic-bond"),
  there("library-find", "/library/find?q=bond"),
  there("library-concordance", "/library/concordance?words=bond"),
  there("export", "/export"),
];
