import { pairDiagram } from "@concord/charts";
import {
  type ActorPartnerStructure,
  actorPartner,
  actorPartnerStructure,
  actorPartnerSyntax,
  type FittedActorPartner,
  type FittedPairs,
  type FittedPooledActorPartner,
  inActorPartnerTerms,
  inPooledActorPartnerTerms,
  type Pairs,
  type PatternRatio,
  pairsOfLong,
  pairsOfWide,
  pooledActorPartner,
  rolesOf,
} from "@concord/statistics/dyad";
import { type Outcome, percentOf } from "../analysis.ts";
import { english } from "../english.ts";
import { rColumn, rLines, rText } from "../r-program/lines.ts";
import type { StudyResult } from "../study/study.ts";
import type { Columns } from "../table/cells.ts";
import { modelTable, type TablePart, testedCells, testedTitles } from "../table/model-table.ts";
import { interval, number, probability, testStatistic } from "../text/apa.ts";
import type { DyadRequest } from "./request.ts";

/** Actor and partner effects of the two members of dyads. */
export function fitApim(columns: Columns, request: DyadRequest): Outcome<StudyResult> {
  const { pairs, names, canTellApart } = pairsOf(columns, request);
  const level = request.confidenceLevel;
  if (!canTellApart) return fitPooled(pairs, level, request);
  const fit = actorPartner(pairs, { level });
  if (fit.kind === "refused") return fit;
  const structure = actorPartnerStructure(pairs, names, { level });
  const own = structure.kind === "fitted" ? structure : null;
  return {
    kind: "done",
    result: {
      terms: inActorPartnerTerms(fit, own),
      sentence: sentenceOf(fit, own, request),
      table: linesOf(fit, own),
      figure: () => figureOf(fit, names, request),
    },
    notes: [
      ...leftOutNotes(fit),
      ...(structure.kind === "refused"
        ? [`the paths by maximum likelihood have no result: ${structure.reason}`]
        : []),
    ],
  };
}

/** Without roles every part of the answer comes from the one model that does not depend on the order of rows. */
function fitPooled(pairs: Pairs, level: number, request: DyadRequest): Outcome<StudyResult> {
  const fit = pooledActorPartner(pairs, { level });
  if (fit.kind === "refused") return fit;
  return {
    kind: "done",
    result: {
      terms: inPooledActorPartnerTerms(fit),
      sentence: pooledSentence(fit, request),
      table: [...pooledLines(fit.pooled), "", ...ratioLines([fit.ratio])],
      figure: () => pooledFigure(fit, request),
    },
    notes: [
      ...leftOutNotes(fit),
      "without --role the members are not told apart: one intercept, actor and partner effect for both",
    ],
  };
}

function leftOutNotes({ leftOut }: { readonly leftOut: number }): readonly string[] {
  return leftOut > 0
    ? [`${leftOut} dyads without both predictors, or without any outcome, are left out`]
    : [];
}

interface Read {
  readonly pairs: Pairs;
  readonly names: { readonly x: readonly [string, string]; readonly y: readonly [string, string] };
  /** Without a column of roles the order of rows means nothing. */
  readonly canTellApart: boolean;
}

function pairsOf(columns: Columns, { x = [], y = [], dyad, role, roles }: DyadRequest): Read {
  if (dyad !== undefined) {
    const [own, outcome] = [x[0], y[0]];
    if (own === undefined || outcome === undefined || x.length > 1 || y.length > 1)
      throw new RangeError(
        "long rows require one column each: --x COLUMN --y COLUMN --dyad COLUMN --role COLUMN",
      );
    const pairs = pairsOfLong(columns, { dyad, ...(role === undefined ? {} : { role }), x: own, y: outcome });
    const [first, second] = pairs.roles;
    const named = (column: string) => [`${first}_${column}`, `${second}_${column}`] as const;
    return { pairs, names: { x: named(own), y: named(outcome) }, canTellApart: role !== undefined };
  }
  const names = { x: two(x, "--x"), y: two(y, "--y") };
  return {
    pairs: pairsOfWide(
      columns,
      names.x,
      names.y,
      roles === undefined ? rolesOf(names.x, names.y) : two(roles, "--roles"),
    ),
    names,
    canTellApart: true,
  };
}

function two(names: readonly string[], flag: string): readonly [string, string] {
  if (names.length !== 2)
    throw new RangeError(
      `apim requires both members' columns, as ${flag} client,therapist; or --dyad and --role for a row each`,
    );
  return names as unknown as readonly [string, string];
}

