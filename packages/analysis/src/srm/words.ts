import {
  type Component,
  type Partition,
  type PerceiverView,
  type SocialRelations,
  selfCorrelation,
} from "@concord/statistics/social-relations";
import { modelTable, type TablePart } from "../table/model-table.ts";
import { counted, interval, number, probability, share, testStatistic } from "../text/apa.ts";
import type { SrmRequest, SrmResult } from "./request.ts";

/** The partition as one paragraph in APA style. */
export function srmSentence({ fit, views }: SrmResult, { confidenceLevel: level }: SrmRequest): string {
  const first = fit.kind === "one" ? fit.fit : fit.fit.first;
  const body = `${counted(first.people.length, "person", "people")} in ${counted(first.groups.length, "group", "groups")}`;
  const sentences = [
    `${partitionSentence(first.partition, fit.name)} (${body}).`,
    reciprocitySentence(first.partition),
    ...departureSentences(views, level),
  ];
  if (fit.kind === "one") return sentences.join(" ");
  const { covariances, second } = fit.fit;
  return [
    ...sentences,
    `${partitionSentence(second.partition, fit.name2)}.`,
    `Between ${fit.name} and ${fit.name2}, perceivers’ effects correlated ${correlation(covariances.actorActor)}, targets’ ${correlation(covariances.partnerPartner)}, and what is particular to a relationship ${correlation(covariances.intrapersonal)}.`,
  ].join(" ");
}

function partitionSentence(partition: Partition, name: string): string {
  const rest = partition.errorVariance === undefined ? "in relationships and error" : "in relationships";
  const parts = [
    `${percentOf(partition.actorVariance)} lay between perceivers (${test(partition.actorVariance)})`,
    `${percentOf(partition.partnerVariance)} between targets (${test(partition.partnerVariance)})`,
    `${percentOf(partition.relationshipVariance)} ${rest}`,
    ...(partition.errorShare === undefined ? [] : [`${percent(partition.errorShare)} was error`]),
  ];
  return `Of the variance in ${name}, ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function reciprocitySentence({ actorPartnerCovariance, relationshipCovariance }: Partition): string {
  return `Generalized reciprocity was ${correlation(actorPartnerCovariance)}, dyadic reciprocity ${correlation(relationshipCovariance)}.`;
}

function departureSentences(views: readonly PerceiverView[], level: number): readonly string[] {
  const apart = views.filter(({ size }) => size !== undefined && size.adjusted < 0.05);
  if (apart.length === 0)
    return ["Nobody departed from the others’ consensus further than chance allows (Holm-adjusted)."];
  const named = apart
    .slice(0, 5)
    .map(
      ({ perceiver, size }) =>
        `${perceiver} (${number(size!.ratio)} times, ${interval(size!.lower, size!.upper, level)})`,
    );
  const more = apart.length > 5 ? ` and ${apart.length - 5} more` : "";
  return [
    `Further from the others’ consensus than chance allows (Holm-adjusted p < .05): ${named.join(", ")}${more}.`,
  ];
}

function percentOf(component: Component): string {
  return component.kind === "boundary" ? "0%" : percent(component.standardized ?? Number.NaN);
}

function percent(value: number): string {
  return `${number(100 * value, 0)}%`;
}

function test(component: Component): string {
  if (component.kind === "boundary") return "not above zero";
  return `${testStatistic(component.t, component.degrees)}, ${probability(component.p)}`;
}

function correlation(component: Component): string {
  if (component.kind === "boundary" || component.standardized === undefined)
    return "not defined (a variance of it is zero or below)";
  return `r = ${share(component.standardized)}, ${probability(component.p)}`;
}

/** The components, then the people. */
export function srmTable({ fit, views }: SrmResult, request: SrmRequest): readonly TablePart[] {
  if (fit.kind === "one") return [...constructLines(fit.fit, request), "", ...viewLines(views)];
  const { covariances } = fit.fit;
  const rows = [
    ["perceiver – perceiver", covariances.actorActor],
    ["target – target", covariances.partnerPartner],
    ["perceiver – target", covariances.actorPartner],
    ["target – perceiver", covariances.partnerActor],
    ["relationship, same perceiver", covariances.intrapersonal],
    ["relationship, both sides", covariances.interpersonal],
  ] as const;
  return [
    fit.name,
    ...constructLines(fit.fit.first, request),
    "",
    fit.name2,
    ...constructLines(fit.fit.second, request),
    "",
    `${fit.name} with ${fit.name2}`,
    ...componentTable(rows, "correlation"),
    "",
    ...viewLines(views),
  ];
}

function constructLines(fit: SocialRelations, request: SrmRequest): readonly TablePart[] {
  const { partition, reliability } = fit;
  const rows = [
    ["perceiver variance", partition.actorVariance],
    ["target variance", partition.partnerVariance],
    ["relationship variance", partition.relationshipVariance],
    ["perceiver–target covariance", partition.actorPartnerCovariance],
    ["relationship covariance", partition.relationshipCovariance],
  ] as const;
  const error =
    partition.errorVariance === undefined
      ? []
      : [["error variance", partition.errorVariance, partition.errorShare, null, null, null]];
  return [
    ...componentTable(rows, "standardized", error),
    "",
    ...modelTable(
      ["reliability of", "estimate"],
      [
        ["perceiver effects", reliability.actor],
        ["target effects", reliability.partner],
      ],
    ),
    ...(request.self === true ? ["", ...selfLines(fit)] : []),
    ...(fit.groupMeanVariance === undefined
      ? []
      : ["", ...modelTable(["between groups", "estimate"], [["variance of means", fit.groupMeanVariance]])]),
  ];
}

function componentTable(
  rows: readonly (readonly [string, Component])[],
  standardized: string,
  more: readonly (readonly unknown[])[] = [],
): readonly TablePart[] {
  const cells = rows.map(([name, component]) =>
    component.kind === "boundary"
      ? [name, component.estimate, null, null, null, null]
      : [name, component.estimate, component.standardized, component.standardError, component.t, component.p],
  );
  return modelTable(
    ["component", "estimate", standardized, "se", "t", "p"],
    [...cells.slice(0, 3), ...more, ...cells.slice(3)],
  );
}

function selfLines({ people }: SocialRelations): readonly TablePart[] {
  const rows = (["actor", "partner"] as const).map((effect) => {
    const found = selfCorrelation(people, effect);
    const name = effect === "actor" ? "with how they see others" : "with how others see them";
    return [name, found?.r, found?.t, found?.degrees, found?.p];
  });
  return modelTable(["self-ratings", "r", "t", "df", "p"], rows);
}

const mostPeople = 60;

function viewLines(views: readonly PerceiverView[]): readonly TablePart[] {
  const shown = [...views].sort((a, b) => (b.size?.ratio ?? 0) - (a.size?.ratio ?? 0)).slice(0, mostPeople);
  const several = new Set(views.map(({ group }) => group)).size > 1;
  const table = modelTable(
    ["departs", ...(several ? ["group"] : []), "ratio", "lower", "upper", "p", "p (Holm)", "level"],
    shown.map(({ perceiver, group, size, level }) => [
      perceiver,
      ...(several ? [group] : []),
      size?.ratio,
      size?.lower,
      size?.upper,
      size?.p,
      size?.adjusted,
      level?.estimate,
    ]),
  );
  return views.length > mostPeople
    ? [...table, `… and ${views.length - mostPeople} more; --json gives them all.`]
    : table;
}
