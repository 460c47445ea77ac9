import { type ChangeFigure, type ChangePanel, changeChart } from "@concord/charts";
import { english } from "../english.ts";
import type { ChangeRequest } from "./request.ts";
import type { Series } from "./series.ts";

const mostPanels = 24;

type Further = Partial<Pick<ChangePanel, "lines" | "marks" | "changes">>;

/** A panel for each course, the first two dozen, with what its analysis adds. */
export function coursesFigure<Result extends { readonly course: Series }>(
  title: string,
  request: ChangeRequest,
  results: readonly Result[],
  key: ChangeFigure["key"],
  further: (result: Result) => Further,
  notes: readonly string[] = [],
): string {
  const shown = results.slice(0, mostPanels);
  const figure: ChangeFigure = {
    title,
    axes: `${request.value ?? "value"} by ${request.session ?? "session"}`,
    panels: shown.map((result) => ({
      heading: result.course.client,
      points: result.course.sessions.map((session, i) => ({ session, value: result.course.values[i]! })),
      lines: [],
      marks: [],
      changes: [],
      ...further(result),
    })),
    key,
    notes: [
      ...notes,
      ...(results.length > mostPanels ? [`The first ${mostPanels} of ${results.length} courses.`] : []),
    ],
  };
  return changeChart(figure, { messages: english, standalone: true });
}
