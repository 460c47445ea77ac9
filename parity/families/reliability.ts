import {
  type AgreementTable,
  type Answers,
  agreementTable,
  alphaTerms,
  cohenKappa,
  cohenKappaTerms,
  fleissKappa,
  fleissKappaTerms,
  hierarchicalOmega,
  hierarchicalOmegaTerms,
  intraclassCorrelations,
  intraclassTerms,
  kappaTestTerms,
  krippendorffAlpha,
  scaleReliability,
} from "@concord/statistics/reliability";
import type { Ask, Columns, Command } from "../question.ts";
import { rowsOf } from "../r/base.ts";
import { atoms, numbers, texts } from "../r/evaluate.ts";
import { type Argument, list, NotUnderstood, ofResult, type Value, vector } from "../r/value.ts";
import { at, type Family, flag, number, optionalNumbers, parameters, text } from "./reading.ts";

type Cells = readonly (readonly (number | null)[])[];

/** psych's alpha, omega, ICC and kappa, and irr. */
export const reliability = (ask: Ask): Family => {
  const alpha = (data: Value, keys: readonly number[] | null): unknown => {
    const items = itemsOf(data);
    const names = Object.keys(items);
    const reversed = names.filter((_, i) => keys?.[i] === -1);
    return ask({
      ours: () => alphaTerms(scaleReliability(items, reversed.length === 0 ? undefined : { reversed })),
      command: {
        words: ["reliability", "FILE", ...(reversed.length === 0 ? [] : ["--reverse", reversed.join(",")])],
        columns: items as Columns,
      },
    });
  };
  const kappa = (given: readonly Argument[]): Value => {
    const { x, w } = parameters("cohen.kappa", ["x", "w", "n.obs", "alpha"], given);
    const weights = w === undefined ? "quadratic" : weightsOf(w);
    return ofResult(
      ask({
        ours: () => cohenKappaTerms(cohenKappa(tableOf(x!), weights)),
        command: kappaCommand(x!, ["--weights", weights]),
      }),
    );
  };
  return {
    ofValues: {
      x_alpha: (given) => {
        const { d, keys } = parameters("x_alpha", ["d", "keys"], given);
        return ofResult(alpha(d!, keys === undefined || keys.kind === "null" ? null : keysOf(keys, d!)));
      },
      x_icc: (given) => {
        const { m, lmer } = parameters("x_icc", ["m", "lmer"], given);
        const rows = rowsOfNumbers(m!);
        const withGaps = flag(lmer, false);
        const words = ["reliability", "FILE", "--analysis", "icc", ...(withGaps ? ["--icc-by", "reml"] : [])];
        return ofResult(
          ask({
            ours: () => intraclassTerms(intraclassCorrelations(rows)),
            command: { words, columns: columnsOfRows(rows) },
          }),
        );
      },
      "cohen.kappa": kappa,
      x_kappa: (given) => given[0]!.value,
      kappa2: (given) => {
        const { ratings, weight } = parameters("kappa2", ["ratings", "weight", "sort.levels"], given);
        if (text(weight, "unweighted") !== "unweighted")
          throw new NotUnderstood(`kappa2(weight = "${text(weight, "")}")`);
        const block = ask({
          ours: () => kappaTestTerms(cohenKappa(tableOf(ratings!))),
          command: { ...kappaCommand(ratings!, []), pick: (printed) => at(printed, "kappa2") },
        });
        return tested(block);
      },
      "kappam.fleiss": (given) => {
        const { ratings } = parameters("kappam.fleiss", ["ratings", "exact", "detail"], given);
        const rows = rowsOfNumbers(ratings!);
        const block = ask({
          ours: () => fleissKappaTerms(fleissKappa(rows)),
          command: { words: ["reliability", "FILE", "--analysis", "fleiss"], columns: columnsOfRows(rows) },
        });
        return tested(block);
      },
      "kripp.alpha": (given) => {
        const { x, method } = parameters("kripp.alpha", ["x", "method"], given);
        const scaling = text(method, "nominal") as "nominal" | "ordinal" | "interval";
        // Raters are rows there, columns here.
        const raters = rowsOfNumbers(x!);
        const rows = raters[0]!.map((_, i) => raters.map((rater) => rater[i]!));
        const block = ask({
          ours: () => krippendorffAlpha(rows, scaling),
          command: {
            words: ["reliability", "FILE", "--analysis", "krippendorff"],
            columns: columnsOfRows(rows),
            pick: (printed) => at(printed, scaling),
          },
        });
        return list({ value: ofResult(block) });
      },
      omega: (given) => {
        const { m, nfactors } = parameters("omega", ["m", "nfactors"], given, [
          "plot",
          "fm",
          "flip",
          "digits",
          "rotate",
          "key",
        ]);
        const items = itemsOf(m!);
        const factors = number(nfactors) ?? 3;
        if (factors !== 3) throw new NotUnderstood(`omega(nfactors = ${factors})`);
        const block = ask({
          ours: () => hierarchicalOmegaTerms(hierarchicalOmega(items)),
          command: {
            words: ["reliability", "FILE", "--analysis", "omega"],
            columns: items as Columns,
            pick: (printed) => at(printed, "psych_omega"),
          },
        });
        const field = (name: string) => ofResult(at(block, name));
        const general = numbers(field("sl_g_loadings"));
        const sl = {
          kind: "vector" as const,
          values: general,
          ours: true,
          dimensions: [general.length, 1] as const,
          columnNames: ["g"],
        };
        return list({
          omega_h: field("omega_h"),
          "omega.tot": field("omega_total"),
          alpha: field("alpha"),
          "omega.lim": field("omega_lim"),
          G6: field("G6"),
          schmid: list({ sl }),
        });
      },
    },
  };
};

