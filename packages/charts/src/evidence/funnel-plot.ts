import type { StaffMessages } from "@concord/messages";
import { frame } from "../frame.ts";
import { decimal } from "../numbers.ts";
import { type Child, element, group } from "../svg.ts";
import { axisIn, plainAxis } from "./axis-language.ts";
import { clipStroke, type Place } from "./clip.ts";
import { effectScale, effectStretch } from "./effect-scale.ts";
import { effectWords } from "./effect-words.ts";
import { regionItems, significanceRegions } from "./funnel-regions.ts";
import { type KeyItem, keyLines, lineSample } from "./key.ts";
import { raterItems } from "./rater-items.ts";
import { dot, panelAxes, panelNotes, panelOn, sheetOf } from "./scatter/panel.ts";
import { positionOf } from "./spacing.ts";
import { stroke, uprightLine } from "./strokes.ts";
import type { EvidenceChartOptions, FunnelFigure, FunnelPoint } from "./values.ts";

/**
 * Do small studies find something else than large ones? Effects against their standard errors, the surest at the top;
 * regions of p around no effect, the funnel of sampling error around the pooled effect (±1.96 standard errors), filled
 * studies hollow, the regression of effect on standard error if it was fitted. Without points it says so.
 *
 * Sterne JAC, Egger M (2001). J Clin Epidemiol 54: 1046–1055.
 */
export function funnelPlot(figure: FunnelFigure, options: EvidenceChartOptions): string {
  const { messages, id = "funnel", width = 640, standalone = false } = options;
  const { points, pooled, adjusted = null, asymmetry = null } = figure;
  const axis = axisIn(figure.axis, messages);
  const errorAxis = plainAxis(messages.text("charts.evidence.standard-error"), messages);
  const sheet = sheetOf(width);
  const largest = 1.06 * Math.max(...points.map(checkedError), 1e-9);
  const onSpacing = (value: number) => positionOf(axis.spacing, value);
  const y = effectScale(errorAxis, [0, points.length === 0 ? 1 : largest], sheet.top, sheet.bottom);
  const panel = panelOn(sheet, y);
  const stretch = funnelStretch(figure, largest);
  const x = effectScale(axis, stretch, panel.left, panel.right);
  const place = (position: number, error: number): Place => [x.project(position), y.project(error)];
  const clipped = (className: string, from: Place, to: Place) =>
    stroke(className, clipStroke(from, to, panel) ?? []);
  const centre = pooled === null ? null : onSpacing(pooled.estimate);
  const regions = figure.regions === "significance" && axis.reference !== null && points.length > 0;
  const axes = panelAxes(panel, { axis, scale: x }, { axis: errorAxis, scale: y });
  const key = keyLines(
    keyItems(figure, regions, messages),
    panel.margin,
    width - panel.margin,
    axes.bottom + 8,
  );
  const notes = panelNotes(figure.notes ?? [], panel, axes.bottom + 8 + key.height);
  const reference = axis.reference;
  const marks = [...points]
    .sort((a, b) => a.kind.localeCompare(b.kind))
    .map((point) => {
      const rater = point.rater === undefined ? "" : ` evidence-row--${point.rater}`;
      const hint = messages.text("charts.evidence.funnel.point", {
        label: point.label,
        effect: effectWords(point.estimate, axis),
        error: decimal(point.standardError, 3, messages),
      });
      return element("g", { class: `evidence-row${rater}` }, [
        dot(
          point.kind === "filled" ? "evidence-filled" : "evidence-point",
          x.at(point.estimate),
          y.at(point.standardError),
          4,
          hint,
        ),
      ]);
    });
  const children: readonly Child[] = [
    regions && reference !== null ? significanceRegions(onSpacing(reference), x, y, largest, panel) : null,
    reference === null || x.beyond(reference) !== "no"
      ? null
      : uprightLine("evidence-reference", x.at(reference), panel.top, panel.bottom),
    centre === null
      ? null
      : group("evidence-funnel", [
          clipped("evidence-pooled-line", place(centre, 0), place(centre, largest)),
          clipped("evidence-funnel-side", place(centre, 0), place(centre - 1.96 * largest, largest)),
          clipped("evidence-funnel-side", place(centre, 0), place(centre + 1.96 * largest, largest)),
        ]),
    adjusted === null
      ? null
      : clipped(
          "evidence-adjusted-line",
          place(onSpacing(adjusted.estimate), 0),
          place(onSpacing(adjusted.estimate), largest),
        ),
    asymmetry === null
      ? null
      : clipped(
          "evidence-asymmetry",
          place(onSpacing(asymmetry.ends[0].estimate), asymmetry.ends[0].standardError),
          place(onSpacing(asymmetry.ends[1].estimate), asymmetry.ends[1].standardError),
        ),
    group("evidence-points", marks),
    points.length === 0 ? noStudies(panel, messages) : null,
    ...axes.drawn,
    key.drawn,
    notes.drawn,
  ];
  return frame(
    {
      id,
      width,
      height: notes.bottom,
      title: figure.title,
      description: describeFunnel(figure, messages),
      standalone,
    },
    children,
  );
}

