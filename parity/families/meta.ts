import {
  alphaFromLog,
  correlationFromZ,
  type EffectSize,
  HALF_TO_ZEROS,
  type Measure,
  type MeasureOptions,
  measureEffects,
  proportionFromLogOdds,
  proportionFromPooledDoubleArcsine,
} from "@concord/statistics/effect-size";
import { designOf, type Frame, parseFormula } from "@concord/statistics/formula";
import {
  asymmetryTest,
  asymmetryTestInMetaforTerms,
  bestLinearPrediction,
  cumulative,
  cumulativeInMetaforTerms,
  type Effect,
  type FittedMetaAnalysis,
  failSafeNumberInMetaforTerms,
  influence,
  influenceInMetaforTerms,
  leaveOneOut,
  leaveOneOutInMetaforTerms,
  likelihoodRatioTest,
  METHODS,
  type MetaAnalysisModel,
  type Method,
  metaAnalysis,
  metaAnalysisInMetaforTerms,
  omnibusOf,
  orwinFailSafeNumber,
  permutationTest,
  precisionEffect,
  precisionEffectInMetaforTerms,
  predictAt,
  rankTest,
  rankTestInMetaforTerms,
  residuals,
  residualsInMetaforTerms,
  rosenbergFailSafeNumber,
  rosenthalFailSafeNumber,
  type SmallStudyPredictor,
  selectionModel,
  selectionModelInMetaforTerms,
  shortTerms,
  shrunkenEffectsInMetaforTerms,
  subgroupAnalysis,
  subgroupAnalysisInMetaforTerms,
  trimAndFill,
  trimAndFillInMetaforTerms,
} from "@concord/statistics/meta-analysis";
import type { Ask, Columns, Command } from "../question.ts";
import { atoms, numbers, texts } from "../r/evaluate.ts";
import {
  type Argument,
  failedBy,
  type List,
  list,
  type Model,
  NotUnderstood,
  ofResult,
  type Value,
  vector,
} from "../r/value.ts";
import {
  asFactors,
  at,
  columnsNamed,
  type Family,
  flag,
  formulaText,
  frameOf,
  modelOf,
  number,
  optionalNumbers,
  parameters,
  parametersOver,
  remembered,
  text,
  withoutFactors,
} from "./reading.ts";

/** What escalc was asked for. */
export interface Measured {
  readonly measure: Measure;
  readonly columns: Columns;
  readonly options: MeasureOptions;
  readonly words: readonly string[];
}

interface Rma {
  readonly yi: readonly (number | null)[];
  readonly vi: readonly (number | null)[];
  readonly frame: Frame;
  readonly mods: string | null;
  readonly model: MetaAnalysisModel;
  readonly btt: readonly number[] | null;
  readonly sizes: readonly (number | null)[] | null;
  readonly measured: Measured | null;
}

const COLUMNS = "ai bi ci di n1i n2i xi ti m1i m2i sd1i sd2i ri ni mi r2i".split(" ");
const RMA = [
  "yi",
  "vi",
  "sei",
  "weights",
  "mods",
  "measure",
  "intercept",
  "data",
  "subset",
  "method",
  "weighted",
  "test",
  "level",
  "tau2",
  "btt",
  "ni",
];
/** They say how, and not what: how far a search goes, what is printed. */
const UNIMPORTANT = ["control", "verbose", "digits", "slab", "progbar", "sparse", "plot"];

