import { decimal } from "@concord/charts";
import type { Estimate, Series } from "@concord/course";
import { useMessages } from "../frame/messages.ts";
import { Table } from "../index.ts";

/** Mean, slope, SD and autocorrelation of each line with their intervals. */
export function EstimateTable({ series }: { readonly series: readonly Series[] }) {
  const { text } = useMessages();
  return (
    <Table
      caption={text("case.estimates.caption")}
      head={
        <tr>
          <th scope="col">{text("case.estimates.rater")}</th>
          <th scope="col">{text("case.estimates.mean")}</th>
          <th scope="col">{text("case.estimates.slope")}</th>
          <th scope="col">{text("case.estimates.sd")}</th>
          <th scope="col">{text("case.estimates.autocorrelation")}</th>
        </tr>
      }
    >
      {series.map((each) => (
        <tr key={each.rater}>
          <th scope="row">{text(`charts.rater.${each.rater}`)}</th>
          <EstimateCell estimate={each.level} decimals={1} />
          <EstimateCell estimate={each.slope} decimals={1} />
          <EstimateCell estimate={each.withinDeviation} decimals={1} />
          <EstimateCell estimate={each.autocorrelation} decimals={2} />
        </tr>
      ))}
    </Table>
  );
}

function EstimateCell({ estimate, decimals }: { readonly estimate: Estimate; readonly decimals: number }) {
  const messages = useMessages();
  const { of, text } = messages;
  if (estimate.kind === "none") return <td className="soft small">{of(estimate.reason)}</td>;
  const shown = (value: number) => decimal(value, decimals, messages);
  const { lower, upper, n } = estimate;
  return (
    <td title={of(estimate.method)}>
      {shown(estimate.value)}{" "}
      <span className="soft">
        {text("case.estimates.interval", { lower: shown(lower), upper: shown(upper), n })}
      </span>
    </td>
  );
}
