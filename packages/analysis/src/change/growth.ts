import {
  type ClientGrowth,
  clientGrowthTerms,
  type GrowthOfClients,
  growthOfClients,
} from "@concord/statistics/change";
import { satterthwaite, waldInterval } from "@concord/statistics/multilevel";
import { rLines, rName, rText } from "../r-program/lines.ts";
import type { Columns } from "../table/cells.ts";
import { modelTable } from "../table/model-table.ts";
import { counted, interval, number, probability, share, testStatistic } from "../text/apa.ts";
import type { ChangeAnalysis } from "./change-analysis.ts";
import { coursesFigure } from "./figure.ts";
import type { ChangeRequest } from "./request.ts";
import { named, readSeries, rOnly, type Series } from "./series.ts";

/** Each client's change per session, alone and drawn towards what clients in general do. */
export const growth: ChangeAnalysis = {
  question: "How does each client change per session, and how sure is that?",
  analyse: (columns, request) => {
    const names = namesOf(request);
    const { series, left } = readSeries(columns, request);
    const found = growthOfClients(
      onlyOf(columns, names.client, request.only),
      names,
      request.ml === true ? "ML" : "REML",
    );
    if (found.model.kind === "refused" && found.clients.every(({ alone }) => alone.kind === "too-few"))
      return found.model;
    return {
      kind: "done",
      left,
      notes: notesOf(found),
      result: {
        terms: clientGrowthTerms(found, request.confidenceLevel),
        sentence: sentenceOf(found, request),
        table: modelTable(
          [names.client, "n", "intercept", "slope", "sd", "slope alone", "se alone"],
          found.clients.map(rowOf),
        ),
        figure: () => figureOf(series, found, request),
      },
    };
  },
  rProgram: (file, request) => {
    const { client, session, value } = namesOf(request);
    const formula = `${rName(value)} ~ ${rName(session)} + (${rName(session)} | ${rName(client)})`;
    // One client has no other clients to be drawn towards.
    if (request.only !== undefined)
      return rLines(
        "change",
        file,
        [],
        [...rOnly(request, rText), `print(summary(lm(${rName(value)} ~ ${rName(session)}, dat)))`],
      );
    return rLines(
      "change",
      file,
      ["lme4"],
      [
        `fit <- lmer(${formula}, dat, REML = ${request.ml === true ? "FALSE" : "TRUE"})`,
        "print(summary(fit))",
        `print(coef(fit)[[1]])  # drawn towards the mean line`,
        `print(lmList(${rName(value)} ~ ${rName(session)} | ${rName(client)}, dat, na.action = na.omit))  # each client alone`,
      ],
    );
  },
};

function namesOf(request: ChangeRequest) {
  return {
    client: named(request.client, "--client", "growth"),
    session: named(request.session, "--session", "growth"),
    value: named(request.value, "--value", "growth"),
  };
}

function onlyOf(columns: Columns, client: string, only: string | undefined): Columns {
  if (only === undefined) return columns;
  const keep = (columns[client] ?? []).map((one) => one !== null && String(one) === only);
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, column.filter((_, row) => keep[row])]),
  );
}

function notesOf({ model }: GrowthOfClients): readonly string[] {
  if (model.kind === "refused") return [`no line is drawn towards the others: ${model.reason}`];
  return model.singular.map(
    ({ effect, reason }) =>
      `the model lies on the boundary: ${effect} ${reason === "no-variance" ? "does not vary between clients" : "is not told apart from the other effects"}`,
  );
}

function rowOf({ client, n, alone, shrunken }: ClientGrowth): readonly unknown[] {
  const line = alone.kind === "scattered" || alone.kind === "exact" ? alone : undefined;
  const error = alone.kind === "scattered" ? alone.deviation / Math.sqrt(alone.spreadX) : undefined;
  return [client, n, shrunken?.intercept, shrunken?.slope, shrunken?.slopeDeviation, line?.slope, error];
}

function sentenceOf({ model, clients, slopeReliability }: GrowthOfClients, request: ChangeRequest): string {
  const people = counted(clients.length, "client", "clients");
  if (model.kind === "refused") return `${people}: each line stands alone, as a model for all has no result.`;
  const slope = model.fixed[1]!;
  const spread = model.components.filter(({ second }) => second === undefined)[1]?.deviation ?? 0;
  const tested = satterthwaite(model)[1]!;
  const { lower, upper } = waldInterval(tested, request.confidenceLevel);
  const words = `${testStatistic(slope.t, tested.degreesOfFreedom)}, ${probability(tested.p)}, ${interval(lower, upper, request.confidenceLevel)}`;
  const reliable =
    slopeReliability === undefined
      ? ""
      : ` Slopes taken alone have a reliability of ${share(slopeReliability)}.`;
  return `Over ${people} and ${model.observations} values, ${request.value} changed by ${number(slope.estimate)} per ${request.session} on average (SE = ${number(slope.standardError)}, ${words}); clients differ around that by ${number(spread)} (SD of slopes).${reliable}`;
}

function figureOf(series: readonly Series[], { clients }: GrowthOfClients, request: ChangeRequest): string {
  const lines = new Map(clients.map((client) => [client.client, client]));
  return coursesFigure(
    "Growth of each client",
    request,
    series.map((course) => ({ course })),
    [
      { kind: "level", words: "with what all clients do" },
      { kind: "alone", words: "this client alone" },
    ],
    ({ course }) => {
      const own = lines.get(course.client);
      const [from, to] = [course.sessions[0]!, course.sessions.at(-1)!];
      const drawn = (kind: "level" | "alone", line: { intercept: number; slope: number }) => ({
        kind,
        from: { session: from, value: line.intercept + line.slope * from },
        to: { session: to, value: line.intercept + line.slope * to },
      });
      const alone = own?.alone.kind === "scattered" || own?.alone.kind === "exact" ? own.alone : undefined;
      return {
        lines: [
          ...(own?.shrunken === undefined ? [] : [drawn("level", own.shrunken)]),
          ...(alone === undefined ? [] : [drawn("alone", alone)]),
        ],
      };
    },
  );
}
