import { written } from "@concord/statistics/formula";
import { fitFigure } from "../fit/figure.ts";
import { fitProgram } from "../fit/r-program.ts";
import { type FitRequest, fitRequest } from "../fit/request.ts";
import { centredTable, fitModel, type MultilevelResult } from "../fit/result.ts";
import { fitTable } from "../fit/table.ts";
import { fitTerms } from "../fit/terms.ts";
import { number, probability, testStatistic } from "../text/apa.ts";
import { studyQuestions } from "./choices.ts";
import { completeRows } from "./complete-rows.ts";
import type { ChosenColumns, StudyTemplate } from "./study.ts";

/** What belongs to a session's departure from a client's usual, and what to clients whose usual differs? */
export const withinBetweenStudy: StudyTemplate = {
  name: "within-between",
  question: studyQuestions["within-between"],
  rows: "a row for each session",
  columns: [
    { role: "outcome", what: "the outcome", needed: "always" },
    { role: "predictor", what: "what may explain it, such as the alliance", needed: "always" },
    { role: "client", what: "who the client is", needed: "always" },
    { role: "session", what: "the session, for a trend of its own", needed: "optional" },
  ],
  study: (columns, chosen, { confidenceLevel: level, method }) => {
    const { outcome, predictor, client, session } = chosen;
    const numbers = [outcome!, predictor!, ...(session === undefined ? [] : [session])];
    const rows = completeRows(columns, numbers, [client!]);
    const request = requestOf(chosen, level, method);
    const fitted = fitModel(rows.columns, request);
    if (fitted.kind === "refused") return fitted;
    const { result } = fitted;
    if (result.kind !== "multilevel") throw new RangeError("the study requires a multilevel fit");
    return {
      kind: "done",
      result: {
        terms: fitTerms(result, request),
        sentence: sentenceOf(result, outcome!, predictor!),
        table: fitTable(result, request),
        figure: () => fitFigure(result, request),
      },
      notes: fitted.notes ?? [],
    };
  },
  rProgram: (file, chosen, { confidenceLevel: level, method }, columns) => {
    const request = requestOf(chosen, level, method);
    const centred = centredTable(columns, request);
    const parts = centred.kind === "centred" ? centred.parts : [];
    return fitProgram(file, request, parts);
  },
};

function requestOf(chosen: ChosenColumns, level: number, method: "REML" | "ML"): FitRequest {
  return fitRequest({
    formula: formulaOf(chosen),
    confidenceLevel: level,
    ...(method === "ML" ? { ml: true } : {}),
  });
}

function formulaOf(chosen: ChosenColumns): string {
  const [outcome, predictor, client] = ["outcome", "predictor", "client"].map((role) =>
    nameOf(chosen[role]!),
  );
  const trend = chosen.session === undefined ? "" : ` + ${nameOf(chosen.session)}`;
  return `${outcome} ~ within(${predictor}) + between(${predictor})${trend} + (1 | ${client})`;
}

function nameOf(column: string): string {
  return written({ kind: "name", name: column });
}

function sentenceOf({ tests, contextual }: MultilevelResult, outcome: string, predictor: string): string {
  const testOf = (part: string) => tests.find(({ name }) => name === `${part}(${nameOf(predictor)})`);
  const said = (test: (typeof tests)[number]) =>
    `b = ${number(test.estimate)}, SE = ${number(test.standardError)}, ` +
    `${testStatistic(test.t, test.degreesOfFreedom)}, ${probability(test.p)}`;
  const [within, between] = [testOf("within"), testOf("between")];
  const moved = (value: number) => `${number(Math.abs(value))} ${value < 0 ? "lower" : "higher"}`;
  const [context] = contextual;
  return [
    ...(within === undefined
      ? []
      : [
          `Where a client's ${predictor} was one point above their own usual, ${outcome} was ${moved(within.estimate)} (${said(within)}).`,
        ]),
    ...(between === undefined
      ? []
      : [
          `Clients whose usual ${predictor} was one point above that of others had ${outcome} ${moved(between.estimate)} (${said(between)}).`,
        ]),
    ...(context === undefined
      ? []
      : [`The two differ by ${number(context.estimate)} (${said(context.test)}).`]),
  ].join(" ");
}
