import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ageBandOf, catalogue } from "@concord/instruments";
import type { Consent } from "@concord/store";
import fc from "fast-check";
import {
  addContact,
  addSession,
  changePrivacySettings,
  changeSettings,
  exportDeidentified,
  giveConsent,
  InvalidInput,
  liftRestriction,
  openEpisode,
  openForm,
  Refusal,
  readPrivacy,
  renewLink,
  requestForm,
  requestForms,
  restrictProcessing,
  submitForm,
  withdrawConsent,
} from "../src/index.ts";
import { readSittingMessages } from "../src/messages/send-sitting.ts";
import { consentRuleFor, measuringConsent } from "../src/privacy/consent-rule.ts";
import { visibleTo } from "../src/privacy/visible-to.ts";
import { type APractice, aLink, allOf, createCase, createPractice, key } from "./practice-fixture.ts";

const rules = { consentRequired: false, consentAge: 16, retentionYears: null, majorityAge: 18 };

describe("whose consent to measuring counts", () => {
  const today = "2026-03-02";
  const of = (ageBand: "child" | "adolescent" | "adult", birthYear: number | null) =>
    consentRuleFor({ ageBand, birthYear }, 16, today);

  test("an adult’s own; a child’s caregiver’s; both below the age of consent", () => {
    assert.deepEqual(of("adult", null).required, ["client"]);
    assert.deepEqual(of("child", null).required, ["caregiver"]);
    assert.deepEqual(of("adolescent", 2012), {
      required: ["caregiver", "client"],
      own: "assent",
      ageUnknown: false,
    });
    // Born in 2010: 15 until the birthday in 2026. Born in 2009: 16 for certain.
    assert.deepEqual(of("adolescent", 2010).required, ["caregiver", "client"]);
    assert.deepEqual(of("adolescent", 2009), { required: ["client"], own: "consent", ageUnknown: false });
    assert.deepEqual(of("adolescent", null), {
      required: ["caregiver", "client"],
      own: "assent",
      ageUnknown: true,
    });
  });

  const word = (givenBy: Consent["givenBy"], state: Consent["state"], at: number): Consent => ({
    consent: String(at),
    episode: "e",
    matter: "measuring",
    state,
    givenBy,
    supervisor: null,
    textVersion: null,
    language: null,
    saidOn: null,
    recordedBy: "s",
    recordedAt: new Date(Date.UTC(2026, 0, 1) + at).toISOString(),
  });

  test("it is given exactly if the newest word of everybody who must is yes, and the client’s is not no", () => {
    const words = fc.array(fc.tuple(fc.constantFrom("client" as const, "caregiver" as const), fc.boolean()), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(of("adult", null), of("child", null), of("adolescent", 2012)),
        (said, rule) => {
          const list = said.map(([by, yes], at) => word(by, yes ? "given" : "withdrawn", at));
          const last = (by: "client" | "caregiver") => list.findLast(({ givenBy }) => givenBy === by)?.state;
          const { kind } = measuringConsent(list, rule);
          const isNo = [...rule.required, "client" as const].some((by) => last(by) === "withdrawn");
          const isYes = !isNo && rule.required.every((by) => last(by) === "given");
          assert.equal(kind, isNo ? "withdrawn" : isYes ? "given" : "missing");
        },
      ),
    );
  });

  test("consent to something else is none to measuring", () => {
    const other = { ...word("client", "given", 1), matter: "research" as const };
    assert.equal(measuringConsent([other], of("adult", null)).kind, "missing");
  });
});

test("only those who can see the answers are named, whatever the questionnaire", () => {
  const viewers = {
    therapist: "Tess",
    leaders: ["Lea"],
    supervisors: ["Sue"],
    onCall: "Otto",
    research: true,
  };
  for (const instrument of catalogue)
    for (const ageBand of instrument.ageBands) {
      const seen = visibleTo(instrument, ageBand, viewers);
      if (instrument.seenBy === "therapist-only") {
        assert.deepEqual(seen, {
          sentence: "only-me",
          supervisors: [],
          leaders: [],
          onCall: null,
          research: false,
        });
        continue;
      }
      assert.equal(seen.onCall, instrument.riskItems.length > 0 ? "Otto" : null, instrument.id);
      assert.deepEqual(seen.supervisors, ["Sue"]);
      if (instrument.rater === "client" && ageBand !== "adult") assert.equal(seen.sentence, ageBand);
      if (["therapist", "observer", "caregiver"].includes(instrument.rater))
        assert.equal(seen.sentence, instrument.rater, instrument.id);
    }
  assert.equal(ageBandOf(12), "adolescent");
});

