import type { OfferBy } from "@concord/practice";
import { Form, Link } from "react-router";
import { Button, EmptyState, LongField } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";
import { rankWords } from "../words.ts";
import { RulingChoices } from "./RulingChoices.tsx";

/** What the library offers beyond what was accepted: each with a suggested rank, its reasons, and a form to decide. */
export function Candidates({
  page,
  by,
  mayWrite,
}: {
  readonly page: ConceptPageShown;
  readonly by: OfferBy;
  readonly mayWrite: boolean;
}) {
  if (page.texts === 0)
    return (
      <EmptyState
        title="There is nothing to search yet"
        {...(mayWrite && { action: <Link to="/library/texts">Add a text</Link> })}
      >
        Passages are gathered from your own texts.
      </EmptyState>
    );
  if (page.candidates.length === 0)
    return (
      <EmptyState title="Nothing further was found">
        {by === "names"
          ? "Add a text, or a wording by which authors call it."
          : "No other passage shares the words that mark those accepted."}
      </EmptyState>
    );
  return (
    <ol className="passages">
      {page.candidates.map((candidate) => (
        <li key={candidate.link} className="card passage">
          <blockquote>{candidate.words}</blockquote>
          <p className="small">
            <Link to={candidate.link}>{candidate.place}</Link>
          </p>
          {candidate.cautions.length > 0 && (
            <ul className="limits small">
              {candidate.cautions.map((caution) => (
                <li key={caution}>{caution}</li>
              ))}
            </ul>
          )}
          <details className="details">
            <summary>
              {`Suggested: ${rankWords[candidate.judgement].toLowerCase()}${mayWrite ? ". Decide" : ""}`}
            </summary>
            <ul className="limits small">
              {candidate.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {mayWrite && <RulingForm candidate={candidate} />}
          </details>
        </li>
      ))}
    </ol>
  );
}

function RulingForm({ candidate }: { readonly candidate: ConceptPageShown["candidates"][number] }) {
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="text" value={candidate.text} />
      <input type="hidden" name="from" value={candidate.from} />
      <input type="hidden" name="to" value={candidate.to} />
      <div className="row">
        <RulingChoices judgement={candidate.judgement} stance="" />
      </div>
      <LongField
        label="Words to quote"
        name="words"
        rows={2}
        hint="Copied from the passage; leave words out with […]. Empty quotes all of it."
      />
      <LongField label="In a sentence, what it claims" name="gloss" rows={2} />
      <div>
        <Button name="intent" value="rule" look="quiet">
          Keep this
        </Button>
      </div>
    </Form>
  );
}
