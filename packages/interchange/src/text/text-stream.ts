import { type Encoding, type NotText, recogniseEncoding } from "./encoding.ts";

/** Bytes in, text out, piece by piece. `notes` says what was guessed. */
export interface TextStream {
  readonly decode: (bytes: Uint8Array) => string | NotText;
  readonly finish: () => string;
  readonly encoding: () => Encoding;
  readonly notes: () => readonly string[];
}

/**
 * Decodes a stream whose encoding nobody declared.
 *
 * UTF-8 is decoded strictly. At the first byte it does not allow, a text that was plain ASCII so far goes on as
 * Windows-1252, which is what spreadsheets write in Western Europe; a text that already held letters beyond
 * ASCII is damaged UTF-8, and the broken bytes become U+FFFD. Either way a note says so.
 */
export function textStream(): TextStream {
  let encoding: Encoding | null = null;
  let decoder = new TextDecoder("utf-8", { fatal: true });
  let ascii = true;
  let settled = false;
  let carried: Uint8Array = new Uint8Array(0);
  const notes: string[] = [];

  const begin = (bytes: Uint8Array): NotText | null => {
    const found = recogniseEncoding(bytes);
    if (typeof found !== "string") return found;
    encoding = found;
    if (found !== "UTF-8") {
      settled = true;
      decoder = new TextDecoder(found.toLowerCase());
    }
    return null;
  };

  const decodeSome = (bytes: Uint8Array, last: boolean): string => {
    if (settled) return decoder.decode(bytes, { stream: !last });
    try {
      const text = decoder.decode(bytes, { stream: !last });
      if (ascii && text.length !== bytes.length) ascii = false;
      return text;
    } catch {
      settled = true;
      if (ascii && isAsciiUpToTheBreak(bytes)) {
        encoding = "Windows-1252";
        notes.push("The text is not UTF-8; it was read as Windows-1252. Check letters with accents.");
        decoder = new TextDecoder("windows-1252");
      } else {
        notes.push("Some bytes are not valid UTF-8; they were read as the sign \uFFFD.");
        decoder = new TextDecoder("utf-8");
      }
      return decoder.decode(bytes, { stream: !last });
    }
  };

  return {
    decode: (bytes) => {
      let piece = bytes;
      if (carried.length > 0) {
        piece = joined(carried, bytes);
        carried = new Uint8Array(0);
      }
      if (encoding === null) {
        if (piece.length < 8) {
          carried = piece;
          return "";
        }
        const refused = begin(piece);
        if (refused !== null) return refused;
      }
      // A character cut in two by the end of a piece is kept back, so that a fallback sees all its bytes.
      if (!settled) {
        const cut = completeUtf8(piece);
        carried = piece.slice(cut);
        piece = piece.subarray(0, cut);
      }
      return decodeSome(piece, false);
    },
    finish: () => {
      if (encoding === null) begin(carried);
      const text = decodeSome(carried, true);
      carried = new Uint8Array(0);
      return text;
    },
    encoding: () => encoding ?? "UTF-8",
    notes: () => notes,
  };
}

/** Whether all before the first byte that breaks UTF-8 is ASCII. */
function isAsciiUpToTheBreak(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const length = sequenceLength(byte);
    if (length === 0) return true;
    for (let next = 1; next < length; next++) {
      if ((bytes[at + next]! & 0xc0) !== 0x80) return true;
    }
    return false;
  }
  return true;
}

/** How many bytes a UTF-8 character has that begins with this one; 0 when none does. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  if (byte >= 0xf0 && byte <= 0xf4) return 4;
  return 0;
}

/** The length of the longest beginning that does not end inside a UTF-8 character. */
function completeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    const length = sequenceLength(byte);
    if (length > 0) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
