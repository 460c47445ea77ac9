import assert from "node:assert/strict";
import { test } from "node:test";
import { lastDue, nextDue } from "../src/backups/schedule.ts";
import { dayIn, instantOf } from "../src/calendar.ts";

test("the day of a moment is the one of the time zone, at both ends of the day", () => {
  // Auckland is 13 hours ahead of UTC in December, Los Angeles 8 behind.
  for (const [moment, zone, day] of [
    ["2026-12-01T10:59:59Z", "Pacific/Auckland", "2026-12-01"],
    ["2026-12-01T11:00:00Z", "Pacific/Auckland", "2026-12-02"],
    ["2026-12-01T07:59:59Z", "America/Los_Angeles", "2026-11-30"],
    ["2026-12-01T08:00:00Z", "America/Los_Angeles", "2026-12-01"],
    ["2026-12-31T23:59:59Z", "UTC", "2026-12-31"],
    ["2026-12-31T11:00:00Z", "Pacific/Auckland", "2027-01-01"],
  ] as const)
    assert.equal(dayIn(new Date(moment), zone), day, `${moment} ${zone}`);
});

test("a time of a day is one moment, also where the clock is changed", () => {
  for (const [date, time, zone, moment] of [
    ["2026-12-01", "02:30", "Pacific/Auckland", "2026-11-30T13:30:00.000Z"],
    ["2026-07-01", "02:30", "America/Los_Angeles", "2026-07-01T09:30:00.000Z"],
    ["2026-01-15", "00:00", "Asia/Kolkata", "2026-01-14T18:30:00.000Z"],
    // 29 March 2026: 02:00 becomes 03:00 in Berlin. 02:30 is left out, and read with the offset from before: 03:30.
    ["2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    // 25 October 2026: 03:00 becomes 02:00. 02:30 comes twice, and the first is meant.
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ] as const)
    assert.equal(instantOf(date, time, zone).toISOString(), moment, `${date} ${time} ${zone}`);
});

test("the last and the next time of a day that is set enclose now, every hour of a year with its clock changes", () => {
  for (const zone of ["Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata"])
    for (let hour = 0; hour < 365 * 24; hour += 7) {
      const now = new Date(Date.UTC(2026, 0, 1, hour));
      const [last, next] = [lastDue(now, "02:30", zone), nextDue(now, "02:30", zone)];
      assert.ok(last <= now && now < next, `${zone} ${now.toISOString()}`);
      const apart = (next.getTime() - last.getTime()) / 3_600_000;
      assert.ok(apart >= 22 && apart <= 26, `${zone} ${now.toISOString()}: ${apart}`);
    }
});
