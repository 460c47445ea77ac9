import { raterWords } from "@concord/charts";
import { findInstrument } from "@concord/instruments";
import type { ReevaluationView } from "@concord/practice";
import { Card, FormattedDate, Notice } from "../../ui/index.ts";
import { countWords, tookWords, whyWords } from "./evaluation-words.ts";

/** What came of it the last time that it was done to its end. */
export function LastEvaluation({ last }: { readonly last: NonNullable<ReevaluationView["last"]> }) {
  return (
    <Card title="The last time">
      {last.leftOut > 0 && (
        <Notice tone="credible">
          <p>
            {last.leftOut === 1 ? "One case" : `${countWords(last.leftOut)} cases`} could not be evaluated;
            what the caseload says of {last.leftOut === 1 ? "it" : "them"} is from before. Whoever keeps the
            server finds more in its record.
          </p>
        </Notice>
      )}
      <dl className="facts">
        <dt>Done</dt>
        <dd>
          <FormattedDate at={last.finishedAt} />; it took {tookWords(last.startedAt, last.finishedAt)}
        </dd>
        <dt>Why</dt>
        <dd>{whyWords(last.reasons)}</dd>
        <dt>Cases</dt>
        <dd>{countWords(last.cases)}</dd>
        {last.scored > 0 && (
          <>
            <dt>Scored anew</dt>
            <dd>{last.scored === 1 ? "one form" : `${countWords(last.scored)} forms`}</dd>
          </>
        )}
        <dt>Rules</dt>
        <dd>
          {last.byTheseRules
            ? "Those of this release"
            : "Those of another release; all cases are evaluated anew soon"}
        </dd>
        <dt>Expected course</dt>
        <dd>
          <Expected last={last} />
        </dd>
      </dl>
    </Card>
  );
}

function Expected({ last }: { readonly last: NonNullable<ReevaluationView["last"]> }) {
  const { learnt, keptPrior } = last;
  return (
    <>
      {learnt === 0
        ? "Still a general guess: too few cases here to learn from."
        : `Learnt from this practice’s own cases for ${learnt === 1 ? "one form" : `${learnt} forms`}.`}
      {keptPrior.length > 0 && (
        <details className="details">
          <summary>
            {keptPrior.length === 1 ? "One form" : `${keptPrior.length} forms`} without enough to learn from
          </summary>
          <ul className="small">
            {keptPrior.map((one) => (
              <li key={`${one.instrument} ${one.rater}`}>
                {findInstrument(one.instrument)?.title ?? one.instrument} ({wordFor(one.rater)}): {one.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function wordFor(rater: string): string {
  const words: Readonly<Record<string, string>> = raterWords;
  return (words[rater] ?? rater).toLowerCase();
}
