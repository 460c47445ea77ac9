import { type CentredPart, mixedModelOf, parseExpression, parseFormula, written } from "@concord/statistics";
import { rColumn, rLines, rName, rTexts } from "../model/r-lines.ts";
import { type FitFlags, seriesOf } from "./flags.ts";

/** The R program that fits the same: lmerTest, or nlme where sessions are serially correlated. */
export function fitProgram(
  file: string,
  formula: string,
  flags: FitFlags,
  parts: readonly CentredPart[],
  columns: readonly string[] = [],
): string {
  const own = inR(formula, parts);
  const other = flags.compare === undefined ? undefined : inR(flags.compare, parts);
  const before = [
    "# Levels in the order of their characters' codes, whatever the language of the machine",
    'invisible(Sys.setlocale("LC_COLLATE", "C"))',
    ...flags.factor.map((name) => `${rColumn(name)} <- as.character(${rColumn(name)})`),
    ...centredColumns(parts),
    ...flags.let.map(
      ({ name, expression }) => `${rColumn(name)} <- with(dat, ${inR(written(expression), parts)})`,
    ),
    ...(flags.compare === undefined ? [] : [`dat <- dat[complete.cases(dat[${rTexts(columns)}]), ]`]),
  ];
  const used = parts.filter(({ name }) => own.includes(`\`${name}\``));
  return flags.ar1 === undefined
    ? rLines("fit", file, ["lmerTest"], [...before, ...lmerLines(own, other, flags, used)])
    : rLines("fit", file, ["nlme"], [...before, ...lmeLines(own, other, flags)]);
}

function lmerLines(
  formula: string,
  other: string | undefined,
  { ml, profile, level }: FitFlags,
  parts: readonly CentredPart[],
): readonly string[] {
  const control = 'control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5))';
  const fit = (of: string, likelihood: boolean) =>
    `lmer(${of}, dat, REML = ${likelihood ? "FALSE" : "TRUE"}, ${control})`;
  return [
    `fit <- ${fit(formula, ml === true)}`,
    "print(summary(fit), digits = 8)",
    "print(as.data.frame(VarCorr(fit)), digits = 8)",
    "print(lapply(ranef(fit), head))",
    ...(profile === true
      ? [`print(confint(fit, method = "profile", oldNames = FALSE, level = ${level / 100}))`]
      : []),
    ...contextualLines(parts),
    ...(other === undefined
      ? []
      : [
          `own <- ${fit(formula, true)}`,
          `other <- ${fit(other, true)}`,
          "print(anova(own, other, refit = FALSE))",
        ]),
  ];
}

/** The contrast between less within, for each variable of which the model has both parts. */
function contextualLines(parts: readonly CentredPart[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.part !== "between") return [];
    const own = parts.find(
      (other) =>
        other.part === "within" &&
        other.variable === part.variable &&
        other.group.join(":") === part.group.join(":"),
    );
    const name = (text: string) => `gsub("\`", "", names(fixef(fit))) == ${JSON.stringify(text)}`;
    const weights =
      own === undefined ? `1 * (${name(part.name)})` : `(${name(part.name)}) - (${name(own.name)})`;
    return [`print(contest1D(fit, ${weights}))`];
  });
}

function lmeLines(own: string, other: string | undefined, flags: FitFlags): readonly string[] {
  const { group, order } = seriesOf(flags.ar1!);
  const control =
    'lmeControl(opt = "nlminb", msMaxIter = 500, maxIter = 500, niterEM = 100, tolerance = 1e-10, msTol = 1e-12)';
  const along = order === null ? "1" : rName(order);
  const fit = (text: string, method: string, extra: string) => {
    const groups = groupsOf(text);
    const path = groups.includes(group) ? groups : [...groups, group];
    const correlation = `corAR1(form = ~ ${along} | ${path.map(rName).join("/")})`;
    const shared = `data = dat, method = "${method}"${extra === "none" ? "" : `, correlation = ${correlation}`}, na.action = na.omit`;
    return groups.length === 0
      ? `gls(${fixedOf(text)}, ${shared})`
      : `lme(${fixedOf(text)}, random = ${randomOf(text)}, ${shared}, control = ${control})`;
  };
  const method = flags.ml === true ? "ML" : "REML";
  return [
    ...(order === null ? [] : [`dat <- dat[order(${rColumn(group)}, ${rColumn(order)}), ]`]),
    `fit <- ${fit(own, method, "ar1")}`,
    "print(summary(fit))",
    "print(coef(fit$modelStruct$corStruct, unconstrained = FALSE), digits = 8)",
    `independent <- ${fit(own, method, "none")}`,
    "print(anova(fit, independent))",
    ...(other === undefined
      ? []
      : [
          `own <- ${fit(own, "ML", "ar1")}`,
          `other <- ${fit(other, "ML", "ar1")}`,
          "print(anova(own, other))",
        ]),
  ];
}

/** The outermost group first, as nlme nests them. */
function groupsOf(formula: string): readonly string[] {
  if (parseFormula(formula).random.length === 0) return [];
  const byDepth = mixedModelOf(formula).random.toSorted((a, b) => a.columns.length - b.columns.length);
  return [...new Set(byDepth.map(({ columns }) => columns[0]!))];
}

function randomOf(formula: string): string {
  const { random } = mixedModelOf(formula);
  const groups = groupsOf(formula).map((group) => {
    const terms = random.filter(({ columns }) => columns[0] === group);
    const effects = terms.map(({ effects: { intercept, terms: own } }) =>
      [intercept ? "1" : "0", ...own.map(({ label }) => label)].join(" + "),
    );
    const [only, ...more] = effects;
    const blocks = effects.map((effect) => `pdSymm(~ ${effect})`).join(", ");
    return `${rName(group)} = ${more.length === 0 ? `~ ${only}` : `pdBlocked(list(${blocks}))`}`;
  });
  return `list(${groups.join(", ")})`;
}

function fixedOf(formula: string): string {
  const { response, fixed } = parseFormula(formula);
  const terms = [fixed.intercept ? "1" : "0", ...fixed.terms.map(({ label }) => label)];
  return `${response === undefined ? "" : written(response)} ~ ${terms.join(" + ")}`;
}

/** The formula with within(x) and between(x) as names of columns. */
function inR(formula: string, parts: readonly CentredPart[]): string {
  const longestFirst = parts.toSorted((a, b) => b.name.length - a.name.length);
  let text = written(parseExpression(formula));
  longestFirst.forEach(({ name }, at) => {
    text = text.replaceAll(name, `\u0000${at}\u0000`);
  });
  longestFirst.forEach(({ name }, at) => {
    text = text.replaceAll(`\u0000${at}\u0000`, `\`${name}\``);
  });
  return text;
}

function centredColumns(parts: readonly CentredPart[]): readonly string[] {
  const groups = [...new Set(parts.flatMap(({ group }) => group))];
  return [
    ...(groups.length === 0 ? [] : [`dat <- dat[complete.cases(dat[${rTexts(groups)}]), ]`]),
    ...parts.flatMap(({ part, name, variable, group }, at) => {
      const x = parts.some((other) => other.name === variable) ? rColumn(variable) : `with(dat, ${variable})`;
      const by = group.map(rColumn).join(", ");
      const mean = `ave(x${at}, ${by}, FUN = function(v) mean(v, na.rm = TRUE))`;
      return [
        `x${at} <- ${x}`,
        part === "within"
          ? `${rColumn(name)} <- x${at} - ${mean}`
          : `${rColumn(name)} <- ${mean} - mean(x${at}, na.rm = TRUE)`,
      ];
    }),
  ];
}
