import { type ReactNode, useId } from "react";

/**
 * A table that scrolls sideways on a narrow screen, by keyboard too. `caption` is its name. With `stacks`, a narrow
 * screen shows each row as a block of its own, every cell after the words of its `data-label`.
 */
export function Table(props: {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly stacks?: boolean;
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    // A region that scrolls must be reachable without a pointer.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need keyboard access (WCAG 2.1.1)
    <section className="table-scroll" aria-labelledby={id} tabIndex={0}>
      <table className={props.stacks === true ? "table table--stacks" : "table"}>
        <caption id={id}>
          {props.captionHidden === true ? (
            <span className="visually-hidden">{props.caption}</span>
          ) : (
            props.caption
          )}
        </caption>
        <thead>{props.head}</thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}
