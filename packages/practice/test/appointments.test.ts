import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import fc from "fast-check";
import { daysOfSeries, momentsOfSeries } from "../src/appointments/series.ts";
import { dayIn } from "../src/calendar.ts";
import {
  addAppointments,
  addSession,
  cancelAppointment,
  changeSettings,
  closeEpisode,
  joinGroup,
  markAttended,
  moveAppointment,
  openGroup,
  readAppointmentWeek,
  readCase,
  readCaseAppointments,
  recordMeeting,
  reopenEpisode,
  restoreAppointment,
  setNextSession,
} from "../src/index.ts";
import { type APractice, createCase, createPractice, monday } from "./practice-fixture.ts";

let of: APractice;

before(async () => {
  of = await createPractice();
  await changeSettings(of.context, of.administrator, { timeZone: "Europe/Rome" });
});
beforeEach(() => {
  of.clock.now = new Date(monday);
});
after(() => of.fresh.close());

const once = { time: "10:00", minutes: 50, everyWeeks: null, end: { times: 1 } } as const;
const weekly = (times: number) => ({ ...once, everyWeeks: 1, end: { times } });
const add = (episode: string, day: string, times: object = once) =>
  addAppointments(of.context, of.therapist, { with: { episode }, day, ...once, ...times });
const weekOf = (day: string, actor = of.therapist) =>
  readAppointmentWeek(of.context, actor, { day, all: false });
const linesOf = async (episode: string) =>
  (await readCaseAppointments(of.context, of.therapist, episode)).next;

test("a weekly series stays at ten o'clock over the change to summer time", async () => {
  const episode = await createCase(of);
  assert.deepEqual(await add(episode, "2026-03-17", weekly(3)), { added: 3, existing: 0 });
  const lines = await linesOf(episode);
  assert.deepEqual(
    lines.map((one) => [one.day, one.time, one.startsAt]),
    [
      ["2026-03-17", "10:00", "2026-03-17T09:00:00.000Z"],
      ["2026-03-24", "10:00", "2026-03-24T09:00:00.000Z"],
      ["2026-03-31", "10:00", "2026-03-31T08:00:00.000Z"],
    ],
  );
  assert.equal((await readCase(of.context, of.therapist, episode)).nextSession, "2026-03-17");
});

test("a series asked for twice is made once, and says so", async () => {
  const episode = await createCase(of);
  await add(episode, "2026-03-17", weekly(3));
  assert.deepEqual(await add(episode, "2026-03-17", weekly(4)), { added: 1, existing: 3 });
});

test("the rest of a series moves to another weekday and time; what is before stays", async () => {
  const episode = await createCase(of);
  await add(episode, "2026-03-17", weekly(4));
  const second = (await linesOf(episode))[1]?.appointment ?? "";
  const moved = await moveAppointment(of.context, of.therapist, {
    appointment: second,
    day: "2026-03-26",
    time: "15:30",
    minutes: 45,
    rest: true,
  });
  assert.equal(moved, 3);
  assert.deepEqual(
    (await linesOf(episode)).map((one) => `${one.day} ${one.time} ${one.minutes}`),
    ["2026-03-17 10:00 50", "2026-03-26 15:30 45", "2026-04-02 15:30 45", "2026-04-09 15:30 45"],
  );
});

test("a cancelled appointment is no longer the next session, and can be planned again", async () => {
  const episode = await createCase(of);
  await add(episode, "2026-03-17");
  const [only] = await linesOf(episode);
  assert.equal(
    await cancelAppointment(of.context, of.therapist, { appointment: only?.appointment ?? "", rest: true }),
    1,
  );
  assert.equal((await readCase(of.context, of.therapist, episode)).nextSession, null);
  await assert.rejects(
    cancelAppointment(of.context, of.therapist, { appointment: only?.appointment ?? "", rest: false }),
    { message: /changed in the meantime/ },
  );
  await restoreAppointment(of.context, of.therapist, only?.appointment ?? "");
  assert.equal((await readCase(of.context, of.therapist, episode)).nextSession, "2026-03-17");
});

test("recording the session settles the appointment of its day, and the next one follows", async () => {
  const episode = await createCase(of);
  await add(episode, "2026-03-02", weekly(2));
  await addSession(of.context, of.therapist, { episode, attended: false });
  const state = async () => (await weekOf("2026-03-02")).lines.find((one) => one.episode === episode)?.state;
  assert.equal(await state(), "missed");
  assert.equal((await readCase(of.context, of.therapist, episode)).nextSession, "2026-03-09");
  await markAttended(of.context, of.therapist, { episode, session: 1, attended: true });
  assert.equal(await state(), "held");
});

