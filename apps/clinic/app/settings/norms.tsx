import { clinicContext } from "@concord/clinic/context";
import { findInstrument } from "@concord/instruments";
import {
  chooseDefaultPopulation,
  computeLocalNorms,
  minPeople,
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
import { Button, Card, Choice, Notice, Page, Table } from "../ui/index.ts";
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
    populations: await mapRefusalTo403(readDefaultPopulations(appContext, actor)),
    minPeople,
    norms: norms.map((norm) => {
      const instrument = findInstrument(norm.instrument);
      return {
        ...norm,
        title: instrument?.title ?? norm.instrument,
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
  const matter = sentText(sent, "matter");
  if (matter === "attachment-norm" || matter === "perfectionism-norm") {
    const population = sentText(sent, "population");
    await mapRefusalTo403(
      chooseDefaultPopulation(appContext, actor, {
        matter,
        population: population === "" ? null : population,
      }),
    );
    return { taken: null };
  }
  if (sentText(sent, "about") !== "take") throw data(outOfDate, { status: 400 });
  return { taken: (await mapRefusalTo403(computeLocalNorms(appContext, actor))).length };
}

const matters = ["attachment-norm", "perfectionism-norm"] as const;

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
      <Card title={text("settings.norms.local")}>
        <p>{text("settings.norms.local-text", { people })}</p>
        <Form method="post">
          <Button look="quiet" name="about" value="take">
            {text(norms.length === 0 ? "settings.norms.compute" : "settings.norms.recompute")}
          </Button>
        </Form>
      </Card>
      <Card title={text("settings.norms.group")}>
        <p>{text("settings.norms.group-text")}</p>
        {matters.map((matter) => (
          <Form method="post" className="form-row" preventScrollReset key={matter}>
            <input type="hidden" name="matter" value={matter} />
            <Choice
              label={text(`settings.norms.matter.${matter}`)}
              name="population"
              defaultValue={populations.chosen[matter] ?? ""}
            >
              <option value="">{text("settings.norms.group-none")}</option>
              <option value="local">{text("settings.norms.group-local", { people })}</option>
              {populations.offered[matter].map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Choice>
            <Button look="quiet">{text("settings.norms.save-group")}</Button>
          </Form>
        ))}
      </Card>
      {norms.map((norm) => (
        <Card key={norm.id} title={norm.title}>
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
