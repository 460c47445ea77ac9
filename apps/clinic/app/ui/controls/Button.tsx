import type { ComponentProps, ReactNode } from "react";
import { Link } from "react-router";

export type ButtonLook = "main" | "quiet" | "plain" | "grave";

const classes = (look: ButtonLook, wide: boolean | undefined) =>
  `button${look === "main" ? "" : ` button-${look}`}${wide === true ? " button-wide" : ""}`;

/** Does something. One `main` button a page at most. */
export function Button({
  look = "main",
  wide,
  ...rest
}: Omit<ComponentProps<"button">, "className" | "style"> & {
  readonly look?: ButtonLook;
  readonly wide?: boolean;
}) {
  return <button type="submit" {...rest} className={classes(look, wide)} />;
}

/** Goes somewhere, and looks like a button because it is the page's next step. */
export function ButtonLink(props: {
  readonly to: string;
  readonly look?: ButtonLook;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Link to={props.to} className={classes(props.look ?? "main", props.wide)}>
      {props.children}
    </Link>
  );
}
