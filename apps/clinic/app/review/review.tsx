import { clinicContext } from "@concord/clinic/context";
import { reviewTogether } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { CourseFigure } from "../ui/course/CourseFigure.tsx";
import { drawCourse } from "../ui/course/draw-course.server.ts";
import { titlesOf } from "../ui/course/titles.server.ts";
import { useMessages } from "../ui/frame/messages.ts";
import type { Route } from "./+types/review";
import { Agreed } from "./components/Agreed.tsx";
import { BothViews, OpenQuestions } from "./components/ReviewStage.tsx";

/** One calm screen for two people; the bar and its names stay away. */
export const handle = {
  access: { kind: "subject", action: "review-together" },
  plain: true,
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const both = new URL(asked.request.url).searchParams.get("views") === "both";
  const view = await mapRefusalTo403(
    reviewTogether(appContext, actor, asked.params.episode, both ? "shown" : "not-yet-shared"),
  );
  const titles = titlesOf(view.course);
  return {
    title: messagesOf(asked.context).text("review.title"),
    view,
    titles,
    drawings: drawCourse(view.course, [], { detail: "simple", titles }, messagesOf(asked.context)),
  };
}

export default function Review({ loaderData }: Route.ComponentProps) {
  const { of, text } = useMessages();
  const { view, titles, drawings } = loaderData;
  const shown = view.therapistRatings === "shown";
  return (
    <div className="review">
      <nav className="review-top" aria-label={text("review.options")}>
        <span className="soft">
          {text("review.people", { client: view.client, therapist: view.therapist })}
        </span>
        <span className="row">
          <Link to={shown ? "?" : "?views=both"} replace preventScrollReset>
            {text(shown ? "review.client-only" : "review.both")}
          </Link>
          <Link to={`/case/${view.episode}`}>{text("review.back")}</Link>
        </span>
      </nav>
      <h1>{of(view.summary.message)}</h1>
      <div className="review-body">
        <div>
          <CourseFigure
            drawings={drawings}
            course={view.course}
            signals={[]}
            titles={titles}
            figures={false}
          />
        </div>
        <div>
          <BothViews course={view.course} />
          <Agreed agreed={view.agreed} />
          <OpenQuestions questions={view.questions} />
        </div>
      </div>
    </div>
  );
}
