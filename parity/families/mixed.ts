import { sharedChance } from "@concord/numerics";
import type { Frame } from "@concord/statistics/formula";
import {
  type AutoregressiveOptions,
  autoregressiveInNlmeTerms,
  autoregressiveModel,
  compareFits,
  comparisonInLme4Terms,
  type FittedMixedModel,
  fitMultilevel,
  mixedModelInLme4Terms,
  profileIntervals,
  type SeriesOrder,
} from "@concord/statistics/multilevel";
import type { Ask, Columns, Command } from "../question.ts";
import { numbers } from "../r/evaluate.ts";
import {
  type Argument,
  type List,
  list,
  type Model,
  NotUnderstood,
  NULL,
  ofResult,
  type Value,
  vector,
} from "../r/value.ts";
import {
  at,
  columnsNamed,
  type Family,
  flag,
  formulaText,
  frameOf,
  isTextOfNumbers,
  modelOf,
  number,
  parameters,
  remembered,
  text,
} from "./reading.ts";

interface Lmer {
  readonly formula: string;
  readonly frame: Frame;
  readonly method: "REML" | "ML";
}

interface Lme {
  readonly formula: string;
  readonly frame: Frame;
  readonly series: SeriesOrder;
  readonly options: AutoregressiveOptions;
  readonly isIndependent: boolean;
}

/** Mixed models, as lme4, lmerTest and nlme fit them. */
export const mixed = (ask: Ask): Family => {
  const lmerTerms = (profile: boolean, isFull: boolean) =>
    remembered((request: Lmer): unknown =>
      ask({
        ours: () => {
          const fit = fitted(request);
          const parts = isFull ? {} : { satterthwaite: false, modes: false };
          return mixedModelInLme4Terms(fit, {
            ...parts,
            ...(profile ? { profile: profileIntervals(fit) } : {}),
          });
        },
        command: lmerCommand(request, profile ? ["--profile"] : []),
      }),
    );
  const whole = lmerTerms(false, true);
  const profiled = lmerTerms(true, true);
  const brief = lmerTerms(false, false);
  const of = (value: Value | undefined) => modelOf<Lmer>(value, "lmer");
  const lme = remembered((request: Lme): unknown =>
    ask({
      ours: () => {
        const fit = autoregressiveModel(request.formula, request.frame, request.series, request.options);
        if (fit.kind !== "fitted") throw new Error(fit.reason);
        return autoregressiveInNlmeTerms(fit);
      },
      command: lmeCommand(request),
    }),
  );
  const lmer = (given: readonly Argument[]): Value => {
    const own = parameters(
      "lmer",
      ["formula", "data", "REML"],
      given.map((one) => (one.name === "dat" ? { ...one, name: "data" } : one)),
      ["polish", "control", "verbose", "start"],
    );
    const request: Lmer = {
      formula: formulaText(own.formula),
      frame: frameOf(own.data),
      method: flag(own.REML, true) ? "REML" : "ML",
    };
    return { kind: "model", family: "lmer", request };
  };
  const fixed = (block: unknown): Value =>
    vector(at(block, "beta") as number[], true, at(block, "terms") as string[]);
  return {
    ofValues: {
      lmer,
      tight_lmer: lmer,
      as_lmerModLmerTest: (given) => given[0]!.value,
      x_lmer: (given) => {
        const { m, satt, re, prof } = parameters("x_lmer", ["m", "satt", "re", "prof", "vc_se"], given);
        const request = of(m);
        if (flag(prof, false)) return ofResult(profiled(request));
        return ofResult((flag(satt, true) || flag(re, true) ? whole : brief)(request));
      },
      x_lrt: (given) => {
        const [m0, m1] = given.map(({ value }) => of(value)) as [Lmer, Lmer];
        return ofResult(
          ask({
            ours: () => comparisonInLme4Terms(compareFits(fitted(m0), fitted(m1))),
            command: {
              ...lmerCommand(m1, ["--compare", m0.formula], m0.formula),
              pick: (printed) => at(printed, "LRT"),
            },
          }),
        );
      },
      fixef: (given) => fixed(whole(of(given[0]?.value))),
      gen_3level: (given) => generated(given),
      corAR1: (given) => {
        const { value, form, fixed: held } = parameters("corAR1", ["value", "form", "fixed"], given);
        if (flag(held, false)) throw new NotUnderstood("corAR1(fixed = TRUE)");
        void value;
        return list({ ar1: form === undefined ? vector(["~ 1"]) : form });
      },
      lmeControl: () => NULL,
      lme: (given) => lmeOf(given),
      x_lme: (given) => ofResult(lme(modelOf<Lme>(given[0]?.value, "lme"))),
    },
    fields: {
      lmer: (model, name) => {
        throw new NotUnderstood(`$${name} of ${(model.request as Lmer).formula}`);
      },
      lme: (model, name) => ofResult(at(lme(model.request as Lme), name)),
    },
    generic: {
      lmer: {
        vcov: (given) => {
          const block = whole(of(given[0]?.value));
          const rows = ofResult(at(block, "vcov_beta"));
          const names = at(block, "terms") as string[];
          return rows.kind === "vector"
            ? { ...rows, dimensions: rows.dimensions ?? [1, 1], names, columnNames: names }
            : rows;
        },
        coef: (given) => coefficients(whole(of(given[0]?.value))),
        logLik: (given) => ofResult(at(whole(of(given[0]?.value)), "logLik")),
        sigma: (given) => ofResult(at(whole(of(given[0]?.value)), "sigma")),
      },
      lme: {
        logLik: (given) => ofResult(at(lme(modelOf<Lme>(given[0]?.value, "lme")), "logLik")),
      },
    },
  };
};

