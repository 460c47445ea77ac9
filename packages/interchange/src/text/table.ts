import { type Delimiter, recogniseDelimiter } from "./delimiter.ts";
import { splitRecord } from "./record.ts";

/** What a table gives its listener, in order of lines. The heading comes first, once. */
export interface TableListener {
  readonly heading: (names: readonly string[], line: number, delimiter: Delimiter) => void;
  readonly row: (fields: readonly string[], line: number) => void;
  readonly damaged: (line: number, sentence: string) => void;
}

export interface Table {
  readonly write: (text: string) => void;
  readonly finish: () => void;
}

/** A record beyond these is damage, not data: an open quotation mark has swallowed its neighbours. */
const longestRecord = 100_000;
const mostLines = 100;

/**
 * Reads a delimited table piece by piece and calls its listener record by record, with the number of the line
 * each begins on. Line ends may be LF, CRLF or CR. A first line `sep=;`, as Excel writes it, names the
 * delimiter. A quotation mark that is never closed costs its own line only: reading goes on at the next. The first
 * `skip` lines are passed over.
 */
export function table(listener: TableListener, given: Delimiter | null = null, skip = 0): Table {
  let delimiter = given;
  let headed = false;
  let rest = "";
  let line = 0;
  let overlong = false;
  /** Lines of a record whose quotation mark is still open. */
  let open: string[] = [];
  let openLength = 0;

  /** Whether the record was dealt with; `false` asks for its next line. */
  const take = (record: string, at: number, last: boolean): boolean => {
    if (!headed) {
      const named = /^sep=([,;\t|])$/i.exec(record);
      if (named !== null) delimiter ??= named[1] as Delimiter;
      if (named !== null || record.trim() === "") return true;
    }
    if (record.includes("\0")) {
      listener.damaged(at, "the line holds NUL bytes, which no text has");
      return true;
    }
    delimiter ??= recogniseDelimiter(record);
    const split = splitRecord(record, delimiter);
    if (split.kind === "open-quote") {
      if (last) listener.damaged(at, "a quotation mark is opened and not closed");
      return last;
    }
    if (split.kind === "stray-quote") {
      if (open.length > 0 && !last) return false;
      listener.damaged(at, `text follows the closing quotation mark of field ${split.column}`);
      return true;
    }
    if (headed) listener.row(split.fields, at);
    else {
      headed = true;
      listener.heading(split.fields, at, delimiter);
    }
    return true;
  };

  const takeLine = (text: string): void => {
    line++;
    if (line <= skip) return;
    if (open.length === 0) {
      if (take(text, line, false)) return;
      open = [text];
      openLength = text.length;
      return;
    }
    open.push(text);
    openLength += text.length + 1;
    if (text.includes('"')) {
      const record = open.join("\n");
      const split = delimiter === null ? null : splitRecord(record, delimiter);
      if (split?.kind === "fields") {
        const at = line - open.length + 1;
        open = [];
        take(record, at, true);
        return;
      }
      if (split?.kind === "stray-quote") {
        giveUpFirst();
        return;
      }
    }
    if (open.length > mostLines || openLength > longestRecord) giveUpFirst();
  };

  /** Reports the first waiting line as damaged and reads the others afresh. */
  const giveUpFirst = (): void => {
    const [first, ...others] = open;
    const from = line - open.length + 1;
    open = [];
    take(first!, from, true);
    line = from;
    for (const text of others) takeLine(text);
  };

  const tooLong = (): void =>
    listener.damaged(line, `the line is longer than ${longestRecord.toLocaleString("en")} characters`);

  const endLine = (text: string): void => {
    if (!overlong && text.length <= longestRecord) {
      takeLine(text);
      return;
    }
    line++;
    if (!overlong) tooLong();
    overlong = false;
  };

  return {
    write: (text) => {
      const all = rest + text;
      let from = 0;
      let lf = all.indexOf("\n");
      let cr = all.indexOf("\r");
      while (lf >= 0 || cr >= 0) {
        const end = cr < 0 || (lf >= 0 && lf < cr) ? lf : cr;
        // A CR at the very end may be half of a CRLF: wait for the next piece.
        if (end === cr && end + 1 === all.length) break;
        endLine(all.slice(from, end));
        from = end === cr && lf === cr + 1 ? end + 2 : end + 1;
        if (lf >= 0 && lf < from) lf = all.indexOf("\n", from);
        if (cr >= 0 && cr < from) cr = all.indexOf("\r", from);
      }
      rest = all.slice(from);
      if (rest.length <= longestRecord) return;
      if (!overlong) {
        line++;
        tooLong();
        line--;
      }
      overlong = true;
      rest = rest.endsWith("\r") ? "\r" : "";
    },
    finish: () => {
      if (rest !== "" || overlong) endLine(rest.endsWith("\r") ? rest.slice(0, -1) : rest);
      rest = "";
      while (open.length > 0) giveUpFirst();
    },
  };
}
