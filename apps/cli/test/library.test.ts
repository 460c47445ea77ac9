import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { longTexts, smallPdf } from "@concord/library/testing";
import {
  type Actor,
  type AppContext,
  changeLanguageModel,
  createContext,
  findPassages,
  reviewPassage,
  writeOverview,
} from "@concord/practice";
import { completion, serveModel } from "@concord/practice/testing";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { foundElmPractice } from "./support/elm-practice.ts";
import { run } from "./support/run.ts";

const book = path.resolve(import.meta.dirname, "../../../docs/examples/on-meeting.txt");
const folder = mkdtempSync(path.join(tmpdir(), "concord-library-"));
chmodSync(folder, 0o755);
let fresh: FreshStore;
let context: AppContext;
let administrator: Actor;
before(async () => {
  fresh = await freshStore();
  context = createContext(fresh.store);
  const founded = await foundElmPractice(fresh.store);
  administrator = { kind: "staff", ...founded, role: "administrator" };
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await fresh.close();
});

const concord = (...words: readonly string[]) => run(words, "", { DATABASE_URL: fresh.url });

test("a text goes in once, with what is said of it", async () => {
  const empty = await concord("library", "list");
  assert.match(empty.out, /No texts yet/);
  const said = ["--author", "Vale, Ida", "--year", "1909", "--title", "On Meeting"];
  const added = await concord("library", "add", book, ...said);
  assert.deepEqual([added.code, added.err], [0, ""]);
  assert.match(added.out, /added as [0-9a-f]{16} \(On Meeting\), \d+ passages/);
  const again = await concord("library", "add", book);
  assert.match(again.out, /in the library already/);
  const list = await concord("library", "list");
  assert.match(list.out, /Vale +1909 +On Meeting +\d+ +plain \d+, printed pages/);
});

test("what cannot be read is a line; the others go in", async () => {
  const broken = path.join(folder, "broken.epub");
  const essay = path.join(folder, "essay.md");
  const bibliography = path.join(folder, "all.bib");
  writeFileSync(broken, "PK\u0003\u0004 nothing more");
  writeFileSync(essay, "# One\n\nSuggestion is not a bond between the therapist and the client.\n");
  writeFileSync(
    bibliography,
    "@book{essay, title={An Essay}, author={Holt, Ada}, year=1921}\n@book{broken, title={B}}",
  );
  const ran = await concord("library", "add", broken, essay, "--bibliography", bibliography, "--json");
  assert.equal(ran.code, 1);
  const [first, second, third] = JSON.parse(ran.out);
  assert.equal(first.kind, "unreadable");
  assert.match(first.sentence, /damaged/);
  assert.deepEqual(second.text.source.authors, ["Holt, Ada"]);
  assert.deepEqual([third.file, third.kind, third.found, third.taken], ["all.bib", "bibliography", 2, 2]);
});

test("a bibliography with a damaged entry: the text goes in, what is left out and changed is said, and it ends with 1", async () => {
  const essay = path.join(folder, "fresh.md");
  const bibliography = path.join(folder, "partly.bib");
  writeFileSync(essay, "# Two\n\nA rupture is a strain between two people who work together.\n");
  writeFileSync(
    bibliography,
    "@book{open, title={never closed\n@book{fresh, title={A Fresh Essay}, editor={Fir, Finn}, year=1922}\n@book{untitled, year=1923}\n",
  );
  const added = await concord("library", "add", essay, "--bibliography", bibliography);
  assert.equal(added.code, 1);
  assert.match(added.out, /fresh\.md: added as [0-9a-f]{16} \(A Fresh Essay\)/);
  assert.match(added.err, /partly\.bib, line 1: the entry @book open cannot be read: a brace .*Left out\.\n/);
  assert.match(
    added.err,
    /partly\.bib, line 3, column title: the entry @book untitled has no title\. Left out\.\n/,
  );
  assert.match(
    added.err,
    /partly\.bib, line 2, author: there is no author; the editors were taken as authors\.\n/,
  );
  const again = await concord("library", "add", essay, "--bibliography", bibliography, "--json");
  assert.equal(again.code, 1);
  const [text, said] = JSON.parse(again.out);
  assert.equal(text.kind, "known");
  const { kind, found, taken, problems, changes } = said;
  assert.deepEqual([kind, found, taken, problems.length, changes.length], ["bibliography", 3, 1, 2, 1]);
  assert.deepEqual([problems[0].line, problems[1].line, changes[0].line], [1, 3, 2]);
});

