import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, LongField } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";
import { RulingChoices } from "./RulingChoices.tsx";

/** Edits what is said of an accepted passage; the quotation stays. A draft becomes the scholar’s when it is saved. */
export function RestateForm({
  passage,
  mayDraft,
}: {
  readonly passage: ConceptPageShown["passages"][number];
  readonly mayDraft: boolean;
}) {
  const { text } = useMessages();
  const isDraft = passage.gloss !== null && passage.glossBy === "model";
  const mayAsk = mayDraft && (passage.gloss === null || isDraft);
  return (
    <details className="details">
      <summary>{text(isDraft ? "library.edit.summary.draft" : "library.edit.summary")}</summary>
      <Form
        // Another gloss than the one that was here: another form.
        key={`${passage.gloss} ${passage.rank} ${passage.stance}`}
        method="post"
        className="stack"
        preventScrollReset
      >
        <input type="hidden" name="ruling" value={passage.id} />
        <LongField
          label={text("library.gloss.label")}
          name="gloss"
          rows={2}
          defaultValue={passage.gloss ?? ""}
          hint={isDraft ? text("library.edit.draft-hint") : undefined}
        />
        <div className="row">
          <RulingChoices judgement={passage.rank} stance={passage.stance ?? ""} />
        </div>
        <div className="row">
          <Button name="intent" value="restate" look="quiet">
            {text(isDraft ? "library.edit.save.draft" : "library.edit.save")}
          </Button>
          {mayAsk && (
            <Button name="intent" value="draft" look="plain">
              {text(isDraft ? "library.edit.draft.again" : "library.edit.draft")}
            </Button>
          )}
        </div>
      </Form>
    </details>
  );
}
