import { inSurfaceTerms, responseSurface } from "@concord/statistics/dyad";
import type { Frame } from "@concord/statistics/formula";
import {
  bootstrapMediation,
  inBootTerms,
  type MediationModel,
  mediation,
  productNormalInterval,
  productTest,
  summarizeDraws,
} from "@concord/statistics/mediation";
import {
  inModerationTerms,
  inQuadraticTerms,
  moderation,
  quadraticModeration,
} from "@concord/statistics/moderation";
import {
  compareLinearModels,
  type FittedLinearModel,
  inLmTerms,
  linearModel,
} from "@concord/statistics/regression";
import type { Ask, Columns, Command } from "../question.ts";
import { rowsOf } from "../r/base.ts";
import { type Evaluator, numbers, texts } from "../r/evaluate.ts";
import {
  type Argument,
  type List,
  list,
  type Model,
  NotUnderstood,
  ofResult,
  type Value,
  vector,
} from "../r/value.ts";
import {
  at,
  columnsNamed,
  type Family,
  formulaText,
  frameOf,
  modelOf,
  number,
  parameters,
  remembered,
} from "./reading.ts";

interface Lm {
  readonly formula: string;
  readonly frame: Frame;
  readonly response: string;
  /** The right side, part by part, where it is a sum. */
  readonly parts: readonly string[];
}

