import { clinicContext } from "@concord/clinic/context";
import { findInstrument } from "@concord/instruments";
import {
  chooseDefaultPopulations,
  computeLocalNorms,
  type DefaultPopulationLine,
  minPeople,
  normAges,
  normMatters,
  ownClients,
  readDefaultPopulations,
  readLocalNorms,
} from "@concord/practice";
import { data, Form } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Badge, Button, Card, Choice, Notice, Page, Table } from "../ui/index.ts";
import type { Route } from "./+types/norms";
import { SettingsHead } from "./components/SettingsHead.tsx";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const norms = await mapRefusalTo403(readLocalNorms(appContext, actor));
  return {
    title: messagesOf(asked.context).text("settings.norms.meta"),
    populations: (await mapRefusalTo403(readDefaultPopulations(appContext, actor))).map((line) => ({
      ...line,
      replaced: Object.entries(line.chosen?.replaced ?? {}).map(([id, day]) => ({
        questionnaire: findInstrument(id)?.title ?? id,
        day,
      })),
    })),
    ownClients,
    minPeople,
    norms: norms.map((norm) => {
      const instrument = findInstrument(norm.instrument);
      return {
        ...norm,
        title: instrument?.title ?? norm.instrument,
        ageBand: norm.ageBand === "adult" || norm.ageBand === "adolescent" ? norm.ageBand : null,
        scales: norm.scales.map((scale) => ({
          ...scale,
          title: instrument?.scales.find(({ id }) => id === scale.scale)?.title ?? scale.scale,
        })),
      };
    }),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const about = sentText(sent, "about");
  if (about === "choose") {
    const given = normMatters.flatMap((matter) =>
      normAges.flatMap((ageBand) => {
        const name = fieldOf(matter, ageBand);
        const population = sentText(sent, name);
        return sent.has(name) ? [{ matter, ageBand, population: population === "" ? null : population }] : [];
      }),
    );
    if (given.length === 0) throw data(outOfDate, { status: 400 });
    await mapRefusalTo403(chooseDefaultPopulations(appContext, actor, given));
    return { taken: null };
  }
  if (about !== "take") throw data(outOfDate, { status: 400 });
  return { taken: (await mapRefusalTo403(computeLocalNorms(appContext, actor))).length };
}

const fieldOf = (matter: string, ageBand: string) => `population-${matter}-${ageBand}`;

