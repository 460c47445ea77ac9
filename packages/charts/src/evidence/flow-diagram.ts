import type { StaffMessages } from "@concord/messages";
import { frame } from "../frame.ts";
import { type Child, element, type Markup, round } from "../svg.ts";
import { drawBox, type FlowBox, flowBox, wholeCount } from "./flow/boxes.ts";
import type { FlowExit, FlowFigure, FlowStage } from "./flow/values.ts";
import { stroke, words } from "./strokes.ts";
import type { EvidenceChartOptions } from "./values.ts";

interface Row {
  readonly stage: FlowStage;
  readonly box: FlowBox;
  readonly exits: readonly { readonly exit: FlowExit; readonly box: FlowBox }[];
}

const gap = 26;
const exitGap = 8;

/**
 * How did the studies come down to those that were pooled? Stages from top to bottom; beside each what left the way
 * there and why. On a phone what left stands under its stage. Counts are drawn as they come; that they add up is the
 * business of who counted.
 *
 * Page MJ, et al. (2021). BMJ 372: n71 (PRISMA 2020).
 */
export function flowDiagram(figure: FlowFigure, options: EvidenceChartOptions): string {
  const { messages, id = "flow", width = 760, standalone = false } = options;
  const narrow = width < 560;
  const drawn = narrow ? stacked(figure, width, messages) : sideBySide(figure, width, messages);
  const empty =
    figure.stages.length === 0
      ? [words("chart-small", messages.text("charts.evidence.flow.empty"), 12, 24)]
      : [];
  return frame(
    {
      id,
      width,
      height: Math.max(40, drawn.height),
      title: figure.title,
      description: describeFlow(figure, messages),
      standalone,
    },
    [...drawn.children, ...empty],
  );
}

/** The diagram in sentences, stage by stage. */
export function describeFlow(figure: FlowFigure, { text }: StaffMessages): string {
  return figure.stages
    .flatMap(({ label, count, exits = [] }) => [
      text("charts.evidence.flow.count", { label, count: wholeCount(count) }),
      ...exits.map((exit) => {
        const values = { label: exit.label, count: wholeCount(exit.count) };
        const reasons = (exit.reasons ?? []).map((reason) =>
          text("charts.evidence.flow.reason", { label: reason.label, count: wholeCount(reason.count) }),
        );
        return reasons.length === 0
          ? text("charts.evidence.flow.count", values)
          : text("charts.evidence.flow.reasons", { ...values, reasons: reasons.join("; ") });
      }),
    ])
    .join(" ");
}

interface Drawn {
  readonly children: readonly Child[];
  readonly height: number;
}

function sideBySide(figure: FlowFigure, width: number, messages: StaffMessages): Drawn {
  const margin = 12;
  const main = 0.46 * (width - 2 * margin);
  const exitX = margin + main + 44;
  const rows = rowsOf(figure, main, width - margin - exitX, messages);
  const children: Child[] = [];
  let y = margin;
  rows.forEach(({ stage, box, exits }, index) => {
    const exitHeight =
      exits.reduce((sum, exit) => sum + exit.box.height, 0) + exitGap * Math.max(0, exits.length - 1);
    const height = Math.max(box.height, exitHeight);
    const boxY = y + (height - box.height) / 2;
    let exitY = y + (height - exitHeight) / 2;
    for (const { exit, box: side } of exits) {
      // Where the exits are higher than their stage the way bends, so that it always leaves from the box.
      const [from, to] = [boxY + box.height / 2, exitY + side.height / 2];
      const bend = margin + main + 20;
      children.push(
        way(
          [
            [margin + main, from],
            [bend, from],
            [bend, to],
            [exitX - 1, to],
          ],
          "right",
        ),
        drawBox(exit.kind, side, exitX, exitY),
      );
      exitY += side.height + exitGap;
    }
    children.push(drawBox(stage.role ?? "step", box, margin, boxY));
    const next = rows[index + 1];
    if (next !== undefined) {
      const nextExit =
        next.exits.reduce((sum, exit) => sum + exit.box.height, 0) +
        exitGap * Math.max(0, next.exits.length - 1);
      const nextY = y + height + gap + Math.max(0, (nextExit - next.box.height) / 2);
      children.push(
        way(
          [
            [margin + main / 2, boxY + box.height],
            [margin + main / 2, nextY - 1],
          ],
          "down",
        ),
      );
    }
    y += height + gap;
  });
  return { children, height: y - gap + margin };
}

function stacked(figure: FlowFigure, width: number, messages: StaffMessages): Drawn {
  const margin = 8;
  const inset = 34;
  const rows = rowsOf(figure, width - 2 * margin, width - 2 * margin - inset, messages);
  const spine = margin + 14;
  const children: Child[] = [];
  let y = margin;
  rows.forEach(({ stage, box, exits }, index) => {
    children.push(drawBox(stage.role ?? "step", box, margin, y));
    const from = y + box.height;
    y = from + 12;
    for (const { exit, box: side } of exits) {
      const middle = y + side.height / 2;
      children.push(
        way(
          [
            [spine, middle],
            [margin + inset - 1, middle],
          ],
          "right",
        ),
        drawBox(exit.kind, side, margin + inset, y),
      );
      y += side.height + exitGap;
    }
    const last = index === rows.length - 1;
    const lastExit = exits.at(-1);
    if (!last) {
      y += exits.length === 0 ? 12 : 8;
      children.push(
        way(
          [
            [spine, from],
            [spine, y - 1],
          ],
          "down",
        ),
      );
    } else if (lastExit !== undefined) {
      children.push(
        stroke("evidence-way", [
          [spine, from],
          [spine, y - exitGap - lastExit.box.height / 2],
        ]),
      );
    }
  });
  const last = rows.at(-1);
  return { children, height: y - (last === undefined ? 0 : last.exits.length === 0 ? 12 : exitGap) + margin };
}

function rowsOf(figure: FlowFigure, main: number, side: number, messages: StaffMessages): readonly Row[] {
  return figure.stages.map((stage) => ({
    stage,
    box: flowBox({ label: stage.label, count: stage.count, parts: stage.parts ?? [] }, main, messages),
    exits: (stage.exits ?? []).map((exit) => ({
      exit,
      box: flowBox({ label: exit.label, count: exit.count, parts: exit.reasons ?? [] }, side, messages),
    })),
  }));
}

function way(places: readonly (readonly [number, number])[], direction: "down" | "right"): Markup {
  const [x, y] = places.at(-1) ?? [0, 0];
  const head =
    direction === "down"
      ? `M${round(x - 4)},${round(y - 7)}H${round(x + 4)}L${round(x)},${round(y)}Z`
      : `M${round(x - 7)},${round(y - 4)}V${round(y + 4)}L${round(x)},${round(y)}Z`;
  const short = places.map((place, index): readonly [number, number] =>
    index < places.length - 1 ? place : direction === "down" ? [x, y - 6] : [x - 6, y],
  );
  return element("g", { class: "evidence-arrowed" }, [
    stroke("evidence-way", short),
    element("path", { class: "evidence-way-head", d: head }),
  ]);
}
