import { clinicContext } from "@concord/clinic/context";
import type { Text } from "@concord/messages";
import { changeSettings, listOverdue, listStaff, readSettings, timeZones } from "@concord/practice";
import { data, Form } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { kibibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Choice, Field, LongField, Notice, Page } from "../ui/index.ts";
import { PracticeLanguageFields } from "../ui/PracticeLanguageFields.tsx";
import { HelpPanel } from "../ui/questionnaire/HelpPanel.tsx";
import type { Route } from "./+types/settings";
import { OverdueNotice } from "./components/OverdueNotice.tsx";
import { SettingsHead } from "./components/SettingsHead.tsx";
import { contactRows, filledHelp, helpProblem, longestHelp, sentHelp } from "./help-text.ts";

/** Several long texts in one form, in any script. */
export const handle = {
  access: { kind: "practice", action: "manage-practice" },
  maxBody: kibibytes(512),
} satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Practice · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const [settings, everyone, overdue] = await Promise.all([
    mapRefusalTo403(readSettings(appContext, actor)),
    mapRefusalTo403(listStaff(appContext, actor)),
    mapRefusalTo403(listOverdue(appContext, actor)),
  ]);
  const mayBeOnDuty = everyone.filter(
    ({ active, roles }) => active && roles.some((role) => role === "therapist" || role === "supervisor"),
  );
  return {
    settings,
    overdue,
    timeZones: timeZones(),
    mayBeOnDuty: mayBeOnDuty.map(({ staff, name }) => ({ staff, name })),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const practiceName = sentText(sent, "practice");
  const help = sentHelp(sent);
  const linkDays = Number(sentText(sent, "linkDays"));
  const taskHours = Number(sentText(sent, "taskHours"));
  const duty = sentText(sent, "duty");
  const language = sentText(sent, "language");
  const timeZone = sentText(sent, "timeZone");
  const typed = { linkDays: sentText(sent, "linkDays"), taskHours: sentText(sent, "taskHours") };
  const given = { practiceName, language, timeZone, help, duty, ...typed };
  const problem =
    practiceName === "" || practiceName.length > longestName
      ? { field: "practice", problem: `The practice needs a name of up to ${longestName} characters.` }
      : !within(linkDays, 1, 60)
        ? { field: "linkDays", problem: "A link can stay open for 1 to 60 days." }
        : (helpProblem(help) ??
          (within(taskHours, 1, 168)
            ? null
            : { field: "taskHours", problem: "A risk answer can wait for 1 to 168 hours." }));
  if (problem !== null)
    return data({ saved: false, refused: { ...given, ...problem }, waitsFor: null }, { status: 400 });
  const outcome = await tried(
    changeSettings(appContext, actor, {
      practiceName,
      ...(language === "" ? {} : { language }),
      ...(timeZone === "" ? {} : { timeZone }),
      help: filledHelp(help),
      linkDays,
      taskHours,
      duty: duty === "" ? null : duty,
    }),
  );
  if (outcome.kind === "invalid") {
    const field = outcome.field ?? "duty";
    const refused = { ...given, field, problem: outcome.problem };
    return data({ saved: false, refused, waitsFor: null }, { status: 400 });
  }
  const waitsFor = outcome.value.kind === "asked" ? outcome.value.from : null;
  return data({ saved: true, refused: null, waitsFor });
}

const longestName = 120;

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const { settings, overdue, mayBeOnDuty, timeZones: zones } = loaderData;
  const refused = actionData?.refused ?? null;
  const shown = refused ?? { ...settings, duty: settings.duty ?? "" };
  const { written } = useMessages();
  const problem = (field: string) => (refused?.field === field ? refused.problem : null);
  return (
    <Page width="narrow">
      <SettingsHead current="practice" title={settings.practiceName} />
      <OverdueNotice overdue={overdue} />
      {actionData?.saved && (
        <Notice tone="good" announced>
          <p>Saved.</p>
          {actionData.waitsFor !== null && (
            <p>
              That you are on duty waits until {actionData.waitsFor.join(" or ")} agrees: nobody gives
              themselves access alone.
            </p>
          )}
        </Notice>
      )}
      {refused !== null && (
        <Notice tone="urgent" title="Nothing is saved yet" announced>
          <p>{written(refused.problem)}</p>
        </Notice>
      )}
      <Form method="post" className="stack stack-wide" reloadDocument>
        <Card title="The practice">
          <Field
            label="Name"
            hint="Clients see it above their form."
            name="practice"
            maxLength={longestName}
            required
            defaultValue={shown.practiceName}
            problem={problem("practice")}
          />
          <PracticeLanguageFields
            language={shown.language}
            timeZone={shown.timeZone}
            timeZones={zones}
            problem={problem}
          />
          <Field
            label="Links to forms stay open for"
            hint="Days, 1 to 60."
            name="linkDays"
            type="number"
            min={1}
            max={60}
            required
            short
            defaultValue={shown.linkDays}
            problem={problem("linkDays")}
          />
        </Card>
        <Card title="When an answer speaks of danger">
          <p className="soft">
            This is shown to a client the moment they give such an answer, and once more when the form is
            sent. Put in numbers that are right where you are.
          </p>
          <Field
            label="Heading"
            name="heading"
            maxLength={longestHelp.heading}
            required
            defaultValue={shown.help.heading}
            problem={problem("heading")}
          />
          <LongField
            label="What to do"
            name="sentence"
            rows={3}
            maxLength={longestHelp.sentence}
            required
            defaultValue={shown.help.sentence}
            problem={problem("sentence")}
          />
          <Contacts contacts={shown.help.contacts} problem={problem} />
          <LongField
            label="Does anyone watch the answers as they come?"
            hint="Say it plainly: people rely on it."
            name="monitored"
            rows={2}
            maxLength={longestHelp.monitored}
            required
            defaultValue={shown.help.monitored}
            problem={problem("monitored")}
          />
          <Choice
            label="On duty besides the therapist"
            hint="A therapist or supervisor. Sees such answers of every client while they are open, and those seen to since they were put on duty; the access log says when."
            name="duty"
            defaultValue={shown.duty}
            problem={problem("duty")}
          >
            <option value="">Nobody else</option>
            {mayBeOnDuty.map(({ staff, name }) => (
              <option key={staff} value={staff}>
                {name}
              </option>
            ))}
          </Choice>
          <Field
            label="Someone must have seen to it within"
            hint="Hours, 1 to 168."
            name="taskHours"
            type="number"
            min={1}
            max={168}
            required
            short
            defaultValue={shown.taskHours}
            problem={problem("taskHours")}
          />
        </Card>
        <Card title="How a client sees it">
          <HelpPanel help={settings.help} always />
        </Card>
        <div>
          <Button>Save</Button>
        </div>
      </Form>
    </Page>
  );
}

function Contacts({
  contacts,
  problem,
}: {
  readonly contacts: readonly { readonly name: string; readonly number: string }[];
  readonly problem: (field: string) => Text | null;
}) {
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">Whom to call</legend>
      {Array.from({ length: contactRows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other identity than their place
        <div className="pair" key={row}>
          <Field
            label="Name"
            name={`contact-${row}-name`}
            maxLength={longestHelp.name}
            defaultValue={contacts[row]?.name}
            problem={problem(`contact-${row}-name`)}
          />
          <Field
            label="Number"
            name={`contact-${row}-number`}
            type="tel"
            maxLength={longestHelp.number}
            defaultValue={contacts[row]?.number}
            problem={problem(`contact-${row}-number`)}
          />
        </div>
      ))}
    </fieldset>
  );
}
