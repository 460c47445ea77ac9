/**
 * A piece of somebody's file, safe to print in one line on any terminal or page of text: control characters
 * (line breaks, ESC, bidirectional overrides) are written as escapes, and long text is cut.
 */
export function printable(text: string, longest = 40): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  let safe = "";
  for (const sign of cut) {
    const code = sign.codePointAt(0)!;
    safe += isControl(code) ? `\\u{${code.toString(16)}}` : sign;
  }
  return safe;
}

/** The same between quotation marks. */
export const quoted = (text: string, longest = 40): string => `"${printable(text, longest)}"`;

function isControl(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff
  );
}