export const meta = (ask: Ask): Family => {
  const terms = remembered((request: Rma): unknown =>
    ask({ ours: () => rmaTerms(request), command: command(request) }),
  );
  const termsOf = (value: Value | undefined) => terms(modelOf<Rma>(value, "rma"));
  const of = (value: Value | undefined) => modelOf<Rma>(value, "rma");

  const analysis =
    (words: readonly string[], ours: (fit: FittedMetaAnalysis, request: Rma) => unknown) =>
    (given: readonly Argument[]): Value => {
      const request = of(given[0]?.value);
      return ofResult(ask({ ours: () => ours(fitted(request), request), command: command(request, words) }));
    };

  const asList = (names: Readonly<Record<string, string>>, block: unknown): Value =>
    list(Object.fromEntries(Object.entries(names).map(([name, own]) => [name, ofResult(at(block, own))])));

  const predict = (given: readonly Argument[]): Value => {
    const { object, newmods, transf, targs } = parameters(
      "predict",
      ["object", "newmods", "transf", "targs"],
      given,
      UNIMPORTANT,
    );
    const request = of(object);
    const rows = newmods === undefined ? null : rowsOfMods(newmods);
    const back = transf?.kind === "builtin" ? transf.name : null;
    if (transf !== undefined && back === null)
      throw new NotUnderstood("predict(transf = ) with a function of its own");
    const sizes = targs?.kind === "list" ? numbers(targs.values[0]!) : [];
    const turned = back === null ? (one: number) => one : backwards(back, sizes);
    const block = ask({
      ours: () => {
        const fit = fitted(request);
        const all = (rows ?? [[]]).map((row) => predictAt(fit, fit.interceptOnly ? [1] : [1, ...row]));
        const numbersOf = (value: (one: (typeof all)[number]) => number | undefined) =>
          all.map((one) => turned(value(one) ?? Number.NaN));
        return {
          pred: numbersOf(({ estimate }) => estimate),
          se: all.map(({ standardError }) => standardError),
          ci_lb: numbersOf(({ lower }) => lower),
          ci_ub: numbersOf(({ upper }) => upper),
          pi_lb: numbersOf(({ newStudy }) => newStudy?.lower),
          pi_ub: numbersOf(({ newStudy }) => newStudy?.upper),
        };
      },
      command:
        rows !== null
          ? command(request, [
              "--analysis",
              "predict",
              "--newmods",
              rows.map((row) => row.join(",")).join(";"),
            ])
          : back === null
            ? command(request, [], (printed) => at(printed, "prediction"))
            : request.measured === null
              ? "the command line converts a mean back only where it computed the effect sizes"
              : command(request, [], (printed) => at(printed, "back")),
    });
    return asList(
      {
        pred: "pred",
        se: "se",
        "ci.lb": "ci_lb",
        "ci.ub": "ci_ub",
        "pi.lb": "pi_lb",
        "pi.ub": "pi_ub",
        "cr.lb": "pi_lb",
        "cr.ub": "pi_ub",
      },
      block,
    );
  };

  const regtest = (given: readonly Argument[]): Value => {
    const { x, model, predictor } = parameters("regtest", ["x", "model", "predictor"], given, UNIMPORTANT);
    return regtestOf(
      of(x),
      text(model, "rma") as "lm" | "rma",
      text(predictor, "sei") as SmallStudyPredictor,
    );
  };

  const regtestOf = (request: Rma, model: "lm" | "rma", predictor: SmallStudyPredictor): Value =>
    ofResult(
      ask({
        ours: () => {
          const sizes = request.sizes?.map(Number);
          const own = asymmetryTestInMetaforTerms(asymmetryTest(fitted(request), model, predictor, sizes));
          // R carries the coefficient's name along in the additive model.
          return model === "rma" && typeof own.est === "number" ? { ...own, est: { intrcpt: own.est } } : own;
        },
        command: command(
          request,
          ["--analysis", "regtest", "--model", model, "--predictor", predictor],
          (printed) => {
            const est = at(printed, "est");
            return model === "rma" && typeof est === "number"
              ? { ...(printed as object), est: { intrcpt: est } }
              : printed;
          },
        ),
      }),
    );

  const trimfill = (request: Rma, estimator: "L0" | "R0" | "Q0", side: string | undefined): Value => {
    if (side !== undefined && side !== "left" && side !== "right")
      throw new NotUnderstood(`trimfill(side = "${side}")`);
    return ofResult(
      ask({
        ours: () =>
          trimAndFillInMetaforTerms(
            trimAndFill(fitted(request), estimator, side === undefined ? undefined : (side as never)),
          ),
        command: command(request, [
          "--analysis",
          "trimfill",
          "--estimator",
          estimator,
          ...(side === undefined ? [] : ["--side", side]),
        ]),
      }),
    );
  };

  const selmodel = (request: Rma, steps: readonly number[], alternative: "greater" | "less"): Value =>
    ofResult(
      ask({
        ours: () => selectionModelInMetaforTerms(selectionModel(fitted(request), steps, alternative)),
        command: command(request, [
          "--analysis",
          "selmodel",
          "--alternative",
          alternative,
          "--steps",
          steps.join(","),
        ]),
      }),
    );

  const fsn = (request: Rma, type: string): Value => {
    const own = {
      Rosenthal: rosenthalFailSafeNumber,
      Orwin: orwinFailSafeNumber,
      Rosenberg: rosenbergFailSafeNumber,
    }[type];
    if (own === undefined) throw new NotUnderstood(`fsn(type = "${type}")`);
    return ofResult(
      ask({
        ours: () => failSafeNumberInMetaforTerms(own(usable(request))),
        command: command(request, ["--analysis", "fsn", "--type", type]),
      }),
    );
  };

  const petPeese = (request: Rma): Value =>
    ofResult(
      ask({
        ours: () => {
          const precision = precisionEffect(usable(request));
          if (precision.kind !== "fitted") throw new RangeError(precision.reason);
          return { ...precisionEffectInMetaforTerms(precision), pet_p_one_sided: precision.p };
        },
        command: command(request, ["--analysis", "pet-peese"]),
      }),
    );

  const subgroup = (given: readonly Argument[]): Value => {
    const { yi, vi, g, method, test } = parameters("subgroup", ["yi", "vi", "g", "method", "test"], given);
    const labels = atoms(g!).map((one) => (one === null ? null : String(one)));
    const request = rmaOf(yi!, vi!, { method: text(method, "REML"), test: text(test, "z") });
    return ofResult(
      ask({
        ours: () => {
          const effects = effectsOf(request);
          const rows = effects.flatMap((effect, i) =>
            effect !== undefined && labels[i] !== null ? [i] : [],
          );
          const found = subgroupAnalysis(
            rows.map((i) => effects[i]!),
            rows.map((i) => labels[i]!),
            request.model,
          );
          return subgroupAnalysisInMetaforTerms(found, "factor(g, levels = lv)");
        },
        command: {
          words: [
            "synthesize",
            "FILE",
            ...words(request),
            "--analysis",
            "subgroups",
            "--by",
            "g, levels = lv",
          ],
          columns: whole({ yi: request.yi, vi: request.vi, "g, levels = lv": labels }),
        },
      }),
    );
  };

  const bias = (given: readonly Argument[]): Value => {
    const { yi, vi, ni, side, steps, method } = parameters(
      "x_bias",
      ["yi", "vi", "ni", "side", "steps", "method"],
      given,
    );
    const own = text(method, "REML");
    const sizes = optionalNumbers(ni) ?? null;
    const bare = rmaOf(yi!, vi!, { method: own });
    const base = { ...bare, sizes };
    const predictors = [
      "sei",
      "vi",
      ...(sizes === null ? [] : ["ni", "ninv", "sqrtni", "sqrtninv"]),
    ] as readonly SmallStudyPredictor[];
    const cut = steps === undefined ? [0.025] : numbers(steps);
    const which = side === undefined || side.kind === "null" ? undefined : text(side, "");
    const fixed = rmaOf(yi!, vi!, { method: "FE" });
    const tests = (["lm", "rma"] as const).flatMap((model) =>
      predictors.map(
        (predictor) => [`${model}/${predictor}`, tried(() => regtestOf(base, model, predictor))] as const,
      ),
    );
    return list({
      base: tried(() => ofResult(ask({ ours: () => shortTerms(fitted(base)), command: command(base) }))),
      regtest: list(Object.fromEntries(tests)),
      ranktest: tried(() =>
        analysis(["--analysis", "ranktest"], (_, request) =>
          rankTestInMetaforTerms(rankTest(usable(request))),
        )([asArgument(base)]),
      ),
      trimfill: list(
        Object.fromEntries(
          (["L0", "R0", "Q0"] as const).map((one) => [one, tried(() => trimfill(bare, one, which))]),
        ),
      ),
      trimfill_fixed_L0: tried(() => trimfill(fixed, "L0", undefined)),
      fsn: list(
        Object.fromEntries(
          ["Rosenthal", "Orwin", "Rosenberg"].map((one) => [one.toLowerCase(), tried(() => fsn(bare, one))]),
        ),
      ),
      selmodel_step_greater: tried(() => selmodel(bare, cut, "greater")),
      selmodel_step_less: tried(() => selmodel(bare, cut, "less")),
      pet_peese: tried(() => petPeese(bare)),
    });
  };

  return {
    ofValues: {
      x_rma: (given) => ofResult(at({ t: termsOf(given[0]?.value) }, "t")),
      x_rma_short: (given) => ofResult(termsOf(given[0]?.value)),
      all_methods: (given) => {
        const { yi, vi, tests, methods } = parameters("all_methods", ["yi", "vi", "tests", "methods"], given);
        const all = (
          methods === undefined ? METHODS.filter((one) => one !== "EE" && one !== "CE") : texts(methods)
        ) as readonly string[];
        const entries = all.flatMap((method) =>
          (tests === undefined ? ["z", "knha"] : texts(tests)).flatMap(
            (test): readonly (readonly [string, Value])[] =>
              method === "FE" && test === "knha"
                ? []
                : [[`${method}/${test}`, tried(() => ofResult(terms(rmaOf(yi!, vi!, { method, test }))))]],
          ),
        );
        return list(Object.fromEntries(entries));
      },
      x_l1o: analysis(["--analysis", "leave1out"], (fit) => leaveOneOutInMetaforTerms(leaveOneOut(fit))),
      x_infl: analysis(["--analysis", "influence"], (fit) => influenceInMetaforTerms(influence(fit))),
      x_rstandard: analysis(["--analysis", "residuals"], (fit) =>
        residualsInMetaforTerms(residuals(fit), influence(fit)),
      ),
      blup: (given) => {
        const block = analysis(["--analysis", "blup"], (fit) =>
          shrunkenEffectsInMetaforTerms(bestLinearPrediction(fit)),
        )(given) as List;
        const of = (name: string) => block.values[block.names!.indexOf(name)]!;
        return list({ pred: of("pred"), se: of("se"), "pi.lb": of("pi_lb"), "pi.ub": of("pi_ub") });
      },
      x_cumul: (given) => {
        const request = of(given[0]?.value);
        const order = numbers(given[1]!.value);
        return ofResult(
          ask({
            ours: () =>
              cumulativeInMetaforTerms(
                cumulative(
                  fitted(request),
                  kept(request).map((i) => order[i]!),
                ),
              ),
            command: withColumn(
              command(request, ["--analysis", "cumul", "--order", "joining"]),
              "joining",
              order,
            ),
          }),
        );
      },
      permutest: (given) => {
        const { x, exact, iter } = parameters("permutest", ["x", "exact", "iter"], given, UNIMPORTANT);
        if (!flag(exact, false))
          throw new NotUnderstood(
            `permutest(exact = FALSE, iter = ${number(iter) ?? 1000}) depends on R's chance`,
          );
        const request = of(x);
        const block = ask({
          ours: () => {
            const found = permutationTest(fitted(request), { kind: "exact" });
            return { pval: found.p, QMp: found.omnibusP };
          },
          command: command(request, ["--analysis", "permutest", "--exact"]),
        });
        return asList({ pval: "pval", QMp: "QMp" }, block);
      },
      regtest,
      x_regtest: (given) => given[0]!.value,
      ranktest: analysis(["--analysis", "ranktest"], (_, request) =>
        rankTestInMetaforTerms(rankTest(usable(request))),
      ),
      trimfill: (given) => {
        const { x, estimator, side } = parameters("trimfill", ["x", "estimator", "side"], given, UNIMPORTANT);
        return trimfill(
          of(x),
          text(estimator, "L0") as "L0",
          side === undefined ? undefined : text(side, ""),
        );
      },
      x_trimfill: (given) => given[0]!.value,
      selmodel: (given) => {
        const { x, type, alternative, steps } = parameters(
          "selmodel",
          ["x", "type", "alternative", "steps"],
          given,
          UNIMPORTANT,
        );
        if (text(type, "") !== "stepfun") throw new NotUnderstood(`selmodel(type = "${text(type, "")}")`);
        return selmodel(
          of(x),
          steps === undefined ? [0.025] : numbers(steps),
          text(alternative, "greater") as "greater",
        );
      },
      x_selmodel: (given) => given[0]!.value,
      fsn: (given) => {
        const { x, vi, type } = parameters("fsn", ["x", "vi", "type"], given, UNIMPORTANT);
        return fsn(x?.kind === "model" ? of(x) : rmaOf(x!, vi!, {}), text(type, "Rosenthal"));
      },
      x_fsn: (given) => given[0]!.value,
      pet_peese: (given) => petPeese(rmaOf(given[0]!.value, given[1]!.value, {})),
      subgroup,
      x_bias: bias,
      es_: (given) => {
        const own = given[0]!.value as List;
        const measured = own.effects as Measured | undefined;
        if (measured === undefined) throw new NotUnderstood("es_() of what escalc() did not make");
        return ofResult(
          ask({
            ours: () => effectColumns(measuredBy(measured)),
            command: {
              words: ["synthesize", "FILE", ...measured.words, "--analysis", "effects"],
              columns: measured.columns,
            },
          }),
        );
      },
    },
    ofCode: {
      escalc: (given, scope, r) => {
        const own = parametersOver(
          "escalc",
          ["measure", "data", "vtype", "add", "to", "drop00", ...COLUMNS],
          given,
          scope,
          r,
          UNIMPORTANT,
        );
        return escalc(own);
      },
      rma: (given, scope, r) =>
        rma(parametersOver("rma", RMA, rmaGiven(given, scope, r), scope, r, UNIMPORTANT)),
      "rma.uni": (given, scope, r) =>
        rma(parametersOver("rma", RMA, rmaGiven(given, scope, r), scope, r, UNIMPORTANT)),
    },
    fields: {
      rma: (model, name) => {
        const names: Readonly<Record<string, string>> = {
          zval: "stat",
          "ci.lb": "ci_lb",
          "ci.ub": "ci_ub",
          "se.tau2": "se_tau2",
          vb: "vcov",
        };
        return ofResult(at(terms(model.request as Rma), names[name] ?? name));
      },
    },
    generic: {
      rma: {
        predict,
        coef: (given) => {
          const block = termsOf(given[0]?.value);
          return vector(at(block, "beta") as number[], true, at(block, "terms") as string[]);
        },
        anova: (given) => {
          const [full, reduced] = given.filter(({ name }) => name === null).map(({ value }) => of(value)) as [
            Rma,
            Rma,
          ];
          const block = ask({
            ours: () => {
              const found = likelihoodRatioTest(fitted(full), fitted(reduced));
              return {
                chisq: found.statistic,
                p: found.p,
                df: found.degreesOfFreedom,
                R2: found.explainedPercent,
              };
            },
            command:
              reduced.mods === null
                ? command(full, ["--analysis", "anova"])
                : "concord synthesize --analysis anova compares with the model without moderators only",
          });
          const df = ofResult(at(block, "df"));
          return list({
            LRT: ofResult(at(block, "chisq")),
            pval: ofResult(at(block, "p")),
            R2: ofResult(at(block, "R2")),
            "parms.f": df,
            "parms.r": ofResult(0),
          });
        },
        summary: (given) => {
          if (given.length === 1) return given[0]!.value;
          throw new NotUnderstood("summary() of a meta-analysis with options");
        },
      },
      effects: {
        summary: (given) => {
          const { object, transf } = parameters("summary", ["object", "transf"], given);
          const own = object as List;
          const measured = own.effects as Measured;
          const back = transf?.kind === "builtin" ? backwards(transf.name, []) : (one: number) => one;
          const all = measuredBy(measured);
          const bound = (sign: number) =>
            all.map((one) =>
              one.kind === "measured"
                ? back(one.estimate + sign * 1.959963984540054 * Math.sqrt(one.variance))
                : null,
            );
          return list({
            yi: vector(bound(0), true),
            "ci.lb": vector(bound(-1), true),
            "ci.ub": vector(bound(1), true),
          });
        },
      },
    },
  };
};

