import { comparePhases, type PhaseComparison, phaseTerms } from "@concord/statistics/change";
import { rLines, rText } from "../r-program/lines.ts";
import { RequestRefused } from "../refusal.ts";
import { anyColumn } from "../table/columns.ts";
import { modelTable } from "../table/model-table.ts";
import { interval, number, share } from "../text/apa.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { coursesFigure } from "./figure.ts";
import type { ChangeRequest } from "./request.ts";
import { byClient, named, readSeries, rSeries, type Series } from "./series.ts";

interface Parted {
  readonly course: Series;
  readonly names: readonly [string, string];
  readonly earlier: readonly number[];
  readonly later: readonly number[];
  readonly compared: PhaseComparison;
}

/** Whether the second phase of a course is better than the first. */
export const phases: ChangeAnalysis = {
  question: "Is the later phase better than the earlier, value by value?",
  analyse: (columns, request) => {
    const better = betterOf(request);
    const labels = anyColumn(columns, named(request.phase, "--phase", "phases"));
    const { series, left } = readSeries(columns, request);
    const parted = series.flatMap((course) => partedOf(course, labels, better, request));
    if (parted.length === 0)
      return {
        kind: "refused",
        reason: "phases need two named phases with a value each, and no course has them",
      };
    return {
      kind: "done",
      left,
      ...(parted.length < series.length
        ? {
            notes: [
              `${series.length - parted.length} of ${series.length} courses have not exactly two phases`,
            ],
          }
        : {}),
      result: {
        terms: byClient(
          request,
          parted.map(({ course, earlier, later }) => ({
            client: course.client,
            terms: phaseTerms(earlier, later, better, request.confidenceLevel),
          })),
        ),
        sentence: sentenceOf(parted, request),
        table: modelTable(
          [
            request.client ?? "course",
            "n A",
            "n B",
            "NAP",
            "lower",
            "upper",
            "PND",
            "tau",
            "smd",
            "trend in A",
          ],
          parted.map(({ course, earlier, later, compared }) => [
            course.client || "1",
            earlier.length,
            later.length,
            compared.nonoverlap.nap,
            compared.nonoverlap.lower,
            compared.nonoverlap.upper,
            compared.nonoverlap.pnd,
            compared.nonoverlap.tau,
            compared.pooledDifference,
            compared.earlierTrend,
          ]),
        ),
        figure: () =>
          coursesFigure(
            "Two phases",
            request,
            parted,
            [{ kind: "level", words: "mean of the phase" }],
            panelOf,
            ["A trend that began in the first phase counts as an effect of the second."],
          ),
      },
    };
  },
  rProgram: (file, request) => {
    const { phase = "", value = "" } = request;
    const less = betterOf(request) === "lower" ? "<" : ">";
    return rLines(
      "change",
      file,
      [],
      [
        ...rSeries(request, rText).slice(0, -2),
        `dat <- dat[!is.na(dat[[${rText(value)}]]), ]`,
        `x <- split(dat[[${rText(value)}]], factor(dat[[${rText(phase)}]], unique(dat[[${rText(phase)}]])))`,
        "a <- x[[1]]; b <- x[[2]]",
        `print(c(NAP = mean(outer(a, b, function(i, j) (j ${less} i) + .5 * (j == i)))))`,
        `print(c(PND = mean(b ${less} ${less === "<" ? "min" : "max"}(a))))`,
        "print(wilcox.test(a, b))",
        'print(c(trend = cor(seq_along(a), a, method = "kendall")))',
        'print(acf(c(a, b), plot = FALSE)); print(Box.test(c(a, b), lag = 3, type = "Ljung-Box"))',
      ],
    );
  },
};

/** The analyses that have to know. */
export function betterOf({ better, analysis }: ChangeRequest): "higher" | "lower" {
  if (better !== undefined) return better;
  throw new RequestRefused(`${analysis} has to know which end is better: --better higher or --better lower.`);
}

function partedOf(
  course: Series,
  labels: readonly (number | string | null)[],
  better: "higher" | "lower",
  { confidenceLevel: level }: ChangeRequest,
): readonly Parted[] {
  const own = course.rows.map((row) => (labels[row] === null ? null : String(labels[row])));
  const names = [...new Set(own.filter((name) => name !== null))];
  const [first, second] = names;
  if (names.length !== 2 || first === undefined || second === undefined) return [];
  const of = (name: string) => course.values.filter((_, i) => own[i] === name);
  const [earlier, later] = [of(first), of(second)];
  const compared = comparePhases(earlier, later, better, level);
  return [{ course, names: [first, second], earlier, later, compared }];
}

function sentenceOf(parted: readonly Parted[], { confidenceLevel: level, value }: ChangeRequest): string {
  const [only] = parted;
  if (parted.length > 1 || only === undefined) {
    const mean = parted.reduce((sum, { compared }) => sum + compared.nonoverlap.nap, 0) / parted.length;
    const clear = parted.filter(({ compared }) => compared.nonoverlap.lower > 0.5).length;
    return `In ${parted.length} courses of ${value}, phase ${only?.names[1]} was better than phase ${only?.names[0]} in ${number(100 * mean, 0)}% of pairs of values on average (NAP); the interval of ${clear} lies above one half.`;
  }
  const { nap, lower, upper } = only.compared.nonoverlap;
  return `Phase ${only.names[1]} was better than phase ${only.names[0]} in ${number(100 * nap, 0)}% of pairs of values (NAP = ${share(nap)}, ${interval(lower, upper, level, share)}).`;
}

function panelOf({ course, earlier, later }: Parted) {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const n = earlier.length;
  const last = course.sessions.length - 1;
  const level = (from: number, to: number, value: number) => ({
    kind: "level" as const,
    from: { session: course.sessions[from]! - 0.4, value },
    to: { session: course.sessions[to]! + 0.4, value },
  });
  return {
    lines: [level(0, Math.min(n - 1, last), mean(earlier)), level(Math.min(n, last), last, mean(later))],
  };
}
