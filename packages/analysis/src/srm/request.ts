import {
  type BivariateSocialRelations,
  bivariateSocialRelations,
  type PerceiverView,
  type Rating,
  type RawGroupMeans,
  type RoundRobin,
  rawGroupMeans,
  requireVariation,
  roundRobinsOf,
  type SocialRelations,
  type StandardErrors,
  socialRelations,
  transferenceView,
} from "@concord/statistics/social-relations";
import type { AnalysisRequest, Outcome } from "../analysis.ts";
import { RequestRefused } from "../refusal.ts";
import type { Columns } from "../table/cells.ts";
import { asNames, asNumbers, type ColumnUse } from "../table/column-use.ts";
import { numberColumn, textColumn } from "../table/columns.ts";
import type { LeftRow } from "../table/report.ts";

/** A round robin in columns, and what to estimate. */
export interface SrmRequest extends AnalysisRequest {
  readonly perceiver: string;
  readonly target: string;
  readonly group?: string;
  readonly value: readonly string[];
  readonly value2?: readonly string[];
  readonly latent?: true;
  readonly self?: true;
  readonly relationships?: true;
  readonly errors: string;
}

/** One construct, or two with what they share. */
export type SrmFit =
  | { readonly kind: "one"; readonly fit: SocialRelations; readonly name: string }
  | {
      readonly kind: "two";
      readonly fit: BivariateSocialRelations;
      readonly name: string;
      readonly name2: string;
    };

export interface SrmResult {
  readonly fit: SrmFit;
  /** Of the first construct. */
  readonly views: readonly PerceiverView[];
  /** Of the first indicator of each construct, as TripleR takes them. */
  readonly rawMeans: { readonly first: RawGroupMeans; readonly second: RawGroupMeans };
}

/** Who rates, who is rated and the group are names; ratings are numbers. */
export function srmUses({ perceiver, target, group, value, value2 = [] }: SrmRequest): readonly ColumnUse[] {
  return [...asNames(perceiver, target, group), ...asNumbers(...value, ...value2)];
}

/** Reads ratings from columns, gathers them into round robins and fits. */
export function fitSrm(columns: Columns, request: SrmRequest): Outcome<SrmResult> {
  requireIndicators("--value", request.value, request);
  if (request.value2 !== undefined) requireIndicators("--value2", request.value2, request);
  const { ratings, rows, left } = ratingsOf(columns, request);
  const gathered = roundRobinsOf(ratings);
  const enough = gathered.filter(({ members }) => members.length >= 4);
  if (enough.length === 0)
    return { kind: "refused", reason: `a round robin needs four or more members; ${sizesOf(gathered)}` };
  const small = gathered.filter(({ members }) => members.length < 4);
  const smallRows = small.flatMap(({ group, members }) =>
    ratings.flatMap((rating, i) =>
      rating.group === group
        ? [
            {
              row: rows[i]!,
              label: `group ${group}`,
              reason: `a round robin needs four or more members who rate and are rated: ${members.length}`,
            },
          ]
        : [],
    ),
  );
  requireVariation(enough);
  const fit = fitOf(enough, request);
  const first = fit.kind === "one" ? fit.fit : fit.fit.first;
  const meansFrom = (indicator: number) =>
    rawGroupMeans(ratings.map((rating) => ({ ...rating, values: rating.values.slice(indicator) })));
  return {
    kind: "done",
    result: {
      fit,
      views: transferenceView(first, request.confidenceLevel),
      rawMeans: { first: meansFrom(0), second: meansFrom(request.value.length) },
    },
    left: [...left, ...smallRows],
    notes: [
      ...enough.filter(({ leftOut }) => leftOut.length > 0).map(leftOutNote),
      ...first.cautions,
      ...boundaryNotes(first),
      ...(request.self === true && first.people.every(({ self }) => self === undefined)
        ? ["nobody rated themselves: there are no self-ratings to relate"]
        : []),
    ],
  };
}

function requireIndicators(flag: string, values: readonly string[], { latent }: SrmRequest): void {
  if (values.length > 2)
    throw new RequestRefused(
      `${flag} takes one column, or two indicators of one construct: ${values.join(", ")}.`,
    );
  if (latent === true && values.length === 1)
    throw new RequestRefused(`--latent needs two indicators of one construct: ${flag} first,second.`);
  if (latent !== true && values.length === 2)
    throw new RequestRefused(
      `${flag} names two columns: add --latent if they are indicators of one construct, or give the second to --value2 if they are two.`,
    );
}

function ratingsOf(columns: Columns, request: SrmRequest) {
  const perceivers = textColumn(columns, request.perceiver);
  const targets = textColumn(columns, request.target);
  const groups = request.group === undefined ? undefined : textColumn(columns, request.group);
  const values = [...request.value, ...(request.value2 ?? [])].map((name) => numberColumn(columns, name));
  const left: LeftRow[] = [];
  const ratings: Rating[] = [];
  const rows: number[] = [];
  for (const [row, perceiver] of perceivers.entries()) {
    const target = targets[row] ?? null;
    const group = groups === undefined ? "" : (groups[row] ?? null);
    if (perceiver === null || target === null || group === null) {
      left.push({ row, reason: "who rates, who is rated or in which group is missing" });
      continue;
    }
    ratings.push({ perceiver, target, group, values: values.map((column) => column[row] ?? null) });
    rows.push(row);
  }
  return { ratings, rows, left };
}

function fitOf(roundRobins: readonly RoundRobin[], request: SrmRequest): SrmFit {
  const errors = request.errors as StandardErrors;
  const name = request.value[0]!;
  if (request.value2 === undefined) return { kind: "one", fit: socialRelations(roundRobins, errors), name };
  const count = request.value.length;
  const part = (from: number, to?: number) =>
    roundRobins.map((one) => ({ ...one, indicators: one.indicators.slice(from, to) }));
  const fit = bivariateSocialRelations(part(0, count), part(count), errors);
  return { kind: "two", fit, name, name2: request.value2[0]! };
}

function sizesOf(roundRobins: readonly RoundRobin[]): string {
  const sizes = roundRobins.map(({ group, members }) =>
    group === "" ? `here ${members.length} rate and are rated` : `group ${group} has ${members.length}`,
  );
  return sizes.length === 0 ? "there is no rating" : sizes.slice(0, 3).join(", ");
}

function leftOutNote({ group, leftOut }: RoundRobin): string {
  const place = group === "" ? "" : ` in group ${group}`;
  const more = leftOut.length > 8 ? ` and ${leftOut.length - 8} more` : "";
  return `without a rating given and one received${place}, and so without effects: ${leftOut.slice(0, 8).join(", ")}${more}`;
}

function boundaryNotes({ partition }: SocialRelations): readonly string[] {
  const parts = [
    ["between perceivers", partition.actorVariance],
    ["between targets", partition.partnerVariance],
    ["in relationships", partition.relationshipVariance],
  ] as const;
  return parts.flatMap(([where, component]) =>
    component.kind === "boundary"
      ? [`the variance ${where} was estimated at zero or below: read it as zero, there is nothing to test`]
      : [],
  );
}