function asArgument(request: Rma): Argument {
  return { name: null, value: { kind: "model", family: "rma", request } };
}

function tried(of: () => Value): Value {
  try {
    return of();
  } catch (error) {
    return failedBy(error);
  }
}

function escalc(own: Readonly<Record<string, Value>>): Value {
  const measure = text(own.measure, "") as Measure;
  const names = COLUMNS.filter((name) => own[name] !== undefined);
  const columns: Columns = Object.fromEntries(names.map((name) => [name, optionalNumbers(own[name])!]));
  const to = text(own.to, "only0");
  const isCorrected = own.add !== undefined || own.to !== undefined || flag(own.drop00, false);
  const continuity = {
    ...HALF_TO_ZEROS,
    ...(own.to === undefined ? {} : { to: to as "all" }),
    ...(own.add === undefined ? {} : { add: number(own.add)! }),
    ...(flag(own.drop00, false) ? { doubleZeros: "drop" as const } : {}),
  };
  const varianceType =
    own.vtype === undefined ? undefined : (text(own.vtype, "LS") as MeasureOptions["varianceType"]);
  const options = {
    ...(varianceType === undefined ? {} : { varianceType }),
    ...(isCorrected ? { continuity } : {}),
  } as MeasureOptions;
  const words = [
    "--measure",
    measure,
    ...names.flatMap((name) => [`--${name}`, name]),
    ...(varianceType === undefined ? [] : ["--vtype", varianceType]),
    ...(own.add === undefined ? [] : ["--add", String(number(own.add))]),
    ...(own.to === undefined ? [] : ["--to", to]),
    ...(flag(own.drop00, false) ? ["--drop00"] : []),
  ];
  const measured: Measured = { measure, columns, options, words };
  const { yi, vi } = effectColumns(measuredBy(measured));
  const data = own.data?.kind === "list" ? own.data : { values: [], names: [] };
  const rest = (data.names ?? []).flatMap((name, i) =>
    name === "yi" || name === "vi" ? [] : [[name, data.values[i]!] as const],
  );
  const frame = list({ ...Object.fromEntries(rest), yi: vector(yi, true), vi: vector(vi, true) }, true);
  return { ...frame, effects: measured };
}