/** `lm` and what is made of it: mediation, moderation, surfaces. */
export const linear = (ask: Ask): Family => {
  /** Every model of the case so far: what a product of two coefficients, or a bootstrap, is about. */
  let models: Lm[] = [];
  const fit = remembered((request: Lm): FittedLinearModel => {
    const found = linearModel(request.formula, request.frame);
    if (found.kind === "refused") throw new RangeError(found.reason);
    return found;
  });
  const terms = remembered((request: Lm): unknown =>
    ask({ ours: () => inLmTerms(fit(request)), command: lmCommand(request) }),
  );
  const of = (value: Value | undefined) => modelOf<Lm>(value, "lm");
  const coefficients = (request: Lm): Value => {
    const own = fit(request).coefficients;
    return vector(
      own.map(({ estimate }) => estimate),
      true,
      own.map(({ name }) => name),
    );
  };
  const lm = (given: readonly Argument[]): Model => {
    const own = parameters("lm", ["formula", "data"], given);
    const formula = formulaText(own.formula);
    const at = formula.indexOf("~");
    const request: Lm = {
      formula,
      frame: frameOf(own.data),
      response: formula.slice(0, at).trim(),
      parts: formula
        .slice(at + 1)
        .split("+")
        .map((one) => one.trim()),
    };
    models.push(request);
    return { kind: "model", family: "lm", request };
  };
  const field = (request: Lm, name: string): Value => {
    const own = fit(request);
    if (name === "df.residual" || name === "df") return vector([own.degreesOfFreedom], true);
    if (name === "coefficients") return coefficients(request);
    if (name === "residuals") return vector(own.residuals, true);
    throw new NotUnderstood(`$${name} of lm()`);
  };
  const summary = (request: Lm): Value => {
    const own = fit(request);
    const rows = own.coefficients;
    return list({
      coefficients: {
        kind: "vector",
        values: [
          rows.map((c) => c.estimate),
          rows.map((c) => c.standardError),
          rows.map((c) => c.statistic),
          rows.map((c) => c.p),
        ].flat(),
        dimensions: [rows.length, 4],
        names: rows.map(({ name }) => name),
        columnNames: ["Estimate", "Std. Error", "t value", "Pr(>|t|)"],
        ours: true,
      },
      "r.squared": vector([own.rSquared], true),
      "adj.r.squared": vector([own.adjustedRSquared], true),
      sigma: vector([own.residualDeviation], true),
    });
  };

  const boot = (given: readonly Argument[], r: Evaluator): Value => {
    const { dat, stat, idx, level } = parameters("x_boot", ["dat", "stat", "idx", "level"], given);
    const share = number(level) ?? 0.95;
    const rows = rowsOf(idx!).map((row) => row.map(Number));
    const before = models;
    models = [];
    const whole = r.apply(stat!, [{ name: null, value: dat! }]);
    const own = models;
    models = before;
    if (whole.kind !== "vector" || whole.names === undefined)
      throw new NotUnderstood("x_boot() of a statistic without names");
    const model = mediationOf(own);
    const t0 = numbers(whole);
    const ours = () => {
      if (model !== null) {
        const found = mediation(model.model, model.frame, {
          level: share,
          ...(model.values === null ? {} : { values: model.values }),
        } as object);
        if (found.kind !== "refused") {
          const drawn = bootstrapMediation(found, {
            kind: "given",
            rows: rows.map((row) => row.map((one) => one - 1)),
          });
          const matched = t0.map((value) => drawn.effects.find(({ effect }) => near(effect.estimate, value)));
          if (matched.every((one) => one !== undefined))
            return Object.fromEntries(whole.names!.map((name, i) => [name, inBootTerms(matched[i]!)]));
        }
      }
      return fromDraws(whole.names!, t0, dat as List, rows, share, (frame) => {
        const value = numbers(r.apply(stat!, [{ name: null, value: frame }]));
        models = before;
        return value;
      });
    };
    const block = ask({ ours, command: bootCommand(model, rows, whole.names, t0) });
    models = before;
    return ofResult(block);
  };

  return {
    ofValues: {
      lm,
      x_lm: (given) => ofResult(terms(of(given[0]?.value))),
      coef: (given) => {
        const own = given[0]!.value;
        if (own.kind === "list" && own.names?.includes("coefficients"))
          return own.values[own.names.indexOf("coefficients")]!;
        throw new NotUnderstood(`coef() of a ${own.kind}`);
      },
      sobel: (given) => {
        const [a, sa, b, sb] = given.slice(0, 4).map(({ value }) => numbers(value)[0]!) as [
          number,
          number,
          number,
          number,
        ];
        const [first, second] = [
          { estimate: a, standardError: sa },
          { estimate: b, standardError: sb },
        ];
        const block = ask({
          ours: () => {
            const test = productTest(first, second);
            return {
              ab: test.product,
              se_sobel: test.sobel.standardError,
              z_sobel: test.sobel.z,
              p_sobel: test.sobel.p,
              se_aroian: test.aroian.standardError,
              z_aroian: test.aroian.z,
              p_aroian: test.aroian.p,
              se_goodman: test.goodman.standardError,
              delta_ci: [test.lower, test.upper],
              product_normal_ci: productNormalInterval(first, second),
            };
          },
          command: productCommand(models, fit, a * b),
        });
        return ofResult(block);
      },
      x_boot: boot,
      x_mod: (given) => {
        const { f, x, w, wval } = parameters("x_mod", ["f", "x", "w", "wval", "level"], given);
        return ofResult(slopes(ask, of(f), texts(x!)[0]!, texts(w!)[0]!, numbers(wval!)));
      },
      x_quadmod: (given) => {
        const { f, x, w, grid } = parameters("x_quadmod", ["f", "x", "w", "w2", "grid", "level"], given);
        const request = of(f);
        const own = {
          outcome: request.response,
          predictor: texts(x!)[0]!,
          moderator: texts(w!)[0]!,
          covariates: plainParts(request),
        };
        const values = numbers(grid!);
        const block = ask({
          ours: () => {
            const found = quadraticModeration(own, request.frame, { values });
            if (found.kind === "refused") throw new RangeError(found.reason);
            return inQuadraticTerms(found).quad;
          },
          command: {
            words: [...moderate(own), "--quadratic", "--values", values.join(",")],
            columns: columnsNamed(request.frame, request.formula),
            pick: (printed) => at(printed, "quad"),
          },
        });
        return ofResult(block);
      },
      x_rsa: (given) => {
        const request = of(given[0]?.value);
        const [x, y] = texts(given[1]!.value);
        return ofResult(
          at(surface(ask, { outcome: request.response, x: x!, y: y! }, request.frame), "surface"),
        );
      },
      RSA: (given) => {
        const own = parameters("RSA", ["formula", "data"], given, [
          "models",
          "estimator",
          "se",
          "verbose",
          "missing",
          "center",
          "scale",
        ]);
        const parts = /^(.+?)~(.+?)\*(.+)$/.exec(formulaText(own.formula));
        if (parts === null) throw new NotUnderstood(`RSA(${formulaText(own.formula)})`);
        const [outcome, x, y] = parts.slice(1).map((one) => one.trim()) as [string, string, string];
        const frame = frameOf(own.data);
        const block = surface(ask, { outcome, x, y }, frame);
        return list({ parameters: ofResult(at(block, "rsa_package")) });
      },
      getPar: (given) => {
        const own = (given[0]!.value as List).values[0] as List;
        return { ...own, isFrame: true };
      },
      mediate: (given) => {
        const own = parameters("mediate", ["y", "x", "m", "data"], given, ["n.iter", "plot", "std", "alpha"]);
        const parts = /^(.+?)~(.+?)\+\s*\((.+)\)\s*$/.exec(formulaText(own.y));
        if (parts === null) throw new NotUnderstood(`psych::mediate(${formulaText(own.y)})`);
        const [outcome, predictor, mediator] = parts.slice(1).map((one) => one.trim()) as [
          string,
          string,
          string,
        ];
        const frame = frameOf(own.data);
        const model: MediationModel = { predictor, mediators: [mediator], outcome };
        const block = ask({
          ours: () => {
            const found = mediation(model, frame);
            if (found.kind === "refused") throw new RangeError(found.reason);
            const value = (kind: string) => found.effects.find(({ role }) => role.kind === kind)?.estimate;
            return { indirect: value("indirect"), direct: value("direct"), total: value("total") };
          },
          command: {
            words: mediate(model),
            columns: columnsNamed(frame, formulaText(own.y)),
            pick: (printed) => at(printed, "psych_mediate"),
          },
        });
        const beta = (name: string) => list({ beta: vector([null, at(block, name) as number], true) });
        return list({
          ab: ofResult([at(block, "indirect")]),
          "cprime.reg": beta("direct"),
          "total.reg": beta("total"),
        });
      },
    },
    fields: { lm: (model, name) => field(model.request as Lm, name) },
    generic: {
      lm: {
        coef: (given) => coefficients(of(given[0]?.value)),
        summary: (given) => summary(of(given[0]?.value)),
        vcov: (given) => {
          const own = fit(of(given[0]?.value));
          const names = own.coefficients.map(({ name }) => name);
          return {
            kind: "vector",
            values: Array.from(own.covariance.values),
            dimensions: [names.length, names.length],
            names,
            columnNames: names,
            ours: true,
          };
        },
        nobs: (given) => vector([fit(of(given[0]?.value)).n], true),
        anova: (given) => {
          const [smaller, larger] = given.map(({ value }) => of(value)) as [Lm, Lm];
          const block = ask({
            ours: () => {
              const found = compareLinearModels(fit(smaller), fit(larger));
              return { F: found.statistic, p: found.p };
            },
            command: comparisonCommand(smaller, larger),
          });
          return list(
            {
              F: vector([null, at(block, "F") as number], true),
              "Pr(>F)": vector([null, at(block, "p") as number], true),
            },
            true,
          );
        },
      },
    },
  };
};

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1e-3, Math.abs(b));
}

