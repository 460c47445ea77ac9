import { raterWords } from "@concord/charts";
import type { InformantSummary } from "@concord/course";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { Card, Notice, RaterMark } from "../../../ui/index.ts";
import { ConfidentialityTable } from "./ConfidentialityTable.tsx";
import { Meter } from "./Meter.tsx";

/** Whose views there are of the alliance with a young client; a child's own never stands alone. */
export function InformantsCard({
  chairs,
  client,
}: {
  readonly chairs: InformantSummary;
  readonly client: string;
}) {
  const young = chairs.ageBand === "child" ? "child" : "adolescent";
  return (
    <Card title={young === "child" ? "Several chairs, not one" : "A young person’s own word"}>
      {chairs.stands === "alone" && (
        <Notice tone="note" title="The child’s own form stands alone at the moment">
          <p>Under 11 it says little by itself. Ask the caregiver, or fill in your own form.</p>
        </Notice>
      )}
      {young === "child" && chairs.stands === "beside-others" && (
        <p>
          Under 11 a child’s own form did not agree with observers and therapists, so it is read beside the
          others. The bond matters most: not as a cure, but as what lets a child join in.
        </p>
      )}
      {young === "adolescent" && (
        <p>
          From 11 on the young person’s own word may stand. Being part of it, and a therapist who responds,
          belong to the relationship.
        </p>
      )}
      <ul className="chairs">
        {chairs.chairs.map(({ rater, latest, ratings }) => (
          <li key={rater}>
            <RaterMark rater={rater}>{rater === "client" ? client : raterWords[rater]}</RaterMark>
            {latest === null ? (
              <span className="soft">no rating yet</span>
            ) : (
              <span>
                <strong>{Math.round(latest.percent)}</strong> of 100{" "}
                <span className="soft">
                  in session {latest.session}, {ratings === 1 ? "one rating" : `${ratings} ratings`}
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {chairs.sides.length > 0 && (
        <dl className="meters">
          {chairs.sides.map(({ scale, first, latest }) => (
            <Meter
              key={scale}
              label={sideWords[scale]}
              percent={latest.percent}
              aside={`(${Math.round(first.percent)} in session ${first.session})`}
            />
          ))}
        </dl>
      )}
      <ConfidentialityTable ageBand={young} />
      <p className="soft small">
        {young === "child" ? (
          <a href="https://pmc.ncbi.nlm.nih.gov/articles/PMC5587348">
            Therapeutic Alliance Scale for Children, N = 50
          </a>
        ) : (
          <>
            Claim: <ClaimLinks claims={["adolescents-own-ratings-predict"]} />
          </>
        )}
      </p>
    </Card>
  );
}

const sideWords = {
  involvement: "Being part of it",
  responsiveness: "A therapist who responds",
} as const;
