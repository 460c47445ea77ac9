import { Chart } from "./index.ts";

/** One drawing at two widths, so that letters keep their size; the style sheet shows the one that fits. */
export function ResponsiveChart(props: {
  readonly drawn: { readonly wide: string; readonly narrow: string; readonly words: string };
}) {
  const { wide, narrow, words } = props.drawn;
  return (
    <figure className="both-figure">
      <div className="both-wide">
        <Chart svg={wide} />
      </div>
      <div className="both-narrow">
        <Chart svg={narrow} />
      </div>
      <figcaption className="soft small">{words}</figcaption>
    </figure>
  );
}
