import { test } from "node:test";
import {
  baujatPlot,
  bubblePlot,
  cumulativePlot,
  flowDiagram,
  forestPlot,
  funnelPlot,
  influencePlot,
  radialPlot,
} from "@concord/charts";
import { staffMessages } from "@concord/messages";
import { assertSnapshot } from "../snapshot.ts";
import {
  bcgBaujat,
  bcgBubble,
  bcgCumulative,
  bcgForest,
  bcgFunnel,
  bcgInfluence,
  bcgRadial,
  bcgSubgroups,
  inventedFlow,
} from "./bcg-figures.ts";
import { inventedForest } from "./invented-effects.ts";

const messages = staffMessages("en");

const absent = {
  kind: "absent" as const,
  label: "Trial without cases",
  cells: ["0/40", "0/38"],
  reason: "no event in either arm",
};
const cut = { ...bcgForest, axis: { ...bcgForest.axis, domain: [0.25, 2] as const } };

const drawings: Readonly<Record<string, () => string>> = {
  "forest-wide": () => forestPlot(bcgForest, { messages }),
  "forest-narrow": () => forestPlot(bcgForest, { messages, width: 358 }),
  // The rules inside are every chart's and change with any of them.
  "forest-subgroups": () =>
    forestPlot(bcgSubgroups, { messages, standalone: true }).replace(
      /<style>[\s\S]*<\/style>/,
      "<style></style>",
    ),
  "forest-subgroups-narrow": () => forestPlot(bcgSubgroups, { messages, width: 358 }),
  "forest-cut-and-absent": () =>
    forestPlot(
      { ...cut, groups: [{ heading: null, rows: [...(cut.groups[0]?.rows ?? []), absent] }] },
      { messages },
    ),
  "forest-long": () => forestPlot(inventedForest, { messages }),
  "forest-long-narrow": () => forestPlot(inventedForest, { messages, width: 358 }),
  "forest-empty": () => forestPlot({ ...bcgForest, groups: [], overall: [], notes: [] }, { messages }),
  cumulative: () => cumulativePlot(bcgCumulative, { messages }),
  funnel: () => funnelPlot(bcgFunnel, { messages }),
  "funnel-narrow": () => funnelPlot(bcgFunnel, { messages, width: 358 }),
  radial: () => radialPlot(bcgRadial, { messages }),
  "radial-narrow": () => radialPlot(bcgRadial, { messages, width: 358 }),
  baujat: () => baujatPlot(bcgBaujat, { messages }),
  influence: () => influencePlot(bcgInfluence, { messages }),
  "influence-narrow": () => influencePlot(bcgInfluence, { messages, width: 358 }),
  bubble: () => bubblePlot(bcgBubble, { messages }),
  flow: () => flowDiagram(inventedFlow, { messages }),
  "flow-narrow": () => flowDiagram(inventedFlow, { messages, width: 358 }),
};

for (const [name, draw] of Object.entries(drawings)) {
  test(`draws ${name} as it was last looked at`, () => {
    assertSnapshot(`../evidence/snapshots/${name}`, draw());
  });
}
