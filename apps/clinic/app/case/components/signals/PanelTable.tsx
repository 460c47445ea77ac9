import type { StaffMessages } from "@concord/messages";
import type { Agreement, MissedRupture, Panel, PanelRow } from "@concord/signals";
import { Link } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Badge, RaterMark, Table } from "../../../ui/index.ts";

/** Every rule that detects ruptures, with how far the rules agree and which ruptures one person alone reported. */
export function PanelTable({ panel }: { readonly panel: Panel }) {
  const { of, text } = useMessages();
  const looked = panel.rows.filter((row) => row.rater !== "observer" || row.state !== "cannot-look");
  const raters = [...new Set(looked.map((row) => row.rater))];
  const rules = [...new Map(looked.map((row) => [row.detector, row])).values()];
  return (
    <div className="stack">
      <p className="small">{text("case.signals.panel.about")}</p>
      <AgreementList agreements={panel.agreements} />
      <UnsharedList unshared={panel.missed} />
      <Table
        caption={text("case.signals.panel.caption")}
        captionHidden
        stacks
        head={
          <tr>
            <th scope="col">{text("case.signals.panel.rule")}</th>
            {raters.map((rater) => (
              <th key={rater} scope="col">
                {text(`charts.rater.${rater}`)}
              </th>
            ))}
          </tr>
        }
      >
        {rules.map((rule) => (
          <tr key={rule.detector}>
            <th scope="row">
              {of(rule.title)}
              {!rule.provisional && "*"}
            </th>
            {raters.map((rater) => (
              <td key={rater} data-label={text(`charts.rater.${rater}`)}>
                <Found
                  row={panel.rows.find((row) => row.detector === rule.detector && row.rater === rater)}
                />
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <p className="soft small">
        <RichText
          id="case.signals.panel.key"
          values={{}}
          tags={{ link: (inside) => <Link to="/evidence/rules">{inside}</Link> }}
        />
      </p>
    </div>
  );
}

function Found({ row }: { readonly row: PanelRow | undefined }) {
  const { of, text, format } = useMessages();
  if (row === undefined) return null;
  switch (row.state) {
    case "cannot-look":
      return (
        <span className="soft">
          {row.way === "indirect" ? text("case.signals.panel.few") : row.reason !== null && of(row.reason)}
        </span>
      );
    case "nothing":
      return <span className="soft">{text("case.signals.panel.nothing")}</span>;
    case "found":
      return (
        <strong>
          {sessionsOf(row)
            .map((session) => format.number(session))
            .join(" · ")}
        </strong>
      );
  }
}

function sessionsOf({ signals }: PanelRow): readonly number[] {
  return [...new Set(signals.map((signal) => signal.session))].toSorted((a, b) => a - b);
}

function AgreementList({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const messages = useMessages();
  const { text } = messages;
  if (agreements.length === 0) return null;
  return (
    <ul className="agreements">
      {agreements.toReversed().map((one) => (
        <li key={`${one.rater} ${one.from} ${one.rules.join()}`}>
          <strong>
            {one.from === one.to
              ? text("case.session.number", { session: one.from })
              : text("case.signals.panel.sessions-range", { from: one.from, to: one.to })}
          </strong>
          <RaterMark rater={one.rater} />
          <Badge {...(one.badge !== "single" && { tone: "note" as const })}>
            {text(`case.signals.panel.badge.${one.badge}`)}
          </Badge>
          <span className="soft">{sourcesOf(one, messages).join(" · ")}</span>
        </li>
      ))}
    </ul>
  );
}

function sourcesOf({ rules, of, reports }: Agreement, { text }: StaffMessages): readonly string[] {
  const raters = [...new Set(reports.map((report) => report.rater))];
  return [
    ...(rules.length > 0 ? [text("case.signals.panel.rules", { found: rules.length, all: of })] : []),
    ...(raters.length > 0
      ? [
          text("case.signals.panel.reports", {
            raters: raters.map((rater) => text(`case.signals.panel.reporter.${rater}`)),
          }),
        ]
      : []),
  ];
}

function UnsharedList({ unshared }: { readonly unshared: readonly MissedRupture[] }) {
  const { text } = useMessages();
  if (unshared.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h3>{text("case.signals.panel.unshared")}</h3>
      <ul className="agreements">
        {unshared.toReversed().map(({ session, reportedBy, notBy, other }) => (
          <li key={`${session} ${reportedBy} ${notBy}`}>
            <strong>{text("case.session.number", { session })}</strong>
            <span>
              {text("case.signals.panel.unshared.line", {
                by: reportedBy,
                notBy,
                answer: other === "saw-none" ? "none" : "silent",
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
