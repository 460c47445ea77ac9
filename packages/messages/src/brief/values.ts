// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Moment, Text } from "../message.ts";

export interface BriefValues {
  "brief.mind.child": Record<never, never>;
  "brief.mind.child.text": Record<never, never>;
  "brief.mind.distance": Record<never, never>;
  "brief.mind.distance-model": Record<never, never>;
  "brief.mind.distance.felt": { readonly scales: Text };
  "brief.mind.highest": Record<never, never>;
  "brief.mind.highest.text": Record<never, never>;
  "brief.mind.paused": Record<never, never>;
  "brief.mind.perfectionism": Record<never, never>;
  "brief.mind.ratings": Record<never, never>;
  "brief.mind.strategy": Record<never, never>;
  "brief.mind.strategy.text": { readonly strategy: Text };
  "brief.page.actions": Record<never, never>;
  "brief.page.back": Record<never, never>;
  "brief.page.no-consent": Record<never, never>;
  "brief.page.no-consent.text": Record<never, never>;
  "brief.page.print": Record<never, never>;
  "brief.page.shared": { readonly supervisors: Text };
  "brief.page.title": { readonly client: Text };
  "brief.page.title.supervision": Record<never, never>;
  "brief.sheet.comment": { readonly question: Text; readonly session: number };
  "brief.sheet.comments": Record<never, never>;
  "brief.sheet.foot": {
    readonly data: "simulated" | "real";
    readonly date: Moment;
    readonly session: number;
  };
  "brief.sheet.guidance": Record<never, never>;
  "brief.sheet.guidance.card": { readonly question: Text; readonly title: Text };
  "brief.sheet.guidance.none": Record<never, never>;
  "brief.sheet.mind": Record<never, never>;
  "brief.sheet.next": { readonly date: Moment };
  "brief.sheet.repair": Record<never, never>;
  "brief.sheet.repair.agreed": { readonly text: Text };
  "brief.sheet.repair.rupture": { readonly finding: Text; readonly session: number };
  "brief.sheet.repair.state": { readonly rating: Text; readonly state: Text; readonly steps: Text };
  "brief.sheet.repair.steps": { readonly agreed: number; readonly explored: number; readonly named: number };
  "brief.sheet.session": { readonly session: number };
  "brief.sheet.supervision": Record<never, never>;
  "brief.sheet.therapist": { readonly therapist: Text };
  "brief.sheet.urgent": { readonly sentence: Text };
}

export interface BriefTags {
  "brief.page.no-consent.text": "link";
  "brief.sheet.guidance.card": "strong";
  "brief.sheet.repair.rupture": "strong";
  "brief.sheet.urgent": "strong";
}
