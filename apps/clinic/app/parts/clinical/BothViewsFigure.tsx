import { Drawing } from "../index.ts";

/** Client and therapist joined session by session, with the two figures of their agreement. */
export function BothViewsFigure(props: {
  readonly both: { readonly wide: string; readonly narrow: string; readonly words: string };
}) {
  const { wide, narrow, words } = props.both;
  return (
    <figure className="both-figure">
      <div className="both-wide">
        <Drawing svg={wide} />
      </div>
      <div className="both-narrow">
        <Drawing svg={narrow} />
      </div>
      <figcaption className="soft small">{words}</figcaption>
    </figure>
  );
}