/** The part of a sum that is a product, `x * w`. */
function productOf({ parts }: Lm): readonly [string, string] | null {
  const found = parts
    .filter((one) => /^[^*]+\*[^*]+$/.test(one))
    .map((one) => one.split("*").map((side) => side.trim()));
  return found.length === 1 ? (found[0] as [string, string]) : null;
}

function plainParts({ parts }: Lm): readonly string[] {
  return parts.filter((one) => !one.includes("*"));
}

interface Moderated {
  readonly outcome: string;
  readonly predictor: string;
  readonly moderator: string;
  readonly covariates: readonly string[];
}

function moderate({ outcome, predictor, moderator, covariates }: Moderated): readonly string[] {
  return [
    "moderate",
    "FILE",
    "--x",
    predictor,
    "--w",
    moderator,
    "--y",
    outcome,
    ...(covariates.length === 0 ? [] : ["--covariates", covariates.join(",")]),
  ];
}

function mediate({
  predictor,
  mediators,
  outcome,
  covariates = [],
  moderation: by,
}: MediationModel): readonly string[] {
  return [
    ...["mediate", "FILE", "--x", predictor, "--m", mediators.join(","), "--y", outcome, "--draws", "0"],
    ...(covariates.length === 0 ? [] : ["--covariates", covariates.join(",")]),
    ...(by === undefined ? [] : ["--w", by.moderator, "--moderates", by.paths.join(",")]),
  ];
}

/** A regression stands in what a command prints: of a product in `moderate`, of a sum in `mediate`. */
function lmCommand(request: Lm): Command | string {
  const columns = columnsNamed(request.frame, request.formula);
  const product = productOf(request);
  if (product !== null) {
    const own = {
      outcome: request.response,
      predictor: product[0],
      moderator: product[1],
      covariates: plainParts(request),
    };
    return { words: moderate(own), columns, pick: (printed) => inOrder(at(printed, "model"), request) };
  }
  const [x, m, ...covariates] = request.parts;
  if (request.parts.length >= 2 && request.parts.every((one) => /^[\p{L}.][\p{L}\p{N}._]*$/u.test(one)))
    return {
      words: mediate({ predictor: x!, mediators: [m!], outcome: request.response, covariates }),
      columns,
      pick: (printed) => at(printed, "b_model"),
    };
  return "no command fits a regression of this form by itself";
}

