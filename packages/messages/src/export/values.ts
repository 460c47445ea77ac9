// Written by `npm run messages` from the English catalogues; not edited by hand.

export interface ExportValues {
  "export.button": Record<never, never>;
  "export.content": Record<never, never>;
  "export.logged": Record<never, never>;
  "export.meta": Record<never, never>;
  "export.text": Record<never, never>;
  "export.title": Record<never, never>;
}

export type ExportTags = Record<never, never>;
