import { written } from "@concord/statistics";
import { number, probability, testStatistic } from "../model/apa.ts";
import type { ChosenColumns, StudyTemplate } from "../model/study-template.ts";
import { completeRows } from "./complete-rows.ts";
import { fitFigure } from "./fit-figure.ts";
import { fitLines } from "./fit-lines.ts";
import { centredTable, fitModel, type MultilevelResult } from "./fit-model.ts";
import { fitTerms } from "./fit-terms.ts";
import type { FitFlags } from "./flags.ts";
import { fitProgram } from "./r-program.ts";

/** What belongs to a session's departure from a client's usual, and what to clients whose usual differs? */
export const withinBetweenStudy: StudyTemplate = {
  name: "within-between",
  question: "what goes with a client's own ups and downs, and what with being a client who is usually higher",
  rows: "a row for each session",
  columns: [
    { role: "outcome", what: "the outcome", needed: "always" },
    { role: "predictor", what: "what may explain it, such as the alliance", needed: "always" },
    { role: "client", what: "who the client is", needed: "always" },
    { role: "session", what: "the session, for a trend of its own", needed: "optional" },
  ],
  study: (columns, chosen, { level, method }) => {
    const flags = flagsOf(level, method);
    const { outcome, predictor, client, session } = chosen;
    const numbers = [outcome!, predictor!, ...(session === undefined ? [] : [session])];
    const rows = completeRows(columns, numbers, [client!]);
    const fitted = fitModel(rows.columns, formulaOf(chosen), flags);
    if (fitted.kind === "refused") return fitted;
    const { result } = fitted;
    if (result.kind !== "multilevel") throw new RangeError("the study requires a multilevel fit");
    return {
      kind: "done",
      result: {
        terms: fitTerms(result, flags),
        sentence: sentenceOf(result, outcome!, predictor!),
        lines: fitLines(result, flags),
        svg: () => fitFigure(result, flags),
      },
      notes: fitted.notes ?? [],
    };
  },
  rCode: (file, chosen, { level, method }, columns) => {
    const formula = formulaOf(chosen);
    const centred = centredTable(columns, formula, { factor: [], let: [] });
    const parts = centred.kind === "centred" ? centred.parts : [];
    return fitProgram(file, formula, flagsOf(level, method), parts);
  },
};

function flagsOf(level: number, method: "REML" | "ML"): FitFlags {
  return { level, factor: [], let: [], column: [], ...(method === "ML" ? { ml: true as const } : {}) };
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
