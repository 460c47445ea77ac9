import { type Focus, scaleWords } from "@concord/charts";
import type { CaseView } from "@concord/practice";
import { CourseFigure } from "../../ui/course/CourseFigure.tsx";
import { Card, EmptyState, SegmentedControl } from "../../ui/index.ts";
import type { casePage } from "../case-page.server.ts";
import { focuses } from "./focus.ts";

type Drawn = Pick<ReturnType<typeof casePage>, "drawings" | "titles"> & {
  readonly view: CaseView;
  readonly own: boolean;
  readonly focus: Focus;
};

/** The picture of the therapy so far, and the switch for what its large panel shows. */
export function CourseCard({ view, own, focus, drawings, titles }: Drawn) {
  if (view.course.series.every((series) => series.points.length === 0)) {
    return (
      <EmptyState
        title="No ratings yet"
        action={
          own && view.closedOn === null ? (
            <a className="button button-quiet" href={view.ageBand === "child" ? "#ask" : "#first-forms"}>
              Ask for the first form
            </a>
          ) : undefined
        }
      >
        The course appears here with the first form that comes in.
      </EmptyState>
    );
  }
  const scales = focuses.filter((each) => view.course.series.some((series) => series.scale === each));
  return (
    <Card
      title="Course"
      aside={
        scales.length > 1 ? (
          <SegmentedControl
            label="What the large picture shows"
            current={focus}
            options={scales.map((scale) => ({
              id: scale,
              to: scale === "total" ? `/case/${view.episode}` : `/case/${view.episode}?focus=${scale}`,
              label: scale === "total" ? "Alliance" : scaleWords(scale),
            }))}
          />
        ) : undefined
      }
    >
      <CourseFigure drawings={drawings} course={view.course} signals={view.signals} titles={titles} figures />
    </Card>
  );
}
