import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { claims } from "@concord/evidence";
import { startingConcepts } from "@concord/library";
import { staffMessages } from "@concord/messages";
import {
  type Actor,
  type AppContext,
  addText,
  createContext,
  editPassageReview,
  findPassages,
  findSimilar,
  foundPractice,
  listConcepts,
  listTexts,
  Refusal,
  readConcept,
  readConcordance,
  readText,
  removeText,
  reviewPassage,
  saveConceptEdition,
  soughtIn,
  verifyLibrary,
  writeOverview,
} from "@concord/practice";
import { cards } from "@concord/signals";
import { type FreshStore, freshStore } from "@concord/store/testing";

const english = staffMessages("en");

const essay = `# On mending

{7}
The therapeutic bond grows where the patient is heard. The therapist who listens need not be clever.

{8}
A rupture of the bond is no end of the treatment. It is an occasion to mend.

{9}
Nothing mends by itself.`;

describe("the library of a practice", () => {
  let fresh: FreshStore;
  let context: AppContext;
  let scholar: Actor;
  let id = "";
  before(async () => {
    fresh = await freshStore();
    context = createContext(fresh.store);
    const { practice, staff } = await foundPractice(context, {
      practiceName: "Elm",
      name: "Ada",
      email: "ada@example.org",
      roles: ["researcher"],
    });
    scholar = { kind: "staff", practice, staff, role: "researcher" };
  });
  after(() => fresh.close());

  const add = (name: string, words: string) =>
    addText(
      context,
      scholar,
      { name, bytes: new TextEncoder().encode(words) },
      { authors: ["Ames, Ada"], year: 1901 },
    );

  test("takes a file once; a file that is no text is refused in a line", async () => {
    const added = await add("mending.md", essay);
    assert.equal(added.kind, "added");
    id = added.text.id;
    assert.equal((await add("copy.md", essay)).kind, "known");
    assert.deepEqual(
      (await listTexts(context, scholar)).map(({ source }) => source.title),
      ["mending"],
    );
    const broken = await add("broken.epub", "PK\u0003\u0004 and nothing more");
    assert.equal(broken.kind, "unreadable");
    assert.match(english.of(broken.message), /^[A-Z].*\.$/);
    assert.equal((await listTexts(context, scholar)).length, 1);
  });

  test("reads a question as words, phrases and words near each other", () => {
    assert.deepEqual(
      soughtIn('the "therapeutic bond" and "bond patient"~6 rupture').map(({ words, term }) => [
        words,
        term.near,
      ]),
      [
        ["therapeutic bond", null],
        ["bond patient", 6],
        ["rupture", null],
      ],
    );
    assert.deepEqual(
      soughtIn("to be or not").map(({ words }) => words),
      ["to", "be", "or", "not"],
    );
    assert.deepEqual(soughtIn(" … "), []);
  });

  test("finds passages with the printed page they stand on", async () => {
    const { terms, passages } = await findPassages(context, scholar, "rupture of the bond");
    assert.deepEqual(terms, ["rupture", "bond"]);
    assert.match(passages[0]?.words ?? "", /A rupture of the bond is no end/);
    assert.equal(passages[0]?.locator.kind, "page");
    assert.deepEqual((await findPassages(context, scholar, "")).passages, []);
  });

  test("lists a word in its contexts", async () => {
    const view = await readConcordance(context, scholar, {
      words: "bond",
      match: "every-form",
      order: "left",
      collocate: null,
      author: "ames",
      years: { first: 1900, last: 1910 },
      work: null,
      first: 0,
      count: 10,
    });
    assert.deepEqual(
      view?.lines.map(({ left, keyword }) => [left.trim().split(" ").at(-1), keyword]),
      [
        ["the", "bond"],
        ["therapeutic", "bond"],
      ],
    );
    assert.match(view?.table(english) ?? "", /^left\tkeyword\tright\t/);
  });

  test("quotes only what stands there, word for word", async () => {
    const { candidates } = await readConcept(context, scholar, "therapeutic-bond");
    const passage = candidates.find(({ words }) => words.includes("grows where"));
    assert.ok(passage);
    assert.equal(passage.suggestion.reasons.length, 3);
    const given = {
      concept: "therapeutic-bond",
      text: passage.text,
      from: passage.from,
      to: passage.to,
      judgement: "thesis",
      stance: null,
      gloss: "Being heard is what lets it grow.",
      saidBy: null,
    } as const;
    const words = "The therapeutic bond grows where the patient is heard.";
    const tampered = await reviewPassage(context, scholar, {
      ...given,
      words: words.replace("is heard", "is not heard"),
    });
    assert.deepEqual(tampered, {
      kind: "not-there",
      problems: [{ id: "library.quotation-problem.added", values: { quoted: "not" } }],
    });
    assert.equal((await readConcept(context, scholar, "therapeutic-bond")).page.count, 0);
    assert.equal((await reviewPassage(context, scholar, { ...given, words })).kind, "kept");
    const { page, candidates: left } = await readConcept(context, scholar, "therapeutic-bond");
    assert.deepEqual(
      page.passages.map((one) => [`${one.words}.`, one.rank, one.locator]),
      [[words, "thesis", { kind: "page", first: "7", last: "7" }]],
    );
    assert.ok(left.every(({ from }) => from !== passage.from));
  });

  test("finds passages like one, and like those accepted, without those that were ruled on", async () => {
    const other = await add(
      "later.md",
      "# Later\n\nWhoever is heard by a therapist who listens is not clever alone.",
    );
    assert.equal(other.kind, "added");
    const [first] = (await findPassages(context, scholar, '"therapist who listens"')).passages;
    const like = { kind: "passage", text: first!.text, from: first!.from + 3 } as const;
    const found = await findSimilar(context, scholar, like);
    assert.ok(found.like.kind === "passage" && found.like.words === first!.words);
    assert.ok(found.passages.every(({ text, from }) => text !== first!.text || from !== first!.from));
    const accepted = await findSimilar(context, scholar, { kind: "accepted", concept: "therapeutic-bond" });
    assert.ok(accepted.like.kind === "accepted" && accepted.like.accepted === 1);
    assert.ok(accepted.terms.includes("listens"));
    const [nearest] = accepted.passages;
    assert.match(nearest!.words, /Whoever is heard/);
    assert.ok(["heard", "listens", "clever"].every((word) => nearest!.shared.includes(word)));
    const { candidates } = await readConcept(context, scholar, "therapeutic-bond", { by: "likeness" });
    assert.equal(candidates[0]?.words, nearest!.words);
    assert.equal(candidates[0]?.suggestion.reasons.length, 3);
    const nothing = await findSimilar(context, scholar, { kind: "accepted", concept: "suggestion" });
    assert.deepEqual([nothing.terms, nothing.passages], [[], []]);
    for (const absent of [
      { ...like, text: "none" },
      { ...like, from: 1e9 },
    ])
      await assert.rejects(findSimilar(context, scholar, absent), Refusal);
    await removeText(context, scholar, other.text.id);
  });

  test("an overview cites accepted passages, and says of a withdrawn one that it is; a restated one stays cited", async () => {
    const bond = "therapeutic-bond";
    const { rulings } = await readConcept(context, scholar, bond);
    const [{ ruling }] = rulings as [(typeof rulings)[number]];
    const sentence = { words: " It needs\n a hearing. ", kind: "converge", cites: [ruling, ruling] } as const;
    for (const [cites, says] of [
      [[], /^“It needs a hearing\.” cites no passage/],
      [[ruling, "no-ruling"], /cites a passage that is no longer accepted/],
    ] as const) {
      const refused = await writeOverview(context, scholar, bond, [{ ...sentence, cites }]);
      assert.ok(refused.kind === "refused" && says.test(english.of(refused.message)));
    }
    const long = await writeOverview(context, scholar, bond, [{ ...sentence, words: "so ".repeat(300) }]);
    assert.ok(long.kind === "refused" && /maximum is 600/.test(english.of(long.message)));
    const written = await writeOverview(context, scholar, bond, [sentence, { ...sentence, words: " " }]);
    assert.deepEqual(written, { kind: "written", sentences: 1 });
    const restated = {
      concept: bond,
      ruling,
      judgement: "supporting",
      stance: "curative",
      gloss: "So.",
    } as const;
    await editPassageReview(context, scholar, restated);
    const { page, agreement } = await readConcept(context, scholar, bond);
    assert.equal(agreement.judged, 1);
    assert.deepEqual(
      page.passages.map(({ id, rank, gloss, glossBy }) => [id, rank, gloss, glossBy]),
      [[ruling, "supporting", "So.", "scholar"]],
    );
    assert.deepEqual(
      page.overview.map(({ words, support }) => [words, support]),
      [["It needs a hearing.", [{ kind: "shown", id: ruling, number: 1 }]]],
    );
    await editPassageReview(context, scholar, { ...restated, judgement: "decoy" });
    const withdrawn = (await readConcept(context, scholar, bond)).page;
    assert.deepEqual(withdrawn.unsupported, ["It needs a hearing."]);
    assert.deepEqual(withdrawn.overview[0]?.support, [{ kind: "not-accepted", id: ruling }]);
    await assert.rejects(editPassageReview(context, scholar, restated), Refusal);
    const { text, from, to } = rulings[0]!;
    const again = await reviewPassage(context, scholar, {
      ...restated,
      ...{ text, from, to, words: null, saidBy: null },
    });
    assert.deepEqual(again, { kind: "kept", ruling });
    assert.deepEqual((await readConcept(context, scholar, bond)).page.unsupported, []);
  });

  test("keeps an edition once, and lists the concept as worked on", async () => {
    const edition = await saveConceptEdition(context, scholar, "therapeutic-bond");
    assert.match(edition?.markdown ?? "", /The therapeutic bond grows/);
    assert.equal(await saveConceptEdition(context, scholar, "therapeutic-bond"), null);
    const bond = (await listConcepts(context, scholar)).find(
      ({ concept }) => concept.id === "therapeutic-bond",
    );
    assert.deepEqual([bond?.accepted, bond?.editions], [1, 1]);
  });

  test("says of a quotation whose text was taken out that it is lost; the edition stays", async () => {
    assert.deepEqual(
      (await verifyLibrary(context, scholar)).map(({ shown, missing }) => [shown, missing.length]),
      [[1, 0]],
    );
    await removeText(context, scholar, id);
    const [check] = await verifyLibrary(context, scholar);
    assert.deepEqual([check?.shown, check?.missing[0]?.message.id], [0, "library.quotation-state.no-text"]);
    assert.equal((await readConcept(context, scholar, "therapeutic-bond")).editions.length, 1);
    await assert.rejects(readText(context, scholar, id), Refusal);
    await assert.rejects(removeText(context, scholar, id), Refusal);
  });

  test("is closed to whoever holds a form's link", async () => {
    const holder: Actor = { kind: "form-holder", practice: scholar.practice, request: "r" };
    await assert.rejects(listTexts(context, holder), Refusal);
    await assert.rejects(findPassages(context, holder, "bond"), Refusal);
    await assert.rejects(readConcept(context, holder, "therapeutic-bond"), Refusal);
  });
});

test("claims and cards name concepts that there are", () => {
  const known = new Set(startingConcepts.map(({ id }) => id));
  const named = [...claims, ...cards].flatMap(({ concepts }) => concepts ?? []);
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter((id) => !known.has(id)),
    [],
  );
});
