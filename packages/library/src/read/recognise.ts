import type { Format } from "../text/text.ts";

const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, at) => bytes[at] === byte);

/** What kind of file is this? Its first bytes decide; the name only where they leave it open. */
export function recogniseFormat(name: string, bytes: Uint8Array): Format | "unknown" {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return "epub";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).replace(/\0/g, "");
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (/<(\w+:)?(TEI|teiCorpus|TEI\.2)[\s>]/.test(head)) return "tei";
  if (/<article[\s>][\s\S]*(article-type|dtd-version|xmlns:mml|<front[\s>])|JATS|NLM\/\/DTD/i.test(head))
    return "jats";
  if (/<!doctype html|<html[\s>]/i.test(head)) return "html";
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? "";
  if (/^x?html?$/.test(ending)) return "html";
  if (/^(md|markdown)$/.test(ending)) return "markdown";
  const zeros = bytes.subarray(0, 4096).filter((byte) => byte === 0).length;
  const isWide =
    startsWith(bytes, [0xff, 0xfe]) ||
    startsWith(bytes, [0xfe, 0xff]) ||
    zeros > 0.3 * Math.min(4096, bytes.length);
  if (zeros > 0 && !isWide) return "unknown";
  return "plain";
}
