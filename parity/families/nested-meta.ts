import { measureEffects } from "@concord/statistics/effect-size";
import { designOf, parseFormula } from "@concord/statistics/formula";
import {
  clusterRobust,
  componentTest,
  constantCorrelation,
  type Effect,
  type FittedMultilevel,
  jointTest,
  jointTestInClubSandwichTerms,
  type MultilevelModel,
  multilevelInMetaforTerms,
  multilevelMetaAnalysis,
  nestedGroups,
  robustInClubSandwichTerms,
  robustInMetaforTerms,
} from "@concord/statistics/meta-analysis";
import type { Ask, Columns, Command } from "../question.ts";
import { atoms, numbers } from "../r/evaluate.ts";
import { type Argument, list, type Model, NotUnderstood, ofResult, type Value, vector } from "../r/value.ts";
import {
  asFactors,
  at,
  columnOf,
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

interface Sampling {
  readonly vi: readonly (number | null)[];
  readonly cluster: readonly (string | number | null)[];
  readonly rho: number;
}

interface RmaMv {
  readonly frame: Columns;
  readonly yi: readonly (number | null)[];
  readonly vi: readonly (number | null)[];
  readonly sampling: Sampling | null;
  readonly mods: string;
  readonly path: readonly string[];
  readonly options: Omit<MultilevelModel, "levels" | "design" | "sampling">;
  readonly words: readonly string[];
}

interface Robust {
  readonly model: RmaMv;
  readonly cluster: readonly (string | number | null)[];
  readonly kind: "CR0" | "CR1" | "CR1p" | "CR1S" | "CR2";
  /** Degrees of freedom of clusters less coefficients, as robust() takes them. */
  readonly byClusters: boolean;
}

const NAMES = ["yi", "V", "W", "mods", "random", "method", "test", "dfs", "level", "data", "intercept"];
const UNIMPORTANT = ["control", "verbose", "digits", "sparse", "slab"];

/** rma.mv with nested groups, and its robust tests. */
export const nestedMeta = (ask: Ask): Family => {
  const terms = remembered((request: RmaMv): unknown =>
    ask({
      ours: () => multilevelInMetaforTerms(fitted(request), { intervals: true, groups: true }),
      command: command(request, ["--profile"]),
    }),
  );
  const of = (value: Value | undefined) => modelOf<RmaMv>(value, "rma.mv");
  const robustTerms = remembered((own: Robust): unknown =>
    ask({
      ours: () => {
        const found = robustFit(own);
        return own.byClusters || own.kind === "CR2"
          ? { ...robustInClubSandwichTerms(found), ...robustInMetaforTerms(found) }
          : robustInClubSandwichTerms(found);
      },
      command: robustCommand(own),
    }),
  );
  const asRobust = (given: readonly Argument[]): Value => {
    const [model] = given;
    const own = modelOf<Robust>(model?.value, "robust");
    return ofResult(robustTerms(own));
  };
  return {
    ofValues: {
      x_rmamv: (given) => ofResult(terms(of(given[0]?.value))),
      x_coeftest: asRobust,
      x_robust: asRobust,
      coef_test: (given) => {
        const { obj, vcov, cluster, test } = parameters(
          "coef_test",
          ["obj", "vcov", "test", "cluster"],
          given,
        );
        const kind = text(vcov, "CR2") as Robust["kind"];
        if (!["CR0", "CR1", "CR1p", "CR1S", "CR2"].includes(kind))
          throw new NotUnderstood(`coef_test(vcov = "${kind}")`);
        if (text(test, "Satterthwaite") !== "Satterthwaite")
          throw new NotUnderstood("coef_test() with another test than Satterthwaite's");
        const request: Robust = {
          model: of(obj),
          cluster: columnOf(atoms(cluster!)),
          kind,
          byClusters: false,
        };
        return { kind: "model", family: "robust", request };
      },
      constrain_zero: (given) => ({ ...vector(numbers(given[0]!.value)) }),
      Wald_test: (given) => {
        const { obj, constraints, vcov, cluster } = parameters(
          "Wald_test",
          ["obj", "constraints", "vcov", "cluster"],
          given,
        );
        if (text(vcov, "CR2") !== "CR2") throw new NotUnderstood("Wald_test() with another vcov than CR2");
        const robust: Robust = {
          model: of(obj),
          cluster: columnOf(atoms(cluster!)),
          kind: "CR2",
          byClusters: false,
        };
        const tested = numbers(constraints!).map((one) => one - 1);
        const own = robustCommand(robust);
        const block = ask({
          ours: () => jointTestInClubSandwichTerms(jointTest(robustFit(robust), tested)),
          command:
            typeof own === "string" ? own : { ...own, pick: (printed) => at(own.pick!(printed), "wald") },
        });
        const field = (name: string) => ofResult(at(block, name));
        return list({
          Fstat: field("Fstat"),
          df_num: field("df_num"),
          df_denom: field("df_denom"),
          p_val: field("p"),
        });
      },
    },
    ofCode: {
      vcalc: (given, scope, r) => {
        const own = parametersOver(
          "vcalc",
          ["vi", "cluster", "obs", "data", "rho"],
          given,
          scope,
          r,
          UNIMPORTANT,
        );
        const request: Sampling = {
          vi: optionalNumbers(own.vi)!,
          cluster: columnOf(atoms(own.cluster!)),
          rho: number(own.rho) ?? 0,
        };
        return { kind: "model", family: "vcalc", request };
      },
      "rma.mv": (given, scope, r) => rmaMv(parametersOver("rma.mv", NAMES, given, scope, r, UNIMPORTANT)),
      robust: (given, scope, r) => {
        const model = r.evaluate(given[0]!.value!, scope);
        const request = of(model);
        const cluster = given.find(({ name }) => name === "cluster") ?? given[1];
        const node = cluster!.value!;
        const column =
          node.kind === "name" && Object.hasOwn(request.frame, node.name)
            ? request.frame[node.name]!
            : columnOf(atoms(r.evaluate(node, scope)));
        const sandwich = given.find(({ name }) => name === "clubSandwich");
        const isCr2 = sandwich !== undefined && flag(r.evaluate(sandwich.value!, scope), false);
        const own: Robust = {
          model: request,
          cluster: column,
          kind: isCr2 ? "CR2" : "CR1p",
          byClusters: !isCr2,
        };
        return { kind: "model", family: "robust", request: own };
      },
    },
    fields: {
      "rma.mv": (model, name) => {
        const names: Readonly<Record<string, string>> = {
          zval: "stat",
          "ci.lb": "ci_lb",
          "ci.ub": "ci_ub",
          vb: "vcov",
        };
        return ofResult(at(terms(model.request as RmaMv), names[name] ?? name));
      },
    },
    generic: {
      "rma.mv": {
        anova: (given) => {
          const [full, reduced] = given.filter(({ name }) => name === null).map(({ value }) => of(value)) as [
            RmaMv,
            RmaMv,
          ];
          const block = ask({
            ours: () => {
              const { statistic, p } = componentTest(fitted(full), fitted(reduced));
              return { LRT: statistic, p };
            },
            command: "concord synthesize does not compare two arrangements of nested groups",
          });
          return list({ LRT: ofResult(at(block, "LRT")), pval: ofResult(at(block, "p")) });
        },
      },
    },
  };
};

function rmaMv(own: Readonly<Record<string, Value>>): Model {
  const frame = frameOf(own.data);
  const { V, yi } = own;
  const sampling = V?.kind === "model" && V.family === "vcalc" ? (V.request as Sampling) : null;
  const randoms =
    own.random?.kind === "list" ? own.random.values.map(formulaText) : [formulaText(own.random)];
  if (randoms.length !== 1) throw new NotUnderstood("rma.mv() with several random formulas");
  const nested = /^~\s*1\s*\|\s*(.+)$/.exec(randoms[0]!.trim());
  if (nested === null) throw new NotUnderstood(`rma.mv(random = ${randoms[0]}): only ~ 1 | a/b is known`);
  const method = text(own.method, "REML") as "REML" | "ML";
  const isT = text(own.test, "z") === "t";
  const dfs = text(own.dfs, "residual") === "contain" ? ("containment" as const) : ("residual" as const);
  const level = number(own.level);
  const request: RmaMv = {
    frame,
    yi: optionalNumbers(yi)!,
    vi: sampling?.vi ?? optionalNumbers(V)!,
    sampling,
    mods: own.mods === undefined ? "~ 1" : formulaText(own.mods),
    path: nested[1]!.split("/").map((one) => one.trim()),
    options: {
      method,
      ...(isT ? { test: { kind: "t" as const, degrees: dfs } } : {}),
      ...(level === undefined ? {} : { level: level / 100 }),
    },
    words: [
      "--method",
      method,
      ...(isT ? ["--test", "t", "--dfs", dfs === "containment" ? "contain" : "residual"] : []),
    ],
  };
  return { kind: "model", family: "rma.mv", request };
}

/** Rows with an effect, and what the model is over them. */
function fitted({ frame, yi, vi, sampling, mods, path, options }: RmaMv): FittedMultilevel {
  const measured = measureEffects(
    "GEN",
    yi.map((one, i) => ({ yi: one, vi: vi[i]! })),
  );
  const rows = measured.flatMap((effect, i) => (effect.kind === "measured" ? [i] : []));
  const design = designOf(parseFormula(mods).fixed, frame, rows);
  const levels = nestedGroups(frame, path, design.kept);
  const effects = design.kept.map((i) => measured[i] as Effect);
  const shared =
    sampling === null
      ? {}
      : {
          sampling: constantCorrelation(
            design.kept.map((i) => Number(sampling.vi[i])),
            design.kept.map((i) => sampling.cluster[i]!),
            sampling.rho,
          ),
        };
  const found = multilevelMetaAnalysis(effects, { ...options, ...shared, levels, design });
  if (found.kind !== "fitted") throw new Error(`not fitted: ${JSON.stringify(found)}`);
  return found;
}

function robustFit({ model, cluster, kind, byClusters }: Robust) {
  const { frame, mods, yi, vi } = model;
  const measured = yi.flatMap((one, i) => (one === null || vi[i] === null ? [] : [i]));
  const { kept } = designOf(parseFormula(mods).fixed, frame, measured);
  const groups = kept.map((i) => cluster[i]!);
  return byClusters
    ? clusterRobust(fitted(model), groups, "CR1p", "clusters")
    : clusterRobust(fitted(model), groups, kind);
}

function command(request: RmaMv, more: readonly string[], further: Columns = {}): Command | string {
  const { frame, yi, vi, sampling, mods, path, words } = request;
  if (sampling !== null && !("own.cluster" in further))
    return "with correlated sampling errors the command line gives the robust tests";
  return {
    words: [
      "synthesize",
      "FILE",
      "--yi",
      "yi",
      "--vi",
      "vi",
      "--random",
      path.join("/"),
      ...(mods === "~ 1" ? [] : ["--mods", asFactors(mods, frame)]),
      ...words,
      ...more,
    ],
    columns: { ...columnsNamed(frame, mods, path.join(" ")), yi, vi, ...further },
    pick: (printed) => withoutFactors(printed, mods, frame),
  };
}

function robustCommand({ model, cluster, kind }: Robust): Command | string {
  const rho = model.sampling === null ? [] : ["--rho", String(model.sampling.rho)];
  const own = command(model, ["--cluster", "own.cluster", "--vcov", kind, ...rho], {
    "own.cluster": cluster,
  });
  return typeof own === "string" ? own : { ...own, pick: (printed) => at(own.pick!(printed), "robust") };
}
