import assert from "node:assert/strict";
import { test } from "node:test";
import { locate, readFile, segment, type Text } from "@concord/library";
import { english, locatorText } from "../fixtures/english.ts";
import { bytesOf, gutenbergBook, plainBook } from "../fixtures/own-text.ts";

async function textOf(name: string, words: string | Uint8Array): Promise<Text> {
  const read = await readFile({ name, bytes: typeof words === "string" ? bytesOf(words) : words });
  assert.equal(read.kind, "text", read.kind === "unreadable" ? english.of(read.message) : "");
  return (read as { readonly text: Text }).text;
}

test("a plain text is kept letter for letter", async () => {
  const text = await textOf("meeting.txt", plainBook);
  assert.equal(text.characters, plainBook);
  assert.equal(text.extractor.format, "plain");
});

test("body, contents, index and notes are told apart", async () => {
  const text = await textOf("meeting.txt", plainBook);
  const roleOf = (words: string) => {
    const at = plainBook.indexOf(words);
    return segment(text).find(({ from, to }) => from <= at && at < to)?.role;
  };
  assert.equal(roleOf("half the cure"), "body");
  assert.equal(roleOf("See the second chapter"), "notes");
  assert.equal(roleOf("Rapport, 1, 4"), "index");
  assert.equal(roleOf("Chapter II     9"), "contents");
});

test("page marks give printed pages; without them chapter and paragraph", async () => {
  const text = await textOf("meeting.txt", plainBook);
  const at = plainBook.indexOf("Confidence grows");
  assert.equal(locatorText(locate(text, { from: at, to: at + 20 })), "p. 9");
  const bare = plainBook.replace(/\{\d+\} /g, "");
  const without = await textOf("bare.txt", bare);
  const place = bare.indexOf("It is not true");
  assert.equal(locatorText(locate(without, { from: place, to: place + 9 })), "CHAPTER II, ¶ 2");
});

test("a chapter is called by its number and its name, in capitals or italics below it", async () => {
  const text = await textOf(
    "parts.txt",
    "PART I\n\nTHE WORK\n\n\nI\n\nMEETING\n\n\nThey met.\n\n\n\nSECOND LECTURE\n\nTHE WORK\n\n_Parting_\n\n\n" +
      "_They parted._ It was time, and both knew it.\n\nTHE END\n",
  );
  assert.deepEqual(
    text.sections.map(({ title }) => title),
    ["PART I. THE WORK. I. MEETING", "SECOND LECTURE. THE WORK. Parting"],
  );
  assert.deepEqual(
    segment(text).map(({ from, to }) => text.characters.slice(from, to)),
    ["They met.", "_They parted._ It was time, and both knew it.\n\nTHE END"],
  );
});

test("a Project Gutenberg file: its book told from header and licence, its source read", async () => {
  const text = await textOf("pg.txt", gutenbergBook);
  assert.deepEqual(text.source.authors, ["Vale, Ida"]);
  assert.equal(text.source.title, "On Meeting");
  assert.equal(text.source.language, "en");
  const roles = segment(text).map(({ role }) => role);
  assert.deepEqual(roles, ["licence", "body", "licence"]);
});

test("what the scholar says of the source outweighs the file", async () => {
  const read = await readFile(
    { name: "pg.txt", bytes: bytesOf(gutenbergBook) },
    { title: "Meetings", year: 1909 },
  );
  assert.ok(read.kind === "text");
  assert.equal(read.text.source.title, "Meetings");
  assert.deepEqual(read.text.source.authors, ["Vale, Ida"]);
});

test("Windows-1252 is read and said", async () => {
  const text = await textOf(
    "old.txt",
    Uint8Array.from([...bytesOf("Fl"), 0xfc, ...bytesOf("gel wrote it.")]),
  );
  assert.equal(text.characters, "Flügel wrote it.");
  assert.match(english.written(text.remarks[0]!), /Windows-1252/);
});

test("UTF-16 with and without a mark; line ends become one kind", async () => {
  const wide = (words: string) =>
    new Uint8Array(new Uint16Array([...words].map((c) => c.charCodeAt(0))).buffer);
  assert.equal((await textOf("a.txt", wide("\uFEFFtwo\r\nlines"))).characters, "two\nlines");
  assert.equal((await textOf("b.txt", wide("without a mark"))).characters, "without a mark");
});

test("letters ruined before the file was saved are said", async () => {
  const text = await textOf("ruined.txt", "FlÃ¼gel, BrÃ¼der, fÃ¼r, mÃ¼de Menschen");
  assert.match(text.remarks.map(english.written).join(" "), /4 passages look like wrongly decoded UTF-8/);
});

test("empty, wordless and binary files give one line", async () => {
  for (const bytes of [
    new Uint8Array(0),
    bytesOf("123 456"),
    Uint8Array.from([0, 1, 2, 0, 9, 9, 9, 65, 66, 67]),
  ]) {
    const read = await readFile({ name: "x.bin", bytes });
    assert.ok(read.kind === "unreadable");
    assert.doesNotMatch(english.of(read.message), /\n/);
  }
});

test("a file far longer than books are is refused before it is walked through", async () => {
  const read = await readFile({ name: "long.txt", bytes: new Uint8Array(33 * 2 ** 20).fill(97) });
  assert.ok(read.kind === "unreadable");
  assert.match(english.of(read.message), /more than 32 million characters/);
});
