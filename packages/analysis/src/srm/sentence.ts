import type { Component, Partition, PerceiverView } from "@concord/statistics/social-relations";
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
