import { parseExpression, parseFormula, written } from "@concord/statistics/formula";
import { type CentredPart, mixedModelOf } from "@concord/statistics/multilevel";
import { rColumn, rLines, rName, rText, rTexts } from "../r-program/lines.ts";
import { type FitRequest, seriesOf } from "./request.ts";

/** The R program that fits the same: lmerTest, or nlme where sessions are serially correlated. */
export function fitProgram(
  file: string,
  request: FitRequest,
  parts: readonly CentredPart[],
  columns: readonly string[] = [],
): string {
  const inR = partsInR(parts, request.ar1 === undefined ? "lme4" : "nlme");
  const own = formulaInR(request.formula, inR);
  const other = request.compare === undefined ? undefined : formulaInR(request.compare, inR);
  const complete = columns.map((name) => inR.find((part) => part.name === name)?.column ?? name);
  const before = [
    "# Levels in the order of their characters' codes, whatever the language of the machine",
    'invisible(Sys.setlocale("LC_COLLATE", "C"))',
    ...request.factor.map((name) => `${rColumn(name)} <- as.character(${rColumn(name)})`),
    ...centredColumns(inR),
    ...request.let.map(
      ({ name, expression }) => `${rColumn(name)} <- with(dat, ${formulaInR(written(expression), inR)})`,
    ),
    ...(request.compare === undefined ? [] : [`dat <- dat[complete.cases(dat[${rTexts(complete)}]), ]`]),
  ];
  const used = inR.filter(({ column }) => own.includes(rName(column)));
  return request.ar1 === undefined
    ? rLines("fit", file, ["lmerTest"], [...before, ...lmerLines(own, other, request, used)])
    : rLines("fit", file, ["nlme"], [...before, ...lmeLines(own, other, request, used)]);
}

function lmerLines(
  formula: string,
  other: string | undefined,
  { ml, profile, confidenceLevel: level }: FitRequest,
  parts: readonly RPart[],
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
      ? [`print(confint(fit, method = "profile", oldNames = FALSE, level = ${level}))`]
      : []),
    ...contrasts(parts, "fixef(fit)").map((weights) => `print(contest1D(fit, ${weights}))`),
    ...(other === undefined
      ? []
      : [
          `own <- ${fit(formula, true)}`,
          `other <- ${fit(other, true)}`,
          "print(anova(own, other, refit = FALSE))",
        ]),
  ];
}

