import type { Measure } from "@concord/statistics/effect-size";
import type { Method, RobustKind, Test } from "@concord/statistics/meta-analysis";
import { oneLine, rName, rReadFile, rText } from "./r-text.ts";

/** Where R takes its rows from: columns written out, or a file of the reader's own. */
export type RData =
  | { readonly kind: "columns"; readonly columns: Readonly<Record<string, RColumn>> }
  | { readonly kind: "file"; readonly path: string };

export type RColumn = readonly (number | string | null)[];

/** An analysis in metafor's words. */
export interface RProgram {
  readonly title: string;
  readonly data: RData;
  readonly measure: Measure;
  /** metafor's argument → the column that holds it: `{ ri: "r", ni: "n" }` or `{ yi: "yi", vi: "vi" }`. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly mods: string | null;
  /** The path after the bar: "study/effect". Null for effects side by side. */
  readonly random: string | null;
  readonly method: Method;
  readonly test: Test;
  readonly level: number;
  readonly dfs?: "residual" | "contain";
  readonly robust: RobustKind | null;
  /** The column that names the cluster. */
  readonly cluster: string | null;
  readonly further?: RFurther;
}

/** What a program may say besides: rows to keep, further arguments, and what to do with the fit. */
export interface RFurther {
  readonly subset?: readonly { readonly column: string; readonly values: readonly string[] }[];
  /** Arguments of `escalc`, such as `vtype = "AV"`. */
  readonly escalc?: readonly string[];
  /** Arguments of the model, such as `tau2 = 0.05`. */
  readonly model?: readonly string[];
  /** Sampling errors correlate by ρ within a cluster. */
  readonly sampling?: { readonly cluster: string; readonly rho: number };
  /** A level of the path that stands for the row itself. */
  readonly rowLevel?: string;
  /** Lines after the model; the fit is `res`. */
  readonly after?: readonly string[];
}

/** An R program that gives the same figures with metafor: for anyone who would rather not take our word. */
export function rCode(program: RProgram): string {
  const usesClubSandwich = program.robust !== null && program.robust !== "CR1p";
  return [
    `# ${oneLine(program.title)}`,
    "library(metafor)",
    ...(usesClubSandwich ? ["library(clubSandwich)"] : []),
    'options(contrasts = c("contr.treatment", "contr.poly"))',
    'invisible(Sys.setlocale("LC_COLLATE", "C"))  # the first level by code point is the reference',
    "",
    ...dataLines(program.data),
    ...subsetLines(program),
    ...escalcLines(program),
    "",
    ...modelLines(program),
    ...robustLines(program),
    ...predictLines(program),
    ...(program.further?.after ?? []),
    "",
  ].join("\n");
}

function dataLines(data: RData): readonly string[] {
  if (data.kind === "file") return [rReadFile(data.path)];
  const lines = Object.entries(data.columns).map(
    ([name, values]) => `  ${rName(name)} = ${folded(values.map(rValue))}`,
  );
  return ["dat <- data.frame(check.names = FALSE,", `${lines.join(",\n")}`, ")"];
}

function subsetLines({ further }: RProgram): readonly string[] {
  const kept = (further?.subset ?? []).map(
    ({ column, values }) => `dat <- dat[dat[[${rText(column)}]] %in% c(${values.map(rText).join(", ")}), ]`,
  );
  const level = further?.rowLevel;
  return level === undefined ? kept : [...kept, `dat[[${rText(level)}]] <- seq_len(nrow(dat))`];
}

function escalcLines({ measure, arguments: columns, further }: RProgram): readonly string[] {
  if ("yi" in columns) {
    return columns.sei === undefined ? [] : [`dat$vi <- dat[[${rText(columns.sei)}]]^2`];
  }
  const given = [
    ...Object.entries(columns).map(([name, column]) => `${name} = ${rName(column)}`),
    ...(further?.escalc ?? []),
  ];
  if (measure === "RCOR") {
    const { ri, ni, rxx, ryy } = columns;
    return [
      `dat$yi <- with(dat, ${rName(ri!)} / sqrt(${rName(rxx!)} * ${rName(ryy!)}))`,
      `dat$vi <- with(dat, (1 - ${rName(ri!)}^2)^2 / (${rName(ni!)} - 1) / (${rName(rxx!)} * ${rName(ryy!)}))`,
    ];
  }
  return [`dat <- escalc(measure = ${rText(measure)}, ${given.join(", ")}, data = dat)`];
}

