import { clinicContext, viewerContext } from "@concord/clinic/context";
import {
  addReferral,
  assignReferral,
  dayIn,
  declineReferral,
  listStaff,
  listTherapists,
  readWaitingList,
  removeReferral,
  rolesOf,
} from "@concord/practice";
import { data, Form, redirect } from "react-router";
import { z } from "zod";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { decodeForm, rejectForm } from "../ui/form/decode.server.ts";
import { day, text } from "../ui/form/fields.server.ts";
import { type RejectedForm, useFormFields } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Choice, EmptyState, Field, LongField, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/waiting";
import { DecidedReferrals } from "./components/DecidedReferrals.tsx";
import { WaitingClient } from "./components/WaitingClient.tsx";

export const handle = { access: { kind: "practice", action: "write-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const administers = rolesOf(actor).includes("administrator");
  const therapists = administers
    ? (await mapRefusalTo403(listStaff(appContext, actor))).filter(
        (one) => one.active && one.roles.includes("therapist"),
      )
    : await mapRefusalTo403(listTherapists(appContext, actor));
  return {
    ...(await mapRefusalTo403(readWaitingList(appContext, actor))),
    title: messagesOf(asked.context).text("caseload.waiting.title"),
    administers,
    isTherapist: rolesOf(actor).includes("therapist"),
    therapists: therapists.map(({ staff, name }) => ({ staff, name })),
    done: doneOf(new URL(asked.request.url).searchParams.get("done")),
    today: dayIn(appContext.now(), asked.context.get(viewerContext).timeZone),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const decoded = decodeForm(sent, { add: newReferral, assign, decline, remove }[intentOf(sent)]);
  const refused = (rejected: RejectedForm) =>
    data({ ...rejected, referral: rejected.given.referral ?? null }, { status: 400 });
  if (decoded.kind === "rejected") return refused(decoded);
  const given = decoded.value;
  const done = await tried<unknown>(
    given.intent === "add"
      ? addReferral(appContext, actor, given)
      : given.intent === "assign"
        ? assignReferral(appContext, actor, given.referral, given)
        : given.intent === "decline"
          ? declineReferral(appContext, actor, given.referral, given.because)
          : removeReferral(appContext, actor, given.referral),
  );
  if (done.kind === "invalid") return refused(rejectForm(sent, { [done.field ?? ""]: done.problem }));
  if (given.intent === "assign" && !rolesOf(actor).includes("administrator"))
    throw redirect(`/case/${String(done.value)}`);
  throw redirect(`/waiting?done=${doneWords[given.intent]}`);
}

const intents = ["add", "assign", "decline", "remove"] as const;
const doneWords = { add: "added", assign: "assigned", decline: "declined", remove: "removed" } as const;

const intentOf = (sent: FormData) => intents.find((one) => one === sent.get("intent")) ?? "add";

function doneOf(word: string | null) {
  return Object.values(doneWords).find((one) => one === word) ?? null;
}

const ageBands = ["adult", "adolescent", "child"] as const;
const newReferral = z.object({
  intent: z.literal("add"),
  client: text(200),
  ageBand: z.enum(ageBands),
  referredBy: text(200).optional(),
  receivedOn: day,
  note: text(1_000).optional(),
  preferredTherapist: text(100).optional(),
});
const assign = z.object({
  intent: z.literal("assign"),
  referral: text(100),
  therapist: text(100).optional(),
});
const decline = z.object({ intent: z.literal("decline"), referral: text(100), because: text(500) });
const remove = z.object({ intent: z.literal("remove"), referral: text(100) });

export default function Waiting({ loaderData, actionData }: Route.ComponentProps) {
  const { waiting, decided, administers, isTherapist, therapists, done, today } = loaderData;
  const { text: say, written } = useMessages();
  const general = actionData?.problems[""];
  return (
    <Page width="middle">
      {actionData === undefined && done !== null && (
        <Notice tone="good" title={say("caseload.waiting.done", { done })} announced />
      )}
      {general !== undefined && <Notice tone="credible" title={written(general)} announced />}
      <PageHeader title={say("caseload.waiting.title")}>
        {say("caseload.waiting.summary", { count: waiting.length, days: waiting[0]?.days ?? 0 })}
      </PageHeader>
      {waiting.length === 0 ? (
        <EmptyState title={say("caseload.waiting.empty.title")}>
          {say("caseload.waiting.empty.text")}
        </EmptyState>
      ) : (
        waiting.map((line) => (
          <WaitingClient
            key={line.referral}
            {...{ line, therapists, administers, isTherapist }}
            answer={actionData?.referral === line.referral ? actionData : undefined}
          />
        ))
      )}
      <AddReferral
        {...{ therapists, today }}
        answer={actionData?.referral === null ? actionData : undefined}
        key={waiting.length}
      />
      {decided.length > 0 && <DecidedReferrals decided={decided} mayRemove={administers} />}
    </Page>
  );
}

function AddReferral(props: {
  readonly therapists: readonly { readonly staff: string; readonly name: string }[];
  readonly today: string;
  readonly answer: RejectedForm | undefined;
}) {
  const { therapists, today, answer } = props;
  const { text: say } = useMessages();
  const field = useFormFields<keyof z.infer<typeof newReferral>>(answer, {
    ageBand: "adult",
    receivedOn: today,
  });
  return (
    <Card title={say("caseload.waiting.add.title")}>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="add" />
        <Field
          label={say("caseload.new.client.label")}
          {...field("client")}
          required
          maxLength={200}
          autoComplete="off"
          hint={say("caseload.new.client.hint")}
        />
        <div className="form-row">
          <Choice label={say("caseload.new.age.label")} {...field("ageBand")}>
            {ageBands.map((band) => (
              <option key={band} value={band}>
                {say(`caseload.new.age.${band}`)}
              </option>
            ))}
          </Choice>
          <Field
            label={say("caseload.waiting.add.received")}
            {...field("receivedOn")}
            type="date"
            required
            short
          />
        </div>
        <Field
          label={say("caseload.waiting.add.referred-by")}
          {...field("referredBy")}
          maxLength={200}
          autoComplete="off"
        />
        <Choice label={say("caseload.waiting.add.preferred")} {...field("preferredTherapist")}>
          <option value="">{say("caseload.waiting.add.no-preference")}</option>
          {therapists.map(({ staff, name }) => (
            <option key={staff} value={staff}>
              {name}
            </option>
          ))}
        </Choice>
        <LongField
          label={say("caseload.waiting.add.note")}
          {...field("note")}
          maxLength={1_000}
          hint={say("caseload.waiting.add.note.hint")}
        />
        <Button wide>{say("caseload.waiting.add.save")}</Button>
      </Form>
    </Card>
  );
}
