import type { CaseloadPage, CaseloadQuery } from "@concord/practice";
import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, SegmentedControl } from "../../ui/index.ts";
import { caseloadFilters, caseloadHref } from "../caseload-query.ts";

/** Which part of the caseload, and the search. A plain GET form: it works before any script has come. */
export function CaseloadTools(props: {
  readonly query: CaseloadQuery;
  readonly counts: CaseloadPage["counts"];
}) {
  const { query, counts } = props;
  const { text, format } = useMessages();
  const hidden: readonly (readonly [string, string])[] = [
    ...new URLSearchParams(caseloadHref(query, { search: "" }).split("?")[1] ?? ""),
  ];
  return (
    <div className="caseload-tools">
      <SegmentedControl
        label={text("caseload.filter.label")}
        current={query.filter}
        options={caseloadFilters.map((filter) => ({
          id: filter,
          to: caseloadHref(query, { filter }),
          label: (
            <>
              {text(`caseload.filter.${filter}`)}{" "}
              <span className="count">{format.number(counts[filter])}</span>
            </>
          ),
        }))}
      />
      <Form method="get" role="search" className="caseload-search">
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="visually-hidden" htmlFor="caseload-search">
          {text("caseload.search.label")}
        </label>
        <input
          key={query.search}
          id="caseload-search"
          className="input"
          type="search"
          name="search"
          defaultValue={query.search}
          placeholder={text("caseload.search.placeholder")}
          maxLength={80}
          autoComplete="off"
        />
        <Button look="quiet">{text("caseload.search.button")}</Button>
      </Form>
    </div>
  );
}
