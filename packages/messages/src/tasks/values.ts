// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Moment, Text } from "../message.ts";

export interface TasksValues {
  "tasks.about": { readonly at: Moment; readonly session: number };
  "tasks.acknowledge": Record<never, never>;
  "tasks.acknowledged": Record<never, never>;
  "tasks.acknowledged-by": { readonly at: Moment; readonly name: Text };
  "tasks.acknowledged-late": Record<never, never>;
  "tasks.due": { readonly due: Moment };
  "tasks.empty.text": Record<never, never>;
  "tasks.empty.title": Record<never, never>;
  "tasks.intro": Record<never, never>;
  "tasks.overdue": Record<never, never>;
  "tasks.title": Record<never, never>;
  "tasks.was-due": { readonly due: Moment };
}

export type TasksTags = Record<never, never>;
