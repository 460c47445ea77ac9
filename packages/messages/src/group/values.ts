// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Moment, Text } from "../message.ts";

export interface GroupValues {
  "group.close": Record<never, never>;
  "group.close.confirm": Record<never, never>;
  "group.close.text": Record<never, never>;
  "group.closed": Record<never, never>;
  "group.co-leader": Record<never, never>;
  "group.co-leader.hint": Record<never, never>;
  "group.co-leader.none": Record<never, never>;
  "group.cohesion.caption": Record<never, never>;
  "group.cohesion.latest": Record<never, never>;
  "group.cohesion.member": Record<never, never>;
  "group.cohesion.none": Record<never, never>;
  "group.cohesion.title": Record<never, never>;
  "group.cohesion.trend": Record<never, never>;
  "group.done.changed": Record<never, never>;
  "group.done.closed": Record<never, never>;
  "group.done.handed-over": Record<never, never>;
  "group.done.joined": Record<never, never>;
  "group.done.left": Record<never, never>;
  "group.done.meeting": { readonly absent: number; readonly present: number };
  "group.done.reopened": Record<never, never>;
  "group.intro": { readonly members: number; readonly therapist: Text };
  "group.intro.co-leader": { readonly name: Text };
  "group.invalid.joining": Record<never, never>;
  "group.join.new": Record<never, never>;
  "group.join.new.save": Record<never, never>;
  "group.join.own": Record<never, never>;
  "group.join.own.save": Record<never, never>;
  "group.join.separate": Record<never, never>;
  "group.join.title": Record<never, never>;
  "group.list.closed": { readonly count: number };
  "group.list.empty.text": Record<never, never>;
  "group.list.empty.title": Record<never, never>;
  "group.list.intro": Record<never, never>;
  "group.list.members": { readonly count: number };
  "group.list.own": Record<never, never>;
  "group.list.title": Record<never, never>;
  "group.meeting.day": Record<never, never>;
  "group.meeting.intro": Record<never, never>;
  "group.meeting.links": { readonly client: Text; readonly session: number };
  "group.meeting.present": Record<never, never>;
  "group.meeting.save": Record<never, never>;
  "group.meeting.saving": Record<never, never>;
  "group.meeting.second": Record<never, never>;
  "group.meeting.title": Record<never, never>;
  "group.members.ended": Record<never, never>;
  "group.members.former": { readonly count: number };
  "group.members.leave": { readonly client: Text };
  "group.members.leave.confirm": Record<never, never>;
  "group.members.leave.text": Record<never, never>;
  "group.members.none": Record<never, never>;
  "group.members.since": { readonly date: Moment };
  "group.members.title": Record<never, never>;
  "group.members.until": { readonly date: Moment };
  "group.name": Record<never, never>;
  "group.name.hint": Record<never, never>;
  "group.new.save": Record<never, never>;
  "group.new.title": Record<never, never>;
  "group.ratings.caption": { readonly scale: Text; readonly session: number };
  "group.ratings.caption.day": { readonly date: Moment; readonly scale: Text };
  "group.ratings.empty.text": Record<never, never>;
  "group.ratings.empty.title": Record<never, never>;
  "group.ratings.intro": Record<never, never>;
  "group.ratings.none": Record<never, never>;
  "group.ratings.rater": Record<never, never>;
  "group.ratings.title": Record<never, never>;
  "group.reopen": Record<never, never>;
  "group.settings.save": Record<never, never>;
  "group.settings.title": Record<never, never>;
  "group.transfer": Record<never, never>;
  "group.transfer.cases": Record<never, never>;
  "group.transfer.confirm": Record<never, never>;
  "group.transfer.text": Record<never, never>;
  "group.transfer.to": Record<never, never>;
}

export interface GroupTags {
  "group.members.leave": "hidden";
  "group.members.since": "time";
  "group.members.until": "time";
}
