import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  addSession,
  changeSettings,
  defaultHelp,
  formsLeftOut,
  InvalidInput,
  openEpisode,
  openForm,
  renewLink,
  requestForm,
  requestForms,
  submitForm,
} from "../src/index.ts";
import { type APractice, createPractice, key } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const tokenOf = ({ path }: { readonly path: string }) => path.replace("/f/", "");

async function aCaseIn(language: string): Promise<{ readonly episode: string; readonly session: number }> {
  const episode = await openEpisode(of.context, of.therapist, {
    client: "Zora Q.",
    ageBand: "adult",
    language,
  });
  return { episode, session: await addSession(of.context, of.therapist, { episode }) };
}

async function languageBehind(form: { readonly path: string }): Promise<string> {
  const view = await openForm(of.context, tokenOf(form));
  return view.kind === "open" ? view.wording.language : view.kind;
}

test("a client answers in their own language, their therapist in the practice's", async () => {
  const session = await aCaseIn("fr-CA");
  const asked = await requestForms(of.context, of.therapist, session);
  // PHQ-9 and GAD-7 come in English alone.
  assert.deepEqual(asked.map((one) => `${one.rater} ${one.instrument}`).toSorted(), [
    "client concord-alliance-session-client-adult",
    "client concord-rupture-client",
    "therapist concord-alliance-session-therapist",
    "therapist concord-rupture-therapist",
  ]);
  const leftOut = (await formsLeftOut(of.context, of.therapist, session)).map(staffMessages("en").written);
  assert.equal(leftOut.length, 2);
  for (const name of ["Patient Health Questionnaire", "Generalized Anxiety Disorder"])
    assert.ok(
      leftOut.some(
        (sentence) => sentence.includes(name) && /in English, not in Canadian French/.test(sentence),
      ),
      `${name}: ${leftOut.join(" ")}`,
    );
  assert.deepEqual(await formsLeftOut(of.context, of.therapist, await aCaseIn("en-GB")), []);
  const first = asked.find(({ rater }) => rater === "client")!;
  assert.equal(await languageBehind(first), "fr");
  const rating = asked.find(({ instrument }) => instrument === "concord-alliance-session-client-adult")!;
  assert.equal(rating.title, "Comment s’est passée la séance d’aujourd’hui ?");
});

test("a client whose language is not named answers in the practice's", async () => {
  await changeSettings(of.context, of.administrator, { language: "es" });
  const episode = await openEpisode(of.context, of.therapist, { client: "M. R.", ageBand: "adult" });
  await changeSettings(of.context, of.administrator, { language: "en" });
  const session = await addSession(of.context, of.therapist, { episode });
  const form = { episode, session, instrument: "concord-rupture-client" };
  assert.equal(await languageBehind(await requestForm(of.context, of.therapist, form)), "es");
});

test("the language that is asked for comes before the client's, and a new link has it too", async () => {
  const place = await aCaseIn("en");
  const [first] = await requestForms(of.context, of.therapist, { ...place, language: "it" });
  assert.equal(await languageBehind(first!), "it");
  const [renewed] = await renewLink(of.context, of.therapist, { ...place, rater: "client" });
  assert.equal(await languageBehind(renewed!), "it");
  const one = { ...place, instrument: "concord-session-depth-client", language: "es" };
  assert.equal(await languageBehind(await requestForm(of.context, of.therapist, one)), "es");
});

test("a language that a form lacks is refused, naming those it has", async () => {
  const place = await aCaseIn("en");
  const instrument = "concord-distance-client";
  await assert.rejects(
    requestForm(of.context, of.therapist, { ...place, instrument, language: "pt" }),
    (error) =>
      error instanceof InvalidInput &&
      /English, German, Spanish, French, Italian, not in Portuguese/.test(error.message),
  );
});

test("a link that is answered or expired still tells language and age of its reader", async () => {
  const place = await aCaseIn("de");
  const instrument = "concord-rupture-client";
  const form = await requestForm(of.context, of.therapist, { ...place, instrument });
  await submitForm(of.context, tokenOf(form), { i01: 0 }, key);
  const answered = await openForm(of.context, tokenOf(form));
  assert.deepEqual(answered.kind === "answered" && [answered.language, answered.ageBand, answered.rater], [
    "de",
    "adult",
    "client",
  ]);
});

test("the safety message is Concord's in the form's language until the practice writes its own", async () => {
  const form = { ...(await aCaseIn("en")), instrument: "phq-9" };
  const sent = tokenOf(await requestForm(of.context, of.therapist, form));
  await changeSettings(of.context, of.administrator, { help: defaultHelp });
  const view = await openForm(of.context, sent);
  assert.deepEqual(view.kind === "open" && view.help, { kind: "built-in" });
  const contacts = [{ name: "Krisendienst", number: "0800 1" }];
  const help = { heading: "Jetzt", sentence: "Rufen Sie an.", contacts, monitored: "Nein." };
  await changeSettings(of.context, of.administrator, { help, language: "de" });
  const later = { ...(await aCaseIn("en")), instrument: "phq-9" };
  const own = await openForm(of.context, tokenOf(await requestForm(of.context, of.therapist, later)));
  assert.deepEqual(own.kind === "open" && own.help, { kind: "own", language: "de", help });
});
