import type { ReactNode } from "react";

/** The page's name, what it is in a sentence, and what can be done here. */
export function PageHeader(props: {
  readonly above?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="page-header">
      <div className="page-header-words">
        {props.above !== undefined && <div className="page-header-above">{props.above}</div>}
        <h1>{props.title}</h1>
        {props.children !== undefined && <div className="soft">{props.children}</div>}
      </div>
      {props.actions !== undefined && <div className="row">{props.actions}</div>}
    </div>
  );
}