function fitted({ formula, frame, method }: Lmer): FittedMixedModel {
  const fit = fitMultilevel(formula, frame, { method });
  if (fit.kind === "refused") throw new RangeError(fit.reason);
  return fit;
}

function lmerCommand({ formula, frame, method }: Lmer, more: readonly string[], further = ""): Command {
  return {
    words: [
      "fit",
      formula,
      "FILE",
      ...(method === "ML" ? ["--ml"] : []),
      ...factorFlags(columnsNamed(frame, formula)),
      ...more,
    ],
    columns: columnsNamed(frame, formula, further),
  };
}

/** Names that look like numbers are said to be names. */
function factorFlags(columns: Columns): readonly string[] {
  return Object.entries(columns).flatMap(([name, column]) =>
    isTextOfNumbers(column) ? ["--factor", name] : [],
  );
}

/** Fixed effects with the own ones of every group added: `coef()` of lme4. */
function coefficients(block: unknown): Value {
  const names = at(block, "terms") as readonly string[];
  const beta = at(block, "beta") as readonly number[];
  const groups = Object.entries(
    (at(block, "ranef") ?? {}) as Readonly<
      Record<string, Readonly<Record<string, readonly (string | number)[]>>>
    >,
  );
  return list(
    Object.fromEntries(
      groups.map(([group, own]) => {
        const columns = names.map((name, i) =>
          own.level!.map((_, j) => beta[i]! + Number(own[name]?.[j] ?? 0)),
        );
        const levels = own.level!.map(String);
        return [
          group,
          {
            kind: "vector" as const,
            values: columns.flat(),
            ours: true,
            dimensions: [levels.length, names.length] as const,
            names: levels,
            columnNames: names,
          },
        ];
      }),
    ),
  );
}

function lmeOf(given: readonly Argument[]): Model {
  const own = parameters("lme", ["fixed", "data", "random", "correlation", "method"], given, [
    "control",
    "na.action",
  ]);
  const [inner, group] = randomOf(own.random);
  const frame = frameOf(own.data);
  const form = own.correlation?.kind === "list" ? formOf((own.correlation as List).values[0]!) : null;
  const innermost = group.split("/").at(-1)!.trim();
  const request: Lme = {
    formula: `${formulaText(own.fixed)} + (${inner} ${group.startsWith("||") ? "||" : "|"} ${group.replace(/^\|\|/, "")})`,
    frame,
    series: { group: form?.group ?? innermost.replace(/^\|\|/, ""), order: form?.order ?? null },
    options: {
      ...(text(own.method, "REML") === "ML" ? { method: "ML" as const } : {}),
      correlation: form === null ? { kind: "held", value: 0 } : { kind: "free" },
    },
    isIndependent: form === null,
  };
  return { kind: "model", family: "lme", request };
}

/** The random part and its groups, of `~ session | client` or of a list by groups. */
function randomOf(random: Value | undefined): readonly [string, string] {
  if (random?.kind === "formula") {
    const found = /^~\s*([^|]+)\|\s*(.+)$/.exec(random.text);
    if (found === null) throw new NotUnderstood(`lme(random = ${random.text})`);
    return [found[1]!.trim(), found[2]!.trim()];
  }
  if (random?.kind === "list" && random.values.length === 1 && random.values[0]!.kind === "formula")
    return [random.values[0]!.text.replace(/^~\s*/, ""), random.names![0]!];
  throw new NotUnderstood("this random part of lme()");
}

function formOf(form: Value): { readonly group: string; readonly order: string | null } {
  const found = /^~\s*([^|]+)\|\s*(.+)$/.exec(formulaText(form));
  if (found === null) throw new NotUnderstood(`corAR1(form = ${formulaText(form)})`);
  const order = found[1]!.trim();
  return { group: found[2]!.split("/").at(-1)!.trim(), order: order === "1" ? null : order };
}

function lmeCommand({ formula, frame, series, options, isIndependent }: Lme): Command | string {
  if (isIndependent) return "concord fit gives lme4's terms, not nlme's, where residuals are independent";
  const order = `${series.order ?? "1"}|${series.group}`;
  return {
    words: [
      "fit",
      formula,
      "FILE",
      "--ar1",
      order,
      ...factorFlags(columnsNamed(frame, formula)),
      ...(options.method === "ML" ? ["--ml"] : []),
    ],
    columns: columnsNamed(frame, formula, series.group, series.order ?? ""),
  };
}

/** The generator `3level`: sums, products and remainders only, the same in every language. */
function generated(given: readonly Argument[]): Value {
  const own = parameters("gen_3level", ["seed", "nT", "nC", "nS", "b0", "b1", "st", "sc", "s1", "se"], given);
  const of = (name: string, usual: number) => number(own[name]) ?? usual;
  const { normal } = sharedChance(numbers(own.seed!)[0]!);
  const columns = {
    therapist: [] as number[],
    client: [] as number[],
    session: [] as number[],
    x: [] as number[],
    y: [] as number[],
  };
  let client = 0;
  for (let therapist = 1; therapist <= of("nT", 0); therapist++) {
    const ofTherapist = normal();
    for (let c = 0; c < of("nC", 0); c++) {
      client++;
      const ofClient = normal();
      const slope = normal();
      for (let session = 1; session <= of("nS", 0); session++) {
        const x = normal();
        const error = normal();
        columns.therapist.push(therapist);
        columns.client.push(client);
        columns.session.push(session);
        columns.x.push(x);
        columns.y.push(
          of("b0", 10) +
            of("b1", 0.5) * x +
            of("st", 0.7) * ofTherapist +
            of("sc", 1.2) * ofClient +
            of("s1", 0) * slope * x +
            of("se", 2) * error,
        );
      }
    }
  }
  return list(
    Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [name, vector(values, name === "x" || name === "y")]),
    ),
    true,
  );
}
