import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Badge, Card } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";
import { RestateForm } from "./RestateForm.tsx";

/** The accepted passages, theses first; each cut from its text as it is today. */
export function AcceptedPassages({
  page,
  mayWrite,
}: {
  readonly page: ConceptPageShown;
  readonly mayWrite: boolean;
}) {
  const { of, text } = useMessages();
  return (["thesis", "supporting", "aside"] as const).map((rank) => {
    const passages = page.passages.filter((one) => one.rank === rank);
    if (passages.length === 0) return null;
    return (
      <section key={rank} className="stack">
        <h2>{text(`library.passages.${rank}`)}</h2>
        <ol className="passages">
          {passages.map((passage) => (
            <li
              key={passage.id}
              className="card passage"
              value={passage.number}
              id={`passage-${passage.number}`}
            >
              <blockquote>{passage.words}</blockquote>
              {passage.gloss !== null && (
                <p className="gloss">
                  {passage.gloss}
                  {passage.glossBy === "model" && (
                    <Badge tone="credible">{text("library.passages.draft")}</Badge>
                  )}
                </p>
              )}
              <p className="row small">
                <span className="passage-number">{passage.number}</span>
                <Link to={passage.link}>{of(passage.place)}</Link>
                {passage.stance !== null && <Badge>{text(`library.position.${passage.stance}`)}</Badge>}
                {passage.hasMoved && <Badge tone="credible">{text("library.passages.moved")}</Badge>}
              </p>
              {passage.remark !== null && <p className="soft small">{of(passage.remark)}</p>}
              {mayWrite && <RestateForm passage={passage} mayDraft={page.draftsWith !== null} />}
            </li>
          ))}
        </ol>
      </section>
    );
  });
}

/** Which position each passage takes, next to each other. */
export function PositionChart({ page }: { readonly page: ConceptPageShown }) {
  const { text } = useMessages();
  if (page.voices.length === 0) return null;
  return (
    <Card title={text("library.positions.title")}>
      <dl className="facts">
        {page.voices.flatMap(({ stance, numbers }) => [
          <dt key={`${stance} name`}>{text(`library.position.${stance}`)}</dt>,
          <dd key={stance}>
            {numbers.map((number) => (
              <a key={number} href={`#passage-${number}`} className="cite">
                [{number}]
              </a>
            ))}
          </dd>,
        ])}
      </dl>
    </Card>
  );
}