test("another day than the appointment's cannot be entered as the next session", async () => {
  const episode = await createCase(of);
  await add(episode, "2026-03-17");
  await assert.rejects(setNextSession(of.context, of.therapist, episode, "2026-03-20"), {
    field: "next",
    message: /17 Mar 2026/,
  });
  await setNextSession(of.context, of.therapist, episode, "2026-03-17");
});

test("an appointment without a session is listed until it is recorded; overlaps are marked", async () => {
  const [one, other] = [await createCase(of, "One"), await createCase(of, "Two")];
  await add(one, "2026-04-13");
  await add(other, "2026-04-13", { time: "10:30" });
  of.clock.now = new Date("2026-04-14T08:00:00Z");
  const { unrecorded } = await weekOf("2026-04-14");
  assert.deepEqual(
    unrecorded.filter((each) => each.day === "2026-04-13").map((each) => each.overlaps),
    [true, true],
  );
  await addSession(of.context, of.therapist, { episode: one, heldOn: "2026-04-13" });
  assert.ok(!(await weekOf("2026-04-14")).unrecorded.some((each) => each.episode === one));
});

test("ending a treatment cancels what is planned, resuming it plans it again", async () => {
  const episode = await createCase(of);
  await add(episode, "2026-05-05", weekly(2));
  await closeEpisode(of.context, of.therapist, episode, { reason: "completed", outcome: "reached" });
  const line = (await weekOf("2026-05-05")).lines.find((one) => one.episode === episode);
  assert.equal(line?.state, "cancelled");
  await assert.rejects(add(episode, "2026-05-06"), { field: "with" });
  await assert.rejects(restoreAppointment(of.context, of.therapist, line?.appointment ?? ""));
  await reopenEpisode(of.context, of.therapist, episode);
  assert.equal((await linesOf(episode)).length, 2);
  assert.equal((await readCase(of.context, of.therapist, episode)).nextSession, "2026-05-05");
});

test("a group's appointment is the next session of its members, and its meeting settles it", async () => {
  const group = await openGroup(of.context, of.therapist, { name: "Monday group" });
  const episode = await createCase(of, "Member");
  await joinGroup(of.context, of.therapist, group, { kind: "case", episode });
  await addAppointments(of.context, of.therapist, { with: { group }, day: "2026-03-02", ...weekly(2) });
  assert.equal((await readCase(of.context, of.therapist, episode)).nextSession, "2026-03-02");
  await recordMeeting(of.context, of.therapist, group, { heldOn: "2026-03-02", present: [episode] });
  assert.equal((await readCase(of.context, of.therapist, episode)).nextSession, "2026-03-09");
  const line = (await weekOf("2026-03-02")).lines.find((one) => one.group === group);
  assert.deepEqual([line?.state, line?.label], ["held", "Monday group"]);
});

test("only the therapist, leaders and the administration plan", async () => {
  const episode = await createCase(of);
  const given = { with: { episode }, day: "2026-06-01", ...once };
  await assert.rejects(addAppointments(of.context, of.other, given));
  await assert.rejects(addAppointments(of.context, of.supervisor, given));
  await addAppointments(of.context, of.administrator, given);
  assert.ok((await weekOf("2026-06-01", of.administrator)).lines.some((one) => one.episode === episode));
  assert.ok(!(await weekOf("2026-06-01", of.other)).lines.some((one) => one.episode === episode));
});

for (const [field, wrong] of [
  ["day", { day: "2026-02-30" }],
  ["day", { day: "2029-01-01" }],
  ["time", { time: "25:00" }],
  ["minutes", { minutes: 0 }],
  ["times", { everyWeeks: 1, end: { times: 105 } }],
  ["until", { everyWeeks: 1, end: { until: "2026-03-16" } }],
  ["everyWeeks", { everyWeeks: 0, end: { times: 2 } }],
] as const)
  test(`${JSON.stringify(wrong)} is refused at its field`, async () => {
    const episode = await createCase(of);
    const given = { with: { episode }, day: "2026-03-17", ...once, ...wrong };
    await assert.rejects(addAppointments(of.context, of.therapist, given), { field });
    assert.deepEqual(await linesOf(episode), []);
  });

test("a series keeps weekday and time of day in every zone, and a last day ends it", () => {
  const zones = ["Europe/Rome", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 720 }),
      fc.integer({ min: 4, max: 23 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(...zones),
      (offset, hour, everyWeeks, times, zone) => {
        const day = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
        const time = `${String(hour).padStart(2, "0")}:30`;
        const series = { day, time, everyWeeks, end: { times } };
        const days = daysOfSeries(series);
        const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "short" });
        const moments = momentsOfSeries(series, zone);
        assert.deepEqual(
          moments.map((one) => dayIn(one, zone)),
          days,
        );
        assert.ok(moments.every((one) => clock.format(one) === time));
        assert.deepEqual(daysOfSeries({ ...series, end: { until: days.at(-1) ?? "" } }), days);
      },
    ),
  );
});
