import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";
import {
  addNote,
  correctForm,
  giveConsent,
  listTasks,
  openForm,
  Refusal,
  readAudit,
  readCase,
  requestForm,
  submitAsStaff,
  submitForm,
  withdrawConsent,
} from "../src/index.ts";
import { type APractice, aLink, allOf, createCase, createPractice, key, monday } from "./practice-fixture.ts";

/*
 * The clock of the machine is set forward or back, by an hour or a year, between two things that somebody does: what was
 * done last holds, links end when they should by the new clock, and nothing that was saved is lost.
 */

const hour = 60 * 60 * 1000;
const jumps = {
  "an hour back": -hour,
  "an hour forward": hour,
  "a year back": -8766 * hour,
  "a year forward": 8766 * hour,
};

let of: APractice;
const opened: APractice[] = [];
beforeEach(async () => {
  if (opened.length === 0) opened.push(await createPractice());
  of = opened[0]!;
  of.clock.now = new Date(monday);
});
after(async () => {
  for (const one of opened) await one.fresh.close();
});

for (const [told, jump] of Object.entries(jumps))
  describe(`the clock is set ${told}`, () => {
    const set = () => {
      of.clock.now = new Date(Date.parse(monday) + jump);
    };

    test("a consent that is withdrawn afterwards is withdrawn, and one that is given again holds", async () => {
      const episode = await createCase(of, `Con S. ${told}`);
      const said = {
        episode,
        givenBy: "client",
        about: { matter: "supervision", supervisor: of.supervisor.staff },
      } as const;
      await giveConsent(of.context, of.therapist, said);
      assert.equal((await readCase(of.context, of.supervisor, episode)).episode, episode);
      set();
      await withdrawConsent(of.context, of.therapist, said);
      await assert.rejects(readCase(of.context, of.supervisor, episode), Refusal);
      await giveConsent(of.context, of.therapist, said);
      assert.equal((await readCase(of.context, of.supervisor, episode)).episode, episode);
      await withdrawConsent(of.context, of.therapist, said);
      of.clock.now = new Date(monday);
      await assert.rejects(readCase(of.context, of.supervisor, episode), Refusal, "and when it is put right");
    });

    test("an answer that is corrected afterwards stands corrected", async () => {
      const episode = await createCase(of, `Cor R. ${told}`);
      await aLink(of, episode);
      const asked = await requestForm(of.context, of.therapist, {
        episode,
        session: 1,
        instrument: "concord-alliance-session-therapist",
      });
      const request = asked.path.replace("/answer/", "");
      await submitAsStaff(of.context, of.therapist, request, allOf(2, 6), `before-${jump}`);
      const before = (await readCase(of.context, of.therapist, episode)).forms.find(
        (one) => one.request === request,
      );
      set();
      const outcome = await correctForm(of.context, of.therapist, before?.response ?? "", allOf(5, 6));
      assert.equal(outcome.kind, "corrected");
      const view = await readCase(of.context, of.therapist, episode);
      const now = view.forms.find((one) => one.request === request);
      assert.equal(now?.response, outcome.kind === "corrected" ? outcome.response : "");
    });

    test("a form that is sent afterwards is saved once, with its alarm", async () => {
      const episode = await createCase(of, `Ris K. ${told}`);
      const { session } = await aLink(of, episode);
      const asked = await requestForm(of.context, of.therapist, { episode, session, instrument: "phq-9" });
      const token = asked.path.slice(3);
      set();
      const isOver = jump > 7 * 24 * hour;
      assert.equal((await openForm(of.context, token)).kind, isOver ? "expired" : "open");
      const answers = allOf(2, 9);
      const first = await submitForm(of.context, token, answers, `${key}-${jump}`);
      assert.equal(first.kind, isOver ? "closed" : "received");
      if (isOver) return;
      await submitForm(of.context, token, answers, `${key}-${jump}`);
      const tasks = (await listTasks(of.context, of.therapist)).filter(
        (one) => one.client === `Ris K. ${told}`,
      );
      assert.equal(tasks.length, 1);
      const view = await readCase(of.context, of.therapist, episode);
      assert.equal(
        view.forms.filter((one) => one.instrument === "phq-9" && one.state === "answered").length,
        1,
      );
    });

    test("notes and the access log have everything, from before and after", async () => {
      const episode = await createCase(of, `Not E. ${told}`);
      await addNote(of.context, of.therapist, { episode, text: "before" });
      set();
      await addNote(of.context, of.therapist, { episode, text: "after" });
      const { notes } = await readCase(of.context, of.therapist, episode);
      assert.deepEqual(notes.map(({ text }) => text).sort(), ["after", "before"]);
      const { lines } = await readAudit(of.context, of.administrator, { perPage: 500 });
      const about = lines.filter(
        ({ action, subject }) => action === "add-note" && subject === `episode:${episode}`,
      );
      assert.equal(about.length, 2);
    });
  });
