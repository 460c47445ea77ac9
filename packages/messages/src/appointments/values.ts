// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Moment, Text } from "../message.ts";

export interface AppointmentsValues {
  "appointments.add.day": Record<never, never>;
  "appointments.add.done": { readonly added: number; readonly existing: number };
  "appointments.add.every": Record<never, never>;
  "appointments.add.every.four": Record<never, never>;
  "appointments.add.every.once": Record<never, never>;
  "appointments.add.every.two": Record<never, never>;
  "appointments.add.every.week": Record<never, never>;
  "appointments.add.minutes": Record<never, never>;
  "appointments.add.save": Record<never, never>;
  "appointments.add.time": Record<never, never>;
  "appointments.add.times": Record<never, never>;
  "appointments.add.times.hint": Record<never, never>;
  "appointments.add.title": Record<never, never>;
  "appointments.add.until": Record<never, never>;
  "appointments.add.until.hint": Record<never, never>;
  "appointments.add.with": Record<never, never>;
  "appointments.add.with.cases": Record<never, never>;
  "appointments.add.with.choose": Record<never, never>;
  "appointments.add.with.groups": Record<never, never>;
  "appointments.add.zone": { readonly zone: Text };
  "appointments.add.zone.unset": Record<never, never>;
  "appointments.cancel": Record<never, never>;
  "appointments.cancel.confirm": Record<never, never>;
  "appointments.cancel.done": { readonly count: number };
  "appointments.case.more": { readonly count: number };
  "appointments.case.none": Record<never, never>;
  "appointments.case.plan": Record<never, never>;
  "appointments.case.title": Record<never, never>;
  "appointments.change": { readonly at: Moment; readonly label: Text };
  "appointments.empty.button": Record<never, never>;
  "appointments.empty.text": Record<never, never>;
  "appointments.empty.title": Record<never, never>;
  "appointments.line.duration": { readonly minutes: number };
  "appointments.line.group": Record<never, never>;
  "appointments.line.overlaps": Record<never, never>;
  "appointments.line.record": Record<never, never>;
  "appointments.line.series": Record<never, never>;
  "appointments.move": Record<never, never>;
  "appointments.move.done": { readonly count: number };
  "appointments.page.title": Record<never, never>;
  "appointments.rest": Record<never, never>;
  "appointments.restore": Record<never, never>;
  "appointments.restore.done": Record<never, never>;
  "appointments.session.appointment": { readonly at: Moment };
  "appointments.state.cancelled": Record<never, never>;
  "appointments.state.held": Record<never, never>;
  "appointments.state.missed": Record<never, never>;
  "appointments.today": Record<never, never>;
  "appointments.unrecorded.text": Record<never, never>;
  "appointments.unrecorded.title": { readonly count: number };
  "appointments.week.all": Record<never, never>;
  "appointments.week.label": Record<never, never>;
  "appointments.week.next": Record<never, never>;
  "appointments.week.none": Record<never, never>;
  "appointments.week.of": { readonly from: Moment; readonly to: Moment };
  "appointments.week.own": Record<never, never>;
  "appointments.week.previous": Record<never, never>;
  "appointments.week.this": Record<never, never>;
}

export interface AppointmentsTags {
  "appointments.change": "hidden";
  "appointments.session.appointment": "time";
}