test("a bibliography of which nothing is left out ends with 0; one that names no source is refused", async () => {
  const essay = path.join(folder, "fresh.md");
  const whole = path.join(folder, "whole.ris");
  writeFileSync(whole, "TY  - BOOK\nID  - fresh\nAU  - Fir, Finn\nTI  - A Fresh Essay\nPY  - 1922\nER  - \n");
  const added = await concord("library", "add", essay, "--bibliography", whole);
  assert.deepEqual([added.code, added.err], [0, ""]);
  const none = path.join(folder, "none.bib");
  writeFileSync(none, "@book{fresh, year=1922}\n");
  const refused = await concord("library", "add", essay, "--bibliography", none);
  assert.equal(refused.code, 2);
  assert.match(refused.err, /names no source: the entry @book fresh has no title/);
});

test("a batch of every kind: what can be read goes in, what cannot is named, exit code 1", async () => {
  const file = (name: string, bytes: string | Uint8Array): string => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  const files = [
    file(
      "paper.pdf",
      smallPdf([["The hour belongs to her alone, said the old", "physician, and to nobody else."]]),
    ),
    file("letter.rtf", "{\\rtf1 words}"),
    file("page.html", `<html><body><p>${"The lamp of the keeper. ".repeat(5000)}</p></body></html>`),
    file("bomb.pdf", `%PDF-1.4\n${"nothing "}`),
    file("note.md", "A \\*star\\* and Tom &amp; Ida."),
  ];
  const ran = await concord("library", "add", ...files, "--json");
  assert.equal(ran.code, 1, ran.err);
  const results: {
    readonly kind: string;
    readonly sentence?: string;
    readonly text?: { readonly words: object };
  }[] = JSON.parse(ran.out);
  assert.deepEqual(
    results.map(({ kind }) => kind),
    ["added", "unreadable", "added", "unreadable", "added"],
  );
  assert.match(results[1]!.sentence ?? "", /Rich Text/);
  assert.deepEqual(results[0]!.text?.words, {
    ...{ source: 14, kept: 14, leftOut: [], rejoined: 0, differences: [], unlisted: 0 },
  });
  assert.equal((await concord("library", "verify", "The hour belongs to her alone")).code, 0);
  assert.equal((await concord("library", "verify", "A *star* and Tom & Ida.")).code, 0);
});

test("files over 64 KB of every format of text go in with every word", async () => {
  const long = longTexts(65_536);
  const files = long.map(({ name, bytes }) => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  });
  const ran = await concord("library", "add", ...files, "--json");
  assert.deepEqual([ran.code, ran.err], [0, ""]);
  const results: {
    readonly kind: string;
    readonly text: {
      readonly words: {
        readonly source: number;
        readonly kept: number;
        readonly differences: readonly object[];
      };
    };
  }[] = JSON.parse(ran.out);
  assert.deepEqual(
    results.map(({ kind, text: { words } }) => [kind, words.kept, words.differences]),
    long.map(({ words }) => ["added", words.length, []]),
  );
  // From the first word of a file to its last.
  for (const at of [0, 5_000, -6]) {
    const quoted = long[0]?.words.slice(at, at === -6 ? undefined : at + 6).join(" ") ?? "";
    const verified = await concord("library", "verify", quoted);
    assert.equal(verified.code, 0, `${quoted}: ${verified.out}${verified.err}`);
  }
});

