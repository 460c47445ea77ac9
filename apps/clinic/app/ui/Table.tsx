import { type ReactNode, useId } from "react";

/**
 * A table that scrolls sideways on a narrow screen, by keyboard too. `caption` is its name. With `stacks`, a narrow
 * screen shows each row as a block of its own, every cell after the words of its `data-label`.
 */
export function Table(props: {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly stacks?: boolean;
  readonly className?: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  const className = ["table", props.stacks === true && "table--stacks", props.className]
    .filter((name) => typeof name === "string")
    .join(" ");
  return (
    // A region that scrolls must be reachable without a pointer.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need keyboard access (WCAG 2.1.1)
    <section className="table-scroll" aria-labelledby={id} tabIndex={0}>
      <table className={className}>
        <caption id={id}>
          {props.captionHidden === true ? (
            <span className="visually-hidden">{props.caption}</span>
          ) : (
            <span className="caption-words">{props.caption}</span>
          )}
        </caption>
        <thead>{props.head}</thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}
