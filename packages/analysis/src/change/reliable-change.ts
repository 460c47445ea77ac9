import { beforeAfterChart } from "@concord/charts";
import {
  type BeforeAfter,
  type JacobsonTruax,
  jacobsonTruax,
  jacobsonTruaxTerms,
} from "@concord/statistics/change";
import { english } from "../english.ts";
import { rColumn, rLines, rText } from "../r-program/lines.ts";
import { RequestRefused } from "../refusal.ts";
import type { Columns } from "../table/cells.ts";
import { numberColumn, textColumn } from "../table/columns.ts";
import { modelTable } from "../table/model-table.ts";
import { counted, number } from "../text/apa.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { betterOf } from "./phases.ts";
import type { ChangeRequest } from "./request.ts";
import { readSeries, rOnly } from "./series.ts";

interface Person extends BeforeAfter {
  readonly name: string;
}

/** Whose change is more than measurement error, and who crossed the line: Jacobson and Truax. */
export const reliableChange: ChangeAnalysis = {
  question: "Whose change is more than measurement error, and whose has crossed the line?",
  analyse: (columns, request) => {
    const { people, left } = peopleOf(columns, request);
    const found = jacobsonTruax(people, optionsOf(request));
    if (found.people.every((person) => person === null))
      return { kind: "refused", reason: "nobody has a value before and one after" };
    return {
      kind: "done",
      left,
      ...(found.cutoff === null
        ? { notes: ["without a clinical and a functional population nobody can be called recovered"] }
        : {}),
      result: {
        terms: {
          ...(request.client === undefined ? {} : { id: people.map(({ name }) => name) }),
          ...jacobsonTruaxTerms(found, request.cutoff),
        },
        sentence: sentenceOf(found, request),
        table: [
          ...modelTable(
            ["", "points"],
            [
              ["standard error", found.precision.standardError],
              ["of a difference", found.precision.differenceError],
              ["reliable change", found.precision.criterion],
              ["cut-off a", found.cutoffs.a],
              ["cut-off b", found.cutoffs.b],
              ["cut-off c", found.cutoffs.c],
            ],
          ),
          "",
          ...modelTable(
            [request.client ?? "person", "before", "after", "index", "state"],
            people.map(({ name, before, after }, i) => {
              const person = found.people[i] ?? null;
              return [name, before, after, person?.index, person?.state];
            }),
          ),
        ],
        figure: () => figureOf(people, found),
      },
    };
  },
  rProgram: (file, request) => {
    const {
      pre,
      post,
      reliability = 0,
      sd,
      clinical,
      functional,
      client = "client",
      session = "session",
    } = request;
    const sign = betterOf(request) === "lower" ? "-" : "";
    const towards = sign === "-" ? -1 : 1;
    const pair =
      pre !== undefined && post !== undefined
        ? [`pre <- ${rColumn(pre)}; post <- ${rColumn(post)}`]
        : [
            ...rOnly(request, rText),
            `dat <- dat[order(${rColumn(session)}), ]; dat <- dat[!is.na(${rColumn(request.value ?? "value")}), ]`,
            `ends <- t(sapply(split(${rColumn(request.value ?? "value")}, ${rColumn(client)}), function(y) if (length(y) < 2) c(NA, NA) else y[c(1, length(y))]))`,
            "pre <- ends[, 1]; post <- ends[, 2]",
          ];
    return rLines(
      "change",
      file,
      [],
      [
        ...pair,
        "both <- !is.na(pre) & !is.na(post)",
        `SE <- ${sd ?? "sd(pre[both])"} * sqrt(1 - ${reliability}); Sdiff <- sqrt(2) * SE`,
        "rci <- (post - pre) / Sdiff",
        "print(c(SE = SE, Sdiff = Sdiff, criterion = 1.96 * Sdiff)); print(rci)",
        ...(clinical === undefined ? [] : [`print(c(a = ${clinical[0]} + ${towards} * 2 * ${clinical[1]}))`]),
        ...(functional === undefined
          ? []
          : [`print(c(b = ${functional[0]} - ${towards} * 2 * ${functional[1]}))`]),
        ...(clinical === undefined || functional === undefined
          ? []
          : [
              `print(c(c = (${functional[1]} * ${clinical[0]} + ${clinical[1]} * ${functional[0]}) / (${clinical[1]} + ${functional[1]})))`,
            ]),
        `print(table(ifelse(${sign}rci > 1.96, "reliably better", ifelse(${sign}rci < -1.96, "reliably worse", "unchanged"))))`,
      ],
    );
  },
};

