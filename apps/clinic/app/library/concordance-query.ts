import type { ConcordanceChoice } from "@concord/practice";

export const linesPerPage = 50;

/** What an address asks of the concordance; what it does not say is left open. */
export function concordanceChoice(params: URLSearchParams): {
  readonly choice: ConcordanceChoice;
  readonly page: number;
} {
  const word = (name: string) => (params.get(name) ?? "").trim().slice(0, 100);
  const orNull = (given: string) => (given === "" ? null : given);
  const order = (["left", "right"] as const).find((one) => one === params.get("order")) ?? "text";
  const page = Math.max(1, Math.min(100_000, Math.floor(Number(params.get("page") ?? "1")) || 1));
  return {
    page,
    choice: {
      words: word("words"),
      match: params.get("match") === "written" ? "written" : "every-form",
      order,
      collocate: orNull(word("near")),
      author: orNull(word("author")),
      years: null,
      work: orNull(word("work")),
      first: (page - 1) * linesPerPage,
      count: linesPerPage,
    },
  };
}
