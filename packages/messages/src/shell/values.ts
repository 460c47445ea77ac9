// Written by `npm run messages` from the English catalogues; not edited by hand.

export interface ShellValues {
  "shell.error.conflict.text": Record<never, never>;
  "shell.error.conflict.title": Record<never, never>;
  "shell.error.failed.text": Record<never, never>;
  "shell.error.failed.title": Record<never, never>;
  "shell.error.invalid.text": Record<never, never>;
  "shell.error.invalid.title": Record<never, never>;
  "shell.error.no-connection.text": Record<never, never>;
  "shell.error.no-connection.title": Record<never, never>;
  "shell.error.not-found.text": Record<never, never>;
  "shell.error.not-found.title": Record<never, never>;
  "shell.error.refused.text": Record<never, never>;
  "shell.error.refused.title": Record<never, never>;
  "shell.error.start-page": Record<never, never>;
  "shell.error.too-large.text": Record<never, never>;
  "shell.error.too-large.title": Record<never, never>;
  "shell.error.too-many.text": Record<never, never>;
  "shell.error.too-many.title": Record<never, never>;
  "shell.error.try-again": Record<never, never>;
  "shell.error.unavailable.text": Record<never, never>;
  "shell.error.unavailable.title": Record<never, never>;
  "shell.frame.about": Record<never, never>;
  "shell.frame.demo": Record<never, never>;
  "shell.frame.demo-label": Record<never, never>;
  "shell.frame.skip": Record<never, never>;
}

export type ShellTags = Record<never, never>;
