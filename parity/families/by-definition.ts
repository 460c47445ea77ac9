import { clientGrowthTerms, growthOfClients } from "@concord/statistics/change";
import { inProfileTerms, profileAgreement } from "@concord/statistics/dyad";
import {
  attenuationFactor,
  correlationFromChiSquare,
  correlationFromD,
  correlationFromDEqualGroups,
  correlationFromF,
  correlationFromT,
  dFromCorrelation,
  measureEffects,
  rawCorrelationsAtMean,
} from "@concord/statistics/effect-size";
import type { Frame } from "@concord/statistics/formula";
import {
  bareBones,
  bareBonesInMetaforTerms,
  individuallyCorrectedSynthesis,
} from "@concord/statistics/meta-analysis";
import type { Ask, Columns, Question } from "../question.ts";
import { callsIn, type Node } from "../r/syntax.ts";
import { failedBy, ONLY_ARITHMETIC, Single } from "../r/value.ts";
import { at } from "./reading.ts";

interface Evaluated {
  readonly code: readonly Node[];
  readonly text: string;
  readonly input: unknown;
  readonly options: unknown;
  readonly expected: unknown;
  readonly evaluated: unknown;
  readonly ask: Ask;
}

/** Results that a case computes by their definition, in R's arithmetic, and that Concord has a function for. */
interface Definition {
  /** Names of R's results that must be there, at the place where they stand. */
  readonly has: readonly string[];
  readonly question: (own: Evaluated) => Question | null;
}

/** Puts Concord's results in the place of values that R's arithmetic gave by a formula. */
export function byDefinition(own: Evaluated): unknown {
  let found = own.evaluated;
  for (const definition of DEFINITIONS) {
    for (const path of placesOf(own.expected, definition.has)) {
      const question = definition.question(own);
      if (question === null) continue;
      let block: unknown;
      try {
        block = own.ask(question);
      } catch (error) {
        block = failedBy(error);
      }
      found = filled(found, block, path);
    }
  }
  return found;
}

/** Where a record holds all of these names. */
function placesOf(
  node: unknown,
  names: readonly string[],
  path: readonly string[] = [],
): readonly (readonly string[])[] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return [];
  const own = names.every((name) => Object.hasOwn(node, name)) ? [path] : [];
  return [...own, ...Object.entries(node).flatMap(([key, value]) => placesOf(value, names, [...path, key]))];
}

function filled(node: unknown, block: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return merged(node, block);
  if (typeof node !== "object" || node === null) return node;
  return { ...node, [key]: filled((node as Readonly<Record<string, unknown>>)[key], block, rest) };
}

/** Where nothing of Concord stands yet, the value of the block. */
function merged(node: unknown, block: unknown): unknown {
  if (block === undefined) return node;
  const isOpen = (one: unknown): boolean =>
    one === ONLY_ARITHMETIC ||
    (one instanceof Single && one.value === ONLY_ARITHMETIC) ||
    (Array.isArray(one) && one.length > 0 && one.every(isOpen)) ||
    (typeof one === "object" && one !== null && at(one, "kind") === "failed");
  if (isOpen(node)) return block;
  if (
    typeof node === "object" &&
    node !== null &&
    !(node instanceof Single) &&
    typeof block === "object" &&
    block !== null
  ) {
    if (at(block, "kind") === "failed")
      return Array.isArray(node)
        ? node.map((one) => merged(one, block))
        : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, merged(value, block)]));
    if (Array.isArray(node)) return node.map((one, i) => merged(one, (block as readonly unknown[])[i]));
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        merged(value, (block as Readonly<Record<string, unknown>>)[key]),
      ]),
    );
  }
  return node;
}

