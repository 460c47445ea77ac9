import type { StaffMessage } from "@concord/messages";
import { Inflate } from "fflate";

/** What one stream of text, fonts or objects may unpack to: the pages of a long book are a few megabytes. */
const maxStreamBytes = 48 * 2 ** 20;
/** All of them together. */
const maxAllBytes = 256 * 2 ** 20;

/**
 * Why a PDF is not opened: one of its deflated streams, or all together, unpack to more than any book's do. Bytes
 * are counted as they come and nothing is stored. Pictures are passed over, as they are never unpacked for their text.
 * Null where all is well; locked streams cannot be looked into here.
 */
export function streamsFault(bytes: Uint8Array): StaffMessage | null {
  let total = 0;
  let at = 0;
  for (;;) {
    const begin = indexOf(bytes, streamSign, at);
    if (begin < 0) return null;
    at = begin + streamSign.length;
    if (bytes[begin - 1] === 0x64) continue; // the "stream" of "endstream"
    const dictionary = latin1.decode(bytes.subarray(Math.max(0, begin - 2000), begin));
    const own = dictionary.slice(Math.max(dictionary.lastIndexOf(" obj"), dictionary.lastIndexOf("\nobj")));
    let from = at;
    if (bytes[from] === 13) from += 1;
    if (bytes[from] === 10) from += 1;
    const end = indexOf(bytes, endSign, from);
    const to = end < 0 ? bytes.length : end;
    at = to;
    const layers = (own.match(/FlateDecode|\/Fl\b/g) ?? []).length;
    if (layers === 0 || /\/Subtype\s*\/Image/.test(own)) continue;
    const size = unpackedSize(
      bytes.subarray(from, to),
      layers,
      Math.min(maxStreamBytes, maxAllBytes - total),
    );
    total += size;
    if (size >= maxStreamBytes || total >= maxAllBytes)
      return {
        id: "library.file-problem.pdf-size",
        values: { max: (size >= maxStreamBytes ? maxStreamBytes : maxAllBytes) / 2 ** 20 },
      };
  }
}

/** How many bytes come out of so many layers of deflation, counted up to a limit. */
function unpackedSize(packed: Uint8Array, layers: number, limit: number): number {
  let size = 0;
  const enough = new Error("enough");
  const unpack = (level: number): ((chunk: Uint8Array, final: boolean) => void) => {
    const inflate = new Inflate((chunk, final) => {
      size += chunk.length;
      if (size >= limit) throw enough;
      if (level < layers) next?.(chunk, final);
    });
    const next = level < layers ? unpack(level + 1) : null;
    let skipped = 0;
    return (chunk, final) => {
      // Two bytes of zlib's head stand before the deflated ones.
      const skip = Math.min(2 - skipped, chunk.length);
      skipped += skip;
      const rest = chunk.subarray(skip);
      for (let at = 0; at < rest.length || at === 0; at += 4096)
        inflate.push(rest.subarray(at, at + 4096), final && at + 4096 >= rest.length);
    };
  };
  const first = unpack(1);
  try {
    first(packed, true);
  } catch (error) {
    if (error !== enough) return size;
  }
  return size;
}

const latin1 = new TextDecoder("latin1");
const streamSign = new TextEncoder().encode("stream");
const endSign = new TextEncoder().encode("endstream");

function indexOf(bytes: Uint8Array, sign: Uint8Array, from: number): number {
  const first = sign[0]!;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let step = 1;
    while (step < sign.length && bytes[at + step] === sign[step]) step += 1;
    if (step === sign.length) return at;
  }
  return -1;
}
