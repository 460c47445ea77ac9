import type { ReaderBlock, ReaderView } from "@concord/practice";
import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";

/** The chapters beside the one that is read. */
export function Reader({ view, at }: { readonly view: ReaderView; readonly at: number }) {
  const { sections, current, id } = view;
  const { text, written } = useMessages();
  const next = sections[current + 1];
  const link = (from: number) => `/library/text/${id}?at=${from}`;
  const sought = view.blocks.findLast((block) => at > 0 && block.from <= at);
  return (
    <div className="reader">
      <nav className="reader-chapters" aria-label={text("library.reader.contents")}>
        <ol>
          {sections.map(({ title, from, isBody }, index) => (
            <li key={from} className={isBody ? undefined : "soft"}>
              <Link to={link(from)} aria-current={index === current ? "true" : undefined}>
                {title === "" ? text("library.reader.start") : title}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <article className="reader-text" lang={view.source.language ?? undefined}>
        {view.remarks.map((remark) => (
          <p key={written(remark)} className="soft small">
            {written(remark)}
          </p>
        ))}
        {view.blocks.map((block) => (
          <ReaderParagraph key={block.from} block={block} isSought={block === sought} />
        ))}
        {next !== undefined && (
          <p>
            <Link to={link(next.from)}>
              {text("library.reader.next", {
                title: next.title === "" ? text("library.reader.next.section") : next.title,
              })}
            </Link>
          </p>
        )}
      </article>
    </div>
  );
}

function ReaderParagraph({ block, isSought }: { readonly block: ReaderBlock; readonly isSought: boolean }) {
  const { text } = useMessages();
  const words = block.pieces.map((piece, index) =>
    piece.quotedFor === null ? (
      piece.words
    ) : (
      // Pieces of a block never change places.
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no other name than its place
      <mark key={index}>
        <Link
          to={`/library/concept/${piece.quotedFor.concept}`}
          title={text("library.reader.quoted", { concept: piece.quotedFor.name })}
        >
          {piece.words}
        </Link>
      </mark>
    ),
  );
  if (block.kind === "heading") return <h2>{words}</h2>;
  return (
    <p className={block.kind === "note" ? "soft small" : undefined} data-sought={isSought ? "" : undefined}>
      {block.pages.map((page) => (
        <span key={page} className="reader-page" title={text("library.reader.page-start", { page })}>
          {text("library.reader.page", { page })}
        </span>
      ))}
      {words}
    </p>
  );
}
