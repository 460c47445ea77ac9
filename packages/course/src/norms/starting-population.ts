import type { AgeBand, Instrument, Reading, Scale } from "@concord/instruments";
import { findInstrument } from "@concord/instruments";
import { lowestAlpha, type Population } from "./population.ts";

/**
 * A published sample with which a practice can begin before enough of its own clients have answered.
 *
 * The sample answered `measuredWith`. Clients who answer another questionnaire of the same construct, on the same
 * response scale, are compared with it too: the mean of that other questionnaire may lie elsewhere, so the error
 * includes `transferError`.
 */
export interface StartingPopulation {
  readonly id: string;
  readonly construct: Instrument["construct"];
  readonly ageBands: readonly AgeBand[];
  readonly measuredWith: string;
  readonly title: string;
  readonly sample: string;
  /** The least number of people that the source gives. */
  readonly n: number;
  readonly citation: string;
  readonly read: Reading;
  readonly range: { readonly minimum: number; readonly maximum: number };
  /** Per item, on the response scale. */
  readonly scales: readonly {
    readonly scale: string;
    readonly mean: number;
    readonly standardDeviation: number;
  }[];
  /** Internal consistency of a short form of the same construct, for questionnaires without a coefficient of their own. */
  readonly shortForm: { readonly items: number; readonly alpha: number; readonly citation: string };
}

/**
 * Standard deviations by which the mean of another questionnaire may differ. Published means of the ECR family on 1–7
 * differ by up to .35 SD (ECR-R 3.56 and 2.92, ECR-S 22/6 and 15/6); rounded up. A choice of Concord's.
 */
const transferError = 0.5;

/** What a practice may begin with. Measures and ages that are not here have no sample that could be defended. */
const startingPopulations: readonly StartingPopulation[] = [
  {
    id: "starting: ecr-r online",
    construct: "attachment",
    ageBands: ["adult"],
    measuredWith: "ecr-r-client",
    title: "Online volunteers, United States and elsewhere",
    sample: "more than 17,000 adults, not in therapy",
    n: 17_000,
    citation: "Fraley, Waller & Brennan (2000) and the author’s site",
    read: "unverified",
    range: { minimum: 1, maximum: 7 },
    scales: [
      { scale: "anxiety", mean: 3.56, standardDeviation: 1.12 },
      { scale: "avoidance", mean: 2.92, standardDeviation: 1.19 },
    ],
    shortForm: { items: 5, alpha: 0.72, citation: "ECR-G-10, lowest of several samples" },
  },
];

/** Returns the samples with which clients of an age who answered this questionnaire can be compared. */
export function startingPopulationsFor(instrument: Instrument, ageBand: AgeBand): readonly Population[] {
  return startingPopulations
    .filter((start) => start.ageBands.includes(ageBand))
    .flatMap((start) => populationFrom(start, instrument) ?? []);
}

/** Returns the sample on this questionnaire's scales; null where it measures something else or answers differ in kind. */
function populationFrom(start: StartingPopulation, instrument: Instrument): Population | null {
  const { construct, rater, key } = instrument;
  if (construct !== start.construct || rater !== "client" || key === "needed") return null;
  const isSame = instrument.id === start.measuredWith;
  const scales = start.scales.flatMap(({ scale: id, mean, standardDeviation }) => {
    const scale = instrument.scales.find((one) => one.id === id);
    if (scale === undefined || !hasRange(instrument, scale, start.range)) return [];
    const points = scale.combine === "sum" ? scale.items.length : 1;
    const known = lowestAlpha(instrument, id);
    const isOwn = instrument.rights.status === "own";
    return [
      {
        scale: id,
        mean: mean * points,
        standardDeviation: standardDeviation * points,
        n: start.n,
        alpha: known ?? (isOwn ? lengthened(start.shortForm, scale.items.length) : null),
        ...(isSame ? {} : { transfer: transferError }),
      },
    ];
  });
  if (scales.length < start.scales.length) return null;
  return {
    id: start.id,
    instrument: instrument.id,
    title: start.title,
    sample: start.sample,
    citation: start.citation,
    certainty: "doubtful",
    scales,
    start: {
      measuredWith: isSame ? null : (findInstrument(start.measuredWith)?.shortTitle ?? start.measuredWith),
      transfer: isSame ? 0 : transferError,
    },
  };
}

function hasRange(instrument: Instrument, scale: Scale, range: StartingPopulation["range"]): boolean {
  if (scale.factor !== undefined || scale.items.length === 0) return false;
  return scale.items.every((id) => {
    const response = instrument.items.find((item) => item.id === id)?.response;
    if (response === undefined || response.kind === "text") return false;
    return response.minimum === range.minimum && response.maximum === range.maximum;
  });
}

/** Spearman and Brown's formula: α′ = kα / (1 + (k − 1)α), where k is the ratio of the numbers of items. */
function lengthened({ items, alpha }: StartingPopulation["shortForm"], to: number): number {
  const ratio = to / items;
  return (ratio * alpha) / (1 + (ratio - 1) * alpha);
}
