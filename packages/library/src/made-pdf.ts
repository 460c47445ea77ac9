/** A run of words at a place of the page, in points from the lower left corner. */
export interface DrawnRun {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly words: string;
}

/**
 * A PDF of runs of words of any size at any place, in the order given. Signs outside of ASCII get a code of their own
 * and stand for themselves by a ToUnicode map (ISO 32000-1, 9.10.3).
 */
export function drawnPdf(pages: readonly (readonly DrawnRun[])[]): Uint8Array {
  const others = [...new Set(pages.flat().flatMap(({ words }) => [...words]))].filter((sign) => sign > "~");
  if (others.length > 90)
    throw new RangeError(`drawnPdf requires at most 90 signs outside of ASCII: ${others.length}`);
  const hex = (code: number, width: number): string => code.toString(16).toUpperCase().padStart(width, "0");
  const utf16 = (sign: string): string =>
    Array.from({ length: sign.length }, (_, at) => hex(sign.charCodeAt(at), 4)).join("");
  const codeOf = (sign: string): number => {
    const other = others.indexOf(sign);
    return other < 0 ? sign.charCodeAt(0) : 0xa1 + other;
  };
  const ascii = Array.from({ length: 95 }, (_, at) => [0x20 + at, String.fromCharCode(0x20 + at)] as const);
  const codes = [...ascii, ...others.map((sign) => [codeOf(sign), sign] as const)];
  const rows = codes.map(([code, sign]) => `<${hex(code, 2)}> <${utf16(sign)}>`);
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <FF> endcodespacerange ${rows.length} beginbfchar\n${rows.join("\n")}\nendbfchar endcmap end end`;
  const streams = pages.map((runs) =>
    runs
      .map(({ x, y, size, words }) => {
        const shown = [...words].map((sign) => hex(codeOf(sign), 2)).join("");
        return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${shown}> Tj ET`;
      })
      .join("\n"),
  );
  return pdfOf(streams, { toUnicode: map });
}

/** A PDF of the given pages, one line of text per entry. */
export function smallPdf(
  pages: readonly (readonly string[])[],
  extra: { readonly labels?: string; readonly encrypt?: boolean } = {},
): Uint8Array {
  const streams = pages.map((lines) => {
    const shown = lines
      .map((line, at) => `1 0 0 1 72 ${720 - 14 * at} Tm (${line.replace(/([()\\])/g, "\\$1")}) Tj`)
      .join("\n");
    return `BT /F1 11 Tf\n${shown}\nET`;
  });
  return pdfOf(streams, extra);
}

/** Pages of these streams, written by hand after ISO 32000-1, 7.5. */
function pdfOf(
  streams: readonly string[],
  extra: { readonly labels?: string; readonly encrypt?: boolean; readonly toUnicode?: string },
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add("");
  const tree = add("");
  const map =
    extra.toUnicode === undefined
      ? null
      : add(`<< /Length ${extra.toUnicode.length} >>\nstream\n${extra.toUnicode}\nendstream`);
  const font = add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding${map === null ? "" : ` /ToUnicode ${map} 0 R`} >>`,
  );
  const kids: number[] = [];
  for (const stream of streams) {
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    kids.push(
      add(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      ),
    );
  }
  const labels = extra.labels === undefined ? "" : `/PageLabels << /Nums [${extra.labels}] >>`;
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R ${labels} >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`;
  const lock = "00".repeat(32);
  const encrypt =
    extra.encrypt === true
      ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${lock}> /U <${lock}> /P -4 >> /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`
      : "";
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R${encrypt} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