function modelLines(program: RProgram): readonly string[] {
  const { mods, random, method, test, level, dfs, arguments: columns } = program;
  const yi = rName(columns.yi ?? "yi");
  const vi = rName(columns.vi ?? "vi");
  const moderators = mods === null ? "" : `, mods = ${oneLine(mods)}`;
  const degrees = test === "t" ? `, dfs = "${dfs ?? "residual"}"` : "";
  const coverage = [...(level === 95 ? [] : [`level = ${level}`]), ...(program.further?.model ?? [])]
    .map((argument) => `, ${argument}`)
    .join("");
  if (random === null) {
    return [
      `res <- rma(${yi}, ${vi}${moderators}, data = dat, method = "${method}", test = "${test}"${coverage},`,
      "           control = list(threshold = 1e-12, maxiter = 1000))",
      "print(res, digits = 6)",
    ];
  }
  const sampling = program.further?.sampling;
  return [
    ...(sampling === undefined
      ? []
      : [
          `V <- vcalc(${vi}, cluster = ${rName(sampling.cluster)}, obs = seq_len(nrow(dat)), data = dat, rho = ${sampling.rho})`,
        ]),
    `res <- rma.mv(${yi}, ${sampling === undefined ? vi : "V"}${moderators}, random = ~ 1 | ${random}, data = dat, method = "${method}",`,
    `              test = "${test}"${degrees}${coverage}, control = list(optimizer = "nlminb", rel.tol = 1e-10))`,
    "print(res, digits = 6)",
  ];
}

function robustLines({ robust, cluster }: RProgram): readonly string[] {
  if (robust === null || cluster === null) return [];
  const by = `dat$${rName(cluster)}`;
  if (robust === "CR2")
    return [`res <- robust(res, cluster = ${by}, clubSandwich = TRUE)`, "print(res, digits = 6)"];
  if (robust === "CR1p") return [`res <- robust(res, cluster = ${by})`, "print(res, digits = 6)"];
  return [`print(coef_test(res, vcov = "${robust}", cluster = ${by}))`];
}

function predictLines({ mods, measure, arguments: columns }: RProgram): readonly string[] {
  if (mods !== null) return [];
  if (measure === "PFT" && columns.ni !== undefined) {
    return [
      `print(predict(res, transf = transf.ipft.hm, targs = list(ni = dat$${rName(columns.ni)})), digits = 6)`,
    ];
  }
  const transform = transforms[measure];
  return [`print(predict(res${transform === undefined ? "" : `, transf = ${transform}`}), digits = 6)`];
}

const transforms: Readonly<Partial<Record<Measure, string>>> = {
  ZCOR: "transf.ztor",
  ZPCOR: "transf.ztor",
  OR: "exp",
  RR: "exp",
  PETO: "exp",
  ROM: "exp",
  PLN: "exp",
  PLO: "transf.ilogit",
  PAS: "transf.iarcsin",
  AHW: "transf.iahw",
  ABT: "transf.iabt",
};

function rValue(value: number | string | null): string {
  if (value === null) return "NA";
  return typeof value === "number" ? String(value) : rText(value);
}

/** `c(…)` over lines of readable length. */
function folded(values: readonly string[]): string {
  const lines: string[] = [];
  let line = "";
  for (const value of values) {
    if (line.length + value.length > 90) {
      lines.push(line);
      line = "";
    }
    line += `${value}, `;
  }
  lines.push(line.replace(/, $/, ""));
  return `c(${lines.join("\n    ")})`;
}
