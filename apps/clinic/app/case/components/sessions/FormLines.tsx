import { raterKey } from "@concord/charts";
import type { FormLine } from "@concord/practice";
import { Form, Link } from "react-router";
import { Icon } from "../../../ui/clinical/Icon.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Badge, Confirm, FormattedDate } from "../../../ui/index.ts";
import { markup } from "../markup.tsx";

const { hidden } = markup;

/** Which questionnaires have been answered and which have not, latest session first. */
export function FormLines(props: {
  readonly forms: readonly FormLine[];
  readonly mayAnswer: boolean;
  readonly episode: string;
}) {
  const { text } = useMessages();
  const { forms, mayAnswer, episode } = props;
  const sessions = [...new Set(forms.map((form) => form.session))].sort((a, b) => b - a);
  if (sessions.length === 0) return <p className="soft">{text("case.questionnaires.none")}</p>;
  const [recent, earlier] = [sessions.slice(0, maxRecent), sessions.slice(maxRecent)];
  return (
    <>
      <Sessions forms={forms} sessions={recent} mayAnswer={mayAnswer} episode={episode} />
      {earlier.length > 0 && (
        <details className="details">
          <summary>{text("case.questionnaires.earlier", { count: earlier.length })}</summary>
          <Sessions forms={forms} sessions={earlier} mayAnswer={mayAnswer} episode={episode} />
        </details>
      )}
    </>
  );
}

const maxRecent = 3;

function Sessions(props: {
  readonly forms: readonly FormLine[];
  readonly sessions: readonly number[];
  readonly mayAnswer: boolean;
  readonly episode: string;
}) {
  const { text } = useMessages();
  return (
    <ul className="form-sessions">
      {props.sessions.map((session) => (
        <li key={session}>
          <h3>
            {session === 0 ? text("case.questionnaires.intake") : text("case.session.number", { session })}
          </h3>
          <ul className="form-lines">
            {props.forms
              .filter((form) => form.session === session)
              .map((form) => (
                <li key={`${form.request}-${form.response}-${form.instrument}-${form.rater}`}>
                  <Icon svg={raterKey(form.rater)} />
                  <span>
                    {form.title}
                    <span className="visually-hidden">, {text(`charts.rater.${form.rater}`)}</span>
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
  const { text } = useMessages();
  const { form, mayAnswer, episode } = props;
  const { title, rater, session } = form;
  if (form.state === "answered") {
    return (
      <span className="form-answered">
        <Badge tone="good">{text("case.questionnaires.answered")}</Badge>
        {mayAnswer && rater === "therapist" && form.request !== null && form.response !== null && (
          <Link to={`/correct/${form.response}`} reloadDocument>
            <RichText id="case.questionnaires.correct" values={{ title }} tags={{ hidden }} />
          </Link>
        )}
      </span>
    );
  }
  if (form.state === "expired") return <Badge>{text("case.questionnaires.expired")}</Badge>;
  if (mayAnswer && rater === "therapist" && form.request !== null) {
    return (
      <Link to={`/answer/${form.request}?back=/case/${episode}`} reloadDocument>
        {text("case.questionnaires.answer")}
      </Link>
    );
  }
  if (!mayAnswer || rater === "therapist")
    return <Badge tone="note">{text("case.questionnaires.outstanding")}</Badge>;
  return (
    <div className="form-answered">
      <Badge tone="note">{text("case.questionnaires.outstanding")}</Badge>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="session" value={session} />
        <input type="hidden" name="rater" value={rater} />
        <button type="submit" className="link-button" name="intent" value="renew">
          <RichText id="case.questionnaires.new-link" values={{ rater, session }} tags={{ hidden }} />
        </button>
      </Form>
      {form.request !== null && (
        <Confirm
          link
          label={<RichText id="case.questionnaires.withdraw" values={{ title }} tags={{ hidden }} />}
        >
          <p className="small">{text("case.questionnaires.withdraw.text")}</p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="request" value={form.request} />
            <button type="submit" className="button button-grave" name="intent" value="withdraw">
              {text("case.questionnaires.withdraw.confirm")}
            </button>
          </Form>
        </Confirm>
      )}
    </div>
  );
}
