import { rLines, rText, rTexts } from "../r-program/lines.ts";
import type { Columns } from "../table/cells.ts";
import type { ReliabilityAnalysis } from "./choices.ts";
import type { ReliabilityRequest } from "./request.ts";

/** The same with psych, lavaan and irr. */
export function reliabilityRProgram(file: string, request: ReliabilityRequest, columns: Columns): string {
  const { analysis, items, missingValues = [], reverse = [], range } = request;
  const names = items ?? Object.keys(columns).filter((name) => name !== request.count);
  const spread = names.flatMap((name) => {
    const all = Object.keys(columns);
    const [from, to] = name.split(":");
    const first = all.indexOf(from!);
    return Object.hasOwn(columns, name) || to === undefined ? [name] : all.slice(first, all.indexOf(to) + 1);
  });
  const turned = reverse.length === 0 ? [] : [keyLine(spread, reverse, range)];
  return rLines(
    "reliability",
    file,
    [
      "psych",
      ...(analysis.includes("omega") ? ["lavaan"] : []),
      ...(analysis.some((one) => one === "fleiss" || one === "krippendorff") ? ["irr"] : []),
    ],
    [
      `items <- dat[${rTexts(spread)}]`,
      ...missingValues.map((value) => `items[items == ${value}] <- NA`),
      ...turned,
      ...analysis.flatMap((one) => linesFor(one, request)),
    ],
  );
}

/** Least + most − x over all items, as psych::alpha has it. */
function keyLine(
  names: readonly string[],
  reverse: readonly string[],
  range?: readonly [number, number],
): string {
  const turn = range === undefined ? "sum(range(items, na.rm = TRUE))" : String(range[0] + range[1]);
  const at = reverse.filter((name) => names.includes(name));
  return `items[${rTexts(at)}] <- ${turn} - items[${rTexts(at)}]`;
}

function linesFor(analysis: ReliabilityAnalysis, request: ReliabilityRequest): readonly string[] {
  const { factors, rotation, weights, confidenceLevel: level, count, iccBy } = request;
  switch (analysis) {
    case "alpha":
      return [
        "a <- psych::alpha(items, check.keys = FALSE, warnings = FALSE)",
        "print(a)",
        `print(psych::alpha.ci(a$total$raw_alpha, nrow(items), ncol(items), p.val = ${1 - level}))`,
        "print(psych::guttman(cov(items, use = 'pairwise')))",
      ];
    case "omega":
      return [
        'f <- cfa(paste("common =~", paste(names(items), collapse = " + ")), items, std.lv = TRUE)',
        'l <- lavInspect(f, "est")$lambda',
        'print(sum(l)^2 / (sum(l)^2 + sum(diag(lavInspect(f, "est")$theta))))',
        `print(psych::omega(items, nfactors = ${factors ?? 3}, plot = FALSE, fm = "minres"))`,
      ];
    case "factors":
      return [
        `print(psych::fa(items, nfactors = ${factors ?? 2}, rotate = ${rText(rotation)}, fm = "minres"))`,
        'print(eigen(cor(items, use = "pairwise"))$values)',
      ];
    case "icc":
      return [`print(psych::ICC(items, lmer = ${iccBy === "reml" ? "TRUE" : "anyNA(items)"}))`];
    case "kappa": {
      const table = count === undefined ? "items" : `xtabs(dat[[${rText(count)}]] ~ items[[1]] + items[[2]])`;
      const linear =
        weights === "linear"
          ? [
              "k <- length(unique(unlist(items)))",
              "w <- outer(1:k, 1:k, function(i, j) 1 - abs(i - j) / (k - 1))",
            ]
          : [];
      return [
        ...linear,
        `print(psych::cohen.kappa(${table}${weights === "linear" ? ", w = w" : ""}))`,
        "# psych's variance of weighted kappa is not the published one; here it is that of Fleiss, Cohen and Everitt (1969)",
      ];
    }
    case "fleiss":
      return ["print(irr::kappam.fleiss(items))"];
    case "krippendorff":
      return [
        "codes <- matrix(match(unlist(items), sort(unique(unlist(items)))), nrow(items))",
        'print(irr::kripp.alpha(t(codes), "nominal"))',
        "# with complete rows irr takes n - 1/(m - 1) for n - 1; here it is n - 1 throughout",
      ];
  }
}