function measuredBy({ measure, columns, options }: Measured): readonly EffectSize[] {
  const names = Object.keys(columns);
  const rows = Object.values(columns)[0]?.length ?? 0;
  const records = Array.from({ length: rows }, (_, i) =>
    Object.fromEntries(names.map((name) => [name, columns[name]![i] as number | null])),
  );
  return measureEffects(measure, records, options);
}

function effectColumns(effects: readonly EffectSize[]) {
  return {
    yi: effects.map((effect) => effect.estimate ?? null),
    vi: effects.map((effect) => (effect.kind === "measured" ? effect.variance : null)),
  };
}

/** `rma(z)` of a frame that escalc made: its columns. */
function rmaGiven(
  given: Parameters<typeof parametersOver>[2],
  scope: Parameters<typeof parametersOver>[3],
  r: Parameters<typeof parametersOver>[4],
) {
  const [first, ...rest] = given;
  if (first?.name !== null || first.value?.kind !== "name" || given.some(({ name }) => name === "data")) {
    if (first?.value?.kind !== "call" || given.some(({ name }) => name === "data")) return given;
    if (given.some(({ name }, i) => i > 0 && name === null)) return given;
  }
  const own = r.evaluate(first!.value!, scope);
  if (own.kind !== "list" || own.names?.includes("yi") !== true) return given;
  scope.set("..effects", own);
  const name = (text: string) => ({ kind: "name" as const, name: text, from: 0, to: 0 });
  return [
    { name: null, value: name("yi") },
    { name: null, value: name("vi") },
    ...rest,
    { name: "data", value: name("..effects") },
  ];
}

