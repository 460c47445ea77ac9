import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { type StaffMessageId, staffMessages } from "@concord/messages";
import { auditMessage } from "../src/audit-message.ts";
import { knownMessage } from "../src/known-message.ts";

const source = path.resolve(import.meta.dirname, "../src");
const { of } = staffMessages("en");

/** The verbs that the source records: literals in calls that take an `AuditAction`. */
/** Actions that are only permitted under this name, and recorded under others. */
const permitted = new Set(["give-consent"]);

function recorded(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of globSync("**/*.ts", { cwd: source })) {
    const text = readFileSync(path.join(source, file), "utf8");
    for (const [, verb = ""] of text.matchAll(
      /(?:record(?:As)?\(\s*scope,\s*(?:[\w.]+|\{[^}]*\}),\s*|changeCase\(\s*context,\s*actor,\s*[\w.]+,\s*|action: )["`]([a-z]+(?:-[a-z]+)*)/g,
    ))
      if (!permitted.has(verb)) found.add(verb);
  }
  return found;
}

test("every action that the practice records is a message of its own", () => {
  const verbs = recorded();
  assert.ok(verbs.size >= 45, `found ${verbs.size}`);
  for (const verb of verbs) {
    // A verb from a template (`access-${decision}`) ends before its last part.
    const written =
      { access: "access-refused", consent: "consent-given", repair: "repair-named" }[verb] ?? verb;
    const details: Readonly<Record<string, string>> = {
      "add-appointments": "2",
      "cancel-appointments": "2",
      "erase-client": "3",
      "export-deidentified": "3",
      "import-ratings": "2 cases 3 forms",
      "move-appointments": "2",
      "read-tasks": "on-duty 2",
      "request-forms": "2",
      "take-local-norms": "2",
    };
    const message = auditMessage(details[written] === undefined ? written : `${written} ${details[written]}`);
    assert.equal(message.id, `stored.audit.${written}`);
  }
});

test("details are part of the sentence, in each language", () => {
  const italian = staffMessages("it");
  const log = [
    ["request-form phq-9", "Assigned a questionnaire (phq-9)", "Ha assegnato un questionario (phq-9)"],
    ["found-practice", "Set up the practice", "Ha creato lo studio"],
    [
      "add-staff therapist supervisor",
      "Added a staff member (therapist and supervisor)",
      "Ha aggiunto una persona dello staff (terapeuta e supervisore)",
    ],
    [
      "change-access roles +administrator -researcher alone",
      "Changed access: roles (administrator added and researcher removed), without a second person",
      "Ha modificato un accesso: ruoli (amministratore aggiunto e ricercatore rimosso), senza una seconda persona",
    ],
    ["change-access duty", "Changed access: person on duty", "Ha modificato un accesso: persona reperibile"],
    [
      "ask-access waits",
      "Requested a change of access that another person must confirm",
      "Ha richiesto una modifica di accesso che un’altra persona deve confermare",
    ],
    [
      "change-settings duty help linkDays",
      "Changed practice settings: person on duty, safety message, and how long links stay valid",
      "Ha modificato le impostazioni dello studio: persona reperibile, messaggio di sicurezza e validità dei link",
    ],
    [
      "import-ratings 1 cases 12 forms",
      "Imported ratings: 1 client, 12 questionnaires",
      "Ha importato valutazioni: 1 paziente, 12 questionari",
    ],
    [
      "reevaluate 1200 cases (night new-cases)",
      "Recalculated 1,200 clients (nightly run and many new clients were added)",
      "Ha ricalcolato 1200 pazienti (esecuzione notturna e sono stati aggiunti molti nuovi pazienti)",
    ],
    [
      "repair-named taken-back",
      "Recorded a repair step as withdrawn: named",
      "Ha registrato una fase della riparazione come annullata: nominata",
    ],
    [
      "consent-withdrawn research",
      "Recorded that consent to research was withdrawn",
      "Ha registrato la revoca del consenso alla ricerca",
    ],
  ] as const;
  for (const [action, en, it] of log) {
    assert.equal(of(auditMessage(action)), en);
    assert.equal(italian.of(auditMessage(action)), it);
  }
});

test("an action or detail that this version does not know is shown as the log holds it", () => {
  for (const action of ["teleport-client 3", "", "toString", "import-ratings many", "read-tasks on-duty"])
    assert.deepEqual(auditMessage(action), { id: "stored.audit.other", values: { action } });
  assert.equal(of(auditMessage("consent-given donation")), "Recorded consent to donation");
  assert.equal(of(auditMessage("change-access moved +janitor")), "Changed access: moved (+janitor)");
  assert.equal(of(auditMessage("change-settings colour")), "Changed practice settings: colour");
});

test("a stored message of another version gives way to one that this version can write", () => {
  const instead = { id: "stored.headline.outdated", values: {} } as const;
  const known = { id: "stored.audit.request-form", values: { questionnaire: "phq-9" } } as const;
  assert.equal(knownMessage(known, instead), known);
  for (const [id, values] of [
    ["signals.of-a-later-version.found", {}],
    // The id is known, and a value is missing.
    ["stored.audit.request-form", {}],
    ["client-form.send.button", {}],
  ] as const)
    assert.equal(knownMessage({ id: id as StaffMessageId, values } as never, instead), instead);
});
