import { Form } from "react-router";
import { Button, Card, Field, LongField } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";

/** By which names the concept goes: today's, those of other years, and the same words in other senses. */
export function Thesaurus({
  page,
  mayWrite,
}: {
  readonly page: ConceptPageShown;
  readonly mayWrite: boolean;
}) {
  const { concept, proposals } = page;
  const wordings = (kind: "variant" | "period") => concept.wordings.filter((one) => one.kind === kind);
  return (
    <Card title="Its names">
      <WordRow title="Today" words={wordings("variant").map(({ words }) => words)} />
      {[...Map.groupBy(wordings("period"), ({ school }) => school ?? "In other years")].map(
        ([school, own]) => (
          <WordRow key={school} title={school} words={own.map(({ words }) => words)} />
        ),
      )}
      <WordRow title="Not meant" words={concept.excluded} />
      {proposals.length > 0 && (
        <p className="soft small">
          Words the accepted passages share: {proposals.map(({ words }) => words).join(", ")}.
        </p>
      )}
      {mayWrite && (
        <details className="details">
          <summary>Change its names</summary>
          <Form method="post" className="stack">
            <Field label="Name" name="name" defaultValue={concept.name} required />
            <LongField label="What it is" name="definition" rows={3} defaultValue={concept.definition} />
            <LongField
              label="Names of today, one a line"
              name="variants"
              rows={4}
              defaultValue={wordings("variant")
                .map(({ words }) => words)
                .join("\n")}
            />
            <LongField
              label="Names of other years and schools, one a line"
              name="periods"
              rows={4}
              hint="A school after a bar: faith in the physician | suggestion"
              defaultValue={wordings("period")
                .map(({ words, school }) => (school === null ? words : `${words} | ${school}`))
                .join("\n")}
            />
            <LongField
              label="The same words in another sense, one a line"
              name="excluded"
              rows={2}
              defaultValue={concept.excluded.join("\n")}
            />
            <div>
              <Button name="intent" value="names" look="quiet">
                Keep these names
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
