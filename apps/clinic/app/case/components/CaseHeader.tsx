import type { CaseView } from "@concord/practice";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { ButtonLink, PageHeader } from "../../ui/index.ts";

/** The client, the facts of the treatment in short, and what can be done next. */
export function CaseHeader(props: {
  readonly view: CaseView;
  readonly mayWrite: boolean;
  readonly mayReview: boolean;
}) {
  const { text } = useMessages();
  const { view, mayWrite, mayReview } = props;
  const phase = view.course.phases[view.course.phases.length - 1];
  return (
    <PageHeader
      above={<Link to="/caseload">{text("case.header.caseload")}</Link>}
      title={view.client}
      actions={
        <>
          {mayReview && <ButtonLink to={`/review/${view.episode}`}>{text("case.header.review")}</ButtonLink>}
          {view.closedOn === null && (
            <ButtonLink to={`/case/${view.episode}/brief`} look="quiet">
              {text("case.header.prepare")}
            </ButtonLink>
          )}
          {mayWrite && view.closedOn === null && (
            <a className="button button-quiet" href="#ask">
              {text("case.header.assign")}
            </a>
          )}
          {mayWrite && (
            <a className="button button-quiet" href="#notes">
              {text("case.header.add-note")}
            </a>
          )}
        </>
      }
    >
      <ul className="case-facts">
        <li>{text(`case.age.${view.ageBand}`)}</li>
        {phase !== undefined && <li>{text("case.header.phase", { phase: phase.name, source: phase.by })}</li>}
        <li>{text("case.header.sessions", { count: view.course.sessions })}</li>
        <li>
          {view.closedOn !== null ? (
            <RichText
              id="case.header.ended"
              values={{ date: view.closedOn }}
              tags={{ time: timeAt(view.closedOn) }}
            />
          ) : view.nextSession === null ? (
            text("case.header.no-next")
          ) : (
            <RichText
              id="case.header.next"
              values={{ date: view.nextSession }}
              tags={{ time: timeAt(view.nextSession) }}
            />
          )}
        </li>
        <li>{text("case.header.therapist", { therapist: view.therapist.name })}</li>
      </ul>
    </PageHeader>
  );
}

const timeAt = (day: string) => (inside: ReactNode) => <time dateTime={day}>{inside}</time>;
