import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Badge, Chart } from "../../ui/index.ts";
import type { ClaimCard } from "../page-data/claim-card.server.ts";

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
            <p className="figures">{claim.size}</p>
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
  const { text } = useMessages();
  return (
    <p className="claim-marks">
      <span className={`grade-mark grade-mark-${claim.grade.toLowerCase()}`}>
        <b>{claim.grade}</b> {text("evidence.grade", { grade: claim.grade })}
      </span>
      {claim.rater !== "not-applicable" && <Badge>{text(`evidence.rated-by.${claim.rater}`)}</Badge>}
      {claim.computed !== null && <Badge tone="note">{text("evidence.claim.computed")}</Badge>}
      {claim.simulated ? (
        <Badge tone="credible">{text("evidence.claim.simulated")}</Badge>
      ) : (
        claim.certainty === "doubtful" && <Badge tone="credible">{text("evidence.claim.unverified")}</Badge>
      )}
    </p>
  );
}

function ClaimDetails({ claim }: { readonly claim: ClaimCard }) {
  const { text } = useMessages();
  return (
    <details className="details details-small claim-details">
      <summary>{text("evidence.claim.details")}</summary>
      <dl className="facts">
        <dt>{text("evidence.claim.population")}</dt>
        <dd>{claim.population}</dd>
        <dt>{text("evidence.claim.relevant-to")}</dt>
        <dd>{claim.serves.map((topic) => text("evidence.topic", { topic })).join("; ")}</dd>
        <dt>{text("evidence.claim.limits")}</dt>
        <dd>
          <ul className="plain-list stack-tight stack">
            {claim.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </dd>
        <dt>{text("evidence.claim.based-on")}</dt>
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
