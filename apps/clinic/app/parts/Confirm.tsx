import type { ReactNode } from "react";

/**
 * An act that changes much: the first press opens what it means, the second does it. Works before the script has come.
 */
export function Confirm(props: {
  readonly label: ReactNode;
  readonly grave?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="confirm">
      <summary className={`button ${props.grave === true ? "button-grave" : "button-quiet"}`}>
        {props.label}
      </summary>
      <div className="stack stack-tight confirm-open">{props.children}</div>
    </details>
  );
}
