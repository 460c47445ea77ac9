import assert from "node:assert/strict";
import { test } from "node:test";
import { type StaffMessage, staffMessages } from "@concord/messages";
import type { RiskTask } from "@concord/store";
import { taskView } from "../src/safety/tasks.ts";

const task = (message: StaffMessage): RiskTask => ({
  task: "t",
  episode: "e",
  client: "A. B.",
  therapist: "s",
  session: 3,
  response: "r",
  kind: "risk",
  risks: [],
  message,
  createdAt: "2026-11-29T10:00:00.000Z",
  dueAt: "2026-11-30T10:00:00.000Z",
  escalatedAt: null,
  acknowledged: null,
  review: "unreviewed",
  nextCheck: null,
});

test("a risk answer is shown where another version saved a text that this one does not know", () => {
  const strange: readonly unknown[] = [
    { id: "stored.task.of-the-future", values: { a: 1 } },
    { id: "stored.task.risk", values: {} },
    { id: "stored.task.risk", values: null },
  ];
  for (const message of strange)
    for (const language of ["en", "it"] as const) {
      const shown = staffMessages(language).of(taskView(task(message as StaffMessage), undefined).message);
      assert.match(shown, /speak with the client today|parli con il paziente oggi/);
    }
});

test("a risk answer whose text is known is shown with it", () => {
  const known: StaffMessage = {
    id: "stored.task.risk",
    values: { questionnaire: "PHQ-9", session: 3, topics: [{ id: "stored.topic.suicide", values: {} }] },
  };
  assert.equal(taskView(task(known), undefined).message, known);
});
