import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  type Actor,
  type AppContext,
  addText,
  changeLanguageModel,
  createContext,
  draftGloss,
  editPassageReview,
  foundPractice,
  noLanguageModel,
  Refusal,
  readConcept,
  readLanguageModel,
  removeText,
  reviewPassage,
  tryLanguageModel,
} from "@concord/practice";
import { completion, type ModelServer, type ServedAnswer, serveModel } from "@concord/practice/testing";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { modelAddress } from "../src/language-model/address.ts";

const quoted = "The therapeutic bond grows where the patient is heard";
const essay = `# On mending\n\n${quoted}. The therapist who listens need not be clever.\n\nNobody else is told of the lamp.\n`;
const bond = "therapeutic-bond";

describe("glosses drafted by a language model of the practice's own", () => {
  let fresh: FreshStore;
  let context: AppContext;
  let scholar: Actor;
  let administrator: Actor;
  let server: ModelServer;
  let answer: ServedAnswer | (() => Promise<ServedAnswer>) = {};
  let text = "";
  let ruling = "";
  before(async () => {
    fresh = await freshStore();
    context = createContext(fresh.store, { models: { hosts: [], key: "a-key", patience: 400 } });
    const { practice, staff } = await foundPractice(context, {
      practiceName: "Elm",
      name: "Ada",
      email: "ada@example.org",
      roles: ["researcher", "administrator"],
    });
    scholar = { kind: "staff", practice, staff, role: "researcher" };
    administrator = { ...scholar, role: "administrator" };
    server = await serveModel(() => (typeof answer === "function" ? answer() : answer));
    const bytes = new TextEncoder().encode(essay);
    const added = await addText(context, scholar, { name: "mending.md", bytes }, { authors: ["Ames, Ada"] });
    assert.equal(added.kind, "added");
    text = added.text.id;
    const { candidates } = await readConcept(context, scholar, bond);
    const kept = await reviewPassage(context, scholar, {
      ...{ concept: bond, text, from: candidates[0]!.from, to: candidates[0]!.to },
      ...{ judgement: "thesis", stance: null, gloss: null, saidBy: null, words: quoted },
    });
    assert.equal(kept.kind, "kept");
    ruling = kept.ruling;
  });
  after(async () => {
    await server.close();
    await fresh.close();
  });

  const draft = (given: typeof answer) => {
    answer = given;
    return draftGloss(context, scholar, { concept: bond, ruling });
  };
  const glossNow = async () => {
    const { gloss, glossBy } = (await readConcept(context, scholar, bond)).page.passages[0]!;
    return [gloss, glossBy];
  };

  test("is off until an administrator turns it on; then it is asked on this machine", async () => {
    assert.deepEqual(await readLanguageModel(context, administrator), noLanguageModel);
    assert.match(JSON.stringify(await draft(completion("A sentence."))), /library\.draft-problem\.off/);
    assert.match(
      JSON.stringify(await tryLanguageModel(context, administrator)),
      /language-model\.problem\.off/,
    );
    assert.equal(server.asked.length, 0);
    const on = { isOn: true, address: server.url, model: "small" };
    await assert.rejects(changeLanguageModel(context, scholar, on), Refusal);
    for (const [given, says] of [
      [{ ...on, address: "http://models.example/v1" }, /^models\.example is not this computer/],
      [{ ...on, address: "small" }, /starts with http/],
      [{ ...on, model: " " }, /Enter the model name/],
    ] as const) {
      const refused = await changeLanguageModel(context, administrator, given);
      assert.ok(refused.kind === "refused" && says.test(staffMessages("en").of(refused.message)));
    }
    assert.deepEqual(await changeLanguageModel(context, administrator, on), { kind: "changed" });
    answer = completion("here");
    assert.deepEqual(await tryLanguageModel(context, administrator), { kind: "answered", words: "here" });
    assert.equal((await readConcept(context, scholar, bond)).draftsWith, "small");
  });

  test("whatever goes wrong is one message, and nothing is saved", async () => {
    for (const [given, says] of [
      [{ after: Number.POSITIVE_INFINITY }, /did not respond within 0\.4 seconds/],
      [{ body: "<html>" }, /is not a chat completion/],
      [{ body: { choices: [] } }, /is not a chat completion/],
      [{ body: { choices: [{ message: { content: null } }] } }, /is not a chat completion/],
      [{ body: "x".repeat(1_100_000) }, /response that is too large/],
      [completion("Half a sen", "length"), /cut off/],
      [
        { status: 404, body: { error: { message: 'model "small" not found' } } },
        /status 404\. Server message: model "small"/,
      ],
      [{ status: 500, body: "boom" }, /status 500\.$/],
      [{ status: 401 }, /requires an API key/],
      [{ status: 307, headers: { Location: "http://models.example/" } }, /redirects are not followed/],
      [
        completion('He says "the bond never grows".'),
        /quotes words that are not in the passage.*No draft was saved/,
      ],
      [completion(""), /returned no sentence/],
    ] as const) {
      const done = await draft(given);
      assert.ok(done.kind === "not-drafted", JSON.stringify(done));
      assert.match(staffMessages("en").written(done.reason), says);
      assert.deepEqual(await glossNow(), [null, "scholar"]);
    }
  });

  test("sends the quoted words and the concept's name, and keeps the answer as a draft", async () => {
    const sentence = "Being heard is what lets it grow.";
    assert.deepEqual(await draft(completion(sentence)), { kind: "drafted", gloss: sentence });
    const { path, body, headers } = server.asked.at(-1)!;
    assert.equal(path, "/v1/chat/completions");
    assert.equal(headers.authorization, "Bearer a-key");
    const sent = JSON.parse(body);
    assert.deepEqual([sent.model, sent.stream], ["small", false]);
    assert.equal(sent.messages.at(-1).content, `Concept: therapeutic bond\n\nPassage:\n${quoted}`);
    assert.doesNotMatch(body, /lamp|clever|Ames|mending/);
    assert.deepEqual(await glossNow(), [sentence, "model"]);
    assert.match(JSON.stringify(await draft(completion("Another."))), /drafted/);
    assert.deepEqual(await glossNow(), ["Another.", "model"]);
  });

  test("what a scholar wrote stays, also when it was written while the model thought", async () => {
    const own = { concept: bond, ruling, judgement: "thesis", stance: null, gloss: "Mine." } as const;
    const meanwhile = async () => {
      await editPassageReview(context, scholar, own);
      return completion("The model's.");
    };
    assert.match(JSON.stringify(await draft(meanwhile)), /library\.draft-problem\.meanwhile/);
    assert.deepEqual(await glossNow(), ["Mine.", "scholar"]);
    const asked = server.asked.length;
    assert.match(JSON.stringify(await draft(completion("Again."))), /library\.draft-problem\.own/);
    assert.equal(server.asked.length, asked);
  });

  test("of a passage that is gone, or to somebody with a form's link, nothing is sent", async () => {
    await editPassageReview(context, scholar, {
      concept: bond,
      ruling,
      judgement: "thesis",
      stance: null,
      gloss: null,
    });
    await removeText(context, scholar, text);
    const asked = server.asked.length;
    assert.match(JSON.stringify(await draft(completion("A."))), /library\.draft-problem\.no-text/);
    const holder: Actor = { kind: "form-holder", practice: scholar.practice, request: "r" };
    await assert.rejects(draftGloss(context, holder, { concept: bond, ruling }), Refusal);
    await assert.rejects(draftGloss(context, scholar, { concept: bond, ruling: "none" }), Refusal);
    assert.equal(server.asked.length, asked);
  });

  test("a server that is not running is one message too", async () => {
    const gone = await serveModel(() => ({}));
    await gone.close();
    const on = { isOn: true, address: gone.url, model: "small" };
    assert.deepEqual(await changeLanguageModel(context, administrator, on), { kind: "changed" });
    const tried = await tryLanguageModel(context, administrator);
    assert.ok(
      tried.kind === "failed" &&
        /^Nessun server risponde su 127\.0\.0\.1:\d+\./.test(staffMessages("it").of(tried.message)),
    );
  });
});

