import { comparePhases, type PhaseComparison, phaseTerms } from "@concord/statistics";
import { interval, number, share } from "../model/apa.ts";
import { anyColumn } from "../model/column.ts";
import { modelTable } from "../model/model-table.ts";
import { rLines, rText } from "../model/r-lines.ts";
import { CommandRefused } from "../terminal.ts";
import type { ChangeAnalysis } from "./analysis.ts";
import { coursesFigure } from "./figure.ts";
import type { ChangeFlags } from "./flags.ts";
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
  analyse: (columns, flags) => {
    const better = betterOf(flags);
    const labels = anyColumn(columns, named(flags.phase, "--phase", "phases"));
    const { series, left } = readSeries(columns, flags);
    const parted = series.flatMap((course) => partedOf(course, labels, better, flags));
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
          flags,
          parted.map(({ course, earlier, later }) => ({
            client: course.client,
            terms: phaseTerms(earlier, later, better, flags.level / 100),
          })),
        ),
        sentence: sentenceOf(parted, flags),
        lines: modelTable(
          [
            flags.client ?? "course",
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
        svg: () =>
          coursesFigure(
            "Two phases",
            flags,
            parted,
            [{ kind: "level", words: "mean of the phase" }],
            panelOf,
            ["A trend that began in the first phase counts as an effect of the second."],
          ),
      },
    };
  },
  rCode: (file, flags) => {
    const { phase = "", value = "" } = flags;
    const less = betterOf(flags) === "lower" ? "<" : ">";
    return rLines(
      "change",
      file,
      [],
      [
        ...rSeries(flags, rText).slice(0, -2),
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
export function betterOf({ better, analysis }: ChangeFlags): "higher" | "lower" {
  if (better !== undefined) return better;
  throw new CommandRefused(`${analysis} has to know which end is better: --better higher or --better lower.`);
}

function partedOf(
  course: Series,
  labels: readonly (number | string | null)[],
  better: "higher" | "lower",
  { level }: ChangeFlags,
): readonly Parted[] {
  const own = course.rows.map((row) => (labels[row] === null ? null : String(labels[row])));
  const names = [...new Set(own.filter((name) => name !== null))];
  const [first, second] = names;
  if (names.length !== 2 || first === undefined || second === undefined) return [];
  const of = (name: string) => course.values.filter((_, i) => own[i] === name);
  const [earlier, later] = [of(first), of(second)];
  const compared = comparePhases(earlier, later, better, level / 100);
  return [{ course, names: [first, second], earlier, later, compared }];
}

function sentenceOf(parted: readonly Parted[], { level, value }: ChangeFlags): string {
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
