import { type ScaleLinear, scaleLinear } from "d3-scale";

export interface Panel {
  readonly top: number;
  readonly bottom: number;
}

/** Where everything of a course chart stands. All panels share the session axis. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly x: ScaleLinear<number, number>;
  readonly phases: number;
  readonly flags: Panel;
  readonly main: Panel | null;
  readonly missed: Panel;
  readonly outcome: Panel | null;
  readonly axis: number;
  readonly parts: Panel | null;
}

export interface LayoutNeeds {
  readonly width: number;
  readonly firstSession: number;
  readonly lastSession: number;
  readonly phases: boolean;
  readonly flagRows: number;
  readonly main: boolean;
  readonly missedRows: number;
  readonly outcome: boolean;
  readonly dates: boolean;
  readonly parts: number;
}

export const flagRowHeight = 24;
export const missedRowHeight = 14;

/** Margins, and the session scale with half a session of air on both sides. */
export function sessionScale(
  width: number,
  first: number,
  last: number,
): { readonly x: ScaleLinear<number, number>; readonly left: number; readonly right: number } {
  const narrow = width < 560;
  const left = narrow ? 30 : 40;
  const right = width - (narrow ? 86 : 112);
  return { x: scaleLinear([first - 0.5, last + 0.5], [left, right]), left, right };
}

export function layOut(needs: LayoutNeeds): Layout {
  const narrow = needs.width < 560;
  const { x, left, right } = sessionScale(needs.width, needs.firstSession, needs.lastSession);
  let y = 18;
  const phases = y + 16;
  if (needs.phases) y += 24;
  const flags = { top: y + 4, bottom: y + 4 + needs.flagRows * flagRowHeight };
  y = flags.bottom + 6;
  const main = needs.main ? { top: y, bottom: y + (narrow ? 190 : 208) } : null;
  y = main === null ? y : main.bottom;
  const missed = { top: y + 4, bottom: y + 4 + needs.missedRows * missedRowHeight };
  y = needs.missedRows > 0 ? missed.bottom + 2 : y;
  const outcomeTop = main === null ? y + 4 : y + 30;
  const outcomeHeight = main === null ? 200 : 84;
  const outcome = needs.outcome ? { top: outcomeTop, bottom: outcomeTop + outcomeHeight } : null;
  y = outcome === null ? y : outcome.bottom;
  const axis = y;
  y += needs.dates ? 38 : 24;
  const parts = needs.parts > 0 ? { top: y + 30, bottom: y + 30 + 56 } : null;
  const rows = narrow ? needs.parts : 1;
  const height = parts === null ? y + 4 : parts.top + rows * 56 + (rows - 1) * 30 + 10;
  return {
    width: needs.width,
    height,
    narrow,
    left,
    right,
    x,
    phases,
    flags,
    main,
    missed,
    outcome,
    axis,
    parts,
  };
}
