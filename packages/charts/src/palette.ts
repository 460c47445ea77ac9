/**
 * The colours by meaning. A colour never means two things; a meaning never rests on colour
 * alone.
 */
export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly accent: string;
  readonly accentInk: string;
  readonly client: string;
  readonly therapist: string;
  readonly observer: string;
  readonly caregiver: string;
  readonly member: string;
  readonly outcome: string;
  readonly urgent: string;
  readonly urgentSoft: string;
  readonly credible: string;
  readonly credibleSoft: string;
  readonly note: string;
  readonly noteSoft: string;
  readonly good: string;
  readonly goodSoft: string;
}

export const light: Palette = {
  paper: "#faf7f2",
  surface: "#ffffff",
  sunken: "#f2ede5",
  line: "#e2dacd",
  lineStrong: "#8d8272",
  ink: "#23201c",
  inkSoft: "#575046",
  inkFaint: "#6f675b",
  accent: "#2f5d50",
  accentInk: "#ffffff",
  client: "#0f6a8b",
  therapist: "#b0501a",
  observer: "#6a45b0",
  caregiver: "#55711a",
  member: "#9c3a6b",
  outcome: "#4a5568",
  urgent: "#a3172a",
  urgentSoft: "#fbe9ea",
  credible: "#8a4b00",
  credibleSoft: "#fcefdc",
  note: "#3f5673",
  noteSoft: "#e8eef5",
  good: "#2f6b3a",
  goodSoft: "#e6f2e7",
};

export const dark: Palette = {
  paper: "#171512",
  surface: "#201d19",
  sunken: "#110f0d",
  line: "#37322b",
  lineStrong: "#857a6b",
  ink: "#efe9df",
  inkSoft: "#c0b7a9",
  inkFaint: "#a0978a",
  accent: "#86c5b1",
  accentInk: "#10221c",
  client: "#67c0de",
  therapist: "#f0a069",
  observer: "#b9a3f3",
  caregiver: "#b3cb66",
  member: "#ee9ac2",
  outcome: "#a9b4c6",
  urgent: "#ff8f98",
  urgentSoft: "#3b171b",
  credible: "#f2b862",
  credibleSoft: "#36270f",
  note: "#a8c1de",
  noteSoft: "#1e2a38",
  good: "#8fd09b",
  goodSoft: "#16301b",
};

/** Custom properties for a style sheet: `--ink-soft: #575046; …`. */
export function paletteProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`)
    .join(" ");
}
