import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Field, LongField } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";

/** The names of the concept: current terms, historical ones, and the same words with another meaning. */
export function Thesaurus({
  page,
  mayWrite,
}: {
  readonly page: ConceptPageShown;
  readonly mayWrite: boolean;
}) {
  const { concept, proposals } = page;
  const { text } = useMessages();
  const wordings = (kind: "variant" | "period") => concept.wordings.filter((one) => one.kind === kind);
  return (
    <Card title={text("library.names.title")}>
      <WordRow title={text("library.names.current")} words={wordings("variant").map(({ words }) => words)} />
      {[...Map.groupBy(wordings("period"), ({ school }) => school ?? text("library.names.historical"))].map(
        ([school, own]) => (
          <WordRow key={school} title={school} words={own.map(({ words }) => words)} />
        ),
      )}
      <WordRow title={text("library.names.excluded")} words={concept.excluded} />
      {proposals.length > 0 && (
        <p className="soft small">
          {text("library.names.frequent", { terms: proposals.map(({ words }) => words) })}
        </p>
      )}
      {mayWrite && (
        <details className="details">
          <summary>{text("library.names.edit")}</summary>
          <Form method="post" className="stack">
            <Field label={text("library.names.name")} name="name" defaultValue={concept.name} required />
            <LongField
              label={text("library.names.definition")}
              name="definition"
              rows={3}
              defaultValue={concept.definition}
            />
            <LongField
              label={text("library.names.current-field")}
              name="variants"
              rows={4}
              defaultValue={wordings("variant")
                .map(({ words }) => words)
                .join("\n")}
            />
            <LongField
              label={text("library.names.historical-field")}
              name="periods"
              rows={4}
              hint={text("library.names.historical-hint")}
              defaultValue={wordings("period")
                .map(({ words, school }) => (school === null ? words : `${words} | ${school}`))
                .join("\n")}
            />
            <LongField
              label={text("library.names.excluded-field")}
              name="excluded"
              rows={2}
              defaultValue={concept.excluded.join("\n")}
            />
            <div>
              <Button name="intent" value="names" look="quiet">
                {text("library.names.save")}
              </Button>
            </div>
          </Form>
        </details>
      )}
    </Card>
  );
}

function WordRow({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className="small">
      <span className="name-school">{title}</span>
      {words.join(" · ")}
    </p>
  );
}
