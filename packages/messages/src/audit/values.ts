// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface AuditValues {
  "audit.earlier": Record<never, never>;
  "audit.empty": Record<never, never>;
  "audit.filter.every-record": Record<never, never>;
  "audit.filter.everyone": Record<never, never>;
  "audit.filter.person": Record<never, never>;
  "audit.filter.record": { readonly record: Text };
  "audit.filter.show": Record<never, never>;
  "audit.meta": Record<never, never>;
  "audit.table.caption": Record<never, never>;
  "audit.table.subject": Record<never, never>;
  "audit.table.what": Record<never, never>;
  "audit.table.when": Record<never, never>;
  "audit.table.who": Record<never, never>;
  "audit.text": Record<never, never>;
  "audit.title": Record<never, never>;
}

export type AuditTags = Record<never, never>;
