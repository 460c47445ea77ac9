import { intervalBar } from "@concord/charts";
import { type Claim, type PublishedEffect, scaleMessage, valueMessage } from "@concord/evidence";
import type { StaffMessage, StaffMessages } from "@concord/messages";
import { barAxis } from "@concord/practice";

/** A claim made ready to be shown: its effect size as text and as a bar. */
export interface ClaimCard extends Pick<Claim, "id" | "grade" | "certainty" | "read" | "rater" | "serves"> {
  readonly title: string;
  readonly sentence: string;
  readonly population: string;
  readonly limits: readonly string[];
  readonly size: string;
  /** An estimate with its interval, drawn; null where there is no figure to draw. */
  readonly bar: string | null;
  /** "295 studies, N = 30,000"; null where neither is reported. */
  readonly body: string | null;
  /** What it was computed from here, or null where its figures are quoted. */
  readonly computed: { readonly synthesis: string; readonly edition: string } | null;
  readonly simulated: boolean;
  readonly sources: readonly {
    readonly id: string;
    readonly citation: string;
    readonly doi: string | null;
    readonly note: string | null;
  }[];
}

export function claimCard(claim: Claim, messages: StaffMessages): ClaimCard {
  const {
    id,
    title,
    sentence,
    grade,
    certainty,
    read,
    rater,
    population,
    serves,
    limits,
    leading,
    computed,
  } = claim;
  const drawn = leading !== null && leading !== undefined && leading.estimate !== null ? leading : null;
  const axis = drawn === null ? null : barAxis(drawn.metric);
  return {
    id,
    title: messages.written(title),
    sentence: messages.written(sentence),
    grade,
    certainty,
    read,
    rater,
    population: messages.written(population),
    serves,
    limits: limits.map(messages.written),
    size: messages.of(sizeOf(leading)),
    bar:
      drawn === null || axis === null
        ? null
        : intervalBar({ estimate: drawn.estimate!, lower: drawn.lower, upper: drawn.upper }, axis),
    body: bodyText(claim, messages),
    computed: computed === undefined ? null : { synthesis: computed.synthesis, edition: computed.edition },
    simulated: computed?.cautions.some(({ kind }) => kind === "simulated") === true,
    sources: claim.sources.map(({ id: source, citation, doi, note }) => ({
      id: source,
      citation,
      doi,
      note,
    })),
  };
}

/** r = .28, 95% CI [.26, .30]. */
function sizeOf(effect: PublishedEffect | null | undefined): StaffMessage {
  if (effect === null || effect === undefined) return { id: "evidence.claim.size.consensus", values: {} };
  const { metric, estimate, lower, upper } = effect;
  if (estimate === null) return { id: "evidence.claim.size.direction", values: {} };
  const shown: StaffMessage = {
    id: "evidence.effect.estimate",
    values: { scale: scaleMessage(metric), estimate: valueMessage(estimate, metric) },
  };
  return lower === null || upper === null
    ? { id: "evidence.claim.size.no-interval", values: { effect: shown } }
    : {
        id: "evidence.claim.size.interval",
        values: { effect: shown, lower: valueMessage(lower, metric), upper: valueMessage(upper, metric) },
      };
}

function bodyText({ k, n }: Claim, { text }: StaffMessages): string | null {
  if (k === null) return n === null ? null : text("evidence.body.participants", { participants: n });
  return n === null
    ? text("evidence.body.studies", { studies: k })
    : text("evidence.body.studies-participants", { studies: k, participants: n });
}
