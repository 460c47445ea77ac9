import assert from "node:assert/strict";
import { test } from "node:test";
import { type Action, type Actor, authorise, type Role, type Subject } from "../src/index.ts";

const roles = ["therapist", "supervisor", "administrator", "researcher"] as const satisfies readonly Role[];

const actions = [
  "read-caseload",
  "read-case",
  "write-case",
  "hand-over",
  "manage-case",
  "read-own-reflections",
  "review-together",
  "request-form",
  "plan-appointments",
  "read-notes",
  "record-disclosure",
  "review-safety-answer",
  "manage-staff",
  "manage-practice",
  "read-audit",
  "export-deidentified",
  "import-ratings",
  "give-consent",
  "manage-privacy",
  "erase-client",
  "answer-form",
  "read-evidence",
  "write-evidence",
  "read-library",
  "write-library",
] as const satisfies readonly Action[];

/** Every action the type knows is in the list above: a new one without a line here does not compile. */
const complete: Action extends (typeof actions)[number] ? true : never = true;

const me = "me";
const subjects = {
  practice: { kind: "practice" },
  "own episode": { kind: "episode", episode: "e", therapist: me, groupLeaders: [], supervisors: [] },
  "own group's episode": {
    kind: "episode",
    episode: "e",
    therapist: "another",
    groupLeaders: [me],
    supervisors: [],
  },
  "consented episode": {
    kind: "episode",
    episode: "e",
    therapist: "another",
    groupLeaders: [],
    supervisors: [me],
  },
  "another's episode": {
    kind: "episode",
    episode: "e",
    therapist: "another",
    groupLeaders: [],
    supervisors: ["third"],
  },
  "link's request": { kind: "request", request: "r" },
  "own request": { kind: "request", request: "r", staff: me },
  "another's request": { kind: "request", request: "other", staff: "another" },
  "own reflections": { kind: "reflections", staff: me },
  "another's reflections": { kind: "reflections", staff: "another" },
  "own task": { kind: "task", task: "t", therapist: me, supervisors: [], duty: null },
  "duty task": { kind: "task", task: "t", therapist: "another", supervisors: [], duty: me },
  "consented task": { kind: "task", task: "t", therapist: "another", supervisors: [me], duty: null },
  "another's task": { kind: "task", task: "t", therapist: "another", supervisors: [], duty: "third" },
} as const satisfies Record<string, Subject>;
type Name = keyof typeof subjects;

/** The whole of what is allowed; everything else, 4 × 26 × 14 combinations less these, is refused. */
const allowed: Readonly<Record<Role, Readonly<Partial<Record<Action, readonly Name[]>>>>> = {
  therapist: {
    "read-caseload": ["practice"],
    "read-case": ["own episode", "own group's episode"],
    "write-case": ["own episode", "own group's episode", "practice"],
    "hand-over": ["own episode"],
    "manage-case": ["own episode"],
    "read-own-reflections": ["own reflections"],
    "review-together": ["own episode"],
    "request-form": ["own episode", "own group's episode"],
    "plan-appointments": ["own episode", "own group's episode", "practice"],
    "read-notes": ["own episode"],
    "record-disclosure": ["own episode"],
    "review-safety-answer": ["own task", "duty task"],
    "import-ratings": ["practice"],
    "give-consent": ["own episode"],
    "manage-privacy": ["own episode"],
    "answer-form": ["own request"],
    "read-evidence": ["practice"],
    "read-library": ["practice"],
    "write-library": ["practice"],
  },
  supervisor: {
    "read-caseload": ["practice"],
    "read-case": ["consented episode"],
    "hand-over": ["consented episode"],
    "review-safety-answer": ["consented task", "duty task"],
    "read-evidence": ["practice"],
    "read-library": ["practice"],
    "write-library": ["practice"],
  },
  administrator: {
    "write-case": ["practice"],
    "hand-over": ["practice"],
    "manage-case": [
      "practice",
      "own episode",
      "own group's episode",
      "consented episode",
      "another's episode",
    ],
    "plan-appointments": [
      "practice",
      "own episode",
      "own group's episode",
      "consented episode",
      "another's episode",
    ],
    "request-form": [
      "practice",
      "own episode",
      "own group's episode",
      "consented episode",
      "another's episode",
    ],
    "manage-staff": ["practice"],
    "manage-practice": ["practice"],
    "manage-privacy": [
      "practice",
      "own episode",
      "own group's episode",
      "consented episode",
      "another's episode",
    ],
    "erase-client": [
      "practice",
      "own episode",
      "own group's episode",
      "consented episode",
      "another's episode",
    ],
    "read-audit": ["practice"],
    "import-ratings": ["practice"],
    "read-evidence": ["practice"],
    "write-evidence": ["practice"],
    "read-library": ["practice"],
    "write-library": ["practice"],
  },
  researcher: {
    "export-deidentified": ["practice"],
    "read-evidence": ["practice"],
    "write-evidence": ["practice"],
    "read-library": ["practice"],
    "write-library": ["practice"],
  },
};

for (const role of roles)
  test(`${role}: every action on every subject`, () => {
    const actor: Actor = { kind: "staff", practice: "p", staff: me, role };
    for (const action of actions)
      for (const [name, subject] of Object.entries(subjects)) {
        const expected = allowed[role][action]?.some((one) => one === name) ? "allowed" : "refused";
        const verdict = authorise(actor, action, subject);
        assert.equal(verdict.kind, expected, `${role} · ${action} · ${name}`);
        if (verdict.kind === "refused") assert.match(verdict.reason.id, /^refusals\.access\./);
      }
    assert.ok(complete);
  });

test("a form's holder may answer the form in hand and do nothing else", () => {
  const actor: Actor = { kind: "form-holder", practice: "p", request: "r" };
  for (const action of actions)
    for (const [name, subject] of Object.entries(subjects)) {
      const own = action === "answer-form" && subject.kind === "request" && subject.request === "r";
      assert.equal(
        authorise(actor, action, subject).kind,
        own ? "allowed" : "refused",
        `${action} · ${name}`,
      );
    }
});

test("a refusal does not tell an unknown case from another's case", () => {
  const actor: Actor = { kind: "staff", practice: "p", staff: me, role: "therapist" };
  const one = authorise(actor, "read-case", subjects["another's episode"]);
  const two = authorise(actor, "read-case", {
    kind: "episode",
    episode: "x",
    therapist: "",
    groupLeaders: [],
    supervisors: [],
  });
  assert.deepEqual(one, two);
});
