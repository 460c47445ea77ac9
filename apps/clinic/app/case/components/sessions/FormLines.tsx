import { raterKey, raterWords } from "@concord/charts";
import type { FormLine } from "@concord/practice";
import { Form, Link } from "react-router";
import { Icon } from "../../../ui/clinical/Icon.tsx";
import { Badge, Confirm, FormattedDate } from "../../../ui/index.ts";

/** Which forms came in and which did not, newest session first. */
export function FormLines(props: {
  readonly forms: readonly FormLine[];
  readonly mayAnswer: boolean;
  readonly episode: string;
}) {
  const { forms, mayAnswer, episode } = props;
  const sessions = [...new Set(forms.map((form) => form.session))].sort((a, b) => b - a);
  if (sessions.length === 0) return <p className="soft">No form has been asked for yet.</p>;
  const [recent, earlier] = [sessions.slice(0, recentMost), sessions.slice(recentMost)];
  return (
    <>
      <Sessions forms={forms} sessions={recent} mayAnswer={mayAnswer} episode={episode} />
      {earlier.length > 0 && (
        <details className="details">
          <summary>
            {earlier.length === 1 ? "One earlier session" : `${earlier.length} earlier sessions`}
          </summary>
          <Sessions forms={forms} sessions={earlier} mayAnswer={mayAnswer} episode={episode} />
        </details>
      )}
    </>
  );
}

const recentMost = 3;

function Sessions(props: {
  readonly forms: readonly FormLine[];
  readonly sessions: readonly number[];
  readonly mayAnswer: boolean;
  readonly episode: string;
}) {
  return (
    <ul className="form-sessions">
      {props.sessions.map((session) => (
        <li key={session}>
          <h3>{session === 0 ? "Before the first session" : `Session ${session}`}</h3>
          <ul className="form-lines">
            {props.forms
              .filter((form) => form.session === session)
              .map((form) => (
                <li key={`${form.request}-${form.response}-${form.instrument}-${form.rater}`}>
                  <Icon svg={raterKey(form.rater)} />
                  <span>
                    {form.title}
                    <span className="visually-hidden">, {raterWords[form.rater]}</span>
                    {form.at !== null && (
                      <span className="soft small">
                        {" "}
                        <FormattedDate at={form.at.slice(0, 10)} />
                      </span>
                    )}
                  </span>
                  <FormState form={form} mayAnswer={props.mayAnswer} episode={props.episode} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function FormState(props: {
  readonly form: FormLine;
  readonly mayAnswer: boolean;
  readonly episode: string;
}) {
  const { form, mayAnswer, episode } = props;
  if (form.state === "answered") {
    return (
      <span className="form-answered">
        <Badge tone="good">Answered</Badge>
        {mayAnswer && form.rater === "therapist" && form.request !== null && form.response !== null && (
          <Link to={`/correct/${form.response}`} reloadDocument>
            Correct<span className="visually-hidden"> what you answered in {form.title}</span>
          </Link>
        )}
      </span>
    );
  }
  if (form.state === "expired") return <Badge>Not answered</Badge>;
  if (mayAnswer && form.rater === "therapist" && form.request !== null) {
    return (
      <Link to={`/answer/${form.request}?back=/case/${episode}`} reloadDocument>
        Answer now
      </Link>
    );
  }
  if (!mayAnswer || form.rater === "therapist") return <Badge tone="note">Waiting</Badge>;
  return (
    <div className="form-answered">
      <Badge tone="note">Waiting</Badge>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="session" value={form.session} />
        <input type="hidden" name="rater" value={form.rater} />
        <button type="submit" className="link-button" name="intent" value="renew">
          New link
          <span className="visually-hidden">
            {" "}
            for {raterWords[form.rater].toLowerCase()}, session {form.session}
          </span>
        </button>
      </Form>
      {form.request !== null && (
        <Confirm
          link
          label={
            <>
              Withdraw<span className="visually-hidden"> {form.title}</span>
            </>
          }
        >
          <p className="small">
            This form can no longer be answered. The person’s link leads on to the others that wait.
          </p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="request" value={form.request} />
            <button type="submit" className="button button-grave" name="intent" value="withdraw">
              Withdraw this form
            </button>
          </Form>
        </Confirm>
      )}
    </div>
  );
}
