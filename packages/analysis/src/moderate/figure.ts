import { conditionalEffectChart, type EffectAt, forestPlot } from "@concord/charts";
import { requireTerm, slopesAt } from "@concord/statistics/moderation";
import { combination, type FittedLinearModel } from "@concord/statistics/regression";
import { percentOf } from "../analysis.ts";
import { english } from "../english.ts";
import type { ModerateRequest, ModerateResult } from "./request.ts";
import { regionWords } from "./table.ts";

/** The effect along a numeric moderator with its bounds; the effects in the levels of a factor as a forest. */
export function moderateFigure(result: ModerateResult, request: ModerateRequest): string {
  if (result.kind === "linear") {
    const [effect] = result.fit.effects;
    const { moderator } = result.fit;
    if (moderator.kind === "factor") return levelsFigure(result, request);
    const [low, high] = ends(moderator.values);
    const along = evenly(low, high, effect!.region?.bounds);
    const w = result.fit.fit.design.names.find((_, i) => result.fit.fit.design.termOf[i] === 1) ?? request.w!;
    const slopes = slopesAt(result.fit.fit, effect!.predictor, w, along);
    const probe = effect!.probes.find(({ choice }) => choice === "mean and SD");
    return conditionalEffectChart(
      {
        title: `The effect of ${effect!.predictor} along ${request.w}`,
        moderator: request.w!,
        effectLabel: `Effect of ${effect!.predictor} on ${request.y}`,
        level: percentOf(request.confidenceLevel),
        line: slopes.map((slope, i) => effectOf(along[i]!, slope.effect)),
        probes: (probe?.slopes ?? []).map(({ at, effect: own }) => effectOf(Number(at), own)),
        bounds: effect!.region?.bounds ?? [],
        rows: moderator.values,
        notes:
          effect!.region === null
            ? []
            : [regionWords(effect!.region, request, effect!.rowsSignificant, effect!.predictor)],
      },
      { messages: english, standalone: true },
    );
  }
  if (result.kind === "quadratic") {
    const { fit, slopes, extremum, bounds, range } = result.fit;
    const along = evenly(...range, bounds);
    const places = [requireTerm(fit, request.x), ...curvedTerms(fit)];
    return conditionalEffectChart(
      {
        title: `The effect of ${request.x} along ${request.w}`,
        moderator: request.w!,
        effectLabel: `Effect of ${request.x} on ${request.y}`,
        level: percentOf(request.confidenceLevel),
        line: along.map((at) => {
          const weights = fit.coefficients.map((_, i) => [1, at, at * at][places.indexOf(i)] ?? 0);
          return effectOf(at, combination("", fit, weights));
        }),
        probes: slopes.map(({ at, effect }) => effectOf(Number(at), effect)),
        bounds,
        turn: turnOf(extremum),
        rows: [],
        notes: [],
      },
      { messages: english, standalone: true },
    );
  }
  return curveFigure(result, request);
}

/** The slope of the curve along the predictor itself: where it leaves nought, the outcome rises or falls. */
function curveFigure(
  { fit }: Extract<ModerateResult, { readonly kind: "curve" }>,
  request: ModerateRequest,
): string {
  const along = evenly(...fit.range);
  const places = [1, 2];
  return conditionalEffectChart(
    {
      title: `How steeply ${request.y} rises or falls along ${request.x}`,
      moderator: request.x,
      effectLabel: `Slope of ${request.y}`,
      level: percentOf(request.confidenceLevel),
      line: along.map((at) => {
        const weights = fit.fit.coefficients.map((_, i) => [1, 2 * at][places.indexOf(i)] ?? 0);
        return effectOf(at, combination("", fit.fit, weights));
      }),
      probes: [],
      bounds: [],
      turn: turnOf(fit.extremum),
      rows: [],
      notes: [],
    },
    { messages: english, standalone: true },
  );
}

function levelsFigure(
  { fit }: Extract<ModerateResult, { readonly kind: "linear" }>,
  request: ModerateRequest,
): string {
  const rows = fit.effects.flatMap(({ predictor, probes }) =>
    probes.flatMap(({ slopes }) =>
      slopes.map(({ at, effect }) => ({
        kind: "effect" as const,
        label: fit.effects.length > 1 ? `${predictor}, ${at}` : String(at),
        effect: { estimate: effect.estimate, lower: effect.lower, upper: effect.upper },
        weight: 1 / effect.standardError ** 2,
      })),
    ),
  );
  return forestPlot(
    {
      title: `The effect of ${request.x} on ${request.y} by ${request.w}`,
      axis: { label: `Effect of ${request.x}`, spacing: "linear", reference: 0 },
      rowHeading: request.w!,
      estimateHeading: `b [${percentOf(request.confidenceLevel)}% CI]`,
      groups: [{ heading: null, rows }],
      overall: [],
    },
    { messages: english, standalone: true },
  );
}

function curvedTerms(fit: FittedLinearModel): readonly number[] {
  return fit.coefficients.flatMap(({ name }, i) => (name.includes(":") ? [i] : [])).slice(-2);
}

function turnOf({ at, interval }: { readonly at: number; readonly interval: { readonly kind: string } }) {
  const ends = interval as { readonly lower?: number; readonly upper?: number };
  return { at, lower: ends.lower ?? null, upper: ends.upper ?? null };
}

function effectOf(
  at: number,
  { estimate, lower, upper }: { readonly estimate: number; readonly lower: number; readonly upper: number },
): EffectAt {
  return { at, estimate, lower, upper };
}

function ends(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** An even way from low to high, with a step to either side of each bound, so that shading ends there. */
function evenly(low: number, high: number, bounds: readonly number[] = []): readonly number[] {
  const step = (high - low) / 120;
  const beside = bounds.flatMap((bound) => [bound - 1e-4 * step, bound + 1e-4 * step]);
  const all = [...Array.from({ length: 121 }, (_, i) => low + i * step), ...beside];
  return all.filter((at) => at >= low && at <= high).sort((left, right) => left - right);
}
