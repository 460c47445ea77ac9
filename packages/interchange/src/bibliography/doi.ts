/**
 * Returns the DOI `10.1037/pst0000172` out of however a file writes it, or null where it writes none.
 *
 * A DOI may hold any printable sign (ISO 26324), `<`, `>`, `;` and brackets among them: those made from SICIs do. So
 * it goes on to the next space or quotation mark; a mark at its end belongs to the sentence around it, and a bracket
 * at its end does where the DOI has not opened it. In an address signs are escaped with `%`, in XML with `&`.
 */
export function bareDoi(text: string): string | null {
  const found = /10\.\d{4,9}\/[^\s"]+/.exec(unescaped(text));
  if (found === null) return null;
  const doi = withoutEnd(found[0]);
  return /^10\.\d{4,9}\/./.test(doi) ? doi : null;
}

/** Returns a DOI as TeX writes it (`\_`, `{\_}`, `$<$`, `{\textless}`) without its TeX, and then bare. */
export function texDoi(tex: string): string | null {
  const plain = tex
    .replace(/\\textless\s*(?:\{\})?/g, "<")
    .replace(/\\textgreater\s*(?:\{\})?/g, ">")
    .replace(/\\textunderscore\s*(?:\{\})?/g, "_")
    .replace(/\\([_&%#$~^{}])/g, "$1")
    .replace(/\$\s*([<>_])\s*\$/g, "$1")
    .replace(/[{}]/g, "");
  return bareDoi(plain);
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&" };

function unescaped(text: string): string {
  const plain = text.replace(/&(lt|gt|amp);/g, (_, name: string) => entities[name]!);
  if (!/https?:|doi\.org/i.test(plain)) return plain;
  return plain.replace(/%(3C|3E|28|29|3A|3B|5B|5D|2F)/gi, (sign) => decodeURIComponent(sign));
}

const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{", ">": "<" };

function withoutEnd(text: string): string {
  let doi = text;
  for (;;) {
    const last = doi.at(-1) ?? "";
    const opens = pairs[last];
    const belongs = opens !== undefined && count(doi, opens) >= count(doi, last);
    if (!/[.,;:'’”]/.test(last) && (opens === undefined || belongs)) return doi;
    doi = doi.slice(0, -1);
  }
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
