import { caterpillarChart } from "@concord/charts";
import { written } from "@concord/statistics/formula";
import {
  clientsPerTherapist,
  type FittedMixedModel,
  fitMultilevel,
  type TherapistEffects,
  therapistEffects,
  therapistPlan,
} from "@concord/statistics/multilevel";
import { percentOf } from "../analysis.ts";
import { english } from "../english.ts";
import { fitProgram } from "../fit/r-program.ts";
import { fitRequest } from "../fit/request.ts";
import { termsWithoutGroups } from "../fit/terms.ts";
import type { Columns } from "../table/cells.ts";
import { modelTable, type TablePart } from "../table/model-table.ts";
import { counted, interval, number, probability, share } from "../text/apa.ts";
import { studyQuestions } from "./choices.ts";
import { completeRows } from "./complete-rows.ts";
import type { ChosenColumns, StudyTemplate } from "./study.ts";

/** Does it matter who the therapist is? */
export const therapistEffectsStudy: StudyTemplate = {
  name: "therapist-effects",
  question: studyQuestions["therapist-effects"],
  rows: "a row for each client or session",
  columns: [
    { role: "outcome", what: "the outcome", needed: "always" },
    { role: "therapist", what: "who the therapist is", needed: "always" },
    { role: "client", what: "who the client is, where a client has several rows", needed: "optional" },
    { role: "session", what: "the session or time of a row", needed: "optional" },
    { role: "before", what: "the outcome before therapy", needed: "optional" },
  ],
  study: (columns, chosen, { confidenceLevel: level, method }) => {
    const { outcome, therapist, client, session, before } = rolesOf(chosen);
    const numbers = [outcome, session, before].filter((name) => name !== undefined);
    const names = [therapist, client].filter((name) => name !== undefined);
    const rows = completeRows(columns, numbers, names);
    const model = withRows(chosen, rows.columns);
    const fit = fitMultilevel(formulaOf(model), rows.columns, { method });
    if (fit.kind === "refused") return fit;
    const people = clientsPerTherapist(
      rows.columns[therapist]!.map((name, row) => ({
        therapist: String(name),
        ...(client === undefined ? {} : { client: String(rows.columns[client]![row]) }),
      })),
    );
    const found = therapistEffects(fit, nameOf(therapist), people, { level });
    const clients = [...people.values()].reduce((total, count) => total + count, 0);
    return {
      kind: "done",
      result: {
        terms: termsOf(fit, found, level),
        sentence: sentenceOf(found, clients, outcome, level),
        table: linesOf(found, model.client === undefined ? clients : undefined, level),
        figure: () => figureOf(found, outcome, level),
      },
      notes: [...sharedNote(rows.columns, chosen)],
    };
  },
  rProgram: (file, chosen, { confidenceLevel: level, method }, columns) => {
    const formula = formulaOf(withRows(chosen, columns));
    const request = fitRequest({ formula, confidenceLevel: level, ...(method === "ML" ? { ml: true } : {}) });
    return `${fitProgram(file, request, [])}print(ranova(fit))\n`;
  },
};

interface Roles {
  readonly outcome: string;
  readonly therapist: string;
  readonly client: string | undefined;
  readonly session: string | undefined;
  readonly before: string | undefined;
}

function rolesOf(chosen: ChosenColumns): Roles {
  const { outcome, therapist, client, session, before } = chosen;
  return { outcome: outcome!, therapist: therapist!, client, session, before };
}

/** Clients who have one row each are the rows: what varies between them is the residual. */
function withRows(chosen: ChosenColumns, columns: Columns): ChosenColumns {
  const { client, ...others } = chosen;
  const names = client === undefined ? [] : columns[client]!.filter((name) => name !== null);
  return new Set(names).size === names.length ? others : chosen;
}

function formulaOf(chosen: ChosenColumns): string {
  const { outcome, therapist, client, session, before } = rolesOf(chosen);
  const fixed = [session, before].filter((name) => name !== undefined).map(nameOf);
  const ofClients =
    client === undefined ? [] : [`(${session === undefined ? "1" : nameOf(session)} | ${nameOf(client)})`];
  const terms = [...(fixed.length === 0 ? ["1"] : fixed), ...ofClients, `(1 | ${nameOf(therapist)})`];
  return `${nameOf(outcome)} ~ ${terms.join(" + ")}`;
}

function nameOf(column: string): string {
  return written({ kind: "name", name: column });
}

