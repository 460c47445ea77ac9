import type { CaseView } from "@concord/practice";
import { Form, Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Choice, Confirm, Feedback, Field } from "../../ui/index.ts";
import { type Done, doneBy, problemAt } from "../case-action-context.ts";
import { type Endings, EndOfTreatment } from "./EndOfTreatment.tsx";
import { PhaseForm } from "./PhaseForm.tsx";
import { ViewerList } from "./privacy/ViewerList.tsx";
import { ResearchConsent } from "./ResearchConsent.tsx";
import { TreatmentHistory } from "./TreatmentHistory.tsx";

/** What is set for one client: name, phases, supervision, research, and the end of treatment. */
export function CaseSettings(props: {
  readonly view: CaseView;
  readonly supervisors: readonly { readonly staff: string; readonly name: string }[];
  readonly therapists: readonly { readonly staff: string; readonly name: string }[];
  readonly languages: readonly { readonly language: string; readonly name: string }[];
  readonly today: string;
  readonly endings: Endings;
  readonly done: Done | undefined;
}) {
  const { text } = useMessages();
  const { view, supervisors, therapists, languages } = props;
  const done = doneBy(props.done, ...settingIntents);
  return (
    <Card title={text("case.settings.title")} id="settings">
      {done !== null && (
        <Feedback answer={done} tone={done.tone} sentence={done.sentence}>
          {done.intent === "close" && view.closedOn !== null && (
            <Form method="post" preventScrollReset>
              <Button look="quiet" name="intent" value="reopen">
                {text("case.done.ended.undo")}
              </Button>
            </Form>
          )}
        </Feedback>
      )}
      <section className="stack stack-tight">
        <h3>{text("case.settings.client")}</h3>
        <Form method="post" className="form-row" preventScrollReset key={`${view.client} ${view.language}`}>
          <Field
            label={text("case.settings.client.label")}
            name="client"
            required
            maxLength={200}
            autoComplete="off"
            defaultValue={view.client}
            problem={problemAt(done, "client")}
          />
          <Choice
            label={text("case.settings.client.language")}
            name="language"
            defaultValue={view.language}
            problem={problemAt(done, "language")}
            short
          >
            {languages.map(({ language, name }) => (
              <option key={language} value={language}>
                {name}
              </option>
            ))}
          </Choice>
          <Button look="quiet" name="intent" value="client">
            {text("case.settings.client.save")}
          </Button>
        </Form>
        <p className="small soft">{text("case.settings.client.language-hint")}</p>
      </section>
      <section className="stack stack-tight">
        <h3>{text("case.settings.phases")}</h3>
        <PhaseForm phases={view.course.phases} session={Math.max(1, view.course.sessions)} done={done} />
      </section>
      {view.closedOn === null && <Dates view={view} done={done} />}
      {view.sessions.length > 0 && (
        <section className="stack stack-tight">
          <h3>{text("case.settings.disclosure")}</h3>
          <p className="small">{text("case.settings.disclosure.about")}</p>
          <Form method="post" className="form-row">
            <Choice label={text("case.settings.disclosure.session")} name="session" short>
              {view.sessions.toReversed().map(({ session }) => (
                <option key={session} value={session}>
                  {text("case.settings.disclosure.option", { session })}
                </option>
              ))}
            </Choice>
            <Button look="quiet" name="intent" value="disclosure">
              {text("case.settings.disclosure.record")}
            </Button>
          </Form>
        </section>
      )}
      <section className="stack stack-tight">
        <h3>{text("case.settings.supervision")}</h3>
        <p className="small">
          {view.supervisionConsent
            ? text("case.settings.supervision.shared", { supervisors: view.supervisors })
            : text("case.settings.supervision.private")}
        </p>
        <Consent given={view.supervisionConsent} supervisors={supervisors} />
        {view.supervisionConsent && (
          <p>
            <Link to={`/case/${view.episode}/supervision`}>{text("case.settings.supervision.summary")}</Link>
          </p>
        )}
      </section>
      <ResearchConsent given={view.researchConsent} />
      <section className="stack stack-tight">
        <h3>{text("privacy.viewers.title")}</h3>
        <ViewerList viewers={view.viewers} />
        <p>
          <Link to={`/case/${view.episode}/privacy`}>{text("case.privacy.link")}</Link>
        </p>
      </section>
      <section className="stack stack-tight">
        <h3>{text("case.settings.treatment")}</h3>
        {view.closedOn === null ? (
          <div className="row">
            <Transfer
              therapists={therapists.filter(({ staff }) => staff !== view.therapist.staff)}
              done={done}
            />
            <EndOfTreatment view={view} today={props.today} endings={props.endings} done={done} />
          </div>
        ) : (
          <Form method="post" preventScrollReset>
            <Button look="quiet" name="intent" value="reopen">
              {text("case.settings.treatment.reopen")}
            </Button>
          </Form>
        )}
        <TreatmentHistory history={view.history} />
      </section>
    </Card>
  );
}