function tested(block: unknown): Value {
  const field = (name: string) => ofResult(at(block, name));
  return list({ value: field("kappa"), statistic: field("z"), "p.value": field("p") });
}

function itemsOf(value: Value): Readonly<Record<string, Answers>> {
  if (value.kind !== "list") throw new NotUnderstood("a data frame of items is expected");
  return Object.fromEntries(value.values.map((column, i) => [value.names![i]!, optionalNumbers(column)!]));
}

function keysOf(keys: Value, data: Value): readonly number[] {
  const own = atoms(keys);
  if (typeof own[0] !== "string") return own.map(Number);
  const reversed = new Set(
    texts(keys)
      .filter((one) => one.startsWith("-"))
      .map((one) => one.slice(1)),
  );
  return data.kind === "list" ? data.names!.map((name) => (reversed.has(name) ? -1 : 1)) : [];
}

function rowsOfNumbers(value: Value): Cells {
  return rowsOf(value).map((row) =>
    row.map((one) => (one === null || (typeof one === "number" && Number.isNaN(one)) ? null : Number(one))),
  );
}

function columnsOfRows(rows: Cells): Columns {
  const width = rows[0]?.length ?? 0;
  return Object.fromEntries(
    Array.from({ length: width }, (_, j) => [`rater${j + 1}`, rows.map((row) => row[j]!)]),
  );
}

/** A square matrix of counts, or two columns of ratings. */
function tableOf(value: Value): AgreementTable {
  if (
    value.kind === "vector" &&
    value.dimensions !== undefined &&
    value.dimensions[0] === value.dimensions[1]
  ) {
    const counts = rowsOf(value).map((row) => row.map(Number));
    return { categories: counts.map((_, i) => String(i + 1)), counts };
  }
  const rows = rowsOf(value);
  const cell = (one: unknown) => one as number | string | null;
  return agreementTable(
    rows.map((row) => cell(row[0])),
    rows.map((row) => cell(row[1])),
  );
}

function kappaCommand(value: Value, more: readonly string[]): Command {
  const words = ["reliability", "FILE", "--analysis", "kappa", ...more];
  const rows = rowsOf(value) as readonly (readonly (number | string | null)[])[];
  if (
    value.kind === "vector" &&
    value.dimensions !== undefined &&
    value.dimensions[0] === value.dimensions[1]
  ) {
    const cells = rows.flatMap((row, i) => row.map((count, j) => [i + 1, j + 1, Number(count)] as const));
    const column = (k: 0 | 1 | 2) => cells.map((cell) => cell[k]);
    return {
      words: [...words, "--items", "first,second", "--count", "count"],
      columns: { first: column(0), second: column(1), count: column(2) },
    };
  }
  return { words, columns: { first: rows.map((row) => row[0]!), second: rows.map((row) => row[1]!) } };
}

/** Linear or quadratic weights, as psych takes agreement from 1 downwards. */
function weightsOf(value: Value): "linear" | "quadratic" {
  const rows = rowsOf(value).map((row) => row.map(Number));
  const last = rows.length - 1;
  const is = (of: (distance: number) => number) =>
    rows.every((row, i) => row.every((one, j) => Math.abs(one - (1 - of(Math.abs(i - j) / last))) < 1e-9));
  if (is((distance) => distance)) return "linear";
  if (is((distance) => distance ** 2)) return "quadratic";
  throw new NotUnderstood("cohen.kappa() with weights that are neither linear nor quadratic");
}

void vector;
