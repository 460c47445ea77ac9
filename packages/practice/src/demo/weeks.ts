import { addDays, dayOf } from "../calendar.ts";

/**
 * When a therapy's sessions were held: weekly, with the practice's holidays left out, the last one first
 * found.
 */
export interface WeeklyPlan {
  readonly count: number;
  /** 1 Monday … 5 Friday. */
  readonly weekday: number;
  readonly now: Date;
  /** How many weeks ago the last session was; 0 is the most recent weekday before today. */
  readonly weeksAgo: number;
}

/** Dates in order of session. Weeks around the turn of the year and the first half of August are free. */
export function weeklyDates(plan: WeeklyPlan): readonly string[] {
  const dates: string[] = [];
  let date = addDays(lastBefore(plan.now, plan.weekday), -7 * plan.weeksAgo);
  while (dates.length < plan.count) {
    if (!isHoliday(date)) dates.push(date);
    date = addDays(date, -7);
  }
  return dates.reverse();
}

/** The most recent such weekday that is not today. */
function lastBefore(now: Date, weekday: number): string {
  let date = addDays(dayOf(now), -1);
  while (new Date(`${date}T00:00:00Z`).getUTCDay() !== weekday) date = addDays(date, -1);
  return date;
}

function isHoliday(date: string): boolean {
  const monthAndDay = date.slice(5);
  return (
    monthAndDay >= "12-23" || monthAndDay <= "01-02" || (monthAndDay >= "08-01" && monthAndDay <= "08-14")
  );
}
