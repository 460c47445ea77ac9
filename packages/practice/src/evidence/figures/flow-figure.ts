import type { FlowExit, FlowFigure } from "@concord/charts";
import type { Flow, FlowReason } from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";

/** Returns the flow diagram of study selection, as the records have it. */
export function flowFigure(flow: Flow, { text }: StaffMessages): FlowFigure {
  return {
    title: text("evidence.figure.flow-title"),
    stages: [
      {
        label: text("evidence.figure.flow.identified"),
        count: flow.found,
        ...exits(
          flow.awaiting > 0 && {
            kind: "excluded",
            label: text("evidence.figure.flow.awaiting"),
            count: flow.awaiting,
          },
        ),
      },
      {
        label: text("evidence.figure.flow.screened"),
        count: flow.screened,
        ...exits(left("excluded", text("evidence.figure.flow.excluded-screening"), flow.excludedAtScreening)),
      },
      {
        label: text("evidence.figure.flow.assessed"),
        count: flow.assessed,
        ...exits(
          left("excluded", text("evidence.figure.flow.excluded-full-text"), flow.excludedAtFullText),
          flow.undecided > 0 && {
            kind: "excluded",
            label: text("evidence.figure.flow.undecided"),
            count: flow.undecided,
          },
        ),
      },
      {
        label: text("evidence.figure.flow.included"),
        count: flow.included,
        ...exits(left("narrative", text("evidence.figure.flow.narrative"), flow.narrativeOnly)),
      },
      { label: text("evidence.figure.flow.pooled"), count: flow.pooled, role: "pooled" },
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
