import { Form } from "react-router";
import { Button, Card, Choice, LongField } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";

type Sentence = ConceptPageShown["overview"][number];

/** A sentence as somebody wrote it, kept or not. */
export type SentenceDraft = Pick<Sentence, "words" | "kind" | "cites">;

const kinds = { converge: "Where they meet", divide: "What divides them" } as const;

/** Where the authors meet and what divides them, each sentence with the passages it rests on. */
export function Overview({
  page,
  mayWrite,
  draft,
}: {
  readonly page: ConceptPageShown;
  readonly mayWrite: boolean;
  /** What was sent and could not be kept. */
  readonly draft: readonly SentenceDraft[] | null;
}) {
  const mayCite = mayWrite && page.passages.length > 0;
  if (page.overview.length === 0 && !mayCite) return null;
  return (
    <Card title="In short">
      {page.overview.length === 0 && (
        <p className="soft">Nobody has said yet where these authors meet and what divides them.</p>
      )}
      {(["converge", "divide"] as const).map((kind) => (
        <Sentences key={kind} kind={kind} sentences={page.overview.filter((one) => one.kind === kind)} />
      ))}
      {mayCite && (
        <details className="details" open={draft !== null}>
          <summary>{page.overview.length === 0 ? "Write it" : "Change it"}</summary>
          <OverviewForm page={page} draft={draft} />
        </details>
      )}
    </Card>
  );
}

function Sentences({
  kind,
  sentences,
}: Pick<Sentence, "kind"> & { readonly sentences: readonly Sentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="stack stack-tight">
      <h3 className="overview-kind">{kinds[kind]}</h3>
      <ul className="overview">
        {sentences.map(({ words, numbers, remarks }) => (
          <li key={words}>
            <span>
              {words}{" "}
              {numbers.map((number) => (
                <a key={number} href={`#passage-${number}`} className="cite">
                  [{number}]
                </a>
              ))}
            </span>
            {remarks.map((remark) => (
              <span key={remark} className="overview-remark small">
                {remark}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** All sentences in one form, and room for one more; one that is emptied falls away. */
function OverviewForm({
  page,
  draft,
}: {
  readonly page: ConceptPageShown;
  readonly draft: readonly SentenceDraft[] | null;
}) {
  const written: readonly SentenceDraft[] = draft ?? page.overview;
  const blank: SentenceDraft = { words: "", kind: written.length === 0 ? "converge" : "divide", cites: [] };
  const rows = [...written, blank];
  return (
    <Form
      // What was typed into a row belongs to its sentence, not to its place: other sentences, another form.
      key={page.overview.map(({ words }) => words).join("\n")}
      method="post"
      className="stack"
      preventScrollReset
    >
      <p className="soft small">
        One idea to a sentence, and under it the passages that bear it. Empty a sentence to take it out.
      </p>
      {rows.map((row, at) => (
        <SentenceFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other identity than their place
          key={at}
          at={at}
          row={row}
          page={page}
        />
      ))}
      <div>
        <Button name="intent" value="overview" look="quiet">
          Keep these sentences
        </Button>
      </div>
    </Form>
  );
}

function SentenceFields({
  at,
  row,
  page,
}: {
  readonly at: number;
  readonly row: SentenceDraft;
  readonly page: ConceptPageShown;
}) {
  const beyond = page.citedBeyond.filter(({ id }) => row.cites.includes(id));
  return (
    <fieldset className="overview-row stack stack-tight">
      <legend className="visually-hidden">Sentence {at + 1}</legend>
      <LongField
        label={row.words === "" ? "A further sentence" : `Sentence ${at + 1}`}
        name={`words-${at}`}
        rows={2}
        maxLength={600}
        defaultValue={row.words}
      />
      <Choice label="It says" name={`kind-${at}`} defaultValue={row.kind} short>
        {Object.entries(kinds).map(([value, label]) => (
          <option key={value} value={value}>
            {label.toLowerCase()}
          </option>
        ))}
      </Choice>
      <fieldset className="cite-choices">
        <legend className="field-label">It rests on</legend>
        {page.passages.map(({ id, number, inShort }) => (
          <CiteChoice key={id} at={at} id={id} isCited={row.cites.includes(id)}>
            {number} <span className="soft">{inShort}</span>
          </CiteChoice>
        ))}
        {beyond.map(({ id, label }) => (
          <CiteChoice key={id} at={at} id={id} isCited>
            {label}
          </CiteChoice>
        ))}
      </fieldset>
    </fieldset>
  );
}

function CiteChoice(props: {
  readonly at: number;
  readonly id: string;
  readonly isCited: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <label className="check">
      <input type="checkbox" name={`cites-${props.at}`} value={props.id} defaultChecked={props.isCited} />
      <span>{props.children}</span>
    </label>
  );
}
