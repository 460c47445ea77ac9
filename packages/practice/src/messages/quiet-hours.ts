/** Hours of the day in which no client is sent anything, in the practice's time zone: "21:00" to "08:00". */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const minute = 60_000;

/**
 * Returns when a message may be sent: at the moment itself, or when the quiet hours end. The minutes of the time zone's
 * own clock decide, also on the days on which it is set forward or back. Equal times mean no quiet hours.
 */
export function afterQuietHours(moment: Date, quiet: QuietHours, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const minutesAt = (at: number) => minutesOf(clock.format(at));
  const from = minutesOf(quiet.from);
  const to = minutesOf(quiet.to);
  const isQuiet = (at: number) => {
    const now = minutesAt(at);
    return from <= to ? now >= from && now < to : now >= from || now < to;
  };
  if (from === to || !isQuiet(moment.getTime())) return moment;
  let at = Math.floor(moment.getTime() / minute) * minute;
  // To the end by the clock's own reckoning first, then minute by minute: on two days a year the clock jumps on the way.
  const left = (to - minutesAt(at) + 1440) % 1440;
  at += Math.max(0, left - 180) * minute;
  while (isQuiet(at)) at += minute;
  return new Date(at);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Returns whether a text is a time of day: "08:00". */
export const isTimeOfDay = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