const DEFINITIONS: readonly Definition[] = [
  {
    has: ["by_dyad"],
    question: ({ input }) => {
      const sides = Object.values(input as object).filter(
        (one) => Array.isArray(one) && Array.isArray(one[0]),
      ) as readonly (readonly (readonly number[])[])[];
      const [first, second] = sides;
      if (first === undefined || second === undefined || first.length !== second.length) return null;
      const named = (prefix: string, rows: readonly (readonly number[])[]) =>
        rows[0]!.map((_, j) => [`${prefix}${j + 1}`, rows.map((row) => row[j]!)] as const);
      const columns = { a: named("first", first), b: named("second", second) };
      return {
        ours: () => inProfileTerms(profileAgreement({ first, second })),
        command: {
          words: [
            "dyad",
            "profile",
            "FILE",
            "--first",
            columns.a.map(([name]) => name).join(","),
            "--second",
            columns.b.map(([name]) => name).join(","),
          ],
          columns: Object.fromEntries([...columns.a, ...columns.b]),
        },
      };
    },
  },
  {
    has: ["mean_rho", "var_rho", "A"],
    question: (own) => {
      const roles = attenuationRoles(own);
      if (roles === null) return null;
      const { r, n, x, y } = roles;
      return {
        ours: () => {
          const studies = r.map((correlation, i) => ({
            correlation,
            sampleSize: n[i]!,
            reliabilityOfX: x[i]!,
            reliabilityOfY: y[i]!,
          }));
          const records = studies.map((one) => ({
            ri: one.correlation,
            ni: one.sampleSize,
            rxx: one.reliabilityOfX,
            ryy: one.reliabilityOfY,
          }));
          const corrected = measureEffects("RCOR", records);
          const synthesis = individuallyCorrectedSynthesis(studies);
          const variance = (effects: ReturnType<typeof measureEffects>) =>
            effects.map((effect) => (effect.kind === "measured" ? effect.variance : null));
          return {
            A: studies.map((study) => attenuationFactor(study.reliabilityOfX, study.reliabilityOfY)),
            r_c: corrected.map((effect) => effect.estimate),
            ve_obs_meanr: variance(rawCorrelationsAtMean(studies) as ReturnType<typeof measureEffects>),
            ve_c: synthesis.errorVariances,
            vi_c_from_own_r: variance(corrected),
            mean_rho: synthesis.meanCorrelation,
            var_rc: synthesis.observedVariance,
            mean_ve_c: synthesis.errorVariance,
            var_rho: synthesis.trueVariance,
            sd_rho: synthesis.trueDeviation,
          };
        },
        command:
          "concord synthesize pools corrected correlations by their inverse variances; it does not print the artefact distribution",
      };
    },
  },
  {
    has: ["mean_r", "var_r", "var_e_mean_n"],
    question: ({ input }) => {
      const columns = input as Columns;
      const [r, n] = [correlations(columns), sizes(columns)];
      if (r === null || n === null) return null;
      return {
        ours: () =>
          bareBonesInMetaforTerms(bareBones(r.map((correlation, i) => ({ correlation, sampleSize: n[i]! })))),
        command: "no command prints a bare-bones synthesis",
      };
    },
  },
  {
    has: ["r_from_t_df_n_minus_2"],
    question: ({ input, options }) => {
      const { tval, n } = input as Readonly<Record<string, readonly number[]>>;
      const { d, n1, n2 } = options as Readonly<Record<string, readonly number[]>>;
      if (tval === undefined || n === undefined) return null;
      return {
        ours: () => {
          const r = tval.map((value, i) => correlationFromT(value, n[i]! - 2));
          return {
            r_from_t_df_n_minus_2: r,
            z_from_t: r.map(Math.atanh),
            r_from_F: tval.map((value, i) => correlationFromF(value * value, n[i]! - 2)),
            r_from_chi2: tval.map((value, i) => correlationFromChiSquare(value, n[i]!)),
            ...(d === undefined || n1 === undefined || n2 === undefined
              ? {}
              : {
                  r_from_d_exact_a: d.map((value, i) => correlationFromD(value, n1[i]!, n2[i]!)),
                  r_from_d_equal_a4: d.map(correlationFromDEqualGroups),
                }),
            d_from_r: r.map(dFromCorrelation),
          };
        },
        command: "no command converts a test statistic by itself",
      };
    },
  },
  {
    has: ["mixed", "ols_line"],
    question: ({ code, text, input }) => {
      const call = code
        .flatMap(callsIn)
        .find(({ called }) => called.kind === "name" && /lmer$/.test(called.name));
      const node = call?.given[0]?.value;
      if (node == null) return null;
      const parts = /^(.+?)~\s*(.+?)\s*\+\s*\(\s*(.+?)\s*\|\s*(.+?)\s*\)$/.exec(
        text.slice(node.from, node.to),
      );
      if (parts === null) return null;
      const [value, session, , client] = parts.slice(1).map((one) => one.trim()) as [
        string,
        string,
        string,
        string,
      ];
      const frame = input as Frame;
      return {
        ours: () => clientGrowthTerms(growthOfClients(frame, { client, session, value })),
        command: {
          words: [
            "change",
            "FILE",
            "--analysis",
            "growth",
            "--value",
            value,
            "--client",
            client,
            "--session",
            session,
          ],
          columns: Object.fromEntries(
            [value, session, client].map((name) => [name, frame[name]!]),
          ) as Columns,
        },
      };
    },
  },
];

function correlations(columns: Columns): readonly number[] | null {
  const found = Object.values(columns).filter(
    (one) => Array.isArray(one) && one.every((value) => typeof value === "number" && Math.abs(value) < 1),
  ) as readonly (readonly number[])[];
  return found.length === 1 ? found[0]! : null;
}

function sizes(columns: Columns): readonly number[] | null {
  const found = Object.entries(columns).filter(
    ([name, one]) =>
      Array.isArray(one) &&
      !/study|id$/i.test(name) &&
      one.every((value) => typeof value === "number" && Number.isInteger(value) && value > 1),
  ) as readonly (readonly [string, readonly number[]])[];
  return found.length === 1 ? found[0]![1] : null;
}

/** `A <- sqrt(dat$x * dat$y)` and `dat$r / A` say which column is what; the sizes are the whole numbers. */
function attenuationRoles({ code, text, input }: Evaluated) {
  const columns = input as Readonly<Record<string, readonly number[]>>;
  const all = code.map((node) => text.slice(node.from, node.to)).join("\n");
  const root = /(\w+)\s*<-\s*sqrt\(\s*dat\$([\w.]+)\s*\*\s*dat\$([\w.]+)\s*\)/.exec(all);
  if (root === null) return null;
  const divided = new RegExp(`dat\\$([\\w.]+)\\s*/\\s*${root[1]}\\b`).exec(all);
  const size = /sum\(\s*dat\$([\w.]+)\s*\*/.exec(all);
  const [x, y, r, n] = [root[2], root[3], divided?.[1], size?.[1]].map((name) =>
    name === undefined ? undefined : columns[name],
  );
  return x === undefined || y === undefined || r === undefined || n === undefined ? null : { x, y, r, n };
}
