import { phaseWords } from "@concord/charts";
import type { CaseView } from "@concord/practice";
import { Link } from "react-router";
import { ageWords } from "../../ui/clinical/ages.ts";
import { ButtonLink, FormattedDate, PageHeader } from "../../ui/index.ts";

/** Who this is about, where the therapy stands, and the next steps one may take. */
export function CaseHeader(props: {
  readonly view: CaseView;
  readonly mayWrite: boolean;
  readonly mayReview: boolean;
}) {
  const { view, mayWrite, mayReview } = props;
  const phase = view.course.phases[view.course.phases.length - 1];
  const sessions = view.course.sessions;
  return (
    <PageHeader
      above={<Link to="/caseload">Caseload</Link>}
      title={view.client}
      actions={
        <>
          {mayReview && <ButtonLink to={`/review/${view.episode}`}>Review together</ButtonLink>}
          {view.closedOn === null && (
            <ButtonLink to={`/case/${view.episode}/brief`} look="quiet">
              Before the session
            </ButtonLink>
          )}
          {mayWrite && view.closedOn === null && (
            <a className="button button-quiet" href="#ask">
              Ask for forms
            </a>
          )}
          {mayWrite && (
            <a className="button button-quiet" href="#notes">
              Add a note
            </a>
          )}
        </>
      }
    >
      <ul className="case-facts">
        <li>{ageWords[view.ageBand]}</li>
        {phase !== undefined && (
          <li>
            {phaseWords[phase.name]}
            {phase.by === "hand" && ", set by hand"}
          </li>
        )}
        <li>{sessions === 0 ? "Not begun" : sessions === 1 ? "1 session" : `${sessions} sessions`}</li>
        {view.closedOn !== null ? (
          <li>
            Closed on <FormattedDate at={view.closedOn} />
          </li>
        ) : view.nextSession === null ? (
          <li>Next session not set</li>
        ) : (
          <li>
            Next session <FormattedDate at={view.nextSession} />
          </li>
        )}
        <li>With {view.therapist.name}</li>
      </ul>
    </PageHeader>
  );
}
