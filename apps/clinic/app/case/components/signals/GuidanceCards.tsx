import type { Advice } from "@concord/signals";
import { Link } from "react-router";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { conceptName } from "../../../ui/clinical/concept-names.ts";
import { useMessages } from "../../../ui/frame/messages.ts";
import { RichText } from "../../../ui/frame/RichText.tsx";
import { Badge } from "../../../ui/index.ts";
import { markup } from "../markup.tsx";
import { BasisList, gradeIds } from "./BasisList.tsx";

/** Points to consider before the next session: at most three, each with a question to oneself first. */
export function GuidanceCards({
  advice,
  paused,
}: {
  readonly advice: readonly Advice[];
  /** How many more there would be, were they not paused. */
  readonly paused: number;
}) {
  const messages = useMessages();
  const { of, text } = messages;
  const held =
    paused === 0 ? null : <p className="soft small">{text("case.guidance.paused", { count: paused })}</p>;
  if (advice.length === 0) return held ?? <p className="soft">{text("case.guidance.none")}</p>;
  return (
    <>
      <ul className="guidance">
        {advice.map(({ card, signals, situations }) => (
          <li key={card.id}>
            <h3>{of(card.title)}</h3>
            <p>{of(card.think)}</p>
            <p className="guidance-own">
              <RichText
                id="case.guidance.own"
                values={{ question: card.ownPart }}
                tags={{ strong: markup.strong }}
              />
            </p>
            {card.ask.length > 0 && (
              <>
                <p className="soft small">{text("case.guidance.ask")}</p>
                <ul className="asks">
                  {card.ask.map((question) => (
                    <li key={question.id}>{of(question)}</li>
                  ))}
                </ul>
              </>
            )}
            <span className="grade">
              <Badge>{text(gradeIds[card.grade])}</Badge>
            </span>
            <details className="details details-small">
              <summary>{text("case.guidance.why")}</summary>
              <div className="basis">
                <p>{text("case.guidance.because")}</p>
                <ul className="answers-to">
                  {signals.map((signal) => (
                    <li key={`${signal.detector}-${signal.session}-${signal.rater}-${signal.scale}`}>
                      {text("case.guidance.signal", { session: signal.session, finding: signal.message })}
                    </li>
                  ))}
                  {situations.map((situation) => (
                    <li key={situation.kind}>{of(situation.message)}</li>
                  ))}
                </ul>
                <BasisList basis={card.basis} />
                {card.concepts !== undefined && (
                  <p>
                    {text("case.guidance.concepts")}{" "}
                    {card.concepts.map((id, at) => (
                      <span key={id}>
                        {at > 0 && " · "}
                        <Link to={`/library/concept/${id}`}>{conceptName(id, messages)}</Link>
                      </span>
                    ))}
                  </p>
                )}
                <p className="soft small">
                  {text("case.guidance.card", { id: card.id, version: card.version })}
                  {card.because.length > 0 && (
                    <>
                      {" · "}
                      {text("case.guidance.claims")} <ClaimLinks claims={card.because} />
                    </>
                  )}
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
      {held}
    </>
  );
}
