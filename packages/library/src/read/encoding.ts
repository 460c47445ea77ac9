import type { StaffMessage } from "@concord/messages";

/** What the bytes turned out to be, and what a reader should know about it. */
export interface Decoded {
  readonly characters: string;
  readonly encoding: string;
  readonly remarks: readonly StaffMessage[];
}

/**
 * Which letters do these bytes stand for?
 *
 * A byte-order mark decides, then zeros in every other byte (UTF-16), then what the file declares of itself if
 * it can be true, then UTF-8 if every byte allows it, and last Windows-1252, which allows any byte and is
 * therefore said. Line ends become `\n`. Letters that were ruined before the file was saved are counted and
 * said: they cannot be put right here.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const mark = byMark(bytes) ?? byZeros(bytes);
  if (mark !== null) return finished(new TextDecoder(mark).decode(bytes), mark, []);
  // Its letters are ASCII between signals, so that every file of it would pass for UTF-8.
  const seven = declared !== null && /^iso-2022-jp$/i.test(declared) ? tryDecode(bytes, declared) : null;
  if (seven !== null) return finished(seven, "iso-2022-jp", []);
  const strict = tryDecode(bytes, "utf-8");
  if (strict !== null) return finished(strict, "utf-8", []);
  const named = declared === null ? null : tryDecode(bytes, declared);
  if (named !== null && declared !== null && !/^utf-?8$/i.test(declared))
    return finished(named, declared, []);
  return finished(new TextDecoder("windows-1252").decode(bytes), "windows-1252", [
    { id: "library.reading.windows-1252", values: {} },
  ]);
}

/** The charset that the head of an XML or HTML file declares. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).replace(/<!--[\s\S]*?-->/g, "");
  const found = /<\?xml[^>]*\sencoding=["']([\w-]+)["']|<meta[^>]*charset=["']?([\w-]+)/i.exec(head);
  return found?.[1] ?? found?.[2] ?? null;
}

function finished(text: string, encoding: string, remarks: readonly StaffMessage[]): Decoded {
  const characters = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const said = [...remarks];
  const lost = characters.split("\uFFFD").length - 1;
  if (lost > 0) said.push({ id: "library.reading.lost-characters", values: { count: lost } });
  // UTF-8 once read as Windows-1252 leaves Ã and a sign, or â€ and a sign.
  const ruined = (characters.match(/Ã[\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ]|â€[\u0098-\u009D˜™šœž“”¦]/g) ?? []).length;
  if (ruined > 2) said.push({ id: "library.reading.wrong-decoding", values: { count: ruined } });
  return { characters, encoding, remarks: said };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function byZeros(bytes: Uint8Array): string | null {
  const pairs = Math.min(bytes.length >> 1, 512);
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) even++;
    if (bytes[2 * pair + 1] === 0) odd++;
  }
  if (pairs < 4) return null;
  if (odd > 0.7 * pairs && even < 0.1 * pairs) return "utf-16le";
  if (even > 0.7 * pairs && odd < 0.1 * pairs) return "utf-16be";
  return null;
}
