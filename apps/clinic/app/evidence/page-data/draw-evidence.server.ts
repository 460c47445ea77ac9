import {
  describeFlow,
  describeForest,
  describeFunnel,
  type EvidenceChartOptions,
  flowDiagram,
  forestPlot,
  funnelPlot,
} from "@concord/charts";
import type { StaffMessages } from "@concord/messages";
import { type ComputedView, flowFigure, forestFigure, funnelFigure } from "@concord/practice";

/** One figure at two widths, so that letters keep their size; the style sheet shows the one that fits. */
export interface Drawn {
  readonly wide: string;
  readonly narrow: string;
  /** The same in sentences. */
  readonly words: string | null;
}

export function drawnTwice(
  draw: (options: EvidenceChartOptions) => string,
  messages: StaffMessages,
  id: string,
  words: string | null = null,
  width = 780,
): Drawn {
  return {
    wide: draw({ messages, id: `${id}-wide`, width }),
    narrow: draw({ messages, id: `${id}-narrow`, width: 340 }),
    words,
  };
}

/** The figures of a synthesis page; null where there is nothing to draw. */
export function drawSynthesis({ synthesis, byRater, flow }: ComputedView, messages: StaffMessages) {
  const forest = forestFigure(synthesis, byRater, messages);
  const funnel = funnelFigure(synthesis, messages);
  const way = flowFigure(flow, messages);
  return {
    forest:
      forest === null
        ? null
        : drawnTwice(
            (options) => forestPlot(forest, options),
            messages,
            "forest",
            describeForest(forest, messages),
            860,
          ),
    funnel:
      funnel === null
        ? null
        : drawnTwice(
            (options) => funnelPlot(funnel, options),
            messages,
            "funnel",
            describeFunnel(funnel, messages),
            560,
          ),
    flow: drawnTwice(
      (options) => flowDiagram(way, options),
      messages,
      "flow",
      describeFlow(way, messages),
      560,
    ),
  };
}
