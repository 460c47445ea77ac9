import { forestPlot, intervalBar } from "@concord/charts";
import {
  apaMessage,
  counted,
  effectInWords,
  omnibusWords,
  onScale,
  type PooledMean,
  probability,
  type Synthesis,
  share,
  synthesisRCode,
} from "@concord/evidence";
import { staffMessages } from "@concord/messages";
import {
  barAxis,
  type ComputedView,
  isNarrowed,
  type PublishedView,
  publishedForest,
} from "@concord/practice";
import { drawnTwice, drawSynthesis } from "./draw-evidence.server.ts";
import { editionLine } from "./edition-line.ts";
import { choiceQuery } from "./synthesis-query.ts";

/** A question with its answer, drawn and worded where the page is made. */
export function computedPage(view: ComputedView) {
  const { definition, choice, facets, synthesis, byRater } = view;
  const narrowed = isNarrowed(choice);
  const moderated = byRater ?? synthesis;
  return {
    kind: "computed" as const,
    id: definition.id,
    title: definition.title,
    question: definition.question,
    choice,
    query: choiceQuery(choice),
    narrowed,
    facets,
    simulated: "cautions" in synthesis && synthesis.cautions.some(({ kind }) => kind === "simulated"),
    claim: narrowed
      ? null
      : (view.claims[0] ?? null) && {
          id: view.claims[0]!.id,
          sentence: view.claims[0]!.sentence,
        },
    answer: answerOf(synthesis),
    drawings: drawSynthesis(view),
    raters: raterRows(moderated),
    raterTest:
      moderated.kind === "pooled" && moderated.moderation?.factor === "rater" ? testOf(moderated) : null,
    cautions: cautionsOf(synthesis),
    apa: staffMessages("en").of(apaMessage(synthesis)),
    program: synthesisRCode(synthesis),
    hasEffects: synthesis.kind !== "refused",
    editions: view.editions.map(editionLine),
    newest: view.newest,
  };
}

function answerOf(synthesis: Synthesis) {
  if (synthesis.kind === "refused" || synthesis.kind === "unsettled")
    return { sentence: `There is no answer yet; ${synthesis.reason}.`, bar: null, further: null };
  const body = `${counted(synthesis.effects.length, "effect", "effects")} of ${counted(synthesis.studies, "study", "studies")}`;
  const people = synthesis.people === null ? "" : `, ${counted(synthesis.people, "person", "people")}`;
  if (synthesis.mean === null)
    return {
      sentence: `${body}${people}, compared by ${synthesis.definition.model.mods?.replace("~", "").trim()}.`,
      bar: null,
      further: null,
    };
  const { read } = synthesis.mean;
  const on = (value: number) => onScale(value, read.scale);
  return {
    sentence: `${read.scale === "estimate" ? "The mean is" : `${read.scale} =`} ${on(read.estimate)}, ${synthesis.definition.model.level}% CI [${on(read.lower)}, ${on(read.upper)}]: ${body}${people}.`,
    bar: barOf(synthesis.mean),
    further:
      read.prediction === null
        ? null
        : `In a further study the true effect may lie anywhere between ${on(read.prediction.lower)} and ${on(read.prediction.upper)}.`,
  };
}

function barOf({ read }: PooledMean): string | null {
  const axis = read.scale === "r" || read.scale === "g" ? barAxis(read.scale) : null;
  return axis === null ? null : intervalBar(read, axis);
}

function raterRows(synthesis: Synthesis) {
  if (synthesis.kind !== "pooled" || synthesis.moderation?.factor !== "rater") return [];
  return synthesis.moderation.groups.map(({ name, effects, studies, mean }) => ({
    name,
    effects,
    studies,
    bar: barOf(mean),
    estimate: onScale(mean.read.estimate, mean.read.scale),
    interval: `${onScale(mean.read.lower, mean.read.scale)} to ${onScale(mean.read.upper, mean.read.scale)}`,
  }));
}

/** What the comparison says, first in plain words. */
function testOf(synthesis: Extract<Synthesis, { readonly kind: "pooled" }>): string | null {
  const omnibus = synthesis.moderation?.omnibus;
  if (omnibus === undefined || omnibus === null) return null;
  const plain =
    omnibus.p < 0.05
      ? "Who rated makes a difference beyond chance"
      : "No difference beyond chance is seen between raters";
  return `${plain}: ${omnibusWords(omnibus)}, ${probability(omnibus.p)}.`;
}

function cautionsOf(synthesis: Synthesis): readonly string[] {
  if (synthesis.kind === "refused")
    return synthesis.unmeasured.map(({ label, reason }) => `${label}: ${reason}.`);
  // That studies are made up stands at the top of the page already.
  return "cautions" in synthesis
    ? synthesis.cautions.filter(({ kind }) => kind !== "simulated").map(({ sentence }) => sentence)
    : [];
}

/** A synthesis by others: its printed figures, and what can be checked from them alone. */
export function publishedPage({ source, checks, cannotBeRederived, claims }: PublishedView) {
  const figure = publishedForest(source);
  return {
    kind: "published" as const,
    id: source.id,
    title: source.topic,
    citation: source.citation,
    doi: source.doi,
    population: source.population,
    counts: [
      source.k === null ? null : counted(source.k, "study", "studies"),
      source.n === null ? null : counted(source.n, "person", "people"),
      source.heterogeneity,
    ]
      .filter((part) => part !== null)
      .join(", "),
    note: source.note,
    certainty: source.certainty,
    figures: source.effects.map((effect) => `${effect.label}: ${effectInWords(effect)}`),
    forest: figure === null ? null : drawnTwice((options) => forestPlot(figure, options), "published"),
    checks: checks.map(({ effect, midpoint, agreement, people }) => ({
      label: effect.label,
      printed: share(effect.estimate ?? Number.NaN),
      middle: share(midpoint, 3),
      agreement,
      people: `${whole(people.lower)} to ${whole(people.upper)}`,
    })),
    cannotBeRederived,
    claims: claims.map(({ id, sentence }) => ({ id, sentence })),
  };
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
