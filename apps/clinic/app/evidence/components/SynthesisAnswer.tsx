import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Chart, Notice, RaterMark, Table } from "../../ui/index.ts";
import type { computedPage } from "../page-data/synthesis-page.server.ts";
import { isOneOf, raters } from "../page-data/terms.ts";

type Computed = ReturnType<typeof computedPage>;

/** The answer in a sentence, with its bar. */
export function SynthesisAnswer({ page }: { readonly page: Computed }) {
  const { text } = useMessages();
  const { answer, claim } = page;
  return (
    <section className="card answer" aria-label={text("evidence.synthesis.result.title")}>
      {claim !== null && (
        <p className="sentence">
          <Link to={`/evidence/claim/${claim.id}`}>{claim.sentence}</Link>
        </p>
      )}
      <div className="claim-page-size" role="status">
        {answer.bar !== null && <Chart svg={answer.bar} />}
        <p className="answer-figure figures">{answer.sentence}</p>
      </div>
      {page.filter.length > 0 && (
        <p className="soft">{text("evidence.synthesis.result.filtered", { filter: page.filter })}</p>
      )}
      {answer.further !== null && <p className="soft">{answer.further}</p>}
    </section>
  );
}

/** Who rated: the first thing to ask in this field. */
export function RaterTable({ page }: { readonly page: Computed }) {
  const { text } = useMessages();
  const interval = text("evidence.synthesis.raters.interval", { level: page.level });
  return (
    <div className="stack">
      {page.raterTest !== null && <p>{page.raterTest}</p>}
      <Table
        caption={text("evidence.synthesis.raters.caption")}
        captionHidden
        stacks
        head={
          <tr>
            <th scope="col">{text("evidence.synthesis.raters.rater")}</th>
            <th scope="col">{text("evidence.synthesis.raters.estimate")}</th>
            <th scope="col">{interval}</th>
            <th scope="col">
              <span className="visually-hidden">{text("evidence.synthesis.raters.plot")}</span>
            </th>
            <th scope="col">{text("evidence.synthesis.raters.based-on")}</th>
          </tr>
        }
      >
        {page.raters.map((row) => (
          <tr key={row.name}>
            <th scope="row" className="nowrap">
              <Rater name={row.name} />
            </th>
            <td data-label={text("evidence.synthesis.raters.estimate")} className="figures">
              {row.estimate}
            </td>
            <td data-label={interval} className="figures nowrap">
              {row.interval}
            </td>
            <td className="bar-cell">{row.bar !== null && <Chart svg={row.bar} />}</td>
            <td data-label={text("evidence.synthesis.raters.based-on")} className="soft nowrap">
              {text("evidence.body.effects", { effects: row.effects, studies: row.studies })}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Rater({ name }: { readonly name: string }) {
  const { text } = useMessages();
  if (!isOneOf(raters, name)) return <span>{name}</span>;
  const rater = text(`evidence.rater.${name}`);
  if (name === "client" || name === "therapist" || name === "observer")
    return <RaterMark rater={name}>{rater}</RaterMark>;
  return <span>{rater}</span>;
}

/** What a reader must know before using the figure. */
export function Cautions({ cautions }: { readonly cautions: readonly string[] }) {
  const { text } = useMessages();
  if (cautions.length === 0) return null;
  return (
    <Notice tone="credible" title={text("evidence.synthesis.cautions")}>
      <ul className="limits">
        {cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
    </Notice>
  );
}
