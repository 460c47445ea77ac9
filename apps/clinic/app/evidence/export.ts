import { forestPlot, funnelPlot } from "@concord/charts";
import { clinicContext } from "@concord/clinic/context";
import { effectRows, synthesisRCode } from "@concord/evidence";
import { csvLine } from "@concord/interchange";
import type { StaffMessages } from "@concord/messages";
import { type ComputedView, forestFigure, funnelFigure, readSynthesis } from "@concord/practice";
import { data } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import type { Route } from "./+types/export";
import { choiceOf } from "./page-data/synthesis-query.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

/** A synthesis as a file: the same effects and choice as on its page. */
export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { synthesis, what } = asked.params;
  const messages = messagesOf(asked.context);
  const choice = choiceOf(new URL(asked.request.url).searchParams);
  const view = await mapRefusalTo403(readSynthesis(appContext, actor, synthesis, choice));
  const file = view.kind === "computed" ? (files[what]?.(view, messages) ?? null) : null;
  if (file === null) throw data(messages.text("evidence.export.missing"), { status: 404 });
  return new Response(file.text, {
    headers: {
      "Content-Type": `${file.type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${synthesis.replace(/[^\w-]/g, "-")}-${what}"`,
    },
  });
}

interface TextFile {
  readonly type: string;
  readonly text: string;
}

const files: Readonly<Record<string, (view: ComputedView, messages: StaffMessages) => TextFile | null>> = {
  "table.csv": ({ synthesis }) => {
    const rows = effectRows(synthesis);
    const [first] = rows;
    if (first === undefined) return null;
    const names = Object.keys(first) as (keyof typeof first)[];
    const lines = rows.map((row) => csvLine(names.map((name) => row[name])));
    return { type: "text/csv", text: [csvLine(names), ...lines].join("") };
  },
  "forest.svg": ({ synthesis, byRater }, messages) => {
    const figure = forestFigure(synthesis, byRater, messages);
    return figure && { type: "image/svg+xml", text: forestPlot(figure, { messages, standalone: true }) };
  },
  "funnel.svg": ({ synthesis }, messages) => {
    const figure = funnelFigure(synthesis, messages);
    return figure && { type: "image/svg+xml", text: funnelPlot(figure, { messages, standalone: true }) };
  },
  "program.R": ({ synthesis }) => {
    const text = synthesisRCode(synthesis);
    return text === null ? null : { type: "text/plain", text };
  },
};
