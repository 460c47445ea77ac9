import { practices, type Scope } from "@concord/store";
import type { AppContext } from "./app-context.ts";
import { dayIn, dayOf, hoursAfter } from "./calendar.ts";

/** Today where a practice is. */
export interface PracticeDay {
  /** The day on its clock, yyyy-mm-dd: what an empty date means. */
  readonly today: string;
  /** The first and last day that may be called today. */
  readonly earliest: string;
  readonly latest: string;
}

/**
 * Returns today in the time zone of the practice.
 *
 * A practice that never chose one has UTC and may be anywhere: there, every day that is today somewhere on earth is
 * accepted, so that no one is refused their own day.
 */
export async function practiceDay(scope: Scope, { now }: Pick<AppContext, "now">): Promise<PracticeDay> {
  const zone = (await practices.get(scope))?.timeZone ?? "UTC";
  const moment = now();
  const today = dayIn(moment, zone);
  if (zone !== "UTC") return { today, earliest: today, latest: today };
  return { today, earliest: dayOf(hoursAfter(moment, -12)), latest: dayOf(hoursAfter(moment, 14)) };
}
