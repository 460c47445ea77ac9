import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateSync, strToU8, zipSync, zlibSync } from "fflate";
import { english } from "../fixtures/english.ts";
import { container, opf, refusalOf, textOf, xhtml } from "../fixtures/read-text.ts";

interface ListEntry {
  readonly name: string;
  readonly at: number;
  readonly packed: number;
  readonly listed: number;
  readonly method: number;
}

const u16 = (value: number) => [value & 255, (value >> 8) & 255];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(Math.floor(value / 65536))];

const localHeader = (name: string, packed: number, size: number, method: number): number[] => [
  ...[0x50, 0x4b, 3, 4, 20, 0, 0, 0],
  ...u16(method),
  ...[0, 0, 0, 0, 0, 0, 0, 0],
  ...u32(packed),
  ...u32(size),
  ...u16(name.length),
  ...[0, 0],
  ...strToU8(name),
];

/** The list at the end of a zip archive, saying whatever it is told (APPNOTE 4.3.12 and 4.3.16). */
function listOf(entries: readonly ListEntry[], at: number): number[] {
  const list = entries.flatMap((entry) => [
    ...[0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0],
    ...u16(entry.method),
    ...[0, 0, 0, 0, 0, 0, 0, 0],
    ...u32(entry.packed),
    ...u32(entry.listed),
    ...u16(entry.name.length),
    ...new Array(12).fill(0),
    ...u32(entry.at),
    ...strToU8(entry.name),
  ]);
  return [
    ...list,
    ...[0x50, 0x4b, 5, 6, 0, 0, 0, 0],
    ...u16(entries.length),
    ...u16(entries.length),
    ...u32(list.length),
    ...u32(at),
    ...[0, 0],
  ];
}

/** An EPUB whose chapters are these packed bytes; `share` lets all lie over the same ones. */
function archive(
  chapters: number,
  packed: Uint8Array,
  size: number,
  how: "share" | "nest" | "apart",
  listed = size,
): Uint8Array {
  const bytes: number[] = [];
  const entries: ListEntry[] = [];
  const store = (name: string, words: string): void => {
    const body = strToU8(words);
    entries.push({ name, at: bytes.length, packed: body.length, listed: body.length, method: 0 });
    bytes.push(...localHeader(name, body.length, body.length, 0), ...body);
  };
  store("META-INF/container.xml", container);
  store("OEBPS/book.opf", opf("<dc:title>T</dc:title>", chapters));
  if (how === "nest") {
    // Each entry's data are the next entry's header and data.
    const starts: number[] = [];
    for (let at = 0; at < chapters; at++) {
      starts.push(bytes.length);
      bytes.push(...localHeader(`OEBPS/c${at}.xhtml`, packed.length, size, 8));
    }
    bytes.push(...packed);
    for (const [number, at] of starts.entries()) {
      const name = `OEBPS/c${number}.xhtml`;
      const body = bytes.length - at - 30 - name.length;
      entries.push({ name, at, packed: body, listed, method: 8 });
    }
  } else
    for (let at = 0; at < chapters; at++) {
      const name = `OEBPS/c${at}.xhtml`;
      const shared = entries.find((each) => each.name === "OEBPS/c0.xhtml")?.at;
      if (how === "apart" || shared === undefined) {
        entries.push({ name, at: bytes.length, packed: packed.length, listed, method: 8 });
        bytes.push(...localHeader(name, packed.length, size, 8), ...packed);
      } else entries.push({ name, at: shared, packed: packed.length, listed, method: 8 });
    }
  return Uint8Array.from([...bytes, ...listOf(entries, bytes.length)]);
}

async function refusedSoon(name: string, bytes: Uint8Array): Promise<string> {
  const begun = process.cpuUsage();
  const sentence = await refusalOf(name, bytes);
  const { user, system } = process.cpuUsage(begun);
  assert.ok(user + system < 2e6, `took ${(user + system) / 1e6} s`);
  assert.doesNotMatch(sentence, /\n/);
  return sentence;
}

const pageOf = (letters: number) => strToU8(xhtml(`<p>${"bond ".repeat(letters / 5)}</p>`));

describe("small archives that would become large", () => {
  const page = pageOf(900_000);
  const packed = deflateSync(page, { level: 9 });

  test("chapters that lie over the same bytes", async () => {
    for (const chapters of [2, 30, 290])
      assert.match(
        await refusedSoon("b.epub", archive(chapters, packed, page.length, "share")),
        /use the same bytes/,
      );
  });

  test("chapters nested in each other", async () => {
    for (const chapters of [2, 30, 290])
      assert.match(
        await refusedSoon("b.epub", archive(chapters, packed, page.length, "nest")),
        /use the same bytes/,
      );
  });

  test("a list that lies about sizes: bytes are counted as they come", async () => {
    const large = deflateSync(new Uint8Array(40 * 2 ** 20).fill(32), { level: 9 });
    assert.match(await refusedSoon("b.epub", archive(1, large, 100, "apart", 100)), /zip bomb/);
  });

  test("many chapters, each within its ratio, together beyond the limit", async () => {
    const chapter = new Uint8Array(8 * 2 ** 20);
    for (let at = 0; at < chapter.length; at++) chapter[at] = at % 240 === 0 ? 97 + ((at / 240) % 26) : 32;
    const small = deflateSync(chapter, { level: 6 });
    assert.ok(chapter.length < 250 * small.length);
    const sentence = await refusalOf("b.epub", archive(20, small, chapter.length, "apart"));
    assert.match(sentence, /zip bomb|million characters/);
  });

  test("one chapter named a thousand times in the spine is read once", async () => {
    const metadata = "<dc:title>T</dc:title>";
    const named = opf(metadata, 1).replace("<spine>", `<spine>${'<itemref idref="c0"/>'.repeat(1000)}`);
    const book = zipSync({
      "META-INF/container.xml": strToU8(container),
      "OEBPS/book.opf": strToU8(named),
      "OEBPS/c0.xhtml": strToU8(xhtml("<p>The bond holds.</p>")),
    });
    const text = await textOf("b.epub", book);
    assert.equal(text.characters, "The bond holds.");
    assert.match(text.remarks.map(english.written).join(" "), /1,000 chapters are listed twice/);
  });

  test("offsets outside of the file and lists that are no list are broken, not read", async () => {
    const whole = archive(1, packed, page.length, "apart");
    for (const at of [whole.length - 6, whole.length - 10]) {
      const bent = whole.slice();
      bent[at] = 0xff;
      bent[at + 1] = 0xff;
      assert.match(await refusedSoon("b.epub", bent), /damaged|zip bomb/);
    }
  });
});

/** A PDF of one page whose content is this stream. */
function pdfOf(stream: Uint8Array, filter: string): Uint8Array {
  const head = `%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${stream.length} /Filter ${filter} >>\nstream\n`;
  const tail = "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n";
  return Uint8Array.from([...strToU8(head), ...stream, ...strToU8(tail)]);
}

describe("PDFs whose streams would become large", () => {
  const zeros = zlibSync(new Uint8Array(60 * 2 ** 20), { level: 9 });
  for (const [name, stream, filter] of [
    ["one layer", zeros, "/FlateDecode"],
    ["two layers", zlibSync(zeros, { level: 9 }), "[/FlateDecode /FlateDecode]"],
    ["the short name of the filter", zeros, "[/Fl]"],
  ] as const)
    test(name, async () => {
      assert.match(await refusedSoon("b.pdf", pdfOf(stream, filter)), /unpacks to more than 48 MB/);
    });
});
