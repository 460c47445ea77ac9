// Written by `npm run messages` from the English catalogues; not edited by hand.

export interface ServerValues {
  "server.answer.address": Record<never, never>;
  "server.answer.database": Record<never, never>;
  "server.answer.failed": Record<never, never>;
  "server.answer.length": Record<never, never>;
  "server.answer.method": Record<never, never>;
  "server.answer.no-host": Record<never, never>;
  "server.answer.not-a-form": Record<never, never>;
  "server.answer.other-host": Record<never, never>;
  "server.answer.other-site": Record<never, never>;
  "server.answer.unreadable": Record<never, never>;
}

export type ServerTags = Record<never, never>;
