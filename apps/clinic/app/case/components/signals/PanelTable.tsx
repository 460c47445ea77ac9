import { raterWords } from "@concord/charts";
import type { Agreement, MissedRupture, Panel, PanelRow } from "@concord/signals";
import { Link } from "react-router";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge, RaterMark, Table } from "../../../ui/index.ts";

/** Every rule that looks for ruptures, each by its own lights, with how far they agree and what one of the two missed. */
export function PanelTable({ panel }: { readonly panel: Panel }) {
  const { of } = useMessages();
  const looked = panel.rows.filter((row) => row.rater !== "observer" || row.state !== "cannot-look");
  const raters = [...new Set(looked.map((row) => row.rater))];
  const rules = [...new Map(looked.map((row) => [row.detector, row])).values()];
  return (
    <div className="stack">
      <p className="small">
        No standard exists for what a rupture is. These are the published rules and ours, on the same ratings;
        they share their data, so many that agree are not as many witnesses. One report weighs more than any
        number of rules.
      </p>
      <AgreementList agreements={panel.agreements} />
      <MissedList missed={panel.missed} />
      <Table
        caption="What each rule found, by whose ratings it looked at"
        captionHidden
        stacks
        head={
          <tr>
            <th scope="col">Rule</th>
            {raters.map((rater) => (
              <th key={rater} scope="col">
                {raterWords[rater]}
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
              <td key={rater} data-label={raterWords[rater]}>
                <Found
                  row={panel.rows.find((row) => row.detector === rule.detector && row.rater === rater)}
                />
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <p className="soft small">
        The numbers are sessions. * Said by someone; the other rules’ thresholds are provisional. “Too few”: a
        rule needs more ratings than there are. How often each rings without reason, and what it misses:{" "}
        <Link to="/evidence/rules">the rules tried out</Link>.
      </p>
    </div>
  );
}

function Found({ row }: { readonly row: PanelRow | undefined }) {
  const { of } = useMessages();
  if (row === undefined) return null;
  switch (row.state) {
    case "cannot-look":
      return (
        <span className="soft">
          {row.way === "indirect" ? "too few" : row.reason !== null && of(row.reason)}
        </span>
      );
    case "nothing":
      return <span className="soft">nothing</span>;
    case "found":
      return <strong>{sessionsOf(row)}</strong>;
  }
}

function sessionsOf({ signals }: PanelRow): string {
  const sessions = [...new Set(signals.map((signal) => signal.session))].toSorted((a, b) => a - b);
  return sessions.join(", ");
}

function AgreementList({ agreements }: { readonly agreements: readonly Agreement[] }) {
  if (agreements.length === 0) return null;
  return (
    <ul className="agreements">
      {agreements.toReversed().map((one) => (
        <li key={`${one.rater} ${one.from} ${one.rules.join()}`}>
          <strong>{one.from === one.to ? `Session ${one.from}` : `Sessions ${one.from} to ${one.to}`}</strong>
          <RaterMark rater={one.rater}>{raterWords[one.rater]}</RaterMark>
          <Badge {...(one.badge !== "single" && { tone: "note" as const })}>{badgeWords[one.badge]}</Badge>
          <span className="soft">
            {one.rules.length > 0 && `${one.rules.length} of ${one.of} rules see a fall`}
            {one.rules.length > 0 && one.reports.length > 0 && ", "}
            {one.reports.length > 0 &&
              `reported by the ${[...new Set(one.reports.map((report) => report.rater))].join(" and the ")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

const badgeWords: Readonly<Record<Agreement["badge"], string>> = {
  reported: "Someone said so",
  agreed: "Rules agree",
  single: "One rule alone",
};

function MissedList({ missed }: { readonly missed: readonly MissedRupture[] }) {
  if (missed.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h3>Seen by one of the two</h3>
      <ul className="agreements">
        {missed.toReversed().map((one) => (
          <li key={`${one.session} ${one.reportedBy} ${one.notBy}`}>
            <strong>Session {one.session}</strong>
            <span>
              The {one.reportedBy} noticed tension; the {one.notBy}{" "}
              {one.other === "saw-none" ? "answered that there was none" : "gave no answer"}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
