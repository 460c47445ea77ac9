/** One `@article{key, field = value, …}`: its values joined, its macros replaced, and still in TeX. */
export interface BibtexEntry {
  /** In lower case, without `@`. */
  readonly type: string;
  /** Empty where the file gives none. */
  readonly key: string;
  /** By name in lower case; the first of two fields of one name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
}

/** Something to say about one line of the file. */
export interface BibtexRemark {
  readonly line: number;
  readonly sentence: string;
}

export interface BibtexEntries {
  /** How many entries the file holds, those that cannot be read too. */
  readonly found: number;
  readonly entries: readonly BibtexEntry[];
  /** Entries that are left out, and why. */
  readonly faults: readonly BibtexRemark[];
  /** What was read otherwise than it is written. */
  readonly remarks: readonly BibtexRemark[];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The text with the place where reading has come to. All patterns are sticky, so nothing is read twice. */
interface Reader {
  readonly text: string;
  at: number;
}

/**
 * Returns the entries of a BibTeX file with the line on which each begins, and every entry that cannot be read.
 *
 * Macros of `@string` are replaced and values joined by `#`. Text between entries is comment, as BibTeX has it. A
 * damaged entry costs only itself: a line within a value that begins a further entry says that the value was never
 * closed, and reading goes on there. The time grows with the length of the file.
 *
 * Patashnik O (1988). BibTeXing.
 */
export function bibtexEntries(text: string): BibtexEntries {
  const lineOf = lineCounter(text);
  const macros = new Map(months.map((name) => [name, name]));
  const entries: BibtexEntry[] = [];
  const faults: BibtexRemark[] = [];
  const remarks: BibtexRemark[] = [];
  let damaged = 0;
  const start = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const type = found[1]!.toLowerCase();
    const line = lineOf(found.index);
    if (type === "comment" || type === "preamble") {
      start.lastIndex = afterBraces(text, start.lastIndex);
      continue;
    }
    if (isCommentedOut(text, found.index)) {
      const sentence = `the entry @${type} stands behind a % and is left out as a comment.`;
      remarks.push({ line, sentence });
      continue;
    }
    const reader: Reader = { text, at: start.lastIndex };
    try {
      const key = type === "string" ? "" : readKey(reader);
      const { fields, twice } = readFields(reader, macros, found[2] === "{" ? "}" : ")");
      if (type === "string") for (const [name, value] of fields) macros.set(name, value);
      else entries.push({ type, key, fields, line });
      for (const name of twice)
        remarks.push({ line, sentence: `${nameOf(type, key)} has ${name} twice; the first is used.` });
      start.lastIndex = reader.at;
      const stray = match(/\s*,?\s*([A-Za-z]+)\s*=\s*["{\d]/y, text, reader.at);
      if (stray !== null)
        faults.push({
          line: lineOf(reader.at + stray[0].indexOf(stray[1]!)),
          sentence: `${nameOf(type, key)} is closed before its field ${stray[1]!}, which is lost: a brace too many.`,
        });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      damaged += 1;
      const key = keyAt(text, start.lastIndex);
      faults.push({ line, sentence: `${nameOf(type, key)} cannot be read: ${error.message}.` });
      start.lastIndex = nextEntry(text, start.lastIndex);
    }
  }
  return { found: entries.length + damaged, entries, faults, remarks };
}

/** `the entry @article smith2001`. */
export const nameOf = (type: string, key: string): string =>
  `the entry @${type}${key === "" ? "" : ` ${key.slice(0, 60)}`}`;

/** A key ends at a comma. EndNote writes none at all, and begins with the first field. */
function readKey(reader: Reader): string {
  const { text } = reader;
  if (match(/\s*[^\s=,{}()"#%]+\s*=/y, text, reader.at) !== null) return "";
  const found = match(/\s*([^,={}"\n\r]*?)[ \t]*(?:,|(?=[\n\r})]))/y, text, reader.at);
  if (found !== null) {
    reader.at += found[0].length;
    return found[1]!;
  }
  const bare = match(/\s*([^\s,={}"]+)\s+(?=[^\s=,{}()"]+\s*=)/y, text, reader.at);
  if (bare === null) throw new SyntaxError("it has neither a key nor a field");
  reader.at += bare[0].length;
  return bare[1]!;
}

function readFields(
  reader: Reader,
  macros: ReadonlyMap<string, string>,
  closing: "}" | ")",
): { readonly fields: Map<string, string>; readonly twice: readonly string[] } {
  const fields = new Map<string, string>();
  const twice: string[] = [];
  for (;;) {
    skip(reader, /(?:[\s,]|%[^\n]*)*/y);
    const sign = reader.text[reader.at];
    if (sign === closing) {
      reader.at += 1;
      return { fields, twice };
    }
    if (sign === undefined || startsEntry(reader.text, reader.at)) throw new SyntaxError("it is not closed");
    const name = match(/([^\s=,{}()"@#%]+)\s*=\s*/y, reader.text, reader.at);
    if (name === null) throw new SyntaxError("a field is not written as name = value");
    reader.at += name[0].length;
    const value = readValue(reader, macros);
    const key = name[1]!.toLowerCase();
    if (fields.has(key)) twice.push(key);
    else fields.set(key, value);
  }
}

function readValue(reader: Reader, macros: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  for (;;) {
    parts.push(readPart(reader, macros));
    const joint = match(/\s*#\s*/y, reader.text, reader.at);
    if (joint === null) return parts.join("");
    reader.at += joint[0].length;
  }
}

function readPart(reader: Reader, macros: ReadonlyMap<string, string>): string {
  const { text } = reader;
  const from = reader.at;
  const opening = text[from];
  if (opening === "{" || opening === '"') {
    const closing = opening === "{" ? "}" : '"';
    let depth = 0;
    for (let at = from + 1; at < text.length; at++) {
      const sign = text[at];
      if (sign === "\\") at += 1;
      else if (sign === "{") depth += 1;
      else if (depth === 0 && sign === closing) {
        reader.at = at + 1;
        return text.slice(from + 1, at);
      } else if (sign === "}") depth -= 1;
      else if (sign === "@" && startsEntry(text, at)) break;
    }
    throw new SyntaxError(`a ${opening === "{" ? "brace" : "quotation mark"} is opened and not closed`);
  }
  const bare = match(/[^\s,#{}()"]+/y, text, from)?.[0];
  if (bare === undefined) throw new SyntaxError("a field has no value");
  reader.at += bare.length;
  return /^\d+$/.test(bare) ? bare : (macros.get(bare.toLowerCase()) ?? bare);
}

/** Whether an `@` is the first sign of its line and begins an entry. */
function startsEntry(text: string, at: number): boolean {
  if (text[at] !== "@") return false;
  for (let before = at - 1; before >= 0 && text[before] !== "\n" && text[before] !== "\r"; before--)
    if (text[before] !== " " && text[before] !== "\t") return false;
  return match(/@[ \t]*[A-Za-z]+[ \t]*[{(]/y, text, at) !== null;
}

function isCommentedOut(text: string, at: number): boolean {
  let lineStart = at;
  while (
    lineStart > 0 &&
    text[lineStart - 1] !== "\n" &&
    text[lineStart - 1] !== "\r" &&
    at - lineStart < 200
  )
    lineStart -= 1;
  return /^\s*%/.test(text.slice(lineStart, at));
}

/** Where reading goes on after a damaged entry: at the next that begins a line, or that follows a closing brace. */
function nextEntry(text: string, from: number): number {
  const next = /[\n\r}][ \t]*(?=@[ \t]*[A-Za-z]+[ \t]*[{(])/g;
  next.lastIndex = from;
  return next.exec(text) === null ? text.length : next.lastIndex;
}

const keyAt = (text: string, at: number): string => match(/\s*([^\s,={}"]+)\s*,/y, text, at)?.[1] ?? "";

function afterBraces(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{" || text[at] === "(") depth += 1;
    if ((text[at] === "}" || text[at] === ")") && --depth === 0) return at + 1;
    if (text[at] === "@" && depth === 1 && startsEntry(text, at)) return at;
  }
  return nextEntry(text, from);
}

function skip(reader: Reader, pattern: RegExp): void {
  reader.at += match(pattern, reader.text, reader.at)?.[0].length ?? 0;
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** Gives the line of a place. Places come in order, so the text is counted once. LF, CRLF and CR end a line. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    if (at < counted) {
      line = 1;
      counted = 0;
    }
    for (; counted < at; counted++)
      if (text[counted] === "\n" || (text[counted] === "\r" && text[counted + 1] !== "\n")) line += 1;
    return line;
  };
}
