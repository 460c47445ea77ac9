import type { StaffMessage } from "@concord/messages";
import { Inflate } from "fflate";
import { type Unreadable, unreadable } from "./outcome.ts";

export interface Archive {
  readonly kind: "archive";
  names(): readonly string[];
  /** The unpacked bytes of an entry; null where there is none, or it cannot be unpacked within the limits. */
  bytes(name: string): Uint8Array | null;
  /** Why an entry was refused while it was unpacked; null while all is well. */
  fault(): StaffMessage | null;
}

/** A book's pages are megabytes; what unpacks to more than this, or by more than this ratio, is no book. */
const maxUnpackedBytes = 128 * 2 ** 20;
const maxRatio = 250;
/** Small files may be compressed well: a page of spaces is no attack. */
const ratioCountsFrom = 2 ** 20;
const maxEntries = 10_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Opens a zip archive without unpacking anything: its list is read, and the archive refused where entries share
 * bytes, lie outside of the file or are too many. An entry is unpacked when it is asked for, its bytes counted as
 * they come; the limits hold for all entries together, whatever the list says of their sizes.
 */
export function openArchive(bytes: Uint8Array): Archive | Unreadable {
  const list = entriesOf(bytes);
  if ("id" in list) return unreadable(list);
  const entries = new Map(list.map((entry) => [entry.name, entry]));
  let unpacked = 0;
  let fault: StaffMessage | null = null;
  return {
    kind: "archive",
    names: () => [...entries.keys()],
    fault: () => fault,
    bytes(name) {
      const entry = entries.get(name);
      if (entry === undefined || fault !== null) return null;
      const packed = bytes.subarray(entry.from, entry.to);
      if (entry.method === 0) {
        unpacked += packed.length;
        if (unpacked > maxUnpackedBytes) fault = tooLarge;
        return fault === null ? packed : null;
      }
      if (entry.method !== 8) return null;
      const most = Math.max(ratioCountsFrom, maxRatio * packed.length);
      const result = inflateWithin(packed, Math.min(most, maxUnpackedBytes - unpacked));
      if (result === "too-large") {
        fault = most < maxUnpackedBytes - unpacked ? tooDense(name) : tooLarge;
        return null;
      }
      if (result !== null) unpacked += result.length;
      return result;
    },
  };
}

/** The bytes that deflated ones stand for; null where they are broken, "too-large" as soon as there are too many. */
function inflateWithin(packed: Uint8Array, most: number): Uint8Array | "too-large" | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const enough = new Error("enough");
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > most) throw enough;
    chunks.push(chunk);
  });
  try {
    // A few kilobytes at a time: so many can never unpack to more than some megabytes before they are counted.
    for (let at = 0; at < packed.length; at += 4096)
      inflate.push(packed.subarray(at, at + 4096), at + 4096 >= packed.length);
  } catch (error) {
    return error === enough ? "too-large" : null;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const bomb = (reason: StaffMessage): StaffMessage => ({
  id: "library.file-problem.zip-bomb",
  values: { reason },
});
const tooLarge = bomb({
  id: "library.file-problem.zip-size",
  values: { max: maxUnpackedBytes / 2 ** 20 },
});
const tooDense = (name: string) =>
  bomb({ id: "library.file-problem.zip-ratio", values: { name: name.slice(0, 80), max: maxRatio } });
const broken: StaffMessage = { id: "library.file-problem.epub-archive", values: {} };

const isMarkup = /\.(?:x?html?|xml|opf|ncx)$/i;

/** The entries that the archive lists, or why it is refused. */
function entriesOf(bytes: Uint8Array): readonly Entry[] | StaffMessage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfList(view);
  if (end === null) return broken;
  const count = view.getUint16(end + 10, true);
  const listSize = view.getUint32(end + 12, true);
  const listAt = view.getUint32(end + 16, true);
  if (count > maxEntries) return bomb({ id: "library.file-problem.zip-count", values: { max: maxEntries } });
  if (listAt === 0xffffffff || listAt + listSize > end) return broken;
  const entries: Entry[] = [];
  const ranges: { readonly from: number; readonly to: number }[] = [{ from: listAt, to: end }];
  let at = listAt;
  for (let number = 0; number < count; number++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return broken;
    const nameSize = view.getUint16(at + 28, true);
    const further = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const packed = view.getUint32(at + 20, true);
    const header = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
    if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) return broken;
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const to = from + packed;
    if (to > bytes.length) return broken;
    ranges.push({ from: header, to });
    const listed = view.getUint32(at + 24, true);
    if (isMarkup.test(name) && listed > ratioCountsFrom && listed > maxRatio * Math.max(1, packed))
      return tooDense(name);
    if (!name.endsWith("/")) entries.push({ name, method: view.getUint16(at + 10, true), from, to });
    at += 46 + nameSize + further;
  }
  ranges.sort((a, b) => a.from - b.from);
  const overlaps = ranges.some(({ from }, place) => place > 0 && from < ranges[place - 1]!.to);
  if (overlaps) return bomb({ id: "library.file-problem.zip-overlap", values: {} });
  return entries;
}

/** Where the record at the end of the list begins: the last one that reaches to the end of the file. */
function endOfList(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}
