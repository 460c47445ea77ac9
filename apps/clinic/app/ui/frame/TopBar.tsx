import type { TwoStepState } from "@concord/clinic/context";
import type { Role } from "@concord/practice";
import { useEffect, useRef } from "react";
import { Form, Link, NavLink, useLocation } from "react-router";
import { BrandMark } from "./Brand.tsx";
import { roleWords } from "./roles.ts";
import { ThemeToggle } from "./ThemeToggle.tsx";
import type { Theme } from "./theme.ts";

export interface SignedIn {
  readonly name: string;
  readonly practiceName: string;
  /** What they were given, and what of it opens now. */
  readonly roles: readonly Role[];
  readonly opens: readonly Role[];
  readonly twoStep: TwoStepState;
}

const places: Readonly<Record<Role, readonly { readonly to: string; readonly label: string }[]>> = {
  therapist: [
    { to: "/caseload", label: "Caseload" },
    { to: "/tasks", label: "Tasks" },
    { to: "/evidence", label: "Evidence" },
    { to: "/library", label: "Library" },
  ],
  supervisor: [
    { to: "/caseload", label: "Caseload" },
    { to: "/tasks", label: "Tasks" },
    { to: "/evidence", label: "Evidence" },
    { to: "/library", label: "Library" },
  ],
  administrator: [
    { to: "/settings", label: "Practice" },
    { to: "/audit", label: "Access log" },
    { to: "/evidence", label: "Evidence" },
    { to: "/library", label: "Library" },
  ],
  researcher: [
    { to: "/export", label: "Research export" },
    { to: "/evidence", label: "Evidence" },
    { to: "/library", label: "Library" },
  ],
};

/** Every page that one of the roles opens, once; what everybody has comes last. */
function placesOf(roles: readonly Role[]) {
  const all = roles.flatMap((role) => places[role]);
  const once = all.filter((one, index) => all.findIndex(({ to }) => to === one.to) === index);
  const isShared = ({ to }: { readonly to: string }) => to === "/evidence" || to === "/library";
  return [...once.filter((one) => !isShared(one)), ...once.filter(isShared)];
}

export function TopBar({ theme, signedIn }: { readonly theme: Theme; readonly signedIn: SignedIn | null }) {
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        <BrandMark />
        Concord
      </Link>
      {signedIn !== null && (
        <nav className="top-nav" aria-label="Main">
          {placesOf(signedIn.opens).map(({ to, label }) => (
            <NavLink key={to} to={to}>
              {label}
            </NavLink>
          ))}
        </nav>
      )}
      <div className="top-side">
        <ThemeToggle theme={theme} />
        {signedIn !== null && <PersonMenu signedIn={signedIn} />}
      </div>
    </header>
  );
}

function PersonMenu({ signedIn }: { readonly signedIn: SignedIn }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  const before = useRef(key);
  // A native details element stays open when the page changes under it. The key marks each change; the first
  // is none: who has opened the menu before the script had come keeps it open.
  useEffect(() => {
    if (key !== before.current && menu.current !== null) menu.current.open = false;
    before.current = key;
  }, [key]);
  return (
    <details className="menu" ref={menu}>
      <summary>{signedIn.name}</summary>
      <div className="menu-panel">
        <p className="menu-title">
          {signedIn.practiceName}, {signedIn.roles.map((role) => roleWords[role]).join(" and ")}
        </p>
        <Link to="/account">Your account</Link>
        <Link to="/access">Changes of access</Link>
        {signedIn.opens.includes("therapist") && <Link to="/reflections">For yourself</Link>}
        <Link to="/gallery">How things look here</Link>
        <Form method="post" action="/sign-out" reloadDocument>
          <button type="submit">Sign out</button>
        </Form>
      </div>
    </details>
  );
}
