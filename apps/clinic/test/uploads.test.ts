import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { after, before, describe, test } from "node:test";
import { crc32 } from "node:zlib";
import { longTexts } from "@concord/library/testing";
import { listTexts, readText } from "@concord/practice";
import { bodyLimits, defaultMaxBody } from "../server/body-limit.ts";
import { loadBundle } from "../server/index.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { formsOf } from "./support/forms-of.ts";
import { patterns } from "./support/places.ts";
import { type Sender, signedIn } from "./support/sent.ts";

/*
 * Files of every size up to what a page says it takes, and beyond: what fits is read, what does not is refused in a
 * sentence before it is read, and nothing is held in memory meanwhile.
 */

let clinic: TestClinic;
let limitOf: (path: string) => number;
const people: Sender[] = [];
before(async () => {
  clinic = await openClinic();
  for (const who of ["researcher", "administrator"] as const)
    people.push(await signedIn(clinic, clinic.people[who].email, password));
  limitOf = bodyLimits((await loadBundle()).pages);
});
after(() => clinic.stop());

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Sends a file as a page's form does. */
async function send(path: string, field: string, name: string, bytes: Uint8Array): Promise<Response> {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)]), name);
  const [scholar] = people;
  return fetch(clinic.url + path, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { origin: clinic.url, cookie: scholar?.cookie() ?? "" },
  });
}

/** Plain text of so many bytes: sentences, each with a number of its own. */
function words(size: number): Uint8Array {
  let text = "";
  for (let line = 1; text.length < size; line++) text += `Line ${line} says that the bond holds and grows.\n`;
  return new TextEncoder().encode(text.slice(0, size));
}

/** A book of one chapter and one picture, so that the whole is of this size, as books with pictures are. */
function book(size: number): Uint8Array {
  const parts = [
    ["mimetype", "application/epub+zip"],
    [
      "META-INF/container.xml",
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ],
    [
      "book.opf",
      '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier><dc:title>A book with a picture</dc:title><dc:creator>Quill, Ada</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><item id="p" href="p.jpg" media-type="image/jpeg"/></manifest><spine><itemref idref="c"/></spine></package>',
    ],
    [
      "c.xhtml",
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><h1>One</h1><p>The therapeutic bond holds, and both of them know it.</p><img src="p.jpg" alt=""/></body></html>',
    ],
  ] as const;
  const around = zip([
    ...parts.map(([name, text]) => [name, Buffer.from(text)] as const),
    ["p.jpg", Buffer.alloc(0)],
  ]);
  return zip([
    ...parts.map(([name, text]) => [name, Buffer.from(text)] as const),
    ["p.jpg", randomBytes(size - around.length)],
  ]);
}

/** A ZIP whose entries are stored as they are. */
function zip(entries: readonly (readonly [string, Buffer])[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of entries) {
    const called = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(called.length, 22);
    const head = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, called]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    local.push(head, bytes);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), shared, rest, called]));
    at += head.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\u0005\u0006"), end]);
}

test("every page with a file to choose says how much it takes, and its route declares it", async () => {
  const pages: string[] = [];
  for (const person of people)
    for (const path of patterns()) {
      if (path.startsWith("POST ") || path.includes(":")) continue;
      const answer = await person.get(path);
      const html = await answer.text();
      for (const { action, fields, isMultipart } of answer.status === 200 ? formsOf(html, path) : []) {
        if (!fields.some(({ type }) => type === "file")) continue;
        pages.push(action);
        assert.ok(isMultipart, `${action} sends its file`);
        assert.ok(limitOf(action) > defaultMaxBody, `${action} declares handle.maxBody`);
        assert.match(html, new RegExp(`At most (<!-- -->)?${limitOf(action) / mebibyte} MB`), action);
      }
    }
  assert.deepEqual([...new Set(pages)].sort(), [
    "/evidence/import",
    "/import",
    "/library/texts",
    "/settings/wordings",
  ]);
});

