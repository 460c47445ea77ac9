import { Link } from "react-router";
import { Chart, Notice, RaterMark, Table } from "../../ui/index.ts";
import type { computedPage } from "../page-data/synthesis-page.server.ts";
import { counted, raterNouns } from "../page-data/words.ts";

type Computed = ReturnType<typeof computedPage>;

/** The answer in a sentence, with its bar. */
export function SynthesisAnswer({ page }: { readonly page: Computed }) {
  const { answer, claim, narrowed } = page;
  return (
    <section className="card answer" aria-label="The answer">
      {claim !== null && (
        <p className="sentence">
          <Link to={`/evidence/claim/${claim.id}`}>{claim.sentence}</Link>
        </p>
      )}
      <div className="claim-page-size" role="status">
        {answer.bar !== null && <Chart svg={answer.bar} />}
        <p className="answer-figure figures">
          {narrowed && <span className="soft">Counting only some: </span>}
          {answer.sentence}
        </p>
      </div>
      {answer.further !== null && <p className="soft">{answer.further}</p>}
    </section>
  );
}

/** Who rated: the first thing to ask in this field. */
export function RaterTable({ page }: { readonly page: Computed }) {
  return (
    <div className="stack">
      {page.raterTest !== null && <p>{page.raterTest}</p>}
      <Table
        caption="Mean by who rated, under one model"
        captionHidden
        stacks
        head={
          <tr>
            <th scope="col">Who rated</th>
            <th scope="col">Mean</th>
            <th scope="col">Most likely between</th>
            <th scope="col">
              <span className="visually-hidden">Drawn</span>
            </th>
            <th scope="col">From</th>
          </tr>
        }
      >
        {page.raters.map((row) => (
          <tr key={row.name}>
            <th scope="row" className="nowrap">
              <Rater name={row.name} />
            </th>
            <td data-label="Mean" className="figures">
              {row.estimate}
            </td>
            <td data-label="Most likely between" className="figures nowrap">
              {row.interval}
            </td>
            <td className="bar-cell">{row.bar !== null && <Chart svg={row.bar} />}</td>
            <td data-label="From" className="soft nowrap">
              {counted(row.effects, "effect", "effects")} of {counted(row.studies, "study", "studies")}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Rater({ name }: { readonly name: string }) {
  if (name === "client" || name === "therapist" || name === "observer")
    return <RaterMark rater={name}>{raterNouns[name]}</RaterMark>;
  return <span>{Object.hasOwn(raterNouns, name) ? raterNouns[name as keyof typeof raterNouns] : name}</span>;
}

/** What a reader must know before using the figure. */
export function Cautions({ cautions }: { readonly cautions: readonly string[] }) {
  if (cautions.length === 0) return null;
  return (
    <Notice tone="credible" title="Before you use this">
      <ul className="limits">
        {cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
    </Notice>
  );
}
