import type { Focus } from "@concord/charts";
import type { CaseView } from "@concord/practice";
import { CourseFigure } from "../../ui/course/CourseFigure.tsx";
import { useMessages } from "../../ui/frame/messages.ts";
import { Card, EmptyState, SegmentedControl } from "../../ui/index.ts";
import type { casePage } from "../case-page.server.ts";
import { focuses } from "./focus.ts";

type Drawn = Pick<ReturnType<typeof casePage>, "drawings" | "titles"> & {
  readonly view: CaseView;
  readonly own: boolean;
  readonly focus: Focus;
};

/** The chart of the treatment so far, and the choice of the scale in its large panel. */
export function CourseCard({ view, own, focus, drawings, titles }: Drawn) {
  const { text } = useMessages();
  if (view.course.series.every((series) => series.points.length === 0)) {
    return (
      <EmptyState
        title={text("case.course.empty")}
        action={
          own && view.closedOn === null ? (
            <a className="button button-quiet" href={view.ageBand === "child" ? "#ask" : "#first-forms"}>
              {text("case.course.empty.assign")}
            </a>
          ) : undefined
        }
      >
        {text("case.course.empty.text")}
      </EmptyState>
    );
  }
  const scales = focuses.filter((each) => view.course.series.some((series) => series.scale === each));
  return (
    <Card
      title={text("case.course.title")}
      aside={
        scales.length > 1 ? (
          <SegmentedControl
            label={text("case.course.scale")}
            current={focus}
            options={scales.map((scale) => ({
              id: scale,
              to: scale === "total" ? `/case/${view.episode}` : `/case/${view.episode}?focus=${scale}`,
              label: text(scale === "total" ? "case.course.alliance" : `charts.scale.${scale}`),
            }))}
          />
        ) : undefined
      }
    >
      <CourseFigure drawings={drawings} course={view.course} signals={view.signals} titles={titles} figures />
    </Card>
  );
}