function rma(own: Readonly<Record<string, Value>>): Model {
  const { yi, vi, sei, mods, data, subset } = own;
  if (yi === undefined) throw new NotUnderstood("rma() without yi");
  const variances = vi ?? (sei === undefined ? undefined : vector(numbers(sei).map((one) => one * one)));
  if (variances === undefined) throw new NotUnderstood("rma() without vi");
  const frame = data?.kind === "list" ? frameOf(data) : {};
  const isFormula =
    mods?.kind === "formula" || (mods?.kind === "vector" && typeof mods.values[0] === "string");
  const formula = mods === undefined ? null : isFormula ? formulaText(mods) : "~ mods";
  const more = mods !== undefined && !isFormula ? { mods: optionalNumbers(mods)! } : {};
  const weights = optionalNumbers(own.weights);
  const level = number(own.level);
  const tau2 = number(own.tau2);
  const request: Rma = {
    ...rmaOf(yi, variances, { method: text(own.method, "REML"), test: text(own.test, "z") }),
    frame: { ...frame, ...more },
    mods: formula,
    btt: own.btt === undefined ? null : numbers(own.btt),
    sizes: optionalNumbers(own.ni) ?? null,
    measured: data?.kind === "list" && data.effects !== undefined ? (data.effects as Measured) : null,
  };
  const model = {
    ...request.model,
    ...(level === undefined ? {} : { level: level > 1 ? level / 100 : level }),
    ...(tau2 === undefined ? {} : { betweenStudyVariance: tau2 }),
    ...(weights !== undefined
      ? { weights: weights as readonly number[] }
      : flag(own.weighted, true)
        ? {}
        : { weights: "equal" as const }),
  };
  if (subset === undefined) return { kind: "model", family: "rma", request: { ...request, model } };
  const chosen = atoms(subset);
  const rows = chosen.flatMap((one, i) => (one === true ? [i] : typeof one === "number" ? [one - 1] : []));
  const part = <T>(values: readonly T[]) => rows.map((i) => values[i]!);
  return {
    kind: "model",
    family: "rma",
    request: {
      ...request,
      model: { ...model, ...(weights === undefined ? {} : { weights: part(weights) as readonly number[] }) },
      yi: part(request.yi),
      vi: part(request.vi),
      frame: Object.fromEntries(Object.entries(request.frame).map(([name, column]) => [name, part(column)])),
      sizes: request.sizes === null ? null : part(request.sizes),
      measured: null,
    },
  };
}

