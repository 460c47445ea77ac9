import { raterWords } from "@concord/charts";
import type { Estimate, Series } from "@concord/course";
import { Table } from "../index.ts";

/** The figures of each line with their doubt: what a reader with training looks for behind a picture. */
export function EstimateTable({ series }: { readonly series: readonly Series[] }) {
  return (
    <Table
      caption="On the 0–100 metric; 95% intervals in brackets, with the number of ratings."
      head={
        <tr>
          <th scope="col">Whose view</th>
          <th scope="col">Level</th>
          <th scope="col">Change per unit of ln(session)</th>
          <th scope="col">Spread around the own line</th>
          <th scope="col">Lag-1 autocorrelation</th>
        </tr>
      }
    >
      {series.map((each) => (
        <tr key={each.rater}>
          <th scope="row">{raterWords[each.rater]}</th>
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
  if (estimate.kind === "none") return <td className="soft small">{estimate.reason}</td>;
  const words = (value: number) => value.toFixed(decimals).replace("-", "−");
  return (
    <td title={estimate.method}>
      {words(estimate.value)}{" "}
      <span className="soft">
        [{words(estimate.lower)}, {words(estimate.upper)}], n = {estimate.n}
      </span>
    </td>
  );
}