describe("a client’s consents and rights", () => {
  let of: APractice;
  before(async () => {
    of = await createPractice();
  });
  after(() => of.fresh.close());

  const measuring = (episode: string, givenBy: "client" | "caregiver" = "client") => ({
    episode,
    givenBy,
    about: { matter: "measuring" } as const,
  });
  const refused = (id: string) => (error: unknown) =>
    error instanceof InvalidInput && error.reason !== "" && JSON.stringify(error.reason).includes(id);

  test("after consent is withdrawn nothing is asked, and what waits opens nothing and is not sent", async () => {
    const episode = await createCase(of, "Wilma W.");
    const { token } = await aLink(of, episode);
    await addContact(of.context, of.therapist, {
      ...{ episode, person: "client", name: "", email: "w@client.example", phone: "" },
      ...{ channel: "email", language: "", consents: true },
    });
    await giveConsent(of.context, of.therapist, {
      ...measuring(episode),
      language: "de",
      saidOn: "2026-03-01",
    });
    const given = await readPrivacy(of.context, of.therapist, episode);
    assert.deepEqual(given.measuring.consent, { kind: "given", since: "2026-03-01" });
    assert.equal(given.said[0]?.textVersion, "1");
    assert.equal(given.said[0]?.language, "de");
    assert.equal((await openForm(of.context, token)).kind, "open");
    await withdrawConsent(of.context, of.therapist, measuring(episode));
    assert.equal((await openForm(of.context, token)).kind, "unknown");
    assert.equal((await submitForm(of.context, token, allOf(4, 6), key)).kind, "closed");
    assert.deepEqual(await readSittingMessages(of.context, of.therapist, episode), []);
    const instrument = "concord-alliance-session-client-adult";
    for (const ask of [
      () => requestForms(of.context, of.therapist, { episode, session: 1 }),
      () => renewLink(of.context, of.therapist, { episode, session: 1, rater: "client" }),
      () => requestForm(of.context, of.administrator, { episode, session: 1, instrument }),
    ])
      await assert.rejects(ask(), refused("refusals.privacy.withdrawn"));
    await giveConsent(of.context, of.therapist, measuring(episode));
    assert.ok((await requestForms(of.context, of.therapist, { episode, session: 1 })).length > 0);
  });

  test("where the practice requires it, nothing is asked before everybody who must has agreed", async () => {
    await changePrivacySettings(of.context, of.administrator, { ...rules, consentRequired: true });
    const episode = await openEpisode(of.context, of.therapist, {
      ...{ client: "Yara Y.", ageBand: "adolescent", openedOn: "2026-02-23" },
    });
    const session = await addSession(of.context, of.therapist, { episode });
    const ask = () => requestForms(of.context, of.therapist, { episode, session });
    await assert.rejects(ask(), refused("refusals.privacy.consent-missing"));
    await giveConsent(of.context, of.therapist, measuring(episode, "caregiver"));
    await assert.rejects(ask(), refused("refusals.privacy.consent-missing"));
    await giveConsent(of.context, of.therapist, measuring(episode));
    assert.ok((await ask()).length > 0);
    await changePrivacySettings(of.context, of.administrator, rules);
    await assert.rejects(
      changePrivacySettings(of.context, of.administrator, { ...rules, consentAge: 9 }),
      InvalidInput,
    );
    await assert.rejects(changePrivacySettings(of.context, of.therapist, rules), Refusal);
  });

  test("a day in the future or no day is refused", async () => {
    const episode = await createCase(of, "Dora D.");
    for (const saidOn of ["2026-03-09", "2026-02-30", "yesterday"])
      await assert.rejects(
        giveConsent(of.context, of.therapist, { ...measuring(episode), saidOn }),
        refused("refusals.privacy.said-on"),
      );
  });

  test("a form names the supervisor with consent and the person on call, if there is one", async () => {
    const episode = await createCase(of, "Nora N.");
    const { token } = await aLink(of, episode, "phq-9");
    const seen = async () => {
      const view = await openForm(of.context, token);
      return view.kind === "open" ? view.visibleTo : null;
    };
    assert.deepEqual(await seen(), {
      sentence: "adult-safety",
      supervisors: [],
      leaders: [],
      onCall: null,
      research: false,
    });
    await giveConsent(of.context, of.therapist, {
      ...{ episode, givenBy: "client" },
      about: { matter: "supervision", supervisor: of.supervisor.staff },
    });
    await giveConsent(of.context, of.therapist, {
      episode,
      givenBy: "client",
      about: { matter: "research" },
    });
    await changeSettings(of.context, of.administrator, { duty: of.other.staff });
    assert.deepEqual(await seen(), {
      sentence: "adult-safety",
      supervisors: ["Sue"],
      leaders: [],
      onCall: "Otto",
      research: true,
    });
    const { viewers } = await readPrivacy(of.context, of.administrator, episode);
    assert.deepEqual(viewers.supervisors, ["Sue"]);
    await assert.rejects(readPrivacy(of.context, of.other, episode), Refusal);
    await assert.rejects(readPrivacy(of.context, of.researcher, episode), Refusal);
  });

  test("while processing is restricted, nothing is asked or exported, and what was answered stays", async () => {
    const episode = await createCase(of, "Rita R.");
    const { token } = await aLink(of, episode);
    await submitForm(of.context, token, allOf(4, 6), key);
    await giveConsent(of.context, of.therapist, {
      episode,
      givenBy: "client",
      about: { matter: "research" },
    });
    const before = await exportDeidentified(of.context, of.researcher);
    await assert.rejects(
      restrictProcessing(of.context, of.administrator, { episode, reason: "  " }),
      refused("refusals.privacy.reason"),
    );
    await restrictProcessing(of.context, of.administrator, { episode, reason: "Accuracy is contested." });
    const during = await exportDeidentified(of.context, of.researcher);
    assert.equal(during.cases, before.cases - 1);
    assert.equal(during.leftOut, before.leftOut + 1);
    assert.ok(during.rows.length < before.rows.length);
    await assert.rejects(
      requestForms(of.context, of.therapist, { episode, session: 1 }),
      refused("refusals.privacy.restricted"),
    );
    const view = await readPrivacy(of.context, of.therapist, episode);
    assert.equal(view.restrictions[0]?.reason, "Accuracy is contested.");
    await liftRestriction(of.context, of.therapist, { episode, reason: "Checked with the client." });
    assert.equal((await exportDeidentified(of.context, of.researcher)).cases, before.cases);
    await assert.rejects(
      liftRestriction(of.context, of.therapist, { episode, reason: "Twice." }),
      refused("refusals.privacy.restriction-changed"),
    );
  });
});
