import { accessContext, clinicContext } from "@concord/clinic/context";
import type { Message, Text } from "@concord/messages";
import {
  changeSettings,
  hideSetup,
  lacksPopulations,
  listOverdue,
  listStaff,
  readMessageTroubles,
  readSettings,
  readSetup,
  safetyGaps,
  timeZones,
} from "@concord/practice";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { kibibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Choice, Field, LongField, Notice, Page } from "../ui/index.ts";
import { PracticeLanguageFields } from "../ui/PracticeLanguageFields.tsx";
import { HelpPanel } from "../ui/questionnaire/HelpPanel.tsx";
import type { Route } from "./+types/settings";
import { MessageTroubles } from "./components/MessageTroubles.tsx";
import { OverdueNotice } from "./components/OverdueNotice.tsx";
import { SettingsHead } from "./components/SettingsHead.tsx";
import { SetupCard } from "./components/SetupCard.tsx";
import { contactRows, filledHelp, helpProblem, longestHelp, sentHelp } from "./help-text.ts";

/** Several long texts in one form, in any script. */
export const handle = {
  access: { kind: "practice", action: "manage-practice" },
  maxBody: kibibytes(512),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const [troubles, settings, everyone, overdue, needsPopulations, setup] = await Promise.all([
    mapRefusalTo403(readMessageTroubles(appContext, actor)),
    mapRefusalTo403(readSettings(appContext, actor)),
    mapRefusalTo403(listStaff(appContext, actor)),
    mapRefusalTo403(listOverdue(appContext, actor)),
    mapRefusalTo403(lacksPopulations(appContext, actor)),
    mapRefusalTo403(readSetup(appContext, actor)),
  ]);
  // A step whose page this version does not have is left out.
  const accessOf = asked.context.get(accessContext);
  const steps = setup?.steps.filter(({ to }) => accessOf(to.replace(/#.*/, "")) !== null) ?? [];
  const mayBeOnDuty = everyone.filter(
    ({ active, roles }) => active && roles.some((role) => role === "therapist" || role === "supervisor"),
  );
  return {
    settings,
    overdue,
    setup: setup === null ? null : { ...setup, steps },
    troubles,
    needsPopulations,
    gaps: safetyGaps(settings),
    title: messagesOf(asked.context).text("settings.meta"),
    timeZones: timeZones(),
    mayBeOnDuty: mayBeOnDuty.map(({ staff, name }) => ({ staff, name })),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const intent = sentText(sent, "intent");
  if (intent === "hide-setup" || intent === "show-setup") {
    await mapRefusalTo403(hideSetup(appContext, actor, intent === "hide-setup"));
    throw redirect("/settings");
  }
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
      ? refusedAt("practice", { id: "settings.practice.problem.name", values: { most: longestName } })
      : !within(linkDays, 1, 60)
        ? refusedAt("linkDays", { id: "settings.practice.problem.link-days", values: {} })
        : (helpProblem(help) ??
          (within(taskHours, 1, 168)
            ? null
            : refusedAt("taskHours", { id: "settings.practice.problem.task-hours", values: {} })));
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

const refusedAt = (field: string, problem: Message) => ({ field, problem });

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const { settings, overdue, setup, gaps, needsPopulations, mayBeOnDuty, timeZones: zones } = loaderData;
  const refused = actionData?.refused ?? null;
  const shown = refused ?? { ...settings, duty: settings.duty ?? "" };
  const { text, written, format } = useMessages();
  const problem = (field: string) => (refused?.field === field ? refused.problem : null);
  return (
    <Page width="narrow">
      <SettingsHead current="practice" title={settings.practiceName} />
      <OverdueNotice overdue={overdue} />
      {setup !== null && <SetupCard setup={setup} />}
      <MessageTroubles troubles={loaderData.troubles} withLink />
      {gaps.length > 0 && (
        <Notice tone="urgent" title={text("settings.safety.gaps")}>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>
                <a href="#safety">{text(`settings.safety.gap.${gap}`)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {needsPopulations && (
        <Notice tone="note" title={text("settings.gap.title")}>
          <p>
            <a href="/settings/norms#group">{text("settings.gap.populations")}</a>
          </p>
        </Notice>
      )}
      {actionData?.saved && (
        <Notice tone="good" announced>
          <p>{text("settings.practice.saved")}</p>
          {actionData.waitsFor !== null && (
            <p>
              {text("settings.practice.duty-waits", {
                names: format.list(actionData.waitsFor, "disjunction"),
              })}
            </p>
          )}
        </Notice>
      )}
      {refused !== null && (
        <Notice tone="urgent" title={text("settings.practice.not-saved")} announced>
          <p>{written(refused.problem)}</p>
        </Notice>
      )}
      <Form method="post" className="stack stack-wide" reloadDocument>
        <Card title={text("settings.practice.title")}>
          <Field
            label={text("settings.practice.name")}
            hint={text("settings.practice.name-hint")}
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
            label={text("settings.practice.link-days")}
            hint={text("settings.practice.link-days-hint")}
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
        <Card title={text("settings.safety.title")} id="safety">
          <p className="soft">{text("settings.safety.text")}</p>
          <Field
            label={text("settings.safety.heading")}
            name="heading"
            maxLength={longestHelp.heading}
            required
            defaultValue={shown.help.heading}
            problem={problem("heading")}
          />
          <LongField
            label={text("settings.safety.sentence")}
            name="sentence"
            rows={3}
            maxLength={longestHelp.sentence}
            required
            defaultValue={shown.help.sentence}
            problem={problem("sentence")}
          />
          <Contacts contacts={shown.help.contacts} problem={problem} />
          <LongField
            label={text("settings.safety.monitored")}
            hint={text("settings.safety.monitored-hint")}
            name="monitored"
            rows={2}
            maxLength={longestHelp.monitored}
            required
            defaultValue={shown.help.monitored}
            problem={problem("monitored")}
          />
          <Choice
            label={text("settings.safety.duty")}
            hint={text("settings.safety.duty-hint")}
            name="duty"
            defaultValue={shown.duty}
            problem={problem("duty")}
          >
            <option value="">{text("settings.safety.duty-none")}</option>
            {mayBeOnDuty.map(({ staff, name }) => (
              <option key={staff} value={staff}>
                {name}
              </option>
            ))}
          </Choice>
          <Field
            label={text("settings.safety.task-hours")}
            hint={text("settings.safety.task-hours-hint")}
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
        <Card title={text("settings.safety.preview")}>
          <HelpPanel help={settings.help} always />
        </Card>
        <div>
          <Button>{text("settings.practice.save")}</Button>
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
  const { text } = useMessages();
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">{text("settings.safety.contacts")}</legend>
      {Array.from({ length: contactRows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other identity than their place
        <div className="pair" key={row}>
          <Field
            label={text("settings.safety.contact-name")}
            name={`contact-${row}-name`}
            maxLength={longestHelp.name}
            defaultValue={contacts[row]?.name}
            problem={problem(`contact-${row}-name`)}
          />
          <Field
            label={text("settings.safety.contact-number")}
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
