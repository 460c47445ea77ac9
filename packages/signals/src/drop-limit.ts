import type { Point, Series } from "@concord/course";
import { leastSquares } from "@concord/statistics/change";

/** What a fall is held against; all shares in hundredths of the range. */
export interface LimitParameters {
  readonly defaultReliableShare: number;
  readonly deviations: number;
  readonly ownFloor: number;
  readonly earlierSessions: number;
}

/** How a fall stands to what chance brings. */
export interface FallJudged {
  /** The form's reliable change, or the borrowed one. */
  readonly reliableShare: number;
  /** So many of this person's own deviations; null while they are not known. */
  readonly ownLimit: number | null;
  /** The limit it passed, the form's before the person's; null if none. */
  readonly passed: number | null;
  /** Within the person's own ups and downs, beyond them, or not to be said yet. */
  readonly own: "beyond" | "within" | "unknown";
  readonly provisional: boolean;
}

/**
 * Is this fall more than the form's imprecision, or than this person's own ups and downs, would bring?
 *
 * A form's own reliable change and two of the person's own deviations each suffice. Where no reliable change
 * is known a borrowed one serves, until four ratings show how much this person's ratings move: what is
 * measured goes before what is borrowed.
 */
export function judgeFall(series: Series, now: Point, fall: number, given: LimitParameters): FallJudged {
  const ownLimit = ownDeviations(series, now, given);
  const own = ownLimit === null ? "unknown" : fall > ownLimit + rounding ? "beyond" : "within";
  const known = series.reliable;
  const reliableShare = known?.percent ?? given.defaultReliableShare;
  const reached =
    known?.counts === "at-least" ? fall >= reliableShare - rounding : fall > reliableShare + rounding;
  const reliable = reached && (known !== undefined || own === "unknown");
  return {
    reliableShare,
    ownLimit,
    passed: reliable ? reliableShare : own === "beyond" ? ownLimit : null,
    own,
    provisional: !reliable || known === undefined || known.certainty === "doubtful",
  };
}

/** Percentages are quotients; a fall of exactly one point of forty must not fail on the last bit. */
export const rounding = 1e-9;

/** Deviations around the person's own line on ln(session), from the ratings before this one alone. */
function ownDeviations(series: Series, now: Point, given: LimitParameters): number | null {
  const earlier = series.points.filter((point) => point.session > 0 && point.session < now.session);
  if (earlier.length < given.earlierSessions) return null;
  const fit = leastSquares(
    earlier.map((point) => Math.log(point.session)),
    earlier.map((point) => point.percent),
  );
  return fit.kind === "scattered" ? Math.max(given.ownFloor, given.deviations * fit.deviation) : null;
}
