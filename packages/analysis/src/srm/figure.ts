import { type RoundRobinFigure, roundRobinChart, type VarianceShare } from "@concord/charts";
import type {
  Component,
  Partition,
  PerceiverView,
  SocialRelations,
} from "@concord/statistics/social-relations";
import { percentOf } from "../analysis.ts";
import { english } from "../english.ts";
import { number } from "../text/apa.ts";
import type { SrmRequest, SrmResult } from "./request.ts";

const mostOnCircle = 60;
const mostArrows = 14;
const shareOfArrows = 0.2;
const mostRows = 14;

/** The figure of the first construct: its variance in parts, one group on a circle, who departs furthest. */
export function srmFigure({ fit, views }: SrmResult, request: SrmRequest): string {
  const first = fit.kind === "one" ? fit.fit : fit.fit.first;
  const ranked = [...views]
    .filter(({ size }) => size !== undefined)
    .sort((a, b) => b.size!.ratio - a.size!.ratio);
  const several = first.groups.length > 1;
  const unique = new Set(first.people.map(({ id }) => id)).size === first.people.length;
  const figure: RoundRobinFigure = {
    title: `${fit.name}: whose doing?`,
    shares: sharesOf(first.partition),
    circle: circleOf(first, views, ranked[0]?.group),
    perceivers: ranked.slice(0, mostRows).map(({ perceiver, group, size }) => ({
      label: unique ? perceiver : `${perceiver} (${group})`,
      ratio: { estimate: size!.ratio, lower: size!.lower, upper: size!.upper },
      stands: size!.adjusted < 0.05 ? "apart" : "among",
    })),
    notes: [
      `Shares of the variance${several ? `, ${first.groups.length} groups pooled` : ""}; ${number(percentOf(request.confidenceLevel), 0)}% intervals. ` +
        "A large ratio says where to look: a careless answer is large too.",
      ...(ranked.length > mostRows ? [`The ${mostRows} who depart furthest, of ${ranked.length}.`] : []),
    ],
  };
  return roundRobinChart(figure, { messages: english, standalone: true });
}

function sharesOf(partition: Partition): readonly VarianceShare[] {
  const share = (component: Component) =>
    component.kind === "boundary" ? null : (component.standardized ?? null);
  return [
    { kind: "perceiver", label: "Perceiver", share: share(partition.actorVariance) },
    { kind: "target", label: "Target", share: share(partition.partnerVariance) },
    {
      kind: "relationship",
      label: partition.errorVariance === undefined ? "Relationship + error" : "Relationship",
      share: share(partition.relationshipVariance),
    },
    ...(partition.errorShare === undefined
      ? []
      : [{ kind: "error" as const, label: "Error", share: partition.errorShare }]),
  ];
}

function circleOf(
  fit: SocialRelations,
  views: readonly PerceiverView[],
  name: string | undefined,
): RoundRobinFigure["circle"] {
  const group = fit.groups.find((one) => one.group === name);
  if (group === undefined || group.members.length > mostOnCircle) return null;
  const own = views.filter((view) => view.group === group.group);
  const members = [...group.members].sort(byName);
  const places = new Map(members.map((member, i) => [member, i]));
  const people = new Map(
    fit.people.filter((person) => person.group === group.group).map((person) => [person.id, person]),
  );
  const departures = own
    .flatMap(({ perceiver, departures }) => departures.map((departure) => ({ perceiver, ...departure })))
    .sort((a, b) => Math.abs(b.departure) - Math.abs(a.departure));
  const most = Math.abs(departures[0]?.departure ?? 0);
  const heading = fit.groups.length > 1 ? `Group ${group.group}` : `${group.size} members`;
  return {
    heading: `${heading}: the views that depart most`,
    members: members.map((member) => {
      const person = people.get(member);
      const size = own.find(({ perceiver }) => perceiver === member)?.size;
      return {
        label: member,
        stands: size !== undefined && size.adjusted < 0.05 ? "apart" : "among",
        hint: `${member}: sees others ${signed(person?.actor ?? 0)}, is seen ${signed(person?.partner ?? 0)} around the mean`,
      };
    }),
    arrows: departures
      .slice(0, Math.min(mostArrows, Math.ceil(shareOfArrows * departures.length)))
      .filter(({ departure }) => departure !== 0)
      .map(({ perceiver, target, departure }) => ({
        from: places.get(perceiver)!,
        to: places.get(target)!,
        tone: departure > 0 ? "warmer" : "cooler",
        strength: Math.abs(departure) / most,
        hint: `${perceiver} sees ${target} ${signed(departure)} beside the others`,
      })),
  };
}

/** 2 before 10. */
function byName(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

function signed(value: number): string {
  const words = number(value);
  return words.startsWith("−") ? words : `+${words}`;
}