function rmaOf(yi: Value, vi: Value, options: { readonly method?: string; readonly test?: string }): Rma {
  const { method = "REML", test = "z" } = options;
  if (!(METHODS as readonly string[]).includes(method))
    throw new NotUnderstood(`the method ${method} of rma()`);
  return {
    yi: optionalNumbers(yi)!,
    vi: optionalNumbers(vi)!,
    frame: {},
    mods: null,
    model: { method: method as Method, test: test as NonNullable<MetaAnalysisModel["test"]> },
    btt: null,
    sizes: null,
    measured: null,
  };
}

function effectsOf({ yi, vi }: Pick<Rma, "yi" | "vi">): readonly (Effect | undefined)[] {
  return measureEffects(
    "GEN",
    yi.map((one, i) => ({ yi: one, vi: vi[i]! })),
  ).map((effect) => (effect.kind === "measured" ? effect : undefined));
}

/** Effects of the rows that rma() uses. */
function usable(request: Rma): readonly Effect[] {
  const effects = effectsOf(request);
  return kept(request).map((i) => effects[i]!);
}

function kept(request: Rma): readonly number[] {
  const rows = effectsOf(request).flatMap((effect, i) => (effect === undefined ? [] : [i]));
  return request.mods === null ? rows : designOf(parseFormula(request.mods).fixed, request.frame, rows).kept;
}

