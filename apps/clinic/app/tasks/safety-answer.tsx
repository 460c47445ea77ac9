import { clinicContext } from "@concord/clinic/context";
import {
  readSafetyAnswer,
  reviewSafetyAnswer,
  type SafetyQuestion,
  type SafetyReviewView,
  safetyContacts,
  safetyOutcomes,
  safetyTopics,
} from "@concord/practice";
import type { ReactNode } from "react";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { rejectForm } from "../ui/form/decode.server.ts";
import { useFormFields } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import {
  Badge,
  Button,
  Card,
  Check,
  Field,
  FormattedDate,
  LongField,
  Notice,
  Page,
  PageHeader,
} from "../ui/index.ts";
import type { Route } from "./+types/safety-answer";

export const handle = { access: { kind: "practice", action: "read-caseload" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const view = await mapRefusalTo403(readSafetyAnswer(appContext, actor, asked.params.task));
  return {
    title: messagesOf(asked.context).text("tasks.answer.title"),
    view,
    choices: { topics: safetyTopics, outcomes: safetyOutcomes, contacts: safetyContacts },
    saved: new URL(asked.request.url).searchParams.has("saved"),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const listed = (name: string) => sent.getAll(name).filter((value) => typeof value === "string");
  const done = await tried(
    reviewSafetyAnswer(appContext, actor, {
      task: asked.params.task,
      asked: listed("asked"),
      outcome: sentText(sent, "outcome"),
      told: listed("told"),
      nextCheck: sentText(sent, "nextCheck"),
      note: sentText(sent, "note"),
    }),
  );
  if (done.kind === "invalid") {
    return data(
      {
        ...rejectForm(sent, { [done.field ?? ""]: done.problem }),
        asked: listed("asked"),
        told: listed("told"),
      },
      { status: 400 },
    );
  }
  throw redirect(`/tasks/${asked.params.task}?saved`);
}

export default function SafetyAnswer({ loaderData, actionData }: Route.ComponentProps) {
  const { of, text } = useMessages();
  const { view, choices, saved } = loaderData;
  const { task, questions, reviews, told, today, mayOpenCase } = view;
  return (
    <Page width="middle">
      <PageHeader above={<Link to="/tasks">{text("tasks.title")}</Link>} title={text("tasks.answer.title")}>
        {mayOpenCase ? <Link to={`/case/${task.episode}`}>{task.client}</Link> : task.client}
        {" · "}
        {text("tasks.about", { session: task.session, at: task.at })}
      </PageHeader>
      {saved && <Notice tone="good" title={text("tasks.answer.saved")} announced />}
      <Card title={text(`tasks.state.${task.state}`)}>
        <p>{of(task.message)}</p>
        <p className="soft small">
          {task.state === "unreviewed"
            ? text(task.wasLate ? "tasks.was-due" : "tasks.due", { due: task.due })
            : task.nextCheck === null
              ? text("tasks.answer.no-check")
              : text("tasks.answer.next-check", { day: task.nextCheck })}
          {task.duty !== undefined && <> · {text("tasks.answer.duty", { name: task.duty })}</>}
        </p>
        {questions.map((question) => (
          <Answers key={question.item} question={question} />
        ))}
      </Card>
      <Card title={text("tasks.review.title")}>
        <p className="soft">{text("tasks.review.about")}</p>
        <ReviewForm answer={actionData} today={today} choices={choices} />
      </Card>
      {told.length > 0 && (
        <Card title={text("messages.told.title")}>
          <ul>
            {told.map(({ name, channel, state, at }) => (
              <li key={`${name} ${channel} ${at}`}>
                {text("messages.told.line", { name, channel, at })} {text(`messages.state.${state}`)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {reviews.length > 0 && (
        <Card title={text("tasks.history.title")}>
          <ol className="reviews">
            {reviews.toReversed().map((review) => (
              <Review key={review.at} review={review} />
            ))}
          </ol>
        </Card>
      )}
    </Page>
  );
}

/** The question and every answer to it, newest first; those at or over the threshold are marked in words. */
function Answers({ question }: { readonly question: SafetyQuestion }) {
  const { text } = useMessages();
  return (
    <section className="stack stack-tight">
      <h3>
        {question.question ??
          text("tasks.answer.question", { item: question.item, questionnaire: question.questionnaire })}
      </h3>
      <ul className="answers">
        {question.answers.toReversed().map(({ session, at, value, answer, atOrOver }) => (
          <li key={at}>
            <span className="figures">{value}</span>
            <span>{answer ?? ""}</span>
            <span className="soft small">{text("tasks.about", { session, at })}</span>
            {atOrOver && <Badge tone="credible">{text("tasks.answer.over")}</Badge>}
          </li>
        ))}
      </ul>
      <p className="soft small">{text("tasks.answer.no-reassurance")}</p>
    </section>
  );
}

type Answer = Route.ComponentProps["actionData"];

function ReviewForm({
  answer,
  today,
  choices,
}: {
  readonly answer: Answer;
  readonly today: string;
  readonly choices: Route.ComponentProps["loaderData"]["choices"];
}) {
  const { text } = useMessages();
  const field = useFormFields<"nextCheck" | "note" | "outcome" | "asked" | "told">(answer);
  const outcome = field("outcome");
  return (
    <Form method="post" className="stack">
      <Marks legend={text("tasks.review.asked")} problem={field("asked").problem}>
        {choices.topics.map((topic) => (
          <Check
            key={topic}
            name="asked"
            value={topic}
            label={text(`tasks.topic.${topic}`)}
            defaultChecked={answer?.asked.includes(topic) === true}
          />
        ))}
      </Marks>
      <Marks legend={text("tasks.review.outcome")} problem={outcome.problem}>
        {choices.outcomes.map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="outcome"
              value={each}
              defaultChecked={outcome.defaultValue === each}
              required
            />
            <span>{text(`tasks.outcome.${each}`)}</span>
          </label>
        ))}
      </Marks>
      <Marks legend={text("tasks.review.told")} problem={field("told").problem}>
        {choices.contacts.map((contact) => (
          <Check
            key={contact}
            name="told"
            value={contact}
            label={text(`tasks.contact.${contact}`)}
            defaultChecked={answer?.told.includes(contact) === true}
          />
        ))}
      </Marks>
      <Field
        label={text("tasks.review.next-check")}
        {...field("nextCheck")}
        type="date"
        min={today}
        short
        hint={text("tasks.review.next-check.hint")}
      />
      <LongField
        label={text("tasks.review.note")}
        {...field("note")}
        rows={3}
        maxLength={2000}
        hint={text("tasks.review.note.hint")}
      />
      <Button>{text("tasks.review.save")}</Button>
    </Form>
  );
}

function Marks(props: {
  readonly legend: string;
  readonly problem: string | null;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="marks">
      <legend>{props.legend}</legend>
      {props.problem !== null && <p className="field-problem">{props.problem}</p>}
      {props.children}
    </fieldset>
  );
}

function Review({ review }: { readonly review: SafetyReviewView }) {
  const { text, format } = useMessages();
  const { asked, outcome, told, nextCheck, note, by, at } = review;
  return (
    <li>
      <p>
        <strong>{text(`tasks.outcome.${outcome}`)}</strong>{" "}
        <span className="soft small">{text("tasks.history.by", { name: by, at })}</span>
      </p>
      <dl className="facts">
        <dt>{text("tasks.review.asked")}</dt>
        <dd>
          {asked.length === 0
            ? text("tasks.history.nothing")
            : format.list(asked.map((topic) => text(`tasks.topic.${topic}`)))}
        </dd>
        <dt>{text("tasks.review.told")}</dt>
        <dd>
          {told.length === 0
            ? text("tasks.history.no-one")
            : format.list(told.map((contact) => text(`tasks.contact.${contact}`)))}
        </dd>
        <dt>{text("tasks.review.next-check")}</dt>
        <dd>{nextCheck === null ? text("tasks.answer.no-check") : <FormattedDate at={nextCheck} />}</dd>
      </dl>
      {note !== null && <p className="review-note">{note}</p>}
    </li>
  );
}