function linesOf(fit: FittedActorPartner, structure: ActorPartnerStructure | null): readonly TablePart[] {
  const apart = fit.distinguishable;
  return [
    ...coefficientLines("members told apart", apart),
    `residuals: SD ${number(apart.residualDeviation, 3)} (${fit.roles[0]}), ratio ${number(apart.deviationRatio ?? 1, 3)}, correlation ${number(apart.residualCorrelation)}`,
    "",
    ...pooledLines(fit.indistinguishable),
    "",
    ...ratioLines([...fit.ratios, fit.pooledRatio]),
    "",
    ...modelTable(
      ["difference of roles", "b", "SE", "t", "p"],
      fit.differences.map((one) => [one.name, one.estimate, one.standardError, one.statistic, one.p]),
    ),
    ...(structure === null ? [] : ["", `Equal effects in both roles: ${testWords(structure)}.`]),
  ];
}

function coefficientLines(title: string, { coefficients }: FittedPairs): readonly TablePart[] {
  return modelTable(
    [title, ...testedTitles],
    coefficients.map((one) => [one.name, ...testedCells(one)]),
  );
}

function pooledLines(pooled: FittedPairs): readonly TablePart[] {
  return [
    ...coefficientLines("members not told apart", pooled),
    `residuals: SD ${number(pooled.residualDeviation, 3)}, correlation ${number(pooled.residualCorrelation)}`,
  ];
}

function ratioLines(ratios: readonly PatternRatio[]): readonly TablePart[] {
  return modelTable(
    ["k = partner / actor", "k", "SE", "interval (Fieller)", "not excluded"],
    ratios.map((ratio) => [
      ratio.role,
      ratio.value,
      ratio.standardError,
      ratioInterval(ratio),
      ratio.possible.length === 0 ? "none of the usual patterns" : ratio.possible.join(", "),
    ]),
  );
}

function ratioInterval({ interval: ends }: PatternRatio): string {
  if (ends.kind === "bounded") return `[${number(ends.lower)}, ${number(ends.upper)}]`;
  return ends.excluded === null
    ? "without bounds"
    : `outside (${number(ends.excluded[0])}, ${number(ends.excluded[1])})`;
}

function testWords({ test }: ActorPartnerStructure): string {
  return `χ²(${test.degreesOfFreedom}) = ${number(test.chiSquare)}, ${probability(test.p)}`;
}

function sentenceOf(
  fit: FittedActorPartner,
  structure: ActorPartnerStructure | null,
  request: DyadRequest,
): string {
  const of = (at: number) => {
    const one = fit.distinguishable.coefficients[at]!;
    return `b = ${number(one.estimate)}, ${interval(one.lower, one.upper, request.confidenceLevel)}, ${testStatistic(one.statistic, one.degreesOfFreedom)}, ${probability(one.p)}`;
  };
  const parts = fit.roles.map(
    (role, i) =>
      `${role}: actor ${of(2 + i)}; partner ${of(4 + i)}; k = ${number(fit.ratios[i as 0 | 1].value)}`,
  );
  const equal = structure === null ? "" : ` Equal effects in both roles: ${testWords(structure)}.`;
  return `Actor and partner effects in ${fit.dyads.toLocaleString("en")} dyads (residuals correlate ${number(fit.distinguishable.residualCorrelation)}). ${parts.join(". ")}.${equal}`;
}

function pooledSentence(fit: FittedPooledActorPartner, request: DyadRequest): string {
  const [, actor, partner] = fit.pooled.coefficients;
  const said = (one: NonNullable<typeof actor>) =>
    `b = ${number(one.estimate)}, ${interval(one.lower, one.upper, request.confidenceLevel)}, ${probability(one.p)}`;
  return `In ${fit.dyads.toLocaleString("en")} dyads whose members are not told apart the actor effect was ${said(actor!)}, the partner effect ${said(partner!)}; k = ${number(fit.ratio.value)}, ${ratioInterval(fit.ratio)}.`;
}

function figureOf(fit: FittedActorPartner, names: Read["names"], request: DyadRequest): string {
  const path = (from: string, to: string, at: number) =>
    pathOf(from, to, fit.distinguishable.coefficients[at]!);
  return pairDiagram(
    {
      title: `Both members of ${fit.dyads} dyads`,
      predictors: names.x,
      outcomes: names.y,
      paths: [
        path(names.x[0], names.y[0], 2),
        path(names.x[1], names.y[1], 3),
        path(names.x[1], names.y[0], 4),
        path(names.x[0], names.y[1], 5),
      ],
      predictorCorrelation: null,
      residualCorrelation: fit.distinguishable.residualCorrelation,
      notes: fit.ratios.map((ratio) => ratioNote(ratio, request)),
    },
    { messages: english, standalone: true },
  );
}

