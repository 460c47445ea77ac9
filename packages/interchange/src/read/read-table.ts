import { makePlan, type Purpose } from "../mapping/make-plan.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { Plan } from "../mapping/plan.ts";
import type { ProblemLog } from "../problem.ts";
import type { Source } from "../ratings.ts";
import type { Delimiter } from "../text/delimiter.ts";
import { delimiterName } from "../text/delimiter.ts";
import { type SheetListener, sheet } from "../text/sheet.ts";
import { textStream } from "../text/text-stream.ts";
import { type RowCounts, type RowReader, rowReader } from "./row-reader.ts";
import type { LeftOut } from "./rows-left-out.ts";
import type { Sink } from "./sink.ts";

export interface TableRead<S extends Sink> {
  /** Null where the file could not be used at all; the log then says why. */
  readonly sink: S | null;
  readonly plan: Plan | null;
  readonly counts: RowCounts;
  readonly encoding: string;
  readonly delimiter: string;
  readonly notes: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Reads a whole table through a sink that is made once the heading is known. `stop` is asked after every piece:
 * a sentence ends the reading, and nothing of the file is used.
 */
export async function readTable<S extends Sink>(
  source: Source,
  mapping: Mapping,
  log: ProblemLog,
  makeSink: (plan: Plan) => S,
  stop: (sink: S) => string | null = () => null,
  purpose: Purpose = "course",
): Promise<TableRead<S>> {
  let sink: S | null = null;
  let plan: Plan | null = null;
  let reader: RowReader | null = null;
  let refused = false;
  let delimiter: Delimiter = ",";
  let headingLine = 1;
  const refuse = (sentence: string, kind: "file" | "heading" | "too-large" = "file"): void => {
    refused = true;
    log.add({
      kind,
      line: kind === "heading" ? headingLine : null,
      column: null,
      sentence,
      kept: "Nothing was read.",
    });
  };
  const listener: SheetListener = {
    heading: (names, line, found) => {
      headingLine = line;
      delimiter = found;
      const made = makePlan(mapping, names, purpose);
      if (made.kind === "no-plan") {
        for (const sentence of made.problems) refuse(sentence, "heading");
        return;
      }
      plan = made;
      sink = makeSink(made);
      reader = rowReader(made, delimiter, sink, log, (sentence) => refuse(sentence, "heading"));
    },
    row: (fields, line) => reader?.row(fields, line),
    unreadable: (kind, line, sentence) => {
      if (!refused) reader?.unreadable(kind, line, sentence);
    },
  };
  const rows = sheet(listener, mapping.skip ?? null);
  const text = textStream();
  let anything = false;
  for await (const piece of piecesOf(source)) {
    const decoded = typeof piece === "string" ? piece : text.decode(piece);
    if (typeof decoded !== "string") {
      refuse(decoded.sentence);
      break;
    }
    anything ||= decoded.trim() !== "";
    rows.write(decoded);
    const sentence = sink === null ? null : stop(sink);
    if (sentence !== null) refuse(sentence, "too-large");
    if (refused) break;
  }
  if (!refused) {
    const rest = text.finish();
    anything ||= rest.trim() !== "";
    rows.write(rest);
    rows.finish();
    (reader as RowReader | null)?.finish();
    const sentence = sink === null || refused ? null : stop(sink);
    if (sentence !== null) refuse(sentence, "too-large");
    if (!anything) refuse("The file is empty.");
    else if (plan === null && !refused) refuse("The file has no heading that can be read.");
  }
  const made = reader as RowReader | null;
  const counts = { ...(made?.counts ?? { rows: 0, used: 0, passedOver: 0, missing: 0 }) };
  if (made !== null && counts.rows === 0 && log.total() === 0) {
    refuse("The file has a heading and nothing below it.");
  }
  const found = plan as Plan | null;
  return {
    sink: refused ? null : sink,
    plan,
    counts,
    encoding: text.encoding(),
    delimiter: delimiterName[delimiter],
    notes: [...text.notes(), ...rows.remarks(), ...(found?.notes ?? []), ...(made?.remarks() ?? [])],
    leftOut: made?.leftOut() ?? [],
  };
}

async function* piecesOf(source: Source): AsyncIterable<string | Uint8Array> {
  if (typeof source === "string") yield source.replace(/^\uFEFF/, "");
  else if (source instanceof Uint8Array) yield source;
  else yield* source;
}
