import type { ReactNode } from "react";

export type Tone = "note" | "good" | "credible" | "urgent";

/** A few sentences that should not be missed. `announced` reads it out when it appears. */
export function Notice(props: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly announced?: boolean;
  readonly children?: ReactNode;
}) {
  const tone = props.tone ?? "note";
  return (
    <div
      className={tone === "note" ? "notice" : `notice notice-${tone}`}
      role={props.announced === true ? (tone === "urgent" ? "alert" : "status") : undefined}
    >
      {props.title !== undefined && <p className="notice-title">{props.title}</p>}
      {props.children}
    </div>
  );
}
