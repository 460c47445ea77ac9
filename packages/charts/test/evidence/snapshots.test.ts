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

const absent = {
  kind: "absent" as const,
  label: "Trial without cases",
  cells: ["0/40", "0/38"],
  reason: "no event in either arm",
};
const cut = { ...bcgForest, axis: { ...bcgForest.axis, domain: [0.25, 2] as const } };

const drawings: Readonly<Record<string, () => string>> = {
  "forest-wide": () => forestPlot(bcgForest),
  "forest-narrow": () => forestPlot(bcgForest, { width: 358 }),
  // The rules inside are every chart's and change with any of them.
  "forest-subgroups": () =>
    forestPlot(bcgSubgroups, { standalone: true }).replace(/<style>[\s\S]*<\/style>/, "<style></style>"),
  "forest-subgroups-narrow": () => forestPlot(bcgSubgroups, { width: 358 }),
  "forest-cut-and-absent": () =>
    forestPlot({ ...cut, groups: [{ heading: null, rows: [...(cut.groups[0]?.rows ?? []), absent] }] }),
  "forest-long": () => forestPlot(inventedForest),
  "forest-long-narrow": () => forestPlot(inventedForest, { width: 358 }),
  "forest-empty": () => forestPlot({ ...bcgForest, groups: [], overall: [], notes: [] }),
  cumulative: () => cumulativePlot(bcgCumulative),
  funnel: () => funnelPlot(bcgFunnel),
  "funnel-narrow": () => funnelPlot(bcgFunnel, { width: 358 }),
  radial: () => radialPlot(bcgRadial),
  "radial-narrow": () => radialPlot(bcgRadial, { width: 358 }),
  baujat: () => baujatPlot(bcgBaujat),
  influence: () => influencePlot(bcgInfluence),
  "influence-narrow": () => influencePlot(bcgInfluence, { width: 358 }),
  bubble: () => bubblePlot(bcgBubble),
  flow: () => flowDiagram(inventedFlow),
  "flow-narrow": () => flowDiagram(inventedFlow, { width: 358 }),
};

for (const [name, draw] of Object.entries(drawings)) {
  test(`draws ${name} as it was last looked at`, () => {
    assertSnapshot(`../evidence/snapshots/${name}`, draw());
  });
}
