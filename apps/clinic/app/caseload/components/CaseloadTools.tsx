import type { CaseloadFilter, CaseloadPage, CaseloadQuery } from "@concord/practice";
import { Form } from "react-router";
import { Button, SegmentedControl } from "../../ui/index.ts";
import { caseloadFilters, caseloadHref } from "../caseload-query.ts";

const filterWords: Readonly<Record<CaseloadFilter, string>> = {
  all: "All open",
  attention: "Needs a thought",
  awaiting: "Waiting for a form",
  closed: "Closed",
};

/** Which part of the caseload, and the search. A plain GET form: it works before any script has come. */
export function CaseloadTools(props: {
  readonly query: CaseloadQuery;
  readonly counts: CaseloadPage["counts"];
}) {
  const { query, counts } = props;
  const hidden: readonly (readonly [string, string])[] = [
    ...new URLSearchParams(caseloadHref(query, { search: "" }).split("?")[1] ?? ""),
  ];
  return (
    <div className="caseload-tools">
      <SegmentedControl
        label="Which cases"
        current={query.filter}
        options={caseloadFilters.map((filter) => ({
          id: filter,
          to: caseloadHref(query, { filter }),
          label: (
            <>
              {filterWords[filter]} <span className="count">{counts[filter].toLocaleString("en")}</span>
            </>
          ),
        }))}
      />
      <Form method="get" role="search" className="caseload-search">
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="visually-hidden" htmlFor="caseload-search">
          Find a client
        </label>
        <input
          key={query.search}
          id="caseload-search"
          className="input"
          type="search"
          name="search"
          defaultValue={query.search}
          placeholder="Find a client"
          maxLength={80}
          autoComplete="off"
        />
        <Button look="quiet">Find</Button>
      </Form>
    </div>
  );
}
