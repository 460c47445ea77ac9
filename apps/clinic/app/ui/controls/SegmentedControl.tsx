import type { ReactNode } from "react";
import { Link } from "react-router";

/** A few ways to look at one thing, each with its own address. */
export function SegmentedControl(props: {
  readonly label: string;
  readonly current: string;
  readonly options: readonly { readonly id: string; readonly to: string; readonly label: ReactNode }[];
}) {
  return (
    <nav className="segmented" aria-label={props.label}>
      {props.options.map(({ id, to, label }) => (
        <Link key={id} to={to} aria-current={id === props.current ? "true" : undefined} preventScrollReset>
          {label}
        </Link>
      ))}
    </nav>
  );
}