function fit(request: Rma) {
  const { mods, frame, model } = request;
  const rows = kept(request);
  const effects = usable(request);
  const weights = Array.isArray(model.weights)
    ? rows.map((i) => (model.weights as readonly number[])[i]!)
    : model.weights;
  const own = { ...model, ...(weights === undefined ? {} : { weights }) } as MetaAnalysisModel;
  if (mods === null) return metaAnalysis(effects, own);
  return metaAnalysis(effects, { ...own, design: designOf(parseFormula(mods).fixed, frame, rows) });
}

function fitted(request: Rma): FittedMetaAnalysis {
  const found = fit(request);
  if (found.kind !== "fitted") throw new RangeError(`not fitted: ${JSON.stringify(found)}`);
  return found;
}

function rmaTerms(request: Rma): unknown {
  const found = fit(request);
  if (found.kind !== "fitted") return { error: true, message: JSON.stringify(found) };
  const own = metaAnalysisInMetaforTerms(found);
  if (request.btt === null) return own;
  const { statistic, degreesOfFreedom, p } = omnibusOf(
    found,
    request.btt.map((one) => one - 1),
  );
  return { ...own, QM: statistic, QM_df: [degreesOfFreedom, null], QMp: p, moderators_tested: request.btt };
}

function words({ model, mods, frame, btt, sizes, measured }: Rma): readonly string[] {
  const { method = "REML", test = "z", level, betweenStudyVariance, weights } = model;
  return [
    ...(measured === null ? ["--yi", "yi", "--vi", "vi"] : measured.words),
    "--method",
    method,
    "--test",
    test,
    ...(mods === null ? [] : ["--mods", asFactors(mods, frame)]),
    ...(level === undefined ? [] : ["--level", String(level * 100)]),
    ...(betweenStudyVariance === undefined ? [] : ["--tau2", String(betweenStudyVariance)]),
    ...(weights === "equal" ? ["--unweighted"] : Array.isArray(weights) ? ["--weights", "own.weights"] : []),
    ...(btt === null ? [] : ["--btt", btt.join(",")]),
    ...(sizes === null || measured !== null ? [] : ["--ni", "ni"]),
  ];
}