/** The forms of this card, by their intent. */
export const settingIntents: readonly string[] = [
  ...["client", "disclosure", "phase", "phase-by-rule", "next", "ending", "hand-over", "close", "reopen"],
  ...["consent", "withdraw-consent", "research", "withdraw-research"],
];

/** Another therapist takes over. */
function Transfer(props: {
  readonly therapists: readonly { readonly staff: string; readonly name: string }[];
  readonly done: Done | null;
}) {
  const { text } = useMessages();
  if (props.therapists.length === 0) return null;
  return (
    <Confirm label={text("case.settings.transfer")}>
      <p className="small">{text("case.settings.transfer.text")}</p>
      <Form method="post" className="form-row" preventScrollReset>
        <Choice
          label={text("case.settings.transfer.to")}
          name="to"
          problem={problemAt(props.done, "to")}
          short
        >
          {props.therapists.map(({ staff, name }) => (
            <option key={staff} value={staff}>
              {name}
            </option>
          ))}
        </Choice>
        <Button look="grave" name="intent" value="hand-over">
          {text("case.settings.transfer.confirm")}
        </Button>
      </Form>
    </Confirm>
  );
}

/** The next session, without recording one, and the end of treatment that was agreed. */
function Dates({ view, done }: { readonly view: CaseView; readonly done: Done | null }) {
  const { text } = useMessages();
  return (
    <>
      <section className="stack stack-tight">
        <h3>{text("case.settings.next")}</h3>
        <Form method="post" className="form-row" preventScrollReset key={view.nextSession}>
          <Field
            label={text("case.settings.next.date")}
            name="next"
            type="date"
            hint={text("case.settings.next.hint")}
            defaultValue={view.nextSession ?? ""}
            problem={problemAt(done, "next")}
            short
          />
          <Button look="quiet" name="intent" value="next">
            {text("case.settings.next.save")}
          </Button>
        </Form>
      </section>
      <section className="stack stack-tight">
        <h3>{text("case.settings.ending")}</h3>
        <p className="small">
          {view.endingFrom === null
            ? text("case.settings.ending.none")
            : text("case.settings.ending.agreed", { session: view.endingFrom })}
        </p>
        <Form method="post" className="form-row" preventScrollReset key={`from ${view.endingFrom}`}>
          <Field
            label={text("case.settings.ending.session")}
            name="from"
            type="number"
            min={1}
            max={9999}
            defaultValue={view.endingFrom ?? ""}
            problem={done?.intent === "ending" ? problemAt(done, "from") : null}
            short
          />
          <Button look="quiet" name="intent" value="ending">
            {text("case.settings.ending.save")}
          </Button>
        </Form>
      </section>
    </>
  );
}

function Consent(props: {
  readonly given: boolean;
  readonly supervisors: readonly { readonly staff: string; readonly name: string }[];
}) {
  const { text } = useMessages();
  if (props.supervisors.length === 0) {
    return <p className="soft small">{text("case.settings.supervision.none")}</p>;
  }
  return (
    <Form method="post" className="form-row" preventScrollReset>
      <Choice label={text("case.settings.supervision.supervisor")} name="supervisor" short>
        {props.supervisors.map(({ staff, name }) => (
          <option key={staff} value={staff}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={text("case.settings.consent.given-by")} name="givenBy" short>
        <option value="client">{text("case.settings.consent.client")}</option>
        <option value="caregiver">{text("case.settings.consent.caregiver")}</option>
      </Choice>
      <Button look="quiet" name="intent" value="consent">
        {text("case.settings.consent.record")}
      </Button>
      {props.given && (
        <Button look="plain" name="intent" value="withdraw-consent">
          {text("case.settings.consent.withdraw")}
        </Button>
      )}
    </Form>
  );
}
