/** Text as a file of each encoding would hold it. */
export const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "UTF-8": (text) => new TextEncoder().encode(text),
  "UTF-8 with a byte-order mark": (text) => new TextEncoder().encode(`\uFEFF${text}`),
  "UTF-16, little end first": (text) => utf16(`\uFEFF${text}`, true),
  "UTF-16, big end first": (text) => utf16(`\uFEFF${text}`, false),
  "UTF-16 without a mark": (text) => utf16(text, true),
  "Windows-1252": (text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
};

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
}
