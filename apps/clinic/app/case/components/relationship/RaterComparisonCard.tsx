import { numberWords } from "@concord/charts";
import type { AmongOwn, RelationshipView } from "@concord/practice";
import { Link } from "react-router";
import { Card } from "../../../ui/index.ts";
import { ResponsiveChart } from "../../../ui/ResponsiveChart.tsx";
import type { Between } from "../../between-page.server.ts";

/** Both chairs on one axis; what the therapist brings to the difference comes first. */
export function RaterComparisonCard(props: {
  readonly relationship: RelationshipView;
  readonly drawn: Between["two"];
  readonly own: boolean;
}) {
  const { relationship, drawn, own } = props;
  const { twoPeople, amongOwn } = relationship;
  if (twoPeople === null || drawn === null) return null;
  return (
    <Card title="Two views of the same hours">
      {twoPeople.line.kind === "line" && (
        <p className="lead">
          {lead[own ? "own" : "other"][twoPeople.lies]} {along[twoPeople.moves]}
        </p>
      )}
      {twoPeople.latest?.unusual === true && (
        <p>
          In session {twoPeople.latest.session} the two lay further apart than is usual between them (
          {signed(twoPeople.latest.difference)}).
        </p>
      )}
      {own && twoPeople.line.kind === "line" && (
        <p className="guidance-own">
          <strong>Ask yourself first.</strong> What in these hours do I see darker, or brighter, than my
          client does? And what would a colleague have seen?
        </p>
      )}
      <ResponsiveChart drawn={drawn} />
      {amongOwn !== null && <Among among={amongOwn} />}
      <details className="details details-small">
        <summary>How to read this</summary>
        <div className="basis">
          <p>
            Two ratings need not be the same. The evidence is mixed: in one study of 580 pairs, symptoms at
            the end were lowest where therapists rated the bond somewhat lower than their clients and followed
            their clients’ ratings closely; a study of 700 cases found no association of agreement with
            outcome.
          </p>
          <p className="soft">
            Rubel, Bar-Kalifa, Atzil-Slonim, Schmidt, Lutz (2018). J Consult Clin Psychol 86(4): 341–353,{" "}
            <a href="https://doi.org/10.1037/ccp0000295">doi 10.1037/ccp0000295</a>. Not a target. The model
            is Truth and Bias (West and Kenny 2011), fitted to this pair alone; neither of you is taken to be
            right.
          </p>
        </div>
      </details>
    </Card>
  );
}

/** Told to the therapist alone. */
function Among({ among }: { readonly among: AmongOwn }) {
  return (
    <p className="small">
      Drawn towards what is usual between you and {among.pairs} clients, the difference here is{" "}
      <strong>{signed(among.discrepancy.value)}</strong> (95% {signed(among.discrepancy.lower)} to{" "}
      {signed(among.discrepancy.upper)}); your usual is {signed(among.usualDiscrepancy.value)}. Only you see
      this sentence. What you bring yourself has <Link to="/reflections">a page for you alone</Link>.
    </p>
  );
}

const lead = {
  own: {
    lower: "You rate this alliance lower than your client does.",
    higher: "You rate this alliance higher than your client does.",
    even: "You and your client rate about alike.",
    "not-known": "",
  },
  other: {
    lower: "The therapist rates this alliance lower than the client does.",
    higher: "The therapist rates this alliance higher than the client does.",
    even: "Therapist and client rate about alike.",
    "not-known": "",
  },
} as const;

const along = {
  along: "The two go up and down together.",
  "not-clear": "Whether the two go up and down together cannot be told yet.",
  apart: "When one goes up the other tends to go down.",
  "not-known": "",
} as const;

function signed(value: number): string {
  return value > 0 ? `+${numberWords(value)}` : numberWords(value);
}
