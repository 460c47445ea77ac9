import type { Frame } from "@concord/statistics/formula";
import {
  compareStructures,
  type FittedStructuralModel,
  type HeldEqual,
  inLavaanTerms,
  modificationIndices,
  modificationTerms,
  type StructuralOptions,
  structuralModel,
} from "@concord/statistics/structure";
import type { Ask, Columns, Command } from "../question.ts";
import { texts } from "../r/evaluate.ts";
import { type Argument, list, matrix, NotUnderstood, ofResult, type Value, vector } from "../r/value.ts";
import {
  at,
  columnsNamed,
  type Family,
  flag,
  frameOf,
  modelOf,
  parameters,
  remembered,
  text,
} from "./reading.ts";

interface Lavaan {
  readonly syntax: string;
  readonly frame: Frame;
  readonly options: StructuralOptions;
}

const OPTIONS = [
  "model",
  "data",
  "std.lv",
  "estimator",
  "missing",
  "group",
  "group.equal",
  "meanstructure",
  "fixed.x",
  "int.ov.free",
];
/** Taken as they are by default, or with no effect on what is compared. */
const IGNORED = ["control", "auto.cov.lv.x", "se", "test", "warn", "bounds"];

/** Structural equation models, as lavaan fits them. */
export const structure = (ask: Ask): Family => {
  const terms = remembered((request: Lavaan): unknown =>
    ask({
      ours: () => inLavaanTerms(structuralModel(request.frame, request.syntax, request.options)),
      command: command(request),
    }),
  );
  const of = (value: Value | undefined) => modelOf<Lavaan>(value, "lavaan");
  const make =
    (form: "cfa" | "sem" | "growth" | "lavaan") =>
    (given: readonly Argument[]): Value => {
      const own = parameters(form, OPTIONS, given, IGNORED);
      const missing = text(own.missing, "listwise");
      if (!["listwise", "ml", "fiml", "ML", "FIML", "direct"].includes(missing))
        throw new NotUnderstood(`${form}(missing = "${missing}")`);
      const estimator = text(own.estimator, "ML") as NonNullable<StructuralOptions["estimator"]>;
      if (!["ML", "MLR", "MLM"].includes(estimator))
        throw new NotUnderstood(`${form}(estimator = "${estimator}")`);
      const options: StructuralOptions = {
        form,
        estimator,
        missing: missing === "listwise" ? "listwise" : "fiml",
        ...(own.group === undefined ? {} : { group: text(own.group, "") }),
        ...(own["group.equal"] === undefined
          ? {}
          : { heldEqual: texts(own["group.equal"]) as readonly HeldEqual[] }),
        ...(flag(own["std.lv"], false) ? { standardizedFactors: true } : {}),
        ...(flag(own.meanstructure, false) ? { meanStructure: true } : {}),
        ...(flag(own["fixed.x"], true) ? {} : { fixedExogenous: false }),
        ...(flag(own["int.ov.free"], false) ? { freeIntercepts: true } : {}),
      };
      const request: Lavaan = { syntax: texts(own.model!).join("\n"), frame: frameOf(own.data), options };
      return { kind: "model", family: "lavaan", request };
    };
  return {
    ofValues: {
      cfa: make("cfa"),
      sem: make("sem"),
      growth: make("growth"),
      lavaan: make("lavaan"),
      x_lav: (given) => ofResult(terms(of(given[0]?.value))),
      lavTestLRT: (given) => {
        const models = given.filter(({ name }) => name === null).map(({ value }) => of(value));
        const steps = models.slice(1).map((other, i) => {
          const before = models[i]!;
          return ask({
            ours: () => {
              const [a, b] = [fitted(before), fitted(other)];
              const found = compareStructures(a, b);
              return { chisq: found.chiSquare, df: found.degrees, p: found.p };
            },
            command: comparison(before, other),
          });
        });
        const column = (name: string) =>
          vector([null, ...steps.map((step) => at(step, name) as number)], true);
        return list(
          { "Chisq diff": column("chisq"), "Df diff": column("df"), "Pr(>Chisq)": column("p") },
          true,
        );
      },
      modindices: (given) => {
        const request = of(given[0]?.value);
        const block = ask({
          ours: () => modificationTerms(modificationIndices(fitted(request))),
          command: {
            ...command(request, ["--modification-indices", "1000"]),
            pick: (printed) => at(printed, "modification_indices"),
          },
        });
        const columns = ["lhs", "op", "rhs", "mi", "epc"].map(
          (name) => [name, ofResult(at(block, name))] as const,
        );
        return list(Object.fromEntries(columns), true);
      },
      lavInspect: (given) => {
        const request = of(given[0]?.value);
        const what = text(given[1]?.value, "");
        if (what !== "est") throw new NotUnderstood(`lavInspect(…, "${what}")`);
        const estimates = at(terms(request), "estimates") as Readonly<
          Record<string, readonly (string | number)[]>
        >;
        const rows = estimates.lhs!.map((lhs, i) => ({
          lhs: String(lhs),
          op: estimates.op![i],
          rhs: String(estimates.rhs![i]),
          est: Number(estimates.est![i]),
        }));
        const loadings = rows.filter(({ op }) => op === "=~");
        const factors = [...new Set(loadings.map(({ lhs }) => lhs))];
        const items = [...new Set(loadings.map(({ rhs }) => rhs))];
        const value = (op: string, lhs: string, rhs: string) =>
          rows.find((row) => row.op === op && row.lhs === lhs && row.rhs === rhs)?.est ?? 0;
        return list({
          lambda: matrix(
            items.map((item) => factors.map((factor) => value("=~", factor, item))),
            true,
          ),
          theta: matrix(
            items.map((a) => items.map((b) => value("~~", a, b) || value("~~", b, a))),
            true,
          ),
        });
      },
    },
    fields: {
      lavaan: (model, name) => {
        throw new NotUnderstood(`$${name} of ${(model.request as Lavaan).syntax}`);
      },
    },
  };
};

