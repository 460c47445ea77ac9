import type { OfferBy } from "@concord/practice";
import { Form, Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, EmptyState, LongField } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";
import { RulingChoices } from "./RulingChoices.tsx";

/** Suggested passages, each with a suggested rank, its reasons, and a form to decide. */
export function Candidates({
  page,
  by,
  mayWrite,
}: {
  readonly page: ConceptPageShown;
  readonly by: OfferBy;
  readonly mayWrite: boolean;
}) {
  const { of, text } = useMessages();
  if (page.texts === 0)
    return (
      <EmptyState
        title={text("library.candidates.empty.texts-title")}
        {...(mayWrite && { action: <Link to="/library/texts">{text("library.candidates.empty.add")}</Link> })}
      >
        {text("library.candidates.empty.texts")}
      </EmptyState>
    );
  if (page.candidates.length === 0)
    return (
      <EmptyState title={text("library.candidates.empty.title")}>
        {text(by === "names" ? "library.candidates.empty.names" : "library.candidates.empty.similarity")}
      </EmptyState>
    );
  return (
    <ol className="passages">
      {page.candidates.map((candidate) => (
        <li key={candidate.link} className="card passage">
          <blockquote>{candidate.words}</blockquote>
          <p className="small">
            <Link to={candidate.link}>{of(candidate.place)}</Link>
          </p>
          {candidate.cautions.length > 0 && (
            <ul className="limits small">
              {candidate.cautions.map(of).map((caution) => (
                <li key={caution}>{caution}</li>
              ))}
            </ul>
          )}
          <details className="details">
            <summary>
              {text("library.candidates.suggested", {
                rank: candidate.judgement,
                editable: mayWrite ? "yes" : "no",
              })}
            </summary>
            <ul className="limits small">
              {candidate.reasons.map(of).map((reason) => (
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
  const { text } = useMessages();
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="text" value={candidate.text} />
      <input type="hidden" name="from" value={candidate.from} />
      <input type="hidden" name="to" value={candidate.to} />
      <div className="row">
        <RulingChoices judgement={candidate.judgement} stance="" />
      </div>
      <LongField
        label={text("library.candidates.quotation")}
        name="words"
        rows={2}
        hint={text("library.candidates.quotation-hint")}
      />
      <LongField label={text("library.gloss.label")} name="gloss" rows={2} />
      <div>
        <Button name="intent" value="rule" look="quiet">
          {text("library.candidates.accept")}
        </Button>
      </div>
    </Form>
  );
}
