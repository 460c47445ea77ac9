import { chainsOf, effectName, formulasOf, mediation, mediationSyntax } from "@concord/statistics/mediation";
import { rColumn, rLines, rTexts } from "../r-program/lines.ts";
import type { Columns } from "../table/cells.ts";
import { type MediateRequest, modelsOf } from "./request.ts";

/** `lm` for every equation and `boot` for the effects; lavaan for mediators in a row. */
export function mediateRProgram(file: string, request: MediateRequest, columns: Columns): string {
  if (request.group !== undefined) return levelsRProgram(file, request, request.group);
  const models = modelsOf(request);
  const lines = models.flatMap((model, k) => {
    const { equations, total } = formulasOf(model);
    const names = equations.map((_, i) => `f${k + 1}_${i + 1}`);
    const fit = mediation(
      model,
      columns,
      request.values === undefined ? {} : { moderatorValues: request.values },
    );
    const effects =
      fit.kind === "refused"
        ? []
        : fit.effects.map((effect) => ({
            name: effectName(effect, fit),
            code: polynomialCode(effect.polynomial),
          }));
    const plain = (request.covariates ?? []).filter((term) => Object.hasOwn(columns, term));
    const moderator = request.w === undefined ? [] : [request.w];
    const used = [...new Set([request.x, ...request.m, request.y, ...moderator, ...plain])];
    return [
      `used <- dat[complete.cases(dat[, ${rTexts(used)}]), ]`,
      ...equations.map((formula, i) => `${names[i]} <- lm(${formula}, used)`),
      ...names.flatMap((name) => [
        `print(summary(${name}))`,
        `print(confint(${name}, level = ${request.confidenceLevel}))`,
      ]),
      ...(model.moderation === undefined ? [`print(summary(lm(${total}, used)))`] : []),
      "# every effect from all coefficients, one equation after the other",
      "effects <- function(d) {",
      `  b <- c(${equations.map((formula) => `coef(lm(${formula}, d))`).join(", ")})`,
      `  c(${effects.map(({ name, code }) => `${JSON.stringify(name)} = unname(${code})`).join(",\n    ")})`,
      "}",
      "print(effects(used))",
      ...bootLines(request, effects.length),
    ];
  });
  const syntax = chainsOf(models[0]!).some((chain) => chain.length > 1)
    ? mediationSyntax(models[0]!, columns)
    : null;
  return rLines(
    "mediate",
    file,
    [...(request.draws > 0 ? ["boot"] : []), ...(syntax === null ? [] : ["lavaan"])],
    [
      ...lines,
      ...(syntax === null
        ? []
        : [`model <- ${JSON.stringify(syntax)}`, "print(parameterEstimates(sem(model, dat)))"]),
    ],
  );
}

function bootLines(
  { draws, seed, confidenceLevel: level }: MediateRequest,
  effects: number,
): readonly string[] {
  if (draws === 0) return [];
  return [
    `set.seed(${seed})`,
    "# R draws other rows than concord does; a long bootstrap agrees",
    `drawn <- boot(used, function(d, i) effects(d[i, ]), R = ${draws})`,
    `for (k in 1:${effects}) print(boot.ci(drawn, conf = ${level}, type = c("norm", "basic", "perc"), index = k))`,
    `print(apply(drawn$t, 2, quantile, c(${(1 - level) / 2}, ${(1 + level) / 2})))`,
  ];
}

function polynomialCode(
  polynomial: readonly { readonly factor: number; readonly of: readonly number[] }[],
): string {
  return polynomial
    .map(({ factor, of }) =>
      [...(factor === 1 ? [] : [String(factor)]), ...of.map((at) => `b[${at + 1}]`)].join(" * "),
    )
    .join(" + ");
}

function levelsRProgram(
  file: string,
  { x, m, y, covariates = [], confidenceLevel: level, draws, seed }: MediateRequest,
  group: string,
): string {
  const others = covariates.map((term) => ` + ${term}`).join("");
  return rLines(
    "mediate",
    file,
    ["lmerTest"],
    [
      `d <- data.frame(dat, x = ${rColumn(x)}, m = ${rColumn(m[0]!)}, y = ${rColumn(y)}, group = factor(${rColumn(group)}))`,
      "d <- d[complete.cases(d[, c('x', 'm', 'y', 'group')]), ]",
      "d$x_between <- ave(d$x, d$group); d$x_within <- d$x - d$x_between",
      "d$m_between <- ave(d$m, d$group); d$m_within <- d$m - d$m_between",
      "# leave x_within out where the predictor never changes within a group",
      `a <- lmer(m ~ x_within + x_between${others} + (1 | group), d)`,
      `b <- lmer(y ~ m_within + m_between + x_within + x_between${others} + (1 | group), d)`,
      "print(summary(a)); print(summary(b))",
      `set.seed(${seed})`,
      "for (side in c('within', 'between')) {",
      "  p <- paste0('x_', side); q <- paste0('m_', side)",
      `  drawn <- rnorm(${Math.max(draws, 100)}, fixef(a)[p], sqrt(vcov(a)[p, p])) * rnorm(${Math.max(draws, 100)}, fixef(b)[q], sqrt(vcov(b)[q, q]))`,
      `  cat(side, fixef(a)[p] * fixef(b)[q], quantile(drawn, c(${(1 - level) / 2}, ${(1 + level) / 2})), '\n')`,
      "}",
    ],
  );
}