test("an address is this machine's, or a host that was allowed by name", () => {
  const urlOf = (given: string, hosts: readonly string[] = []) => {
    const read = modelAddress(given, hosts);
    return read.kind === "allowed" ? read.url.href : null;
  };
  const end = "/v1/chat/completions";
  assert.equal(urlOf("http://localhost:8080"), `http://localhost:8080${end}`);
  assert.equal(urlOf("http://127.0.0.1:11434/v1/"), `http://127.0.0.1:11434${end}`);
  assert.equal(urlOf("http://[::1]:8000/v1/chat/completions?x=1"), `http://[::1]:8000${end}`);
  assert.equal(urlOf("http://2130706433:9/"), `http://127.0.0.1:9${end}`);
  assert.equal(
    urlOf("https://models.example/llm/v1", ["models.example"]),
    `https://models.example/llm${end}`,
  );
  assert.equal(
    urlOf("http://models.example:8000/", ["models.example:8000"]),
    `http://models.example:8000${end}`,
  );
  for (const foreign of [
    "http://models.example",
    "http://127.0.0.1.example",
    "http://localhost.example",
    "http://0.0.0.0:80",
    "http://169.254.169.254/",
    "http://[::ffff:10.0.0.1]/",
    "ftp://127.0.0.1",
    "http://name:word@127.0.0.1",
    "127.0.0.1:80",
  ])
    assert.equal(urlOf(foreign, ["other.example"]), null, foreign);
});