test("quotations: verified, near with its difference, nowhere", async () => {
  const verified = await concord("library", "verify", "the bond carries both of them … nothing moves");
  assert.equal(verified.code, 0);
  assert.match(
    verified.out,
    /^verified: Vale, Ida \(1909\)\. On Meeting\. p\. 9\.\n {2}5 words are left out\./,
  );
  const near = await concord(
    "library",
    "verify",
    "the bond never carries both of them through the weeks",
    "--json",
  );
  assert.equal(near.code, 1);
  const { kind, texts } = JSON.parse(near.out);
  assert.equal(kind, "near");
  const [{ at, place, messages, ...difference }] = texts[0].differences;
  assert.deepEqual(difference, { kind: "added", inText: "", inQuotation: "never" });
  assert.equal(at, readFileSync(book, "utf8").indexOf("carries both of them"));
  assert.equal(place, "p. 9");
  assert.deepEqual(messages.place, { id: "library.locator.page", values: { page: "9" } });
  const nowhere = await concord("library", "verify", "nobody ever wrote such a thing here");
  assert.match(nowhere.out, /stand in no text/);
  assert.match((await concord("library", "verify")).out, /No quotation has been kept yet/);
});

test("a text that lacks words of its file says so when it is added, and with every quotation from it", async () => {
  const file = path.join(folder, "letters.xml");
  writeFileSync(
    file,
    `<!DOCTYPE TEI [<!ENTITY who "the <hi>client</hi>">]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>\n<p>The harbour master asked &who; for the oldest chart of all.</p></div></body></text></TEI>`,
  );
  const says = /line 3: “&who;” stands for words that the file does not give/;
  assert.match((await concord("library", "add", file)).out, says);
  const [again] = JSON.parse((await concord("library", "add", file, "--json")).out);
  assert.deepEqual(again.text.words.differences, [{ kind: "unresolved", words: "&who;", place: "line 3" }]);
  assert.match((await concord("library", "verify", "for the oldest chart of all")).out, says);
  const changed = "for the oldest map of all";
  assert.match((await concord("library", "verify", changed)).out, says);
  const { texts } = JSON.parse((await concord("library", "verify", changed, "--json")).out);
  assert.equal(texts[0].verification.kind, "near");
  assert.equal(texts[0].cautions[0].kind, "reading");
});

test("find, concept and concordance", async () => {
  const found = JSON.parse((await concord("find", '"therapeutic alliance"', "--json")).out);
  assert.deepEqual(found.terms, ["therapeutic alliance"]);
  assert.deepEqual(found.passages[0].locator, { kind: "page", first: "1", last: "1" });
  const concept = JSON.parse((await concord("concept", "working alliance", "--json", "--limit", "2")).out);
  assert.equal(concept.concept.id, "therapeutic-bond");
  assert.equal(concept.offered[0].suggestion.reasons.length, 3);
  assert.match(
    (await concord("concept", "therapeutic-bond", "--to", "markdown")).out,
    /^# therapeutic bond\n/,
  );
  assert.deepEqual(JSON.parse((await concord("concept", "transference", "--to", "annotations")).out), []);
  const lines = await concord("concordance", "bond", "--sort", "right", "--author", "vale");
  assert.match(lines.out, /the bond carries both[\s\S]*The bond is older/);
  assert.match(lines.out, /2 places/);
  const table = await concord("concordance", "bond", "--tsv");
  assert.equal(table.out.trim().split("\n").length, 4);
});

