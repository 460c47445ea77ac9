/** One `@article{key, field = value, …}`, its values joined and still in TeX. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
}

export interface BibtexFault {
  readonly line: number;
  readonly sentence: string;
}

export interface BibtexRead {
  readonly entries: readonly BibtexEntry[];
  readonly faults: readonly BibtexFault[];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Takes a BibTeX file apart: entries, `@string` macros, values joined by `#`. Text between entries is comment, as
 * BibTeX has it. A damaged entry costs itself only: reading goes on at the next `@` that begins a line.
 */
export function bibtexEntries(text: string): BibtexRead {
  const macros = new Map(months.map((name) => [name, name]));
  const entries: BibtexEntry[] = [];
  const faults: BibtexFault[] = [];
  const start = /@\s*([A-Za-z]+)\s*[{(]/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const type = found[1]!.toLowerCase();
    const line = lineOf(text, found.index);
    if (type === "comment" || type === "preamble") {
      start.lastIndex = skipBraces(text, start.lastIndex);
      continue;
    }
    const reader = { text, at: start.lastIndex };
    try {
      const key = type === "string" ? "" : readKey(reader);
      const fields = readFields(reader, macros);
      if (type === "string") for (const [name, value] of fields) macros.set(name, value);
      else entries.push({ type, key, fields, line });
      start.lastIndex = reader.at;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      faults.push({ line, sentence: `the entry @${type} cannot be read: ${error.message}.` });
      const next = /\n\s*@/g;
      next.lastIndex = start.lastIndex;
      const after = next.exec(text);
      start.lastIndex = after === null ? text.length : after.index;
    }
  }
  return { entries, faults };
}

interface Reader {
  readonly text: string;
  at: number;
}

function readKey(reader: Reader): string {
  const end = reader.text.slice(reader.at).search(/[,})]/);
  if (end < 0) throw new SyntaxError("it is not closed");
  const key = reader.text.slice(reader.at, reader.at + end).trim();
  reader.at += end;
  if (reader.text[reader.at] === ",") reader.at += 1;
  return key;
}

function readFields(reader: Reader, macros: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map<string, string>();
  for (;;) {
    const rest = reader.text.slice(reader.at, reader.at + 2_000);
    const closed = /^[\s,]*[})]/.exec(rest);
    if (closed !== null) {
      reader.at += closed[0].length;
      return fields;
    }
    const name = /^[\s,]*([^\s=,{}()"@#]+)\s*=\s*/.exec(rest);
    if (name === null) throw new SyntaxError("a field is not written as name = value");
    reader.at += name[0].length;
    fields.set(name[1]!.toLowerCase(), readValue(reader, macros));
  }
}

function readValue(reader: Reader, macros: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  for (;;) {
    parts.push(readPart(reader, macros));
    const joint = /^\s*#\s*/.exec(reader.text.slice(reader.at, reader.at + 200));
    if (joint === null) return parts.join("");
    reader.at += joint[0].length;
  }
}

function readPart(reader: Reader, macros: ReadonlyMap<string, string>): string {
  const { text } = reader;
  const from = reader.at;
  const opening = text[from];
  if (opening === "{" || opening === '"') {
    let depth = 0;
    for (let at = from + 1; at < text.length; at++) {
      const sign = text[at];
      if (sign === "\\") at += 1;
      else if (sign === "{") depth += 1;
      else if (depth === 0 && sign === (opening === "{" ? "}" : '"')) {
        reader.at = at + 1;
        return text.slice(from + 1, at);
      } else if (sign === "}") depth -= 1;
    }
    throw new SyntaxError(`a ${opening === "{" ? "brace" : "quotation mark"} is opened and not closed`);
  }
  const bare = /^[^\s,#{}()"]+/.exec(text.slice(from, from + 200))?.[0];
  if (bare === undefined) throw new SyntaxError("a field has no value");
  reader.at += bare.length;
  return /^\d+$/.test(bare) ? bare : (macros.get(bare.toLowerCase()) ?? bare);
}

function skipBraces(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{" || text[at] === "(") depth += 1;
    if ((text[at] === "}" || text[at] === ")") && --depth === 0) return at + 1;
  }
  return text.length;
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index++) if (text[index] === "\n") line += 1;
  return line;
}