export default function SettingsNorms({ loaderData, actionData }: Route.ComponentProps) {
  const { norms, populations, minPeople: people } = loaderData;
  const { text, format } = useMessages();
  const decimals = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Page width="narrow">
      <SettingsHead current="norms" title={text("settings.norms.title")} />
      {actionData !== undefined && (
        <Notice tone="good" announced>
          <p>
            {actionData.taken === null
              ? text("settings.norms.group-saved")
              : actionData.taken === 0
                ? text("settings.norms.none-computed", { people })
                : text("settings.norms.computed")}
          </p>
        </Notice>
      )}
      <Card title={text("settings.norms.group")} id="group">
        <p>{text("settings.norms.group-text", { people })}</p>
        <Form method="post" className="stack" preventScrollReset>
          {populations.map((line) => (
            <ChosenGroup
              key={fieldOf(line.matter, line.ageBand)}
              line={line}
              people={people}
              own={loaderData.ownClients}
            />
          ))}
          <p className="soft small">{text("settings.norms.without")}</p>
          <div>
            <Button name="about" value="choose">
              {text("settings.norms.save-group")}
            </Button>
          </div>
        </Form>
      </Card>
      <Card title={text("settings.norms.local")}>
        <p>{text("settings.norms.local-text", { people })}</p>
        <Form method="post">
          <Button look="quiet" name="about" value="take">
            {text(norms.length === 0 ? "settings.norms.compute" : "settings.norms.recompute")}
          </Button>
        </Form>
      </Card>
      {norms.map((norm) => (
        <Card
          key={norm.id}
          title={
            norm.ageBand === null
              ? norm.title
              : text("settings.norms.group-line", {
                  matter: norm.title,
                  age: text(`settings.norms.age.${norm.ageBand}`),
                })
          }
        >
          <p className="small">{text("settings.norms.basis", { count: norm.people, day: norm.takenOn })}</p>
          <Table
            caption={text("settings.norms.table", { title: norm.title })}
            captionHidden
            stacks
            head={
              <tr>
                <th scope="col">{text("settings.norms.scale")}</th>
                <th scope="col" className="number">
                  {text("settings.norms.mean")}
                </th>
                <th scope="col" className="number">
                  {text("settings.norms.sd")}
                </th>
                <th scope="col" className="number">
                  {text("settings.norms.people")}
                </th>
                <th scope="col" className="number">
                  {text("settings.norms.reliability")}
                </th>
              </tr>
            }
          >
            {norm.scales.map((scale) => (
              <tr key={scale.scale}>
                <th scope="row">{scale.title}</th>
                <td className="number" data-label={text("settings.norms.mean")}>
                  {decimals(scale.mean)}
                </td>
                <td className="number" data-label={text("settings.norms.sd")}>
                  {decimals(scale.standardDeviation)}
                </td>
                <td className="number" data-label={text("settings.norms.people")}>
                  {scale.n === null ? text("settings.norms.not-known") : format.number(scale.n)}
                </td>
                <td className="number" data-label={text("settings.norms.reliability")}>
                  {scale.alpha === null
                    ? text("settings.norms.not-known")
                    : format.statistic(scale.alpha, "bounded")}
                </td>
              </tr>
            ))}
          </Table>
        </Card>
      ))}
    </Page>
  );
}

/** What clients of one age are compared with on one matter: the choice, where the sample comes from, what is not known. */
function ChosenGroup(props: {
  readonly line: DefaultPopulationLine & {
    readonly replaced: readonly { readonly questionnaire: string; readonly day: string }[];
  };
  readonly people: number;
  readonly own: string;
}) {
  const { text } = useMessages();
  const { people, own } = props;
  const { matter, ageBand, offered, suggested, chosen, replaced } = props.line;
  return (
    <div className="stack stack-tight">
      <Choice
        label={text("settings.norms.group-line", {
          matter: text(`settings.norms.matter.${matter}`),
          age: text(`settings.norms.age.${ageBand}`),
        })}
        name={fieldOf(matter, ageBand)}
        defaultValue={(chosen === null ? suggested : chosen.population) ?? ""}
      >
        <option value="">{text("settings.norms.group-none")}</option>
        {offered.map(({ id, title, sample }) => (
          <option key={id} value={id}>
            {text("settings.norms.group-option", { group: title, sample })}
          </option>
        ))}
        <option value={own}>{text("settings.norms.group-local", { people })}</option>
      </Choice>
      {offered.length === 0 && <p className="soft small">{text(`settings.norms.none.${matter}`)}</p>}
      {chosen === null && suggested !== null && (
        <p className="small">{text("settings.norms.group-not-chosen")}</p>
      )}
      {chosen !== null && chosen.chosenOn !== null && (chosen.population !== null || suggested !== null) && (
        <p className="small">{text("settings.norms.group-chosen", { day: chosen.chosenOn })}</p>
      )}
      {replaced.map(({ questionnaire, day }) => (
        <p key={questionnaire} className="small">
          {text("settings.norms.group-replaced", { day, questionnaire })}
        </p>
      ))}
      {offered.map(({ id, title, sample, citation, start }) => (
        <p key={id} className="soft small">
          {text("settings.norms.group-source", {
            group: title,
            sample,
            citation,
            measured: start === undefined || start.measuredWith === null ? "same" : "differs",
            questionnaire: start?.measuredWith ?? "",
            transfer: start?.transfer ?? 0,
          })}{" "}
          <Badge>{text("settings.norms.provisional")}</Badge>
        </p>
      ))}
    </div>
  );
}
