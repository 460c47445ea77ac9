import { forestPlot, intervalBar } from "@concord/charts";
import {
  apaMessage,
  bodyMessage,
  effectMessage,
  omnibusMessage,
  type PooledMean,
  pMessage,
  type Synthesis,
  scaleMessage,
  synthesisRCode,
  valueMessage,
} from "@concord/evidence";
import type { StaffMessage, StaffMessages, Text } from "@concord/messages";
import {
  barAxis,
  type ComputedView,
  isNarrowed,
  type PublishedView,
  publishedForest,
  type SynthesisChoice,
} from "@concord/practice";
import type { PublishedBodyFacts } from "./claim-page.server.ts";
import { drawnTwice, drawSynthesis } from "./draw-evidence.server.ts";
import { editionLine } from "./edition-line.ts";
import { choiceQuery } from "./synthesis-query.ts";

/** A question with its answer, drawn and worded where the page is made. */
export function computedPage(view: ComputedView, messages: StaffMessages) {
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
    filter: filterOf(choice).map(messages.written),
    level: definition.model.level,
    facets,
    simulated: "cautions" in synthesis && synthesis.cautions.some(({ kind }) => kind === "simulated"),
    claim: narrowed
      ? null
      : (view.claims[0] ?? null) && {
          id: view.claims[0]!.id,
          sentence: messages.written(view.claims[0]!.sentence),
        },
    answer: answerOf(synthesis, messages),
    drawings: drawSynthesis(view, messages),
    raters: raterRows(moderated, messages),
    raterTest: raterTest(moderated, messages),
    cautions: cautionsOf(synthesis, messages),
    apa: messages.of(apaMessage(synthesis)),
    program: synthesisRCode(synthesis),
    hasEffects: synthesis.kind !== "refused",
    editions: view.editions.map((edition) => editionLine(edition, messages)),
    newest: view.newest,
  };
}

/** The reader's choice as a list of names; empty where all effects are included. */
function filterOf(choice: SynthesisChoice): readonly Text[] {
  const { raters, ageBands, instruments, timings, qualities, from, to } = choice;
  return [
    ...raters.map((rater): StaffMessage => ({ id: `evidence.rater.${rater}`, values: {} })),
    ...ageBands.map((age): StaffMessage => ({ id: `evidence.age.${age}`, values: {} })),
    ...instruments,
    ...timings.map((timing): StaffMessage => ({ id: `evidence.timing.${timing}`, values: {} })),
    ...qualities.map(
      (quality): StaffMessage => ({ id: `evidence.filter.by-quality.${quality}`, values: {} }),
    ),
    ...(from === null ? [] : [{ id: "evidence.filter.from-year", values: { year: String(from) } } as const]),
    ...(to === null ? [] : [{ id: "evidence.filter.to-year", values: { year: String(to) } } as const]),
  ];
}

function answerOf(synthesis: Synthesis, { text }: StaffMessages) {
  if (synthesis.kind === "refused" || synthesis.kind === "unsettled") {
    const sentence = text("evidence.synthesis.result.none", { reason: synthesis.reason });
    return { sentence, bar: null, further: null };
  }
  const { level, mods } = synthesis.definition.model;
  const body = bodyMessage({ ...synthesis, effects: synthesis.effects.length });
  if (synthesis.mean === null) {
    const moderators = mods?.replace("~", "").trim() ?? "";
    const sentence = text("evidence.synthesis.result.moderated", { body, moderators });
    return { sentence, bar: null, further: null };
  }
  const { read } = synthesis.mean;
  const on = (value: number) => valueMessage(value, read.scale);
  return {
    sentence: text("evidence.synthesis.result.pooled", {
      scale: scaleMessage(read.scale),
      estimate: on(read.estimate),
      level,
      lower: on(read.lower),
      upper: on(read.upper),
      body,
    }),
    bar: barOf(synthesis.mean),
    further:
      read.prediction === null
        ? null
        : text("evidence.synthesis.result.prediction", {
            level,
            lower: on(read.prediction.lower),
            upper: on(read.prediction.upper),
          }),
  };
}

function barOf({ read }: PooledMean): string | null {
  const axis = read.scale === "r" || read.scale === "g" ? barAxis(read.scale) : null;
  return axis === null ? null : intervalBar(read, axis);
}

function raterRows(synthesis: Synthesis, { of, text }: StaffMessages) {
  if (synthesis.kind !== "pooled" || synthesis.moderation?.factor !== "rater") return [];
  return synthesis.moderation.groups.map(({ name, effects, studies, mean }) => {
    const { scale, estimate, lower, upper } = mean.read;
    return {
      name,
      effects,
      studies,
      bar: barOf(mean),
      estimate: of(valueMessage(estimate, scale)),
      interval: text("evidence.synthesis.raters.bounds", {
        lower: valueMessage(lower, scale),
        upper: valueMessage(upper, scale),
      }),
    };
  });
}

/** The conclusion of the comparison of raters, with its test; null where there is none. */
function raterTest(synthesis: Synthesis, { text }: StaffMessages): string | null {
  if (synthesis.kind !== "pooled" || synthesis.moderation?.factor !== "rater") return null;
  const { omnibus } = synthesis.moderation;
  if (omnibus === null) return null;
  const id =
    omnibus.p < 0.05 ? "evidence.synthesis.raters.differ" : "evidence.synthesis.raters.no-difference";
  return text(id, { test: omnibusMessage(omnibus), p: pMessage(omnibus.p) });
}

function cautionsOf(synthesis: Synthesis, { of, text }: StaffMessages): readonly string[] {
  if (synthesis.kind === "refused")
    return synthesis.unmeasured.map(({ label, reason }) =>
      text("evidence.synthesis.unmeasured", { study: label, reason }),
    );
  // That studies are simulated is at the top of the page already.
  return "cautions" in synthesis
    ? synthesis.cautions.filter(({ kind }) => kind !== "simulated").map(({ message }) => of(message))
    : [];
}

/** A synthesis by others: its results as published, and what can be checked from them alone. */
export function publishedPage(
  { source, checks, cannotBeRederived, claims }: PublishedView,
  messages: StaffMessages,
) {
  const { of, text, format } = messages;
  const figure = publishedForest(source, messages);
  const body: PublishedBodyFacts = {
    studies: source.k,
    participants: source.n,
    heterogeneity: source.heterogeneity,
  };
  return {
    kind: "published" as const,
    id: source.id,
    title: source.topic,
    citation: source.citation,
    doi: source.doi,
    population: source.population,
    body,
    note: source.note,
    certainty: source.certainty,
    figures: source.effects.map((effect) =>
      effect.estimate === null
        ? effect.label
        : text("evidence.effect.labelled", { label: effect.label, effect: effectMessage(effect) }),
    ),
    forest:
      figure === null ? null : drawnTwice((options) => forestPlot(figure, options), messages, "published"),
    checks: checks.map(({ effect, midpoint, agreement, people }) => ({
      label: effect.label,
      printed: of(valueMessage(effect.estimate ?? Number.NaN, "r")),
      middle: format.statistic(midpoint, "bounded-3"),
      agreement,
      people: Number.isFinite(people.upper)
        ? text("evidence.published.check.n-range", {
            lower: Math.round(people.lower),
            upper: Math.round(people.upper),
          })
        : text("evidence.published.check.n-lower", { lower: Math.round(people.lower) }),
    })),
    cannotBeRederived: cannotBeRederived.map(of),
    claims: claims.map(({ id, sentence }) => ({ id, sentence: messages.written(sentence) })),
  };
}
