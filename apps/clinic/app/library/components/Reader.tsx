import type { ReaderBlock, ReaderView } from "@concord/practice";
import { Link } from "react-router";

/** The chapters beside the one that is read. */
export function Reader({ view, at }: { readonly view: ReaderView; readonly at: number }) {
  const { sections, current, id } = view;
  const next = sections[current + 1];
  const link = (from: number) => `/library/text/${id}?at=${from}`;
  const sought = view.blocks.findLast((block) => at > 0 && block.from <= at);
  return (
    <div className="reader">
      <nav className="reader-chapters" aria-label="Chapters">
        <ol>
          {sections.map(({ title, from, isBody }, index) => (
            <li key={from} className={isBody ? undefined : "soft"}>
              <Link to={link(from)} aria-current={index === current ? "true" : undefined}>
                {title === "" ? "Beginning" : title}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <article className="reader-text" lang={view.source.language ?? undefined}>
        {view.remarks.map((remark) => (
          <p key={remark} className="soft small">
            {remark}
          </p>
        ))}
        {view.blocks.map((block) => (
          <ReaderParagraph key={block.from} block={block} isSought={block === sought} />
        ))}
        {next !== undefined && (
          <p>
            <Link to={link(next.from)}>Next: {next.title === "" ? "the following part" : next.title}</Link>
          </p>
        )}
      </article>
    </div>
  );
}

function ReaderParagraph({ block, isSought }: { readonly block: ReaderBlock; readonly isSought: boolean }) {
  const words = block.pieces.map((piece, index) =>
    piece.quotedFor === null ? (
      piece.words
    ) : (
      // Pieces of a block never change places.
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no other name than its place
      <mark key={index}>
        <Link to={`/library/concept/${piece.quotedFor.concept}`} title={`Quoted for ${piece.quotedFor.name}`}>
          {piece.words}
        </Link>
      </mark>
    ),
  );
  if (block.kind === "heading") return <h2>{words}</h2>;
  return (
    <p className={block.kind === "note" ? "soft small" : undefined} data-sought={isSought ? "" : undefined}>
      {block.pages.map((page) => (
        <span key={page} className="reader-page" title={`Page ${page} begins here`}>
          p. {page}
        </span>
      ))}
      {words}
    </p>
  );
}