export function describeFunnel(figure: FunnelFigure, messages: StaffMessages): string {
  const { text } = messages;
  const axis = axisIn(figure.axis, messages);
  const filled = figure.points.filter(({ kind }) => kind === "filled").length;
  const pooled = [figure.pooled, figure.adjusted ?? null].flatMap((line) =>
    line === null
      ? []
      : [text("charts.words.named", { label: line.label, value: effectWords(line.estimate, axis) })],
  );
  return [
    text("charts.evidence.funnel.words", { count: figure.points.length - filled, axis: axis.label }),
    ...(filled === 0 ? [] : [text("charts.evidence.funnel.imputed-words", { count: filled })]),
    ...pooled,
    ...(figure.notes ?? []),
  ].join(" ");
}

function checkedError({ label, standardError }: FunnelPoint): number {
  if (!(standardError >= 0) || standardError === Number.POSITIVE_INFINITY)
    throw new RangeError(`a funnel requires standard errors of zero or more: ${standardError} (${label})`);
  return standardError;
}

/** All points and the foot of the funnel. */
function funnelStretch(figure: FunnelFigure, largest: number): readonly [number, number] {
  const { axis, points, pooled, adjusted = null } = figure;
  const [low, high] = effectStretch(
    axis,
    [...points.map(({ estimate }) => estimate), ...(adjusted === null ? [] : [adjusted.estimate])],
    [],
  );
  if (axis.domain !== undefined || pooled === null || points.length === 0) return [low, high];
  const centre = positionOf(axis.spacing, pooled.estimate);
  return [Math.min(low, centre - 2.1 * largest), Math.max(high, centre + 2.1 * largest)];
}

function noStudies(
  panel: { readonly left: number; readonly right: number; readonly top: number },
  { text }: StaffMessages,
): Child {
  return element(
    "text",
    { class: "chart-small", x: (panel.left + panel.right) / 2, y: panel.top + 40, "text-anchor": "middle" },
    [text("charts.evidence.empty")],
  );
}

function keyItems(figure: FunnelFigure, regions: boolean, messages: StaffMessages): readonly KeyItem[] {
  const { text } = messages;
  const has = (kind: FunnelPoint["kind"]) => figure.points.some((point) => point.kind === kind);
  const circle =
    (className: string): KeyItem["mark"] =>
    (x, y) =>
      element("circle", { class: className, cx: x, cy: y, r: 4 });
  return [
    ...(has("observed") && has("filled")
      ? [{ words: text("charts.evidence.funnel.observed"), mark: circle("evidence-point") }]
      : []),
    ...(has("filled")
      ? [{ words: text("charts.evidence.funnel.imputed"), mark: circle("evidence-filled") }]
      : []),
    ...(figure.pooled === null
      ? []
      : [{ words: figure.pooled.label, mark: lineSample("evidence-pooled-line") }]),
    ...(figure.adjusted
      ? [{ words: figure.adjusted.label, mark: lineSample("evidence-adjusted-line") }]
      : []),
    ...(figure.asymmetry ? [{ words: figure.asymmetry.label, mark: lineSample("evidence-asymmetry") }] : []),
    ...raterItems(
      figure.points.map(({ rater }) => rater),
      "point",
      messages,
    ),
    ...(regions ? regionItems() : []),
  ];
}