function command(request: Rma, more: readonly string[] = [], pick?: Command["pick"]): Command {
  const { yi, vi, frame, mods, measured, sizes, model } = request;
  const columns: Columns = {
    ...(mods === null ? {} : columnsNamed(frame, mods)),
    ...(measured === null ? { yi, vi } : measured.columns),
    ...(Array.isArray(model.weights) ? { "own.weights": model.weights } : {}),
    ...(sizes === null ? {} : { ni: sizes }),
  };
  return {
    words: ["synthesize", "FILE", ...words(request), ...more],
    columns,
    pick: (printed) => (pick ?? ((one) => one))(withoutFactors(printed, mods ?? "", frame)),
  };
}

function withColumn(own: Command, name: string, values: readonly number[]): Command {
  return { ...own, columns: { ...own.columns, [name]: values } };
}

/** Rows without a missing value: a group that is not known is in no subgroup. */
function whole(columns: Columns): Columns {
  const all = Object.values(columns);
  const rows = (all[0] ?? []).flatMap((_, i) => (all.every((column) => column[i] !== null) ? [i] : []));
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, rows.map((i) => column[i]!)]),
  );
}

function rowsOfMods(value: Value): readonly (readonly number[])[] {
  if (value.kind === "vector" && value.dimensions !== undefined) {
    const [rows, columns] = value.dimensions;
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => Number(value.values[j * rows + i])),
    );
  }
  return numbers(value).map((one) => [one]);
}

function backwards(name: string, sizes: readonly number[]): (value: number) => number {
  switch (name) {
    case "transf.ztor":
    case "tanh":
      return correlationFromZ;
    case "transf.ilogit":
    case "plogis":
      return proportionFromLogOdds;
    case "transf.iabt":
      return alphaFromLog;
    case "transf.ipft.hm":
      return proportionFromPooledDoubleArcsine(sizes);
    case "exp":
    case "transf.exp.int":
      return Math.exp;
    default:
      throw new NotUnderstood(`the transformation ${name}`);
  }
}

/** Names of functions that are only handed on. */
export const transformations = ["transf.ztor", "transf.ilogit", "transf.iabt", "transf.ipft.hm"];
