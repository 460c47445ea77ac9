import type { Advice } from "@concord/signals";
import { Link } from "react-router";
import { ClaimLinks } from "../../../ui/clinical/ClaimLinks.tsx";
import { conceptNames } from "../../../ui/clinical/concept-names.ts";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge } from "../../../ui/index.ts";
import { BasisList } from "./BasisList.tsx";

const gradeWords: Readonly<Record<Advice["card"]["grade"], string>> = {
  A: "Evidence A, meta-analysis",
  B: "Evidence B, trial or longitudinal study",
  C: "Evidence C, expert consensus",
};

/** What to think about before the next session: at most three cards, the therapist's own part first. */
export function GuidanceCards({ advice }: { readonly advice: readonly Advice[] }) {
  const { of } = useMessages();
  if (advice.length === 0) {
    return <p className="soft">Nothing in the ratings asks for a particular thought right now.</p>;
  }
  return (
    <ul className="guidance">
      {advice.map(({ card, signals, situations }) => (
        <li key={card.id}>
          <h3>{of(card.title)}</h3>
          <p>{of(card.think)}</p>
          <p className="guidance-own">
            <strong>Ask yourself first.</strong> {of(card.ownPart)}
          </p>
          {card.ask.length > 0 && (
            <>
              <p className="soft small">You might ask, in your own words:</p>
              <ul className="asks">
                {card.ask.map((question) => (
                  <li key={question.id}>{of(question)}</li>
                ))}
              </ul>
            </>
          )}
          <span className="grade">
            <Badge>{gradeWords[card.grade]}</Badge>
          </span>
          <details className="details details-small">
            <summary>Why this card</summary>
            <div className="basis">
              <p>It answers to what was found here:</p>
              <ul className="answers-to">
                {signals.map((signal) => (
                  <li key={`${signal.detector}-${signal.session}-${signal.rater}-${signal.scale}`}>
                    Session {signal.session}: {of(signal.message)}
                  </li>
                ))}
                {situations.map((situation) => (
                  <li key={situation.kind}>{of(situation.message)}</li>
                ))}
              </ul>
              <BasisList basis={card.basis} />
              {card.concepts !== undefined && (
                <p>
                  What authors wrote:{" "}
                  {card.concepts.map((id, at) => (
                    <span key={id}>
                      {at > 0 && ", "}
                      <Link to={`/library/concept/${id}`}>{conceptNames[id] ?? id}</Link>
                    </span>
                  ))}
                  .
                </p>
              )}
              <p className="soft small">
                Card {card.id}, version {card.version}
                {card.because.length > 0 && (
                  <>
                    ; claims: <ClaimLinks claims={card.because} />
                  </>
                )}
                .
              </p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
