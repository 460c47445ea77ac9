import type {
  BubbleFigure,
  EffectAxis,
  FlowFigure,
  ForestFigure,
  ForestRow,
  FunnelFigure,
  InfluenceFigure,
  RadialFigure,
} from "@concord/charts";
import fc from "fast-check";

/** Words as people write them, and as nobody should: long, unbroken, in other scripts, with markup inside. */
const anyWords: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("Müller & Søn, 1998", "<b>bold</b>", "W".repeat(90), "関係の質に関する研究", ""),
);

/** Values the spacing can show; bounds may also be infinite or at the end of the scale. */
function anyValue(spacing: EffectAxis["spacing"]): fc.Arbitrary<number> {
  if (spacing === "linear") return fc.double({ min: -1e4, max: 1e4, noNaN: true });
  if (spacing === "logarithmic") return fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  return fc.double({ min: -0.9999, max: 0.9999, noNaN: true });
}

const ends = { linear: [-Infinity, Infinity], logarithmic: [0, Infinity], fisher: [-1, 1] } as const;

function anyInterval(spacing: EffectAxis["spacing"]) {
  const bound = fc.oneof(
    { weight: 9, arbitrary: anyValue(spacing) },
    { weight: 1, arbitrary: fc.constantFrom(...ends[spacing]) },
  );
  return fc.tuple(anyValue(spacing), bound, bound).map(([estimate, a, b]) => ({
    estimate,
    lower: Math.min(estimate, a, b),
    upper: Math.max(estimate, a, b),
  }));
}

const anySpacing = fc.constantFrom("linear" as const, "logarithmic" as const, "fisher" as const);

function anyAxis(spacing: EffectAxis["spacing"]): fc.Arbitrary<EffectAxis> {
  return fc.record(
    {
      label: anyWords,
      spacing: fc.constant(spacing),
      reference: fc.constantFrom(null, spacing === "logarithmic" ? 1 : 0),
      favours: fc.record({ lower: anyWords, higher: anyWords }),
      zero: fc.constantFrom("written" as const, "bare" as const),
    },
    { requiredKeys: ["label", "spacing", "reference"] },
  );
}

const anyRater = fc.constantFrom("client" as const, "therapist" as const, "observer" as const);
const anyWeight = fc.double({ min: 0, max: 1e6, noNaN: true });
const anyNotes = fc.array(anyWords, { maxLength: 2 });

export const anyForest: fc.Arbitrary<ForestFigure> = anySpacing.chain((spacing) => {
  const cells = fc.array(anyWords, { maxLength: 3 });
  const row: fc.Arbitrary<ForestRow> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record(
        {
          kind: fc.constant("effect" as const),
          label: anyWords,
          cells,
          effect: anyInterval(spacing),
          weight: anyWeight,
          rater: anyRater,
        },
        { requiredKeys: ["kind", "label", "effect", "weight"] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("absent" as const),
        label: anyWords,
        cells,
        reason: anyWords,
      }),
    },
  );
  const pooled = fc.record({
    label: anyWords,
    effect: anyInterval(spacing),
    prediction: fc.option(fc.record({ label: anyWords, bounds: anyInterval(spacing) })),
  });
  return fc.record({
    title: anyWords,
    axis: anyAxis(spacing),
    rowHeading: fc.constant("Study"),
    estimateHeading: fc.constant("r [95% CI]"),
    columns: fc.array(
      fc.record({
        heading: anyWords,
        align: fc.constantFrom("start" as const, "end" as const),
        side: fc.constantFrom("before" as const, "after" as const),
      }),
      { maxLength: 4 },
    ),
    groups: fc.array(
      fc.record({
        heading: fc.option(anyWords),
        rows: fc.array(row, { maxLength: 20 }),
        pooled: fc.array(pooled, { maxLength: 1 }),
        notes: anyNotes,
      }),
      { maxLength: 5 },
    ),
    overall: fc.array(pooled, { maxLength: 2 }),
    notes: anyNotes,
  });
});