function pathOf(from: string, to: string, one: FittedPairs["coefficients"][number]) {
  const { estimate, standardError } = one;
  return { from, to, estimate, standardError, isClear: one.lower > 0 || one.upper < 0 };
}

function ratioNote(ratio: PatternRatio, { confidenceLevel: level }: DyadRequest): string {
  return `k = p/a for ${ratio.role}: ${number(ratio.value)}, ${percentOf(level)}% CI ${ratioInterval(ratio)}`;
}

function pooledFigure(fit: FittedPooledActorPartner, request: DyadRequest): string {
  const [, actor, partner] = fit.pooled.coefficients;
  const [x, y] = [request.x![0]!, request.y![0]!];
  const [own, other] = [`${x}, one`, `${x}, other`];
  const [ownOutcome, otherOutcome] = [`${y}, one`, `${y}, other`];
  return pairDiagram(
    {
      title: `Both members of ${fit.dyads} dyads, not told apart`,
      predictors: [own, other],
      outcomes: [ownOutcome, otherOutcome],
      paths: [
        pathOf(own, ownOutcome, actor!),
        pathOf(other, otherOutcome, actor!),
        pathOf(other, ownOutcome, partner!),
        pathOf(own, otherOutcome, partner!),
      ],
      predictorCorrelation: null,
      residualCorrelation: fit.pooled.residualCorrelation,
      notes: [ratioNote(fit.ratio, request)],
    },
    { messages: english, standalone: true },
  );
}

export function apimRProgram(file: string, request: DyadRequest, columns: Columns): string {
  const { pairs, names, canTellApart } = pairsOf(columns, request);
  if (!canTellApart) return pooledRProgram(file, request);
  const [first, second] = pairs.roles;
  const [x1, x2] = names.x;
  const [y1, y2] = names.y;
  const wide =
    request.dyad === undefined
      ? [`wide <- dat[, c(${[x1, x2, y1, y2].map(rText).join(", ")})]`]
      : [
          `role <- ${rColumn(request.role!)}`,
          `one <- dat[role == ${rText(first)}, ]; two <- dat[role == ${rText(second)}, ]`,
          `two <- two[match(one[[${rText(request.dyad)}]], two[[${rText(request.dyad)}]]), ]`,
          `wide <- setNames(data.frame(one[[${rText(request.x![0]!)}]], two[[${rText(request.x![0]!)}]], one[[${rText(request.y![0]!)}]], two[[${rText(request.y![0]!)}]]), c(${[x1, x2, y1, y2].map(rText).join(", ")}))`,
        ];
  return rLines(
    "dyad",
    file,
    ["lavaan", "nlme"],
    [
      ...wide,
      `model <- ${JSON.stringify(actorPartnerSyntax(names))}`,
      "free <- sem(model, wide, meanstructure = TRUE, fixed.x = FALSE)",
      'equal <- sem(paste(model, "\\n a1 == a2\\n p1 == p2"), wide, meanstructure = TRUE, fixed.x = FALSE)',
      "print(parameterEstimates(free, standardized = TRUE))",
      "print(lavTestLRT(free, equal))",
      "n <- nrow(wide)",
      `long <- data.frame(dyad = rep(seq_len(n), 2), role = rep(c(${rText(first)}, ${rText(second)}), each = n),`,
      `  y = c(wide[[${rText(y1)}]], wide[[${rText(y2)}]]), actor = c(wide[[${rText(x1)}]], wide[[${rText(x2)}]]), partner = c(wide[[${rText(x2)}]], wide[[${rText(x1)}]]))`,
      "long <- long[order(long$dyad), ]",
      "print(summary(gls(y ~ 0 + role + role:actor + role:partner, long, correlation = corCompSymm(form = ~1 | dyad),",
      "  weights = varIdent(form = ~1 | role), na.action = na.omit)))",
      "print(summary(gls(y ~ actor + partner, long, correlation = corCompSymm(form = ~1 | dyad), na.action = na.omit)))",
    ],
  );
}

function pooledRProgram(file: string, { x, y, dyad }: DyadRequest): string {
  return rLines(
    "dyad",
    file,
    ["nlme"],
    [
      `dyad <- as.character(${rColumn(dyad!)})`,
      "row <- seq_along(dyad)",
      "other <- ave(row, dyad, FUN = rev)",
      "other[other == row] <- NA",
      `long <- data.frame(dyad = dyad, y = ${rColumn(y![0]!)}, actor = ${rColumn(x![0]!)}, partner = ${rColumn(x![0]!)}[other])`,
      "print(summary(gls(y ~ actor + partner, long, correlation = corCompSymm(form = ~1 | dyad), na.action = na.omit)))",
    ],
  );
}