function fitted({ frame, syntax, options }: Lavaan): FittedStructuralModel {
  const model = structuralModel(frame, syntax, options);
  if (model.kind !== "fitted") throw new Error(model.reason);
  return model;
}

function command({ syntax, frame, options }: Lavaan, more: readonly string[] = []): Command {
  const {
    form,
    estimator,
    missing,
    group,
    heldEqual,
    standardizedFactors,
    meanStructure,
    fixedExogenous,
    freeIntercepts,
  } = options;
  const words = [
    "structure",
    "FILE",
    "--model",
    syntax,
    "--form",
    form ?? "sem",
    "--estimator",
    estimator ?? "ML",
    "--missing",
    missing ?? "listwise",
    ...(group === undefined ? [] : ["--group", group]),
    ...(heldEqual === undefined ? [] : ["--group-equal", heldEqual.join(",")]),
    ...(standardizedFactors ? ["--std-lv"] : []),
    ...(meanStructure ? ["--meanstructure"] : []),
    ...(fixedExogenous === false ? ["--no-fixed-x"] : []),
    ...(freeIntercepts ? ["--int-ov-free"] : []),
    ...more,
  ];
  const columns: Columns = columnsNamed(frame, syntax, group ?? "");
  return { words, columns };
}

/** One command compares models that differ in what is written, not in what is held equal over groups. */
function comparison(before: Lavaan, other: Lavaan): Command | string {
  if (JSON.stringify(before.options) !== JSON.stringify(other.options))
    return "concord structure compares two models of the same options; steps of invariance have --invariance";
  return {
    ...command(before, ["--compare", other.syntax]),
    columns: columnsNamed(before.frame, before.syntax, other.syntax, before.options.group ?? ""),
    pick: (printed) => at(printed, "chisq_diff"),
  };
}
