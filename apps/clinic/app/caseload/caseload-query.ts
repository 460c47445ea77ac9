import type { CaseloadFilter, CaseloadQuery, CaseloadSort } from "@concord/practice";

/** Sorts with the direction a person means when they first ask for one. */
export const caseloadSorts: Readonly<Record<CaseloadSort, { readonly descending: boolean }>> = {
  attention: { descending: true },
  client: { descending: false },
  "last-session": { descending: true },
  "next-session": { descending: false },
  sessions: { descending: true },
};

export const caseloadFilters: readonly CaseloadFilter[] = ["all", "attention", "awaiting", "closed"];

const perPage = 25;

/** What the address asks for. Words it does not know fall back to the usual list. */
export function caseloadQueryOf(search: URLSearchParams): CaseloadQuery {
  const sort = known(Object.keys(caseloadSorts) as CaseloadSort[], search.get("sort")) ?? "attention";
  const order = search.get("order");
  const page = Number(search.get("page") ?? "1");
  return {
    sort,
    descending: order === "down" || (order !== "up" && caseloadSorts[sort].descending),
    filter: known(caseloadFilters, search.get("filter")) ?? "all",
    search: (search.get("search") ?? "").trim().slice(0, 80),
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
    perPage,
  };
}

/**
 * The address of the same list with something changed; any change but of the page starts on the first page.
 */
export function caseloadHref(query: CaseloadQuery, change: Partial<CaseloadQuery>): string {
  const next = { ...query, page: 1, ...change };
  const search = new URLSearchParams();
  if (next.sort !== "attention") search.set("sort", next.sort);
  if (next.descending !== caseloadSorts[next.sort].descending)
    search.set("order", next.descending ? "down" : "up");
  if (next.filter !== "all") search.set("filter", next.filter);
  if (next.search !== "") search.set("search", next.search);
  if (next.page > 1) search.set("page", String(next.page));
  return search.size === 0 ? "/caseload" : `/caseload?${search}`;
}

/** A second press on the same heading turns the order round. */
export function sortHref(query: CaseloadQuery, sort: CaseloadSort): string {
  const descending = query.sort === sort ? !query.descending : caseloadSorts[sort].descending;
  return caseloadHref(query, { sort, descending });
}

function known<Word extends string>(words: readonly Word[], asked: string | null): Word | undefined {
  return words.find((word) => word === asked);
}
