import { Form } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { Button, Card, Choice, LongField } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";

type Sentence = ConceptPageShown["overview"][number];

/** A sentence as a person wrote it, saved or not. */
export type SentenceDraft = Pick<Sentence, "words" | "kind" | "cites">;

const kinds = {
  converge: "library.overview.agreement",
  divide: "library.overview.disagreement",
} as const;

/** Points of agreement and disagreement, each sentence with the passages it cites. */
export function Overview({
  page,
  mayWrite,
  draft,
}: {
  readonly page: ConceptPageShown;
  readonly mayWrite: boolean;
  /** What was sent and could not be saved. */
  readonly draft: readonly SentenceDraft[] | null;
}) {
  const { text } = useMessages();
  const mayCite = mayWrite && page.passages.length > 0;
  if (page.overview.length === 0 && !mayCite) return null;
  return (
    <Card title={text("library.overview.title")}>
      {page.overview.length === 0 && <p className="soft">{text("library.overview.empty")}</p>}
      {(["converge", "divide"] as const).map((kind) => (
        <Sentences key={kind} kind={kind} sentences={page.overview.filter((one) => one.kind === kind)} />
      ))}
      {mayCite && (
        <details className="details" open={draft !== null}>
          <summary>
            {text(page.overview.length === 0 ? "library.overview.write" : "library.overview.edit")}
          </summary>
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
  const { of, text } = useMessages();
  if (sentences.length === 0) return null;
  return (
    <div className="stack stack-tight">
      <h3 className="overview-kind">{text(kinds[kind])}</h3>
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
            {remarks.map(of).map((remark) => (
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

/** All sentences in one form, and an empty one; one that is cleared is deleted. */
function OverviewForm({
  page,
  draft,
}: {
  readonly page: ConceptPageShown;
  readonly draft: readonly SentenceDraft[] | null;
}) {
  const { text } = useMessages();
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
      <p className="soft small">{text("library.overview.hint")}</p>
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
          {text("library.overview.save")}
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
  const { of, text } = useMessages();
  const sentence = text("library.overview.sentence", { number: at + 1 });
  const beyond = page.citedBeyond.filter(({ id }) => row.cites.includes(id));
  return (
    <fieldset className="overview-row stack stack-tight">
      <legend className="visually-hidden">{sentence}</legend>
      <LongField
        label={row.words === "" ? text("library.overview.sentence.new") : sentence}
        name={`words-${at}`}
        rows={2}
        maxLength={600}
        defaultValue={row.words}
      />
      <Choice label={text("library.overview.type")} name={`kind-${at}`} defaultValue={row.kind} short>
        {(["converge", "divide"] as const).map((value) => (
          <option key={value} value={value}>
            {text(kinds[value])}
          </option>
        ))}
      </Choice>
      <fieldset className="cite-choices">
        <legend className="field-label">{text("library.overview.supporting")}</legend>
        {page.passages.map(({ id, number, inShort }) => (
          <CiteChoice key={id} at={at} id={id} isCited={row.cites.includes(id)}>
            <RichText
              id="library.overview.cite"
              values={{ number, place: inShort }}
              tags={{ soft: (inside) => <span className="soft">{inside}</span> }}
            />
          </CiteChoice>
        ))}
        {beyond.map(({ id, label }) => (
          <CiteChoice key={id} at={at} id={id} isCited>
            {of(label)}
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