function optionsOf(request: ChangeRequest) {
  const { reliability, sd, clinical, functional, cutoff } = request;
  if (reliability === undefined)
    throw new RequestRefused("reliable-change needs the reliability of the measure: --reliability .86.");
  const population = (given: readonly number[] | undefined) =>
    given === undefined ? null : { mean: given[0]!, standardDeviation: given[1]! };
  return {
    reliability,
    better: betterOf(request),
    ...(sd === undefined ? {} : { standardDeviation: sd }),
    clinical: population(clinical),
    functional: population(functional),
    cutoff,
  };
}

/** From two columns, or each client's first and last value. */
function peopleOf(columns: Columns, request: ChangeRequest) {
  const { pre, post, client } = request;
  if ((pre === undefined) !== (post === undefined))
    throw new RequestRefused(
      "Give both --pre and --post, or neither for each client's first and last value.",
    );
  if (pre !== undefined && post !== undefined) {
    if (request.only !== undefined)
      throw new RequestRefused(
        "--only names a client of --session and --value; it does not go with --pre and --post.",
      );
    const names = client === undefined ? undefined : textColumn(columns, client);
    const after = numberColumn(columns, post);
    const people = numberColumn(columns, pre).map(
      (before, i): Person => ({ name: names?.[i] ?? String(i + 1), before, after: after[i] ?? null }),
    );
    return { people, left: [] };
  }
  const { series, left } = readSeries(columns, request);
  const people = series.map(
    ({ client: name, values }): Person => ({
      name,
      before: values.length < 2 ? null : values[0]!,
      after: values.length < 2 ? null : values.at(-1)!,
    }),
  );
  return { people, left };
}

function sentenceOf({ counts, people, precision }: JacobsonTruax, request: ChangeRequest): string {
  const judged = people.filter((person) => person !== null).length;
  const crossed = counts["crossed-without-reliable-change"];
  return [
    `Of ${counted(judged, "person", "people")} with both values, ${counts.recovered} recovered, ${counts.improved} improved, ${counts.unchanged + crossed} ${counts.unchanged + crossed === 1 ? "was" : "were"} unchanged and ${counts.deteriorated} deteriorated reliably`,
    `(reliable change: more than ${number(precision.criterion)} points; reliability ${number(request.reliability ?? 0)}).`,
    ...(crossed === 0 ? [] : [`${crossed} of the unchanged crossed the cut-off by less than that.`]),
  ].join(" ");
}

function figureOf(people: readonly Person[], { people: changes, precision, cutoff }: JacobsonTruax): string {
  return beforeAfterChart(
    {
      title: "Reliable change",
      people: people.flatMap(({ name, before, after }, i) => {
        const state = changes[i]?.state;
        if (before === null || after === null || state === undefined) return [];
        const better = state === "recovered" || state === "improved";
        return [
          {
            before,
            after,
            state: better
              ? ("better" as const)
              : state === "deteriorated"
                ? ("worse" as const)
                : ("same" as const),
            hint: `${name}: ${before} to ${after}, ${state}`,
          },
        ];
      }),
      criterion: precision.criterion,
      cutoff,
      notes: [
        "Within the band a change is no more than measurement error. Across the dashed line lies the functional side.",
      ],
    },
    { messages: english, standalone: true },
  );
}