describe("texts", () => {
  for (const [told, name, bytes] of [
    ["64 KB and one byte", "short.txt", () => words(64 * kibibyte + 1)],
    ["1 MB", "long.txt", () => words(mebibyte)],
    ["31 MB", "pictures.epub", () => book(31 * mebibyte)],
  ] as const)
    test(`${told} are taken in`, { timeout: 240_000 }, async () => {
      const answer = await send("/library/texts", "file", name, bytes());
      const page = await answer.text();
      assert.equal(answer.status, 200, page.slice(0, 500));
      assert.match(page, /was added to the library \(\d/);
    });

  for (const { name, bytes, words } of longTexts(64 * kibibyte))
    test(`${name} of ${bytes.length} bytes keeps every word`, async () => {
      assert.ok(bytes.length > 64 * kibibyte);
      const answer = await send("/library/texts", "file", name, bytes);
      const page = await answer.text();
      assert.equal(answer.status, 200, page.slice(0, 500));
      assert.match(page, /was added to the library \(\d/);
      const id = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
      const row = page.split("<tr").find((one) => one.includes(`/library/text/${id}"`));
      assert.ok(row?.includes(words.length.toLocaleString("en")), `${words.length} words in ${row}`);
      const { appContext } = clinic.clinic;
      const { actor } = clinic.people.researcher;
      const listed = (await listTexts(appContext, actor)).find((text) => text.id === id);
      assert.equal(listed?.tokens, words.length);
      const text = await readText(appContext, actor, id);
      assert.deepEqual(text.characters.match(/\p{Letter}+/gu), words);
    });

  for (const size of [32 * mebibyte + 1, 33 * mebibyte])
    test(`${(size / mebibyte).toFixed(2)} MB are refused, with the limit`, async () => {
      const answer = await send("/library/texts", "file", "large.txt", new Uint8Array(size).fill(97));
      assert.equal(answer.status, 413);
      assert.match(await answer.text(), /At most 32 MB can be sent here/);
    });
});

test("a table of 64 KB and one byte is read, and a page without a file takes no more than 64 KB", async () => {
  const line = (at: number) => `"Maker, A",2001,"Title ${at}",alliance-outcome,client,WAI,symptoms,.24,60\n`;
  let table = "authors,year,title,topic,rater,instrument,outcome,r,n\n";
  for (let at = 0; table.length <= 64 * kibibyte; at++) table += line(at);
  const read = await send("/evidence/import", "file", "studies.csv", new TextEncoder().encode(table));
  assert.equal(read.status, 302, (await read.text()).slice(0, 500));
  const over = await send("/account", "file", "x.txt", words(64 * kibibyte + 1));
  assert.equal(over.status, 413);
  assert.match(await over.text(), /At most 64 KB can be sent here/);
});

test("what is too large is answered before it is read, and a length that is not declared is not read", async () => {
  const cookie = people[0]?.cookie() ?? "";
  const { hostname, port } = new URL(clinic.url);
  const head = (length: string) =>
    `POST /library/texts HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${clinic.url}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\n${length}\r\n\r\n--x\r\n`;
  /** Sends the beginning only, and comes back with the first line of the answer. */
  const begun = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(text));
      socket.setTimeout(60_000, () => reject(new Error("no answer")));
      socket.once("data", (data) => {
        socket.destroy();
        resolve(data.toString().split("\r\n")[0] ?? "");
      });
      socket.once("error", reject);
    });
  assert.match(await begun(head(`Content-Length: ${33 * mebibyte}`)), / 413 /);
  assert.match(await begun(head(`Content-Length: ${3_000 * mebibyte}`)), / 413 /);
  assert.match(await begun(head("Content-Length: 9007199254740993")), / 413 | 400 /);
  assert.match(await begun(head("Transfer-Encoding: chunked")), / 411 /);
  assert.match(await begun(head(`Content-Length: 5\r\nContent-Length: ${33 * mebibyte}`)), / 400 /);
  assert.match(await begun(head("Content-Length: -5")), / 400 /);
});

test("twenty at once that are too large take no memory", { timeout: 240_000 }, async () => {
  const megabytes = 33;
  const part = Buffer.alloc(mebibyte, "x");
  /** Sends the same megabyte again and again, so that the sender holds nothing either. */
  const send = () =>
    new Promise<number>((resolve, reject) => {
      const sent = request(
        `${clinic.url}/library/texts`,
        {
          method: "POST",
          headers: {
            origin: clinic.url,
            cookie: people[0]?.cookie() ?? "",
            "content-type": "application/x-www-form-urlencoded",
            "content-length": megabytes * mebibyte,
          },
        },
        (answer) => {
          answer.resume();
          answer.once("end", () => resolve(answer.statusCode ?? 0));
        },
      );
      sent.once("error", reject);
      Readable.from(Array.from({ length: megabytes }, () => part)).pipe(sent);
    });
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  try {
    assert.deepEqual([...new Set(await Promise.all(Array.from({ length: 20 }, send)))], [413]);
  } finally {
    clearInterval(watch);
  }
  // Held whole they were 660 MB.
  assert.ok(most - before < 330 * mebibyte, `${((most - before) / mebibyte).toFixed(0)} MB`);
});
