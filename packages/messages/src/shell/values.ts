// Written by `npm run messages` from the English catalogues; not edited by hand.

export interface ShellValues {
  "shell.frame.about": Record<never, never>;
  "shell.frame.demo": Record<never, never>;
  "shell.frame.demo-label": Record<never, never>;
  "shell.frame.skip": Record<never, never>;
}

export type ShellTags = Record<never, never>;
