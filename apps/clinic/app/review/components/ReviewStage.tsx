import { mainSeries } from "@concord/charts";
import type { Course } from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import { useMessages } from "../../ui/frame/messages.ts";
import { RaterMark } from "../../ui/index.ts";

/** Both views of the latest session, side by side and equally large: neither is the right one. */
export function BothViews({ course }: { readonly course: Course }) {
  const { text, format } = useMessages();
  const views = mainSeries(course, "total").flatMap((series) => {
    const point = series.points[series.points.length - 1];
    return point === undefined ? [] : [{ rater: series.rater, point }];
  });
  if (views.length === 0) return null;
  return (
    <ul className="both-views">
      {views.map(({ rater, point }) => (
        <li key={rater}>
          <RaterMark rater={rater}>{text(`charts.rater.${rater}`)}</RaterMark>
          <span className="both-views-figure">
            {format.number(Math.round(point.percent))} <small className="soft">{text("review.out-of")}</small>
          </span>
          <span className="soft small">{text("review.session", { session: point.session })}</span>
        </li>
      ))}
    </ul>
  );
}

/** At most three open questions for the two. */
export function OpenQuestions({ questions }: { readonly questions: readonly StaffMessage[] }) {
  const { of } = useMessages();
  if (questions.length === 0) return null;
  return (
    <ol className="questions">
      {questions.slice(0, 3).map((question) => (
        <li key={question.id}>{of(question)}</li>
      ))}
    </ol>
  );
}