const anyError = fc.double({ min: 0, max: 50, noNaN: true });

export const anyFunnel: fc.Arbitrary<FunnelFigure> = anySpacing.chain((spacing) => {
  const line = fc.record({ label: anyWords, estimate: anyValue(spacing) });
  const end = fc.record({ estimate: anyValue(spacing), standardError: anyError });
  return fc.record({
    title: anyWords,
    axis: anyAxis(spacing),
    points: fc.array(
      fc.record({
        label: anyWords,
        estimate: anyValue(spacing),
        standardError: anyError,
        kind: fc.constantFrom("observed" as const, "filled" as const),
        rater: anyRater,
      }),
      { maxLength: 30 },
    ),
    pooled: fc.option(line, { nil: null }),
    adjusted: fc.option(line, { nil: null }),
    regions: fc.constantFrom("significance" as const, "none" as const),
    asymmetry: fc.option(fc.record({ label: anyWords, ends: fc.tuple(end, end) }), { nil: null }),
    notes: anyNotes,
  });
});

const anyNamed = fc.constantFrom("yes" as const, "no" as const);

export const anyRadial: fc.Arbitrary<RadialFigure> = anySpacing.chain((spacing) =>
  fc.record({
    title: anyWords,
    axis: anyAxis(spacing),
    points: fc.array(
      fc.record({
        label: anyWords,
        precision: fc.double({ min: 0, max: 100, noNaN: true }),
        standardized: fc.double({ min: -60, max: 60, noNaN: true }),
        named: anyNamed,
      }),
      { maxLength: 30 },
    ),
    pooled: anyInterval(spacing),
    pooledLabel: anyWords,
  }),
);

export const anyInfluence: fc.Arbitrary<InfluenceFigure> = anySpacing.chain((spacing) =>
  fc.record({
    title: anyWords,
    axis: anyAxis(spacing),
    rowHeading: fc.constant("Study left out"),
    estimateHeading: fc.constant("r [95% CI]"),
    rows: fc.array(
      fc.record({
        label: anyWords,
        without: anyInterval(spacing),
        cooksDistance: fc.option(fc.double({ min: 0, max: 1e4, noNaN: true })),
        verdict: fc.constantFrom("influential" as const, "ordinary" as const),
      }),
      { maxLength: 30 },
    ),
    all: anyInterval(spacing).map((effect) => ({ ...effect, label: "All" })),
    cooksThreshold: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
    notes: anyNotes,
  }),
);

export const anyBubble: fc.Arbitrary<BubbleFigure> = anySpacing.chain((spacing) => {
  const moderator = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  return fc.record({
    title: anyWords,
    axis: anyAxis(spacing),
    moderatorLabel: anyWords,
    points: fc.array(
      fc.record({
        label: anyWords,
        moderator,
        estimate: anyValue(spacing),
        weight: anyWeight,
        named: anyNamed,
      }),
      { maxLength: 30 },
    ),
    fit: fc.array(
      fc
        .tuple(anyInterval(spacing), moderator)
        .map(([effect, at]) => ({ ...effect, moderator: at, prediction: effect })),
      { maxLength: 8 },
    ),
    fitLabel: anyWords,
    notes: anyNotes,
  });
});

const anyCount = fc.nat({ max: 1_000_000 });
const anyCounts = fc.array(fc.record({ label: anyWords, count: anyCount }), { maxLength: 4 });

export const anyFlow: fc.Arbitrary<FlowFigure> = fc.record({
  title: anyWords,
  stages: fc.array(
    fc.record({
      label: anyWords,
      count: anyCount,
      parts: anyCounts,
      exits: fc.array(
        fc.record({
          kind: fc.constantFrom("excluded" as const, "narrative" as const),
          label: anyWords,
          count: anyCount,
          reasons: anyCounts,
        }),
        { maxLength: 3 },
      ),
      role: fc.constantFrom("step" as const, "pooled" as const),
    }),
    { maxLength: 6 },
  ),
});
