import type { ReactNode } from "react";

/**
 * An act that changes much: the first press opens what it means, the second does it. Works before the script has come.
 */
export function Confirm(props: {
  readonly label: ReactNode;
  readonly grave?: boolean;
  /** As a link within a line, where a button would be too loud. */
  readonly link?: boolean;
  /** Open from the beginning: what was entered in it cannot be used as it is. */
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const look =
    props.link === true ? "link-button" : `button ${props.grave === true ? "button-grave" : "button-quiet"}`;
  return (
    <details className="confirm" open={props.open === true || undefined}>
      <summary className={look}>{props.label}</summary>
      <div className="stack stack-tight confirm-open">{props.children}</div>
    </details>
  );
}