/** Coefficients in the order of the formula of the case. */
function inOrder(block: unknown, request: Lm): unknown {
  const names = at(block, "terms");
  if (!Array.isArray(names)) return block;
  const found = linearModel(request.formula, request.frame);
  if (found.kind === "refused") return block;
  const wanted = found.coefficients.map(({ name }) => name);
  const places = wanted.map((name) =>
    names.findIndex((one) => String(one).split(":").sort().join(":") === name.split(":").sort().join(":")),
  );
  if (places.some((place) => place < 0)) return block;
  return Object.fromEntries(
    Object.entries(block as object).map(([key, value]) => [
      key,
      Array.isArray(value) && value.length === names.length ? places.map((i) => value[i]) : value,
    ]),
  );
}

function comparisonCommand(smaller: Lm, larger: Lm): Command | string {
  const product = productOf(larger);
  const extra = larger.parts.filter((one) => !smaller.parts.includes(one));
  const curved = larger.parts.filter((one) => one.includes("*"));
  if (product !== null && smaller.parts.every((one) => !one.includes("*")))
    return {
      words: moderate({
        outcome: larger.response,
        predictor: product[0],
        moderator: product[1],
        covariates: plainParts(larger),
      }),
      columns: columnsNamed(larger.frame, larger.formula),
      pick: (printed) => at(printed, "F_interaction"),
    };
  if (curved.length === 2) {
    const [x, w] = curved[0]!.split("*").map((one) => one.trim()) as [string, string];
    return {
      words: [
        ...moderate({ outcome: larger.response, predictor: x, moderator: w, covariates: plainParts(larger) }),
        "--quadratic",
      ],
      columns: columnsNamed(larger.frame, larger.formula),
      pick: (printed) => at(printed, "F_quadratic"),
    };
  }
  if (extra.length === 3 && smaller.parts.length === 2)
    return {
      words: [
        "dyad",
        "surface",
        "FILE",
        "--outcome",
        larger.response,
        "--x",
        smaller.parts[0]!,
        "--y",
        smaller.parts[1]!,
      ],
      columns: columnsOnly(larger.frame, [larger.response, ...smaller.parts]),
      pick: (printed) => at(printed, "R2_polynomial_vs_linear"),
    };
  return "no command compares these two regressions";
}

function columnsOnly(frame: Frame, names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, frame[name]!])) as Columns;
}

function slopes(ask: Ask, request: Lm, x: string, w: string, values: readonly number[]): unknown {
  const own: Moderated = {
    outcome: request.response,
    predictor: x,
    moderator: w,
    covariates: plainParts(request),
  };
  return ask({
    ours: () => {
      const found = moderation(own, request.frame, { values });
      if (found.kind === "refused") throw new RangeError(found.reason);
      return (inModerationTerms(found) as Readonly<Record<string, unknown>>).slopes;
    },
    command: {
      words: [...moderate(own), "--values", values.join(",")],
      columns: columnsNamed(request.frame, request.formula),
      pick: (printed) => at(printed, "slopes"),
    },
  });
}

function surface(
  ask: Ask,
  model: { readonly outcome: string; readonly x: string; readonly y: string },
  whole: Frame,
): unknown {
  const { outcome, x, y } = model;
  const frame = columnsOnly(whole, [outcome, x, y]) as Frame;
  return ask({
    ours: () => {
      const found = responseSurface(model, frame);
      if (found.kind !== "fitted") throw new RangeError(JSON.stringify(found));
      return inSurfaceTerms(found);
    },
    command: {
      words: ["dyad", "surface", "FILE", "--outcome", outcome, "--x", x, "--y", y],
      columns: frame as Columns,
    },
  });
}

interface Mediated {
  readonly model: MediationModel;
  readonly frame: Frame;
  readonly values: readonly number[] | null;
}

