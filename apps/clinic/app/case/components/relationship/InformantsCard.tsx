import type { InformantSummary } from "@concord/course";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Card, Notice, RaterMark } from "../../../ui/index.ts";
import { markup } from "../markup.tsx";
import { ConfidentialityTable } from "./ConfidentialityTable.tsx";
import { Meter } from "./Meter.tsx";

/** Who has rated the alliance with a young client; a child's own rating is never shown alone. */
export function InformantsCard({
  chairs,
  client,
}: {
  readonly chairs: InformantSummary;
  readonly client: string;
}) {
  const { text } = useMessages();
  const young = chairs.ageBand === "child" ? "child" : "adolescent";
  return (
    <Card title={text(`relationship.informants.title.${young}`)}>
      {chairs.stands === "alone" && (
        <Notice tone="note" title={text("relationship.informants.alone")}>
          <p>{text("relationship.informants.alone.text")}</p>
        </Notice>
      )}
      {young === "child" && chairs.stands === "beside-others" && (
        <p>{text("relationship.informants.child")}</p>
      )}
      {young === "adolescent" && <p>{text("relationship.informants.adolescent")}</p>}
      <ul className="chairs">
        {chairs.chairs.map(({ rater, latest, ratings }) => (
          <li key={rater}>
            <RaterMark rater={rater}>{rater === "client" ? client : text(`charts.rater.${rater}`)}</RaterMark>
            {latest === null ? (
              <span className="soft">{text("relationship.informants.none")}</span>
            ) : (
              <span>
                <RichText
                  id="relationship.informants.rating"
                  values={{ score: Math.round(latest.percent), session: latest.session, count: ratings }}
                  tags={{ strong: markup.strong, soft: markup.soft }}
                />
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
              label={text(`relationship.informants.side.${scale}`)}
              percent={latest.percent}
              aside={text("relationship.bond.before", {
                score: Math.round(first.percent),
                session: first.session,
              })}
            />
          ))}
        </dl>
      )}
      <ConfidentialityTable ageBand={young} />
      <p className="soft small">
        {young === "child" ? (
          <a href="https://pmc.ncbi.nlm.nih.gov/articles/PMC5587348" lang="en">
            Therapeutic Alliance Scale for Children, N = 50
          </a>
        ) : (
          <>
            {text("relationship.claims.one")} <ClaimLinks claims={["adolescents-own-ratings-predict"]} />
          </>
        )}
      </p>
    </Card>
  );
}
