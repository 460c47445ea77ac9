import { mainSeries } from "@concord/charts";
import type { Course } from "@concord/course";
import type { Signal } from "@concord/signals";
import { useMessages } from "../frame/messages.ts";
import { Chart } from "../index.ts";
import { CourseTable } from "./CourseTable.tsx";
import type { CourseDrawings } from "./draw-course.server.ts";
import { EstimateTable } from "./EstimateTable.tsx";

/**
 * The course of one therapy. Drawn for three widths, so that letters keep their size; the style sheet shows the
 * one that fits, the others are not read out. Beneath, the same in words and as a table.
 */
export function CourseFigure(props: {
  readonly drawings: CourseDrawings;
  readonly course: Course;
  readonly signals: readonly Signal[];
  readonly titles: Readonly<Record<string, string>>;
  /** Whether the level, slope and spread of each line are given too. */
  readonly figures: boolean;
}) {
  const { text } = useMessages();
  const { drawings, course, signals, titles, figures } = props;
  return (
    <figure className="course-figure">
      <div className="course-wide">
        <Chart svg={drawings.wide} />
      </div>
      <div className="course-middle">
        <Chart svg={drawings.middle} />
      </div>
      <div className="course-narrow">
        <Chart svg={drawings.narrow} />
      </div>
      <figcaption>
        <details className="details">
          <summary>{text("case.course.as-text")}</summary>
          <div className="stack">
            <p className="soft">{drawings.words}</p>
            <CourseTable course={course} signals={signals} titles={titles} />
            {figures && <EstimateTable series={mainSeries(course, "total")} />}
          </div>
        </details>
      </figcaption>
    </figure>
  );
}
