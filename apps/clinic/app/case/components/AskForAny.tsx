import type { CaseMeasuresView, OfferedInstrument } from "@concord/practice";
import { Form, Link } from "react-router";
import type { RejectedForm } from "../../ui/form/rejected-form.ts";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Choice, Confirm, Field } from "../../ui/index.ts";

/** How many questionnaires are listed at once. */
const most = 8;

/** Any questionnaire for this client, at any time: found by title, and requested from whoever answers it. */
export function AskForAny({
  loaderData,
  answer,
}: {
  readonly loaderData: Pick<CaseMeasuresView, "offered" | "observers" | "lastSession"> & {
    readonly episode: string;
    readonly search: string;
  };
  readonly answer: RejectedForm | undefined;
}) {
  const { text, written } = useMessages();
  const { episode, search, offered } = loaderData;
  const sought = search.toLowerCase();
  const found = offered
    .filter(({ title, shortTitle }) => `${title} ${shortTitle}`.toLowerCase().includes(sought))
    .toSorted((one, two) => Number(one.why !== null) - Number(two.why !== null));
  const shown = found.slice(0, most);
  return (
    <Card title={text("measures.ask.title")} id="ask">
      <p className="soft">{text("measures.ask.about")}</p>
      <Form method="get" className="form-row" preventScrollReset role="search">
        <Field label={text("measures.ask.search")} name="search" type="search" defaultValue={search} />
        <Button look="quiet">{text("measures.ask.find")}</Button>
      </Form>
      {shown.length === 0 && <p>{text("measures.ask.none")}</p>}
      <ul className="group-list">
        {shown.map((one) => (
          <li key={one.instrument}>
            <span>
              {one.title}
              <br />
              <span className="soft small">
                {one.why === null
                  ? text("measures.ask.line", {
                      rater: one.rater,
                      minutes: Math.max(1, Math.round(one.seconds / 60)),
                    })
                  : written(one.why)}
              </span>
            </span>
            {one.why === null && (
              <span className="stack stack-tight">
                <Confirm
                  label={text("measures.ask.open")}
                  open={answer?.given.intent === "ask" && answer.given.instrument === one.instrument}
                >
                  <AskForm instrument={one} loaderData={loaderData} answer={answer} />
                </Confirm>
                <Link to={`/case/${episode}/measures?edit=${one.instrument}#edit`} className="small">
                  {text("measures.add.next")}
                  <span className="visually-hidden"> {one.title}</span>
                </Link>
              </span>
            )}
          </li>
        ))}
      </ul>
      {found.length > most && (
        <p className="soft small">{text("measures.ask.more", { count: found.length - most })}</p>
      )}
    </Card>
  );
}

function AskForm({
  instrument,
  loaderData,
  answer,
}: {
  readonly instrument: OfferedInstrument;
  readonly loaderData: Pick<CaseMeasuresView, "observers" | "lastSession">;
  readonly answer: RejectedForm | undefined;
}) {
  const { text } = useMessages();
  const { observers, lastSession } = loaderData;
  const isOurs = answer?.given.intent === "ask" && answer.given.instrument === instrument.instrument;
  const given = (name: string) => (isOurs ? answer.given[name] : undefined);
  const problem = (name: string) => (isOurs ? (answer.problems[name] ?? null) : null);
  const isObserver = instrument.rater === "observer";
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="instrument" value={instrument.instrument} />
      <Field
        label={text("measures.ask.session")}
        hint={text("measures.ask.session-hint")}
        name="session"
        type="number"
        required
        min={0}
        max={9999}
        defaultValue={given("session") ?? lastSession}
        problem={problem("session") ?? problem("instrument")}
        short
      />
      {isObserver && (
        <Choice
          label={text("measures.ask.observer")}
          name="observer"
          defaultValue={given("observer") ?? ""}
          problem={problem("observer")}
        >
          <option value="">{text("measures.ask.by-link")}</option>
          {observers.map(({ staff, name }) => (
            <option key={staff} value={staff}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      {(isObserver || instrument.rater === "caregiver") && (
        <Field
          label={text("measures.ask.respondent")}
          hint={text("measures.ask.respondent-hint")}
          name="respondent"
          maxLength={100}
          defaultValue={given("respondent") ?? ""}
          problem={problem("respondent")}
        />
      )}
      <div>
        <Button name="intent" value="ask">
          {text("measures.ask.send")}
        </Button>
      </div>
    </Form>
  );
}
