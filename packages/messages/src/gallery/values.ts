// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface GalleryValues {
  "gallery.buttons.disabled": Record<never, never>;
  "gallery.buttons.grave": Record<never, never>;
  "gallery.buttons.main": Record<never, never>;
  "gallery.buttons.plain": Record<never, never>;
  "gallery.buttons.pressed": { readonly button: Text };
  "gallery.buttons.quiet": Record<never, never>;
  "gallery.buttons.title": Record<never, never>;
  "gallery.colours.other": Record<never, never>;
  "gallery.colours.raters": Record<never, never>;
  "gallery.colours.severity": Record<never, never>;
  "gallery.colours.title": Record<never, never>;
  "gallery.course": Record<never, never>;
  "gallery.empty.text": Record<never, never>;
  "gallery.empty.title": Record<never, never>;
  "gallery.fields.check": Record<never, never>;
  "gallery.fields.choice": Record<never, never>;
  "gallery.fields.first": Record<never, never>;
  "gallery.fields.hint": Record<never, never>;
  "gallery.fields.line": Record<never, never>;
  "gallery.fields.lines": Record<never, never>;
  "gallery.fields.problem": Record<never, never>;
  "gallery.fields.second": Record<never, never>;
  "gallery.fields.title": Record<never, never>;
  "gallery.fields.with-problem": Record<never, never>;
  "gallery.lead": Record<never, never>;
  "gallery.meta": Record<never, never>;
  "gallery.notices.information": Record<never, never>;
  "gallery.notices.information-text": Record<never, never>;
  "gallery.notices.notable": Record<never, never>;
  "gallery.notices.notable-text": Record<never, never>;
  "gallery.notices.saved": Record<never, never>;
  "gallery.notices.title": Record<never, never>;
  "gallery.notices.urgent": Record<never, never>;
  "gallery.notices.urgent-text": Record<never, never>;
  "gallery.questions": Record<never, never>;
  "gallery.table.caption": Record<never, never>;
  "gallery.table.client": Record<never, never>;
  "gallery.table.last-session": Record<never, never>;
  "gallery.table.sessions": Record<never, never>;
  "gallery.table.severity": Record<never, never>;
  "gallery.table.title": Record<never, never>;
  "gallery.table.trajectory": Record<never, never>;
  "gallery.text.l": Record<never, never>;
  "gallery.text.m": Record<never, never>;
  "gallery.text.numbers": { readonly first: number; readonly second: number };
  "gallery.text.s": Record<never, never>;
  "gallery.text.sentence": Record<never, never>;
  "gallery.text.title": Record<never, never>;
  "gallery.text.xl": Record<never, never>;
  "gallery.text.xs": Record<never, never>;
  "gallery.text.xxl": Record<never, never>;
  "gallery.title": Record<never, never>;
  "gallery.tone.credible": Record<never, never>;
  "gallery.tone.good": Record<never, never>;
  "gallery.tone.note": Record<never, never>;
  "gallery.tone.urgent": Record<never, never>;
  "gallery.views.label": Record<never, never>;
  "gallery.views.one": Record<never, never>;
  "gallery.views.two": Record<never, never>;
}

export type GalleryTags = Record<never, never>;
