import type { AgeBand } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import { classifyChange } from "@concord/statistics/change";
import type { Change, Series } from "./course.ts";
import { clinicalCutoff, type Find } from "./criteria.ts";

/**
 * Has each outcome measure changed more than its error of measurement, and over the clinical line?
 *
 * Jacobson and Truax (1991) between the first and the latest rating. Two points of one client, so the
 * criterion is the instrument's, not the client's own scatter.
 */
export function changesOf(
  series: readonly Series[],
  find: Find,
  ageBand: AgeBand | undefined,
): readonly Change[] {
  return series.filter((own) => own.construct === "outcome").map((own) => changeOf(own, find, ageBand));
}

function changeOf(series: Series, find: Find, ageBand: AgeBand | undefined): Change {
  const { instrument, scale, rater, better, reliable } = series;
  const none = (reason: StaffMessage): Change => ({ kind: "none", instrument, scale, rater, reason });
  const first = series.points[0];
  const last = series.points.at(-1);
  if (first === undefined || last === undefined || first === last) {
    return none({ id: "case.change.once", values: {} });
  }
  if (better === "neither") return none({ id: "case.change.no-direction", values: {} });
  const known = find(instrument);
  if (known === null) {
    return none({ id: "case.change.not-in-catalogue", values: { instrument } });
  }
  if (reliable === undefined) {
    return none({ id: "case.change.no-criterion", values: { instrument: known.shortTitle } });
  }
  const cutoff = clinicalCutoff(known, series, ageBand);
  return {
    kind: "change",
    instrument,
    scale,
    rater,
    from: { session: first.session, value: first.value },
    to: { session: last.session, value: last.value },
    points: last.value - first.value,
    criterion: reliable.points,
    criterionBasis: reliable.basis,
    cutoff: cutoff?.value ?? null,
    state: classifyChange({
      before: first.value,
      after: last.value,
      better,
      criterion: reliable.points,
      reliable: reliable.counts,
      cutoff: cutoff === null ? null : { value: cutoff.value, clinicalSide: "inclusive" },
    }),
  };
}
