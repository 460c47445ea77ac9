import { Link } from "react-router";
import { Badge, Card } from "../../ui/index.ts";
import type { ConceptPageShown } from "../concept-page.server.ts";
import { stanceWords } from "../words.ts";
import { RestateForm } from "./RestateForm.tsx";

const titles = { thesis: "Theses", supporting: "Supporting passages", aside: "Asides" } as const;

/** The passages the scholar accepted, theses first; each cut from its text as it stands today. */
export function AcceptedPassages({
  page,
  mayWrite,
}: {
  readonly page: ConceptPageShown;
  readonly mayWrite: boolean;
}) {
  return (["thesis", "supporting", "aside"] as const).map((rank) => {
    const passages = page.passages.filter((one) => one.rank === rank);
    if (passages.length === 0) return null;
    return (
      <section key={rank} className="stack">
        <h2>{titles[rank]}</h2>
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
                  {passage.glossBy === "model" && <Badge tone="credible">Drafted by a language model</Badge>}
                </p>
              )}
              <p className="row small">
                <span className="passage-number">{passage.number}</span>
                <Link to={passage.link}>{passage.place}</Link>
                {passage.stance !== null && <Badge>{stanceWords[passage.stance]}</Badge>}
                {passage.hasMoved && <Badge tone="credible">Stands elsewhere than when accepted</Badge>}
              </p>
              {passage.remark !== null && <p className="soft small">{passage.remark}</p>}
              {mayWrite && <RestateForm passage={passage} mayDraft={page.draftsWith !== null} />}
            </li>
          ))}
        </ol>
      </section>
    );
  });
}

/** Who holds what, side by side. */
export function PositionChart({ page }: { readonly page: ConceptPageShown }) {
  if (page.voices.length === 0) return null;
  return (
    <Card title="Where they stand">
      <dl className="facts">
        {page.voices.flatMap(({ stance, numbers }) => [
          <dt key={`${stance} name`}>{stanceWords[stance]}</dt>,
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