test("more like the accepted, and like one passage", async () => {
  const nothing = await concord("find", "--like", "therapeutic bond");
  assert.deepEqual(
    [nothing.code, nothing.out],
    [0, "Nothing is accepted for therapeutic bond yet, so there is nothing to be like.\n"],
  );
  const [first] = (await findPassages(context, administrator, '"therapeutic alliance"')).passages;
  const { text, from, to } = first!;
  const kept = await reviewPassage(context, administrator, {
    ...{ concept: "therapeutic-bond", text, from, to, judgement: "thesis", stance: null },
    ...{ gloss: null, saidBy: null, words: null },
  });
  assert.equal(kept.kind, "kept");
  const sentence = { words: "It needs time.", kind: "converge", cites: [kept.ruling] } as const;
  await writeOverview(context, administrator, "therapeutic-bond", [sentence]);
  const page = await concord("concept", "therapeutic bond", "--to", "markdown");
  assert.match(page.out, /## Points of agreement\n\n- It needs time\. \[1\]\n/);
  const bibtex = await concord("concept", "therapeutic bond", "--to", "bibtex");
  assert.match(
    bibtex.out,
    /^@book\{[0-9a-f]{16},\n {2}author = \{Vale, Ida\},\n {2}title = \{\{On Meeting\}\},/,
  );
  const ris = await concord("concept", "therapeutic bond", "--to", "ris");
  assert.match(ris.out, /^TY {2}- BOOK\nID {2}- [0-9a-f]{16}\nAU {2}- Vale, Ida\nTI {2}- On Meeting\n/);
  const like = await concord("find", "--like", "working alliance", "--limit", "2");
  assert.equal(like.code, 0);
  assert.match(like.out, /^Like 1 passage accepted for therapeutic bond, by: \w+, /);
  assert.match(like.out, /\n {2}In common: \w+/);
  const json = JSON.parse((await concord("find", "--like", `${text}@${from}`, "--json")).out);
  assert.equal(json.like.text, text);
  assert.ok(json.passages.length > 0 && json.passages[0].shared.length > 0);
  assert.ok(
    json.passages.every((one: { from: number; text: string }) => one.text !== text || one.from !== from),
  );
});

test("a language model of one's own drafts glosses, marked; what goes wrong is a line", async (each) => {
  const off = await concord("concept", "therapeutic bond", "--draft-glosses");
  assert.equal(off.code, 2);
  assert.match(off.err, /The language model is off\./);
  let answer = completion('It says "whatever you like".');
  const server = await serveModel(() => answer);
  each.after(server.close);
  const on = { isOn: true, address: server.url, model: "small" };
  assert.equal((await changeLanguageModel(context, administrator, on)).kind, "changed");
  const refused = await concord("concept", "therapeutic bond", "--draft-glosses");
  assert.equal(refused.code, 1);
  assert.match(refused.out, /p\. 1\n {2}Not drafted: The draft quotes words that are not in the passage/);
  answer = completion("Whoever works together holds on to each other.");
  const [drafted] = JSON.parse(
    (await concord("concept", "therapeutic bond", "--draft-glosses", "--json")).out,
  );
  assert.deepEqual(
    [drafted.kind, drafted.gloss],
    ["drafted", "Whoever works together holds on to each other."],
  );
  const page = await concord("concept", "therapeutic bond", "--to", "markdown");
  assert.match(page.out, /holds on to each other\. \(drafted by a language model\)/);
  const [note] = JSON.parse((await concord("concept", "therapeutic bond", "--to", "annotations")).out);
  assert.deepEqual(note.body[0].creator, { type: "Software", name: "a language model" });
  assert.match(
    (await concord("concept", "therapeutic bond", "--draft-glosses")).out,
    /Every accepted passage has/,
  );
});

test("what is asked wrongly is one line, code 2", async () => {
  for (const [words, says] of [
    [["library", "burn"], /can add, list and verify; not burn/],
    [["library", "add"], /Name the files/],
    [["library", "add", "nowhere.txt"], /There is no file/],
    [["library", "add", book, "--year", "MCMIX"], /four digits/],
    [["concept", "transferense"], /Did you mean transference/],
    [["find"], /Say what to look for/],
    [["find", "--like", "transferense"], /Did you mean transference/],
    [["find", "--like", "0123456789abcdef@0"], /No passage lies at/],
    [["concept", "transference", "--to", "pdf"], /markdown, html, csl, bibtex, ris, annotations/],
    [["concordance", "bond", "--sort", "length"], /text, left or right/],
    [["concordance", "…"], /no word to look for/],
  ] as const) {
    const ran = await concord(...words);
    assert.equal(ran.code, 2, words.join(" "));
    assert.match(ran.err, says);
    assert.doesNotMatch(ran.err, /could not go on/);
  }
});
