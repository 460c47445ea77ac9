import { raterLetter } from "../value/rater.ts";
import { csvLine } from "./csv.ts";
import type { ExportCase, ExportResponse } from "./exported.ts";

/**
 * A row for each case; items as `phq-9_s03_i05_c`, scores as `phq-9_s03_total_c`, with `_prorated` after a score
 * that has any prorated value in the file. A form that was not answered is an empty field.
 */
export function* wideTable(cases: readonly ExportCase[]): Iterable<string> {
  const columns = wideColumns(cases);
  yield csvLine(["case", "therapist", ...columns]);
  for (const own of cases) {
    const fields = new Map<string, number | boolean>();
    for (const response of own.responses)
      for (const [name, value] of fieldsOf(response)) fields.set(name, value);
    yield csvLine([own.case, own.therapist, ...columns.map((name) => fields.get(name) ?? null)]);
  }
}

/** The columns of all cases: by instrument and rater, session by session, items before scores. */
function wideColumns(cases: readonly ExportCase[]): readonly string[] {
  const columns = new Map<string, string>();
  for (const { responses } of cases) {
    for (const response of responses) {
      const { instrument, rater, session } = response;
      const place = `${instrument} ${rater} ${String(session).padStart(4, "0")}`;
      for (const [name] of fieldsOf(response)) {
        if (!columns.has(name)) columns.set(name, `${place} ${/_i\d+_/.test(name) ? 0 : 1} ${name}`);
      }
    }
  }
  return [...columns].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([name]) => name);
}

function fieldsOf(response: ExportResponse): readonly (readonly [string, number | boolean])[] {
  const { instrument, session, rater, values, scores } = response;
  const stem = `${instrument}_s${String(session).padStart(2, "0")}`;
  const letter = raterLetter[rater];
  return [
    ...Object.entries(values).map(([item, value]) => [`${stem}_${item}_${letter}`, value] as const),
    ...scores.flatMap(({ scale, value, prorated }) => {
      const name = `${stem}_${scale}_${letter}`;
      const own = [name, value] as const;
      return prorated ? [own, [`${name}_prorated`, true] as const] : [own];
    }),
  ];
}