/** A client with several therapists is one who changed, or a name that only repeats: the file cannot say which. */
function sharedNote(columns: Columns, chosen: ChosenColumns): readonly string[] {
  const { therapist, client } = rolesOf(chosen);
  if (client === undefined) return [];
  const first = new Map<unknown, unknown>();
  const shared = new Set<unknown>();
  columns[client]!.forEach((name, row) => {
    const own = columns[therapist]![row];
    if (first.has(name) && first.get(name) !== own) shared.add(name);
    first.set(name, own);
  });
  if (shared.size === 0) return [];
  return [
    `${counted(shared.size, "client has", "clients have")} more than one therapist and counts as one person; ` +
      "where names only repeat under each therapist, make them unique.",
  ];
}

function sentenceOf(found: TherapistEffects, clients: number, outcome: string, level: number): string {
  const { share: lying, deviation, test, therapists } = found;
  const known =
    test.p < 0.05 ? ", more than chance would leave" : ", which the data do not tell apart from none";
  return (
    `${percent(lying.share)} of the variance in ${outcome} lay between therapists` +
    `, ${interval(lying.lower, lying.upper, level, percent)}${known}: ` +
    `a standard deviation of ${number(deviation)} over ${counted(therapists, "therapist", "therapists")} ` +
    `and ${counted(clients, "client", "clients")}; χ²(1) = ${number(test.statistic)}, ${probability(test.p)}, ` +
    `or ${probability(test.boundaryP)} since a variance is never negative.`
  );
}

function percent(value: number): string {
  return `${number(100 * value, 0)}%`;
}

/** `clients` where each has one row, so that the share is one among clients. */
function linesOf(found: TherapistEffects, clients: number | undefined, level: number): readonly TablePart[] {
  const width = 0.1;
  const each = (clients ?? 0) / found.therapists;
  const plan = each < 2 ? undefined : therapistPlan(found.share.share, each, width, level);
  return [
    ...modelTable(
      ["therapist", "clients", "effect", "SD", `${percentOf(level)}% from`, "to"],
      found.effects.map(({ therapist, clients: own, estimate, conditionalDeviation, lower, upper }) => [
        therapist,
        own,
        estimate,
        conditionalDeviation,
        lower,
        upper,
      ]),
    ),
    "",
    ...(found.hidden === 0
      ? []
      : [
          `${counted(found.hidden, "therapist", "therapists")} with fewer than five clients: counted, not shown.`,
        ]),
    "Effects are drawn towards the average therapist and stand in the order of names: intervals that overlap forbid a ranking.",
    ...(found.deviation > 0
      ? [`On average an effect is known with reliability ${share(found.reliability)}, of 1 at best.`]
      : []),
    ...(plan === undefined
      ? []
      : [
          `With ${number(each, 1)} clients each, an interval of the share ${share(width)} wide takes about ` +
            `${plan.therapists.toLocaleString("en")} therapists.`,
        ]),
  ];
}

function termsOf(fit: FittedMixedModel, found: TherapistEffects, level: number): unknown {
  const { share: lying, test, effects } = found;
  return {
    ...termsWithoutGroups(fit, level),
    therapists: {
      n: found.therapists,
      sd: found.deviation,
      icc: lying.share,
      icc_lb: lying.lower,
      icc_ub: lying.upper,
      reliability: found.reliability,
      LRT: { chisq: test.statistic, df: test.degreesOfFreedom, p: test.p, p_boundary: test.boundaryP },
      level: effects.map(({ therapist }) => therapist),
      clients: effects.map(({ clients }) => clients),
      effect: effects.map(({ estimate }) => estimate),
      condsd: effects.map(({ conditionalDeviation }) => conditionalDeviation),
      lb: effects.map(({ lower }) => lower),
      ub: effects.map(({ upper }) => upper),
      hidden: found.hidden,
    },
  };
}

function figureOf(found: TherapistEffects, outcome: string, level: number): string {
  return caterpillarChart(
    {
      title: "Therapist effects",
      axis: {
        label: `Difference in ${outcome} from the average therapist, shrunken`,
        spacing: "linear",
        reference: 0,
      },
      rowHeading: "Therapist",
      estimateHeading: `difference [${percentOf(level)}% CI]`,
      basisHeading: "clients",
      rows: found.effects.map(({ therapist, clients, estimate, lower, upper }) => ({
        kind: "shown",
        label: therapist,
        basis: String(clients),
        effect: { estimate, lower, upper },
      })),
      notes: [
        "In the order of names: intervals that overlap forbid a ranking.",
        ...(found.hidden === 0
          ? []
          : [`${counted(found.hidden, "therapist", "therapists")} with fewer than five clients not shown.`]),
      ],
    },
    { messages: english, standalone: true },
  );
}
