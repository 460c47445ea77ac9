import { Link } from "react-router";
import { Badge, Chart } from "../../ui/index.ts";
import type { ClaimCard } from "../page-data/claim-card.server.ts";
import { gradeWords, ratedBy, systemWords } from "../page-data/words.ts";

/** Claims in plain words: what may be said, how large, how sure, and what stands behind it. */
export function ClaimList({ claims }: { readonly claims: readonly ClaimCard[] }) {
  return (
    <ul className="claims">
      {claims.map((claim) => (
        <li key={claim.id} className="card claim">
          <div className="claim-words">
            <h2 className="claim-sentence">
              <Link to={`/evidence/claim/${claim.id}`}>{claim.title}</Link>
            </h2>
            <p>{claim.sentence}</p>
            <ClaimMarks claim={claim} />
          </div>
          <div className="claim-size">
            {claim.bar !== null && <Chart svg={claim.bar} />}
            <p className="figures">{claim.size}.</p>
            {claim.body !== null && <p className="soft small">{claim.body}</p>}
          </div>
          <ClaimDetails claim={claim} />
        </li>
      ))}
    </ul>
  );
}

/** Grade, doubt and rater, each in words. */
export function ClaimMarks({ claim }: { readonly claim: ClaimCard }) {
  return (
    <p className="claim-marks">
      <span className={`grade-mark grade-mark-${claim.grade.toLowerCase()}`}>
        <b>{claim.grade}</b> {gradeWords[claim.grade]}
      </span>
      {claim.rater !== "not-applicable" && <Badge>{ratedBy[claim.rater]}</Badge>}
      {claim.computed !== null && <Badge tone="note">Computed here</Badge>}
      {claim.simulated ? (
        <Badge tone="credible">Made-up studies</Badge>
      ) : (
        claim.certainty === "doubtful" && <Badge tone="credible">Unverified</Badge>
      )}
    </p>
  );
}

function ClaimDetails({ claim }: { readonly claim: ClaimCard }) {
  return (
    <details className="details details-small claim-details">
      <summary>Whom it is about, and its limits</summary>
      <dl className="facts">
        <dt>Population</dt>
        <dd>{claim.population}</dd>
        <dt>Bears on</dt>
        <dd>{claim.serves.map((system) => systemWords[system] ?? system).join("; ")}</dd>
        <dt>Limits</dt>
        <dd>
          <ul className="plain-list stack-tight stack">
            {claim.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </dd>
        <dt>Rests on</dt>
        <dd>
          <SourceLinks claim={claim} />
        </dd>
      </dl>
    </details>
  );
}

function SourceLinks({ claim }: { readonly claim: ClaimCard }) {
  const { computed, sources } = claim;
  return (
    <ul className="plain-list">
      {computed !== null && (
        <li>
          <Link to={`/evidence/synthesis/${computed.synthesis}`}>{computed.edition}</Link>
        </li>
      )}
      {sources.map(({ id, citation }) => (
        <li key={id}>{citation}</li>
      ))}
    </ul>
  );
}
