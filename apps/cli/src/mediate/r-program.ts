import { chainsOf, effectName, formulasOf, mediation, mediationSyntax } from "@concord/statistics";
import type { Columns } from "../model/model-command.ts";
import { rColumn, rLines, rTexts } from "../model/r-lines.ts";
import { type MediateFlags, modelsOf } from "./request.ts";

/** `lm` for every equation and `boot` for the effects; lavaan for mediators in a row. */
export function mediateRProgram(file: string, flags: MediateFlags, columns: Columns): string {
  if (flags.group !== undefined) return levelsRProgram(file, flags, flags.group);
  const models = modelsOf(flags);
  const lines = models.flatMap((model, k) => {
    const { equations, total } = formulasOf(model);
    const names = equations.map((_, i) => `f${k + 1}_${i + 1}`);
    const fit = mediation(
      model,
      columns,
      flags.values === undefined ? {} : { moderatorValues: flags.values },
    );
    const effects =
      fit.kind === "refused"
        ? []
        : fit.effects.map((effect) => ({
            name: effectName(effect, fit),
            code: polynomialCode(effect.polynomial),
          }));
    const plain = (flags.covariates ?? []).filter((term) => Object.hasOwn(columns, term));
    const moderator = flags.w === undefined ? [] : [flags.w];
    const used = [...new Set([flags.x, ...flags.m, flags.y, ...moderator, ...plain])];
    return [
      `used <- dat[complete.cases(dat[, ${rTexts(used)}]), ]`,
      ...equations.map((formula, i) => `${names[i]} <- lm(${formula}, used)`),
      ...names.flatMap((name) => [
        `print(summary(${name}))`,
        `print(confint(${name}, level = ${flags.level / 100}))`,
      ]),
      ...(model.moderation === undefined ? [`print(summary(lm(${total}, used)))`] : []),
      "# every effect from all coefficients, one equation after the other",
      "effects <- function(d) {",
      `  b <- c(${equations.map((formula) => `coef(lm(${formula}, d))`).join(", ")})`,
      `  c(${effects.map(({ name, code }) => `${JSON.stringify(name)} = unname(${code})`).join(",\n    ")})`,
      "}",
      "print(effects(used))",
      ...bootLines(flags, effects.length),
    ];
  });
  const syntax = chainsOf(models[0]!).some((chain) => chain.length > 1)
    ? mediationSyntax(models[0]!, columns)
    : null;
  return rLines(
    "mediate",
    file,
    [...(flags.draws > 0 ? ["boot"] : []), ...(syntax === null ? [] : ["lavaan"])],
    [
      ...lines,
      ...(syntax === null
        ? []
        : [`model <- ${JSON.stringify(syntax)}`, "print(parameterEstimates(sem(model, dat)))"]),
    ],
  );
}

function bootLines({ draws, seed, level }: MediateFlags, effects: number): readonly string[] {
  if (draws === 0) return [];
  return [
    `set.seed(${seed})`,
    "# R draws other rows than concord does; a long bootstrap agrees",
    `drawn <- boot(used, function(d, i) effects(d[i, ]), R = ${draws})`,
    `for (k in 1:${effects}) print(boot.ci(drawn, conf = ${level / 100}, type = c("norm", "basic", "perc"), index = k))`,
    `print(apply(drawn$t, 2, quantile, c(${(1 - level / 100) / 2}, ${(1 + level / 100) / 2})))`,
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
  { x, m, y, covariates = [], level, draws, seed }: MediateFlags,
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
      `  cat(side, fixef(a)[p] * fixef(b)[q], quantile(drawn, c(${(1 - level / 100) / 2}, ${(1 + level / 100) / 2})), '\n')`,
      "}",
    ],
  );
}
