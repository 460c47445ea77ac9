import { scaleWords } from "@concord/charts";
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
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { Button, Card, Choice, FormattedDate, Notice, Page, Table } from "../ui/index.ts";
import type { Route } from "./+types/norms";
import { SettingsHead } from "./components/SettingsHead.tsx";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Norms · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const norms = await mapRefusalTo403(readLocalNorms(appContext, actor));
  return {
    populations: await mapRefusalTo403(readDefaultPopulations(appContext, actor)),
    minPeople,
    norms: norms.map((norm) => {
      const instrument = findInstrument(norm.instrument);
      return {
        ...norm,
        title: instrument?.title ?? norm.instrument,
        scales: norm.scales.map((scale) => ({
          ...scale,
          title: instrument?.scales.find(({ id }) => id === scale.scale)?.title ?? scaleWords(scale.scale),
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

const matters = [
  { matter: "attachment-norm", label: "Attachment" },
  { matter: "perfectionism-norm", label: "Perfectionism" },
] as const;

export default function SettingsNorms({ loaderData, actionData }: Route.ComponentProps) {
  const { norms, populations, minPeople: fewest } = loaderData;
  return (
    <Page width="narrow">
      <SettingsHead current="norms" title="Norms of this practice" />
      {actionData !== undefined && (
        <Notice tone="good" announced>
          <p>
            {actionData.taken === null
              ? "Comparison group saved. It holds for every case for which its therapist has not chosen another."
              : actionData.taken === 0
                ? `No norms computed: no questionnaire has been answered by ${fewest} clients yet.`
                : "Norms computed. Clients compared with this practice now use the new norms."}
          </p>
        </Notice>
      )}
      <Card title="Local norms">
        <p>
          Published norms may not fit your clients. A practice can compute its own from the first response of
          each client, once {fewest} clients have answered. Only means and standard deviations are saved, no
          answers. Therapists choose for each client whether to compare.
        </p>
        <Form method="post">
          <Button look="quiet" name="about" value="take">
            {norms.length === 0 ? "Compute norms" : "Recompute norms"}
          </Button>
        </Form>
      </Card>
      <Card title="Comparison group of this practice">
        <p>
          Used for every case until its therapist chooses another. Without one, scores are shown from 0 to
          100, and no attachment strategy and no direction for distance is named.
        </p>
        {matters.map(({ matter, label }) => (
          <Form method="post" className="form-row" preventScrollReset key={matter}>
            <input type="hidden" name="matter" value={matter} />
            <Choice label={label} name="population" defaultValue={populations.chosen[matter] ?? ""}>
              <option value="">none</option>
              <option value="local">Clients of this practice, once {fewest} have answered</option>
              {populations.offered[matter].map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Choice>
            <Button look="quiet">Save comparison group</Button>
          </Form>
        ))}
      </Card>
      {norms.map((norm) => (
        <Card key={norm.id} title={norm.title}>
          <p className="small">
            {norm.people} clients, computed on <FormattedDate at={norm.takenOn} />. People who come to therapy
            here: not a sample of anyone else.
          </p>
          <Table
            caption={`Norms of ${norm.title}`}
            captionHidden
            stacks
            head={
              <tr>
                <th scope="col">Scale</th>
                <th scope="col" className="number">
                  Mean
                </th>
                <th scope="col" className="number">
                  SD
                </th>
                <th scope="col" className="number">
                  People
                </th>
                <th scope="col" className="number">
                  Reliability (α)
                </th>
              </tr>
            }
          >
            {norm.scales.map((scale) => (
              <tr key={scale.scale}>
                <th scope="row">{scale.title}</th>
                <td className="number" data-label="Mean">
                  {scale.mean.toFixed(2)}
                </td>
                <td className="number" data-label="SD">
                  {scale.standardDeviation.toFixed(2)}
                </td>
                <td className="number" data-label="People">
                  {scale.n}
                </td>
                <td className="number" data-label="Reliability (α)">
                  {scale.alpha === null ? "not known" : scale.alpha.toFixed(2)}
                </td>
              </tr>
            ))}
          </Table>
        </Card>
      ))}
    </Page>
  );
}
