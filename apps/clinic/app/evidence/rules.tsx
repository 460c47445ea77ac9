import type { StatisticStyle } from "@concord/messages";
import type { RouteHandle } from "../access/handle.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { RichText } from "../ui/frame/RichText.tsx";
import { Card, Page, Sentence, Table } from "../ui/index.ts";
import { ResponsiveChart } from "../ui/ResponsiveChart.tsx";
import type { Route } from "./+types/rules";
import { EvidenceHead } from "./components/EvidenceHead.tsx";
import { type RulesPage, rulesPage } from "./page-data/rules-page.server.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export function loader({ context }: Route.LoaderArgs) {
  const messages = messagesOf(context);
  return { ...rulesPage(messages), pageTitle: messages.text("evidence.page-title.rules") };
}

export default function EvidenceRules({ loaderData }: Route.ComponentProps) {
  const { text, format } = useMessages();
  const shown = (value: number | null, style: StatisticStyle) =>
    value === null ? text("evidence.rules.no-delay") : format.statistic(value, style);
  const { lead, rows, equal, elsewhere, drawn, version, limit } = loaderData;
  return (
    <Page>
      <EvidenceHead current="rules" mayWrite={false}>
        {text("evidence.rules.lead")}
      </EvidenceHead>
      <Sentence>{lead}</Sentence>
      <Card title={text("evidence.rules.plot")}>
        <ResponsiveChart drawn={drawn} />
        <p className="small">{text("evidence.rules.about")}</p>
      </Card>
      <Card title={text("evidence.rules.default.title")}>
        <RuleTable rows={rows} caption={text("evidence.rules.default.caption")} />
      </Card>
      <Card title={text("evidence.rules.equal.title")}>
        <p className="small">{text("evidence.rules.equal.text", { limit })}</p>
        <RuleTable rows={equal} caption={text("evidence.rules.equal.caption")} />
      </Card>
      <Card title={text("evidence.rules.populations.title")}>
        <Table
          caption={text("evidence.rules.populations.title")}
          captionHidden
          stacks
          head={
            <tr>
              <th scope="col">{text("evidence.rules.populations.population")}</th>
              <th scope="col" className="number">
                {text("evidence.rules.column.false-alarms")}
              </th>
              <th scope="col" className="number">
                {text("evidence.rules.column.detected")}
              </th>
            </tr>
          }
        >
          {elsewhere.map(({ population, about, falseAlarms, caught }) => (
            <tr key={population}>
              <th scope="row">
                {population}
                <br />
                <span className="soft small under-name">{about}</span>
              </th>
              <td className="number" data-label={text("evidence.rules.column.false-alarms")}>
                {shown(falseAlarms, "statistic-1")}
              </td>
              <td className="number" data-label={text("evidence.rules.column.detected")}>
                {shown(caught, "statistic-0")}
              </td>
            </tr>
          ))}
        </Table>
        <p className="soft small">
          <RichText
            id="evidence.rules.version"
            values={{ version: String(version) }}
            tags={{ code: (inside) => <code>{inside}</code> }}
          />
        </p>
      </Card>
    </Page>
  );
}

function RuleTable({ rows, caption }: { readonly rows: RulesPage["rows"]; readonly caption: string }) {
  const { text, format } = useMessages();
  return (
    <Table
      caption={caption}
      captionHidden
      stacks
      head={
        <tr>
          <th scope="col">{text("evidence.rules.column.rule")}</th>
          <th scope="col" className="number">
            {text("evidence.rules.column.false-alarms")}
          </th>
          <th scope="col" className="number">
            {text("evidence.rules.column.detected")}
          </th>
          <th scope="col" className="number">
            {text("evidence.rules.column.delay")}
          </th>
          <th scope="col" className="number">
            {text("evidence.rules.column.gradual")}
          </th>
        </tr>
      }
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.isAlarm ? <strong>{row.title}</strong> : row.title}</th>
          <td className="number" data-label={text("evidence.rules.column.false-alarms")}>
            {format.statistic(row.falseAlarms, "statistic-1")}
          </td>
          <td className="number" data-label={text("evidence.rules.column.detected")}>
            <span>
              <RichText
                id="evidence.rules.detected"
                values={{
                  percent: row.caught.value,
                  lower: row.caught.lower,
                  upper: row.caught.upper,
                }}
                tags={{ soft: (inside) => <span className="soft">{inside}</span> }}
              />
            </span>
          </td>
          <td className="number" data-label={text("evidence.rules.column.delay")}>
            {row.delay === null
              ? text("evidence.rules.no-delay")
              : format.statistic(row.delay, "statistic-1")}
          </td>
          <td className="number" data-label={text("evidence.rules.column.gradual")}>
            {format.statistic(row.drift, "statistic-0")}
          </td>
        </tr>
      ))}
    </Table>
  );
}
