import { scaleWords } from "@concord/charts";
import type { RouteHandle } from "../access/handle.ts";
import { Card, Page, Sentence, Table } from "../ui/index.ts";
import { ResponsiveChart } from "../ui/ResponsiveChart.tsx";
import type { Route } from "./+types/rules";
import { EvidenceHead } from "./components/EvidenceHead.tsx";
import { type RulesPage, rulesPage } from "./page-data/rules-page.server.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

import { messagesOf } from "../access/messages-of.server.ts";

export const meta: Route.MetaFunction = () => [{ title: "The rules tried out · Concord" }];

export function loader({ context }: Route.LoaderArgs) {
  return rulesPage(messagesOf(context));
}

export default function EvidenceRules({ loaderData }: Route.ComponentProps) {
  const { lead, rows, equal, elsewhere, drawn, version, limit } = loaderData;
  return (
    <Page>
      <EvidenceHead current="rules" mayWrite={false}>
        How often each rule for ruptures rings without reason, and what it misses, on courses that were made
        up so that the truth is known.
      </EvidenceHead>
      <Sentence>{lead}</Sentence>
      <Card title="What each catches, and at what price">
        <ResponsiveChart drawn={drawn} />
        <p className="small">
          No rule catches all, and none rings only when it should: a ring is a question, and silence is no
          proof. Real courses are more varied than simulated ones.
        </p>
      </Card>
      <Card title="As they stand">
        <RuleTable rows={rows} caption="The alarm, and every rule as it stands" />
      </Card>
      <Card title="At the same price">
        <p className="small">
          Each threshold moved so that at most {limit} of 100 quiet sessions rang on another set of courses.
        </p>
        <RuleTable rows={equal} caption="Every rule at the same rate of false alarms" />
      </Card>
      <Card title="The alarm elsewhere">
        <Table
          caption="The alarm in other populations"
          captionHidden
          stacks
          head={
            <tr>
              <th scope="col">Clients</th>
              <th scope="col" className="number">
                False alarms in 100
              </th>
              <th scope="col" className="number">
                Caught of 100
              </th>
            </tr>
          }
        >
          {elsewhere.map(({ population, about, falseAlarms, caught }) => (
            <tr key={population}>
              <th scope="row">
                {scaleWords(population)}
                <br />
                <span className="soft small under-name">{about}</span>
              </th>
              <td className="number" data-label="False alarms in 100">
                {falseAlarms?.toFixed(1) ?? "–"}
              </td>
              <td className="number" data-label="Caught of 100">
                {caught?.toFixed(0) ?? "–"}
              </td>
            </tr>
          ))}
        </Table>
        <p className="soft small">
          Table version {version}. <code>concord calibrate</code> makes it anew.
        </p>
      </Card>
    </Page>
  );
}

function RuleTable({ rows, caption }: { readonly rows: RulesPage["rows"]; readonly caption: string }) {
  return (
    <Table
      caption={caption}
      captionHidden
      stacks
      head={
        <tr>
          <th scope="col">Rule</th>
          <th scope="col" className="number">
            False alarms
          </th>
          <th scope="col" className="number">
            Caught
          </th>
          <th scope="col" className="number">
            Sessions until
          </th>
          <th scope="col" className="number">
            Slow declines
          </th>
        </tr>
      }
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.isAlarm ? <strong>{row.title}</strong> : row.title}</th>
          <td className="number" data-label="False alarms">
            {row.falseAlarms.toFixed(1)}
          </td>
          <td className="number" data-label="Caught">
            <span>
              {row.caught.value.toFixed(0)}{" "}
              <span className="soft">
                ({row.caught.lower.toFixed(0)} to {row.caught.upper.toFixed(0)})
              </span>
            </span>
          </td>
          <td className="number" data-label="Sessions until">
            {row.delay === null ? "–" : row.delay.toFixed(1)}
          </td>
          <td className="number" data-label="Slow declines">
            {row.drift.toFixed(0)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