function lmeLines(
  own: string,
  other: string | undefined,
  request: FitRequest,
  parts: readonly RPart[],
): readonly string[] {
  const given = seriesOf(request.ar1!);
  const renamed = plainNames([own, other ?? "", rName(given.group), rName(given.order ?? "1")]);
  const nameOf = (name: string) => renamed.get(name) ?? name;
  const plainly = (text: string) =>
    [...renamed].reduce((all, [name, plain]) => all.replaceAll(`\`${name}\``, plain), text);
  const group = nameOf(given.group);
  const order = given.order === null ? null : nameOf(given.order);
  const control =
    'lmeControl(opt = "nlminb", msMaxIter = 500, maxIter = 500, niterEM = 100, tolerance = 1e-10, msTol = 1e-12)';
  const along = order === null ? "1" : rName(order);
  const fit = (formula: string, method: string, extra: string) => {
    const text = plainly(formula);
    const groups = groupsOf(text);
    const path = groups.includes(group) ? groups : [...groups, group];
    const correlation = `corAR1(form = ~ ${along} | ${path.map(rName).join("/")})`;
    const shared = `data = dat, method = "${method}"${extra === "none" ? "" : `, correlation = ${correlation}`}, na.action = na.omit`;
    return groups.length === 0
      ? `gls(${fixedOf(text)}, ${shared})`
      : `lme(${fixedOf(text)}, random = ${randomOf(text)}, ${shared}, control = ${control})`;
  };
  const method = request.ml === true ? "ML" : "REML";
  return [
    ...[...renamed].map(
      ([name, plain]) =>
        `names(dat)[names(dat) == ${rText(name)}] <- ${rText(plain)}  # nlme takes plain names`,
    ),
    ...(order === null ? [] : [`dat <- dat[order(${rColumn(group)}, ${rColumn(order)}), ]`]),
    `fit <- ${fit(own, method, "ar1")}`,
    "print(summary(fit))",
    "print(coef(fit$modelStruct$corStruct, unconstrained = FALSE), digits = 8)",
    ...contrasts(parts, "coefficients").flatMap((weights) => [
      `coefficients <- ${groupsOf(plainly(own)).length === 0 ? "coef" : "fixef"}(fit)`,
      `k <- ${weights}`,
      ...(request.ml === true ? ["n <- nobs(fit)", "small <- n / (n - length(k))"] : ["small <- 1"]),
      "print(c(estimate = sum(k * coefficients), se = sqrt(small * c(t(k) %*% vcov(fit) %*% k))), digits = 8)",
    ]),
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

/** Names in backticks with the plain ones that stand for them: nlme takes formulas apart by names. */
function plainNames(texts: readonly string[]): ReadonlyMap<string, string> {
  const names = new Set(texts.flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)));
  const taken = new Set<string>();
  return new Map(
    [...names].map((name) => {
      const stem = name.replace(/[^A-Za-z0-9]+/g, ".").replace(/^(?![A-Za-z])/, "x");
      let plain = stem;
      for (let next = 2; taken.has(plain); next++) plain = `${stem}${next}`;
      taken.add(plain);
      return [name, plain];
    }),
  );
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

/** A part with the name that its column has in R. */
export interface RPart extends CentredPart {
  readonly column: string;
}

/** lme4 takes any name in backticks that has none of its own; nlme takes a formula apart by names and needs plain ones. */
function partsInR(parts: readonly CentredPart[], engine: "lme4" | "nlme"): readonly RPart[] {
  const plain = (name: string) => name.replace(/[^\p{L}\p{N}]+/gu, ".").replace(/\.$/, "");
  return parts.map((part) => ({
    ...part,
    column: engine === "lme4" ? part.name.replaceAll("`", "") : plain(part.name),
  }));
}

/** The formula with within(x) and between(x) as names of columns. */
function formulaInR(formula: string, parts: readonly RPart[]): string {
  const longestFirst = parts.toSorted((a, b) => b.name.length - a.name.length);
  let text = written(parseExpression(formula));
  longestFirst.forEach(({ name }, at) => {
    text = text.replaceAll(name, `\u0000${at}\u0000`);
  });
  longestFirst.forEach(({ column }, at) => {
    text = text.replaceAll(`\u0000${at}\u0000`, rName(column));
  });
  return text;
}

/** The lines that compute the columns. */
function centredColumns(parts: readonly RPart[]): readonly string[] {
  const groups = [...new Set(parts.flatMap(({ group }) => group))];
  return [
    ...(groups.length === 0 ? [] : [`dat <- dat[complete.cases(dat[${rTexts(groups)}]), ]`]),
    ...parts.flatMap(({ part, column, variable, group }, at) => {
      const inner = parts.find((other) => other.name === variable);
      const x = inner === undefined ? `with(dat, ${variable})` : rColumn(inner.column);
      const by = group.map(rColumn).join(", ");
      const mean = `ave(x${at}, ${by}, FUN = function(v) mean(v, na.rm = TRUE))`;
      return [
        `x${at} <- ${x}`,
        part === "within"
          ? `${rColumn(column)} <- x${at} - ${mean}`
          : `${rColumn(column)} <- ${mean} - mean(x${at}, na.rm = TRUE)`,
      ];
    }),
  ];
}

/** The weights of between less within, for each variable of which the model has both parts. */
function contrasts(parts: readonly RPart[], coefficients: string): readonly string[] {
  return parts.flatMap((part) => {
    if (part.part !== "between") return [];
    const own = parts.find(
      (other) =>
        other.part === "within" &&
        other.variable === part.variable &&
        other.group.join(":") === part.group.join(":"),
    );
    const is = (text: string) => `(gsub("\`", "", names(${coefficients})) == ${JSON.stringify(text)})`;
    return [own === undefined ? `1 * ${is(part.column)}` : `${is(part.column)} - ${is(own.column)}`];
  });
}
