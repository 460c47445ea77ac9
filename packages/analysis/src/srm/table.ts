import {
  type Component,
  type PerceiverView,
  type SocialRelations,
  selfCorrelation,
} from "@concord/statistics/social-relations";
import { modelTable, type TablePart } from "../table/model-table.ts";
import type { SrmRequest, SrmResult } from "./request.ts";

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