/** The mediation that a set of regressions makes: the outcome's has the responses of the others among its terms. */
function mediationOf(models: readonly Lm[]): Mediated | null {
  const names = (request: Lm) => [
    ...new Set(request.parts.flatMap((one) => one.split("*").map((side) => side.trim()))),
  ];
  for (const last of models) {
    const own = names(last);
    const firsts = [
      ...new Map(
        models.filter((one) => own.includes(one.response)).map((one) => [one.response, one]),
      ).values(),
    ];
    if (firsts.length === 0) continue;
    const mediators = firsts.map(({ response }) => response).sort((a, b) => own.indexOf(a) - own.indexOf(b));
    const [first] = firsts as [Lm];
    const predictor = names(first)[0]!;
    if (!own.includes(predictor)) continue;
    const products = [first, last].map(productOf);
    const moderator =
      products[0]?.find((one) => one !== predictor) ??
      products[1]?.find((one) => !mediators.includes(one) && one !== predictor);
    const covariates = own.filter(
      (one) => one !== predictor && one !== moderator && !mediators.includes(one),
    );
    const paths = [
      ...(products[0] ? ["first" as const] : []),
      ...(products[1] ? [products[1].includes(predictor) ? ("direct" as const) : ("second" as const)] : []),
    ];
    const isSerial = firsts.some((one) => names(one).some((name) => mediators.includes(name)));
    return {
      model: {
        predictor,
        mediators,
        outcome: last.response,
        ...(covariates.length === 0 ? {} : { covariates }),
        ...(isSerial ? { arrangement: { kind: "serial" as const } } : {}),
        ...(moderator === undefined ? {} : { moderation: { moderator, paths } }),
      },
      frame: last.frame,
      values: null,
    };
  }
  return null;
}

/** Intervals of any statistic from its draws and from leaving each row out. */
function fromDraws(
  names: readonly string[],
  t0: readonly number[],
  data: List,
  rows: readonly (readonly number[])[],
  level: number,
  statistic: (frame: Value) => readonly number[],
): unknown {
  const part = (own: readonly number[]): Value => ({
    ...data,
    values: data.values.map((column) =>
      column.kind === "vector" ? { ...column, values: own.map((i) => column.values[i]!) } : column,
    ),
  });
  const draws = rows.map((row) => statistic(part(row.map((one) => one - 1))));
  const first = data.values[0];
  const n = first?.kind === "vector" ? first.values.length : 0;
  const all = Array.from({ length: n }, (_, i) => i);
  const without = all.map((left) => statistic(part(all.filter((i) => i !== left))));
  return Object.fromEntries(
    names.map((name, j) => {
      const summary = summarizeDraws(
        Float64Array.from(draws, (one) => one[j]!),
        t0[j]!,
        without.map((one) => one[j]!),
        level,
      );
      return [name, inBootTerms({ ...summary, effect: { estimate: t0[j]! } })];
    }),
  );
}

function bootCommand(
  model: Mediated | null,
  rows: readonly (readonly number[])[],
  names: readonly string[],
  t0: readonly number[],
): Command | string {
  if (model === null) return "the statistic is no mediation that concord mediate knows";
  const own = mediate(model.model).filter((word, i, all) => word !== "--draws" && all[i - 1] !== "--draws");
  return {
    words: [
      ...own,
      ...(model.model.arrangement === undefined ? [] : ["--serial"]),
      "--resamples",
      "RESAMPLES",
    ],
    columns: columnsNamed(model.frame, own.join(" ")),
    files: { RESAMPLES: rows.map((row) => row.join(",")).join("\n") },
    pick: (printed) => {
      const all: unknown[] = [];
      const collect = (node: unknown) => {
        if (typeof node !== "object" || node === null) return;
        if (Object.hasOwn(node, "boot_mean")) all.push(node);
        else Object.values(node).forEach(collect);
      };
      collect(printed);
      return Object.fromEntries(
        names.map((name, i) => [name, all.find((one) => near(Number(at(one, "t0")), t0[i]!))]),
      );
    },
  };
}

/** The product of two coefficients is an indirect effect of the regressions so far. */
function productCommand(
  models: readonly Lm[],
  fit: (request: Lm) => FittedLinearModel,
  product: number,
): Command | string {
  void fit;
  const model = mediationOf(models);
  if (model === null) return "the two coefficients belong to no mediation that concord mediate knows";
  const words = mediate(model.model);
  return {
    words,
    columns: columnsNamed(model.frame, words.join(" ")),
    pick: (printed) =>
      Object.values(printed as Readonly<Record<string, unknown>>).find((one) =>
        near(Number(at(one, "ab")), product),
      ),
  };
}
