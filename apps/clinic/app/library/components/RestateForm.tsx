import { Form } from "react-router";
import { Button, LongField } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";
import { RulingChoices } from "./RulingChoices.tsx";

/** Says anew what an accepted passage is; the words quoted stay. A draft becomes the scholar's when it is kept. */
export function RestateForm({
  passage,
  mayDraft,
}: {
  readonly passage: ConceptPageShown["passages"][number];
  readonly mayDraft: boolean;
}) {
  const isDraft = passage.gloss !== null && passage.glossBy === "model";
  const mayAsk = mayDraft && (passage.gloss === null || isDraft);
  return (
    <details className="details">
      <summary>{isDraft ? "Check the draft" : "Change it"}</summary>
      <Form
        // Another gloss than the one that was here: another form.
        key={`${passage.gloss} ${passage.rank} ${passage.stance}`}
        method="post"
        className="stack"
        preventScrollReset
      >
        <input type="hidden" name="ruling" value={passage.id} />
        <LongField
          label="In a sentence, what it claims"
          name="gloss"
          rows={2}
          defaultValue={passage.gloss ?? ""}
          hint={isDraft ? "Kept as it is or changed, it is yours; emptied, it is gone." : undefined}
        />
        <div className="row">
          <RulingChoices judgement={passage.rank} stance={passage.stance ?? ""} />
        </div>
        <div className="row">
          <Button name="intent" value="restate" look="quiet">
            {isDraft ? "Keep it as mine" : "Keep this"}
          </Button>
          {mayAsk && (
            <Button name="intent" value="draft" look="plain">
              {isDraft ? "Draft it again" : "Let the language model draft it"}
            </Button>
          )}
        </div>
      </Form>
    </details>
  );
}
