import { type ReactNode, useId } from "react";

/** A thing with a name: a section with its heading, on its own surface. */
export function Card(props: {
  /** What a link on the same page leads to. */
  readonly id?: string;
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useId();
  if (props.title === undefined)
    return (
      <div className="card" id={props.id}>
        {props.children}
      </div>
    );
  return (
    <section className="card" id={props.id} aria-labelledby={heading}>
      <div className="card-head">
        <h2 id={heading}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
