import { caterpillarChart } from "@concord/charts";
import { inProfileTerms, type ProfileAgreements, profileAgreement } from "@concord/statistics/dyad";
import type { Outcome } from "../analysis.ts";
import { english } from "../english.ts";
import { rLines, rTexts } from "../r-program/lines.ts";
import type { StudyResult } from "../study/study.ts";
import type { Columns } from "../table/cells.ts";
import { numberColumn } from "../table/columns.ts";
import { modelTable, type TablePart } from "../table/model-table.ts";
import { number, probability, testStatistic } from "../text/apa.ts";
import type { DyadRequest } from "./request.ts";

/** How alike the two members' profiles are. */
export function fitProfile(columns: Columns, request: DyadRequest): Outcome<StudyResult> {
  const { first, second } = itemsOf(request);
  const side = (names: readonly string[]) => {
    const own = names.map((name) => numberColumn(columns, name));
    return own[0]!.map((_, row) => own.map((column) => column[row]!));
  };
  const agreements = profileAgreement({ first: side(first), second: side(second) });
  return {
    kind: "done",
    result: {
      terms: inProfileTerms(agreements),
      sentence: sentenceOf(agreements),
      table: linesOf(agreements, first),
      figure: () => figureOf(agreements),
    },
  };
}

function itemsOf({ first, second }: DyadRequest) {
  if (first === undefined || second === undefined || first.length !== second.length)
    throw new RangeError(
      "profiles require as many items of both members, in one order: --first A1,A2,A3 --second B1,B2,B3",
    );
  return { first, second };
}

function linesOf({ dyads, items }: ProfileAgreements, names: readonly string[]): readonly TablePart[] {
  return [
    ...modelTable(
      [
        "dyad",
        "r",
        "ρ",
        "double entry",
        "ICC(2)",
        "D",
        "elevation",
        "concordance",
        "distinctive",
        "normative",
      ],
      dyads
        .slice(0, 40)
        .map((one, i) => [
          String(i + 1),
          one.pearson,
          one.spearman,
          one.doubleEntry,
          one.intraclass[1],
          Math.sqrt(one.squaredDistance),
          one.elevation,
          one.concordance,
          one.distinctive,
          one.normative,
        ]),
    ),
    ...(dyads.length > 40 ? [`and ${dyads.length - 40} more; --json has them all`] : []),
    "",
    ...modelTable(
      ["item", "ICC(1)", "lower", "upper", "p"],
      items.map((item, i) => {
        const own = item.kind === "fitted" ? item.forms[0] : undefined;
        return [names[i], own?.estimate ?? null, own?.lower ?? null, own?.upper ?? null, own?.p ?? null];
      }),
    ),
  ];
}

function sentenceOf({ dyads, meanCorrelation, elevation, elevationCorrelation }: ProfileAgreements): string {
  const middle = (values: readonly number[]) => {
    const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const share = (value: number) => number(value).replace("0.", ".");
  return `Profiles of ${dyads.length} dyads agree by r = ${share(meanCorrelation.r)} on average, ${testStatistic(meanCorrelation.t, meanCorrelation.degreesOfFreedom)}, ${probability(meanCorrelation.p)}; beyond what is usual on either side by ${share(middle(dyads.map(({ distinctive }) => distinctive)))} (median). The first member answers ${number(Math.abs(elevation.mean))} ${elevation.mean < 0 ? "lower" : "higher"}, ${testStatistic(elevation.t, elevation.degreesOfFreedom)}, ${probability(elevation.p)}; levels correlate ${share(elevationCorrelation)}.`;
}

function figureOf({ dyads }: ProfileAgreements): string {
  const rows = dyads
    .map(({ pearson, distinctive, items }, i) => ({ pearson, distinctive, items, label: String(i + 1) }))
    .sort((a, b) => a.distinctive - b.distinctive);
  return caterpillarChart(
    {
      title: "Distinctive agreement of each dyad",
      axis: { label: "Correlation beyond the usual profiles", spacing: "linear", reference: 0, zero: "bare" },
      rowHeading: "Dyad",
      estimateHeading: "r [95% CI]",
      rows: rows.map(({ distinctive, items, label }) => {
        if (!Number.isFinite(distinctive) || items < 4)
          return { kind: "hidden", label, reason: "a flat profile has no shape to compare" };
        const reach = 1.959963984540054 / Math.sqrt(items - 3);
        return {
          kind: "shown",
          label,
          effect: {
            estimate: distinctive,
            lower: Math.tanh(Math.atanh(distinctive) - reach),
            upper: Math.tanh(Math.atanh(distinctive) + reach),
          },
        };
      }),
    },
    { messages: english, standalone: true },
  );
}

export function profileRProgram(file: string, request: DyadRequest): string {
  const { first, second } = itemsOf(request);
  return rLines(
    "dyad",
    file,
    ["psych"],
    [
      `A <- as.matrix(dat[, ${rTexts(first)}]); B <- as.matrix(dat[, ${rTexts(second)}])`,
      "each <- t(sapply(seq_len(nrow(A)), function(i) c(r = cor(A[i, ], B[i, ], use = 'complete.obs'), double_entry = cor(c(A[i, ], B[i, ]), c(B[i, ], A[i, ]), use = 'complete.obs'),",
      "  distinctive = cor(A[i, ] - colMeans(A, na.rm = TRUE), B[i, ] - colMeans(B, na.rm = TRUE), use = 'complete.obs'), normative = cor(A[i, ], colMeans(B, na.rm = TRUE), use = 'complete.obs'))))",
      "print(each)",
      "print(t.test(atanh(each[abs(each[, 'r']) < 1 - 1e-12, 'r'])))",
      "for (j in seq_len(ncol(A))) print(ICC(cbind(A[, j], B[, j]), lmer = FALSE)$results)",
      "print(t.test(rowMeans(A), rowMeans(B), paired = TRUE))",
    ],
  );
}
