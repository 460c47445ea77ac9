// Written by `npm run messages` from the English catalogues; not edited by hand.

export interface FormValues {
  "form.problem.choice": Record<never, never>;
  "form.problem.day": Record<never, never>;
  "form.problem.empty": Record<never, never>;
  "form.problem.number": Record<never, never>;
  "form.problem.other": Record<never, never>;
  "form.problem.too-large": { readonly most: number };
  "form.problem.too-long": { readonly most: number };
  "form.problem.too-many": { readonly most: number };
  "form.problem.too-short": { readonly least: number };
  "form.problem.too-small": { readonly least: number };
  "form.problem.whole-number": Record<never, never>;
}

export type FormTags = Record<never, never>;
