import type { FlowExit, FlowFigure } from "@concord/charts";
import type { Flow, FlowReason } from "@concord/evidence";

/** From found to pooled, as the records have it. */
export function flowFigure(flow: Flow): FlowFigure {
  return {
    title: "From found to pooled",
    stages: [
      {
        label: "Found",
        count: flow.found,
        ...exits(flow.awaiting > 0 && { kind: "excluded", label: "Not looked at yet", count: flow.awaiting }),
      },
      {
        label: "Screened",
        count: flow.screened,
        ...exits(left("excluded", "Left out at screening", flow.excludedAtScreening)),
      },
      {
        label: "Read in full",
        count: flow.assessed,
        ...exits(
          left("excluded", "Left out after reading", flow.excludedAtFullText),
          flow.undecided > 0 && { kind: "excluded", label: "Not decided on yet", count: flow.undecided },
        ),
      },
      {
        label: "In the review",
        count: flow.included,
        ...exits(left("narrative", "Told in words only", flow.narrativeOnly)),
      },
      { label: "Pooled", count: flow.pooled, role: "pooled" },
    ],
  };
}

function exits(...given: readonly (FlowExit | false)[]): { readonly exits?: readonly FlowExit[] } {
  const kept = given.filter((exit) => exit !== false);
  return kept.length === 0 ? {} : { exits: kept };
}

function left(kind: FlowExit["kind"], label: string, reasons: readonly FlowReason[]): FlowExit | false {
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0);
  return (
    count > 0 && {
      kind,
      label,
      count,
      reasons: reasons.map((reason) => ({ label: reason.reason, count: reason.count })),
    }
  );
}
