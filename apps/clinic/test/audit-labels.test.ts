import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { auditLabel, auditLabels } from "../app/audit/audit-labels.ts";

const source = path.resolve(import.meta.dirname, "../../../packages/practice/src");

/** The first words of the actions that the source records: literals beside `record(` and `action:`. */
function recorded(): readonly string[] {
  const found = new Set<string>();
  for (const file of globSync("**/*.ts", { cwd: source })) {
    const text = readFileSync(path.join(source, file), "utf8");
    for (const [, verb] of text.matchAll(
      /(?:record\(\s*scope,\s*[\w.]+,\s*|action: )["`]([a-z]+(?:-[a-z]+)*)/g,
    ))
      found.add(verb!);
  }
  return [...found];
}

test("every action that the practice records has a label for the access log", () => {
  const verbs = recorded();
  assert.ok(verbs.length >= 25, `found ${verbs.length}`);
  assert.deepEqual(
    // A verb made from a template (`access-${decision}`) is labelled with each of its endings.
    verbs.filter(
      (verb) => !(verb in auditLabels) && !Object.keys(auditLabels).some((key) => key.startsWith(`${verb}-`)),
    ),
    [],
  );
});

test("labels are words, and details stay", () => {
  for (const label of Object.values(auditLabels)) assert.doesNotMatch(label, /-[a-z]+-|^[a-z]/);
  assert.equal(auditLabel("request-form phq-9"), "Requested a questionnaire: phq-9");
  assert.equal(auditLabel("found-practice"), "Created the practice");
});
