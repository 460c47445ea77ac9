/** What the bytes turned out to be. The last two were guessed, and the reader's summary says so. */
export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Windows-1252";

/** A file that is not a table at all, with what to do instead. */
export interface NotText {
  readonly kind: "not-text";
  readonly sentence: string;
}

const signatures: readonly { readonly bytes: readonly number[]; readonly sentence: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    sentence: "This is an Excel workbook or a zip file; save it as CSV first.",
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], sentence: "This is an old Excel workbook; save it as CSV first." },
  { bytes: [0x24, 0x46, 0x4c, 0x32], sentence: "This is an SPSS file; save it as CSV first." },
  { bytes: [0x24, 0x46, 0x4c, 0x33], sentence: "This is an SPSS file; save it as CSV first." },
  { bytes: [0x1f, 0x8b], sentence: "This file is compressed (gzip); unpack it first." },
  { bytes: [0x25, 0x50, 0x44, 0x46], sentence: "This is a PDF; export the table as CSV first." },
  { bytes: [0x89, 0x50, 0x4e, 0x47], sentence: "This is a picture, not a table." },
  { bytes: [0xff, 0xd8, 0xff], sentence: "This is a picture, not a table." },
  { bytes: [0x47, 0x49, 0x46, 0x38], sentence: "This is a picture, not a table." },
  { bytes: [0x50, 0x41, 0x52, 0x31], sentence: "This is a Parquet file; export it as CSV first." },
  { bytes: [0xff, 0xfe, 0x00, 0x00], sentence: "This text is in UTF-32; save it as UTF-8 first." },
  { bytes: [0x00, 0x00, 0xfe, 0xff], sentence: "This text is in UTF-32; save it as UTF-8 first." },
];

/**
 * Which encoding are these bytes in?
 *
 * A byte-order mark decides. Without one, zeros in every other byte mean UTF-16; everything else starts as
 * UTF-8 and `TextStream` falls back to Windows-1252 at the first byte that UTF-8 does not allow.
 */
export function recogniseEncoding(head: Uint8Array): Encoding | NotText {
  for (const { bytes, sentence } of signatures) {
    if (bytes.every((byte, at) => head[at] === byte)) return { kind: "not-text", sentence };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return "UTF-16LE";
  if (head[0] === 0xfe && head[1] === 0xff) return "UTF-16BE";
  const pairs = Math.min(head.length >> 1, 256);
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) even++;
    if (head[2 * pair + 1] === 0) odd++;
  }
  if (pairs >= 4 && odd > 0.7 * pairs && even < 0.1 * pairs) return "UTF-16LE";
  if (pairs >= 4 && even > 0.7 * pairs && odd < 0.1 * pairs) return "UTF-16BE";
  return "UTF-8";
}
