import { intervalBar } from "@concord/charts";
import { type Claim, number, type PublishedEffect, share } from "@concord/evidence";
import { barAxis } from "@concord/practice";
import { counted } from "./words.ts";

/** A claim made ready to be shown: its figures as words and as a bar. */
export interface ClaimCard
  extends Pick<
    Claim,
    | "id"
    | "title"
    | "sentence"
    | "grade"
    | "certainty"
    | "read"
    | "rater"
    | "population"
    | "serves"
    | "limits"
  > {
  readonly size: string;
  /** An estimate with its interval, drawn; null where there is no figure to draw. */
  readonly bar: string | null;
  /** "295 studies, 30,000 people"; null where nobody counts. */
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

export function claimCard(claim: Claim): ClaimCard {
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
    title,
    sentence,
    grade,
    certainty,
    read,
    rater,
    population,
    serves,
    limits,
    size: sizeWords(leading),
    bar:
      drawn === null || axis === null
        ? null
        : intervalBar({ estimate: drawn.estimate!, lower: drawn.lower, upper: drawn.upper }, axis),
    body: bodyWords(claim),
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
function sizeWords(effect: PublishedEffect | null | undefined): string {
  if (effect === null || effect === undefined) return "Agreed among experts; there is no figure to give";
  const { metric, estimate, lower, upper } = effect;
  if (estimate === null) return "The direction is reported; its size could not be checked";
  const digits = metric === "r" ? share : number;
  const words = `${metric} = ${digits(estimate)}`;
  return lower === null || upper === null
    ? `${words}; how sure that is, the source read here does not say`
    : `${words}, 95% CI [${digits(lower)}, ${digits(upper)}]`;
}

function bodyWords({ k, n }: Claim): string | null {
  const studies = k === null ? null : counted(k, "study", "studies");
  const people = n === null ? null : counted(n, "person", "people");
  return [studies, people].filter((part) => part !== null).join(", ") || null;
}
