import type { TwoStepState } from "@concord/clinic/context";
import type { Role } from "@concord/practice";
import { useEffect, useRef } from "react";
import { Form, Link, NavLink, useLocation } from "react-router";
import { BrandMark } from "./Brand.tsx";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { useMessages } from "./messages.ts";
import { roleNames } from "./roles.ts";
import { ThemeToggle } from "./ThemeToggle.tsx";
import type { Theme } from "./theme.ts";

export interface SignedIn {
  readonly name: string;
  readonly practiceName: string;
  /** What they were given, and what of it opens now. */
  readonly roles: readonly Role[];
  readonly opens: readonly Role[];
  readonly twoStep: TwoStepState;
  /** Pages are served from their sources: the menu links to the component gallery. */
  readonly isDeveloper: boolean;
}

type Place =
  | "caseload"
  | "appointments"
  | "groups"
  | "tasks"
  | "evidence"
  | "library"
  | "settings"
  | "audit"
  | "export";

const places: Readonly<Record<Role, readonly Place[]>> = {
  therapist: ["caseload", "appointments", "groups", "tasks", "evidence", "library"],
  supervisor: ["caseload", "tasks", "evidence", "library"],
  administrator: ["appointments", "settings", "audit", "evidence", "library"],
  researcher: ["export", "evidence", "library"],
};

/** Every page that one of the roles opens, once; what everybody has comes last. */
function placesOf(roles: readonly Role[]) {
  const all = roles.flatMap((role) => places[role]);
  const once = [...new Set(all)];
  const isShared = (place: Place) => place === "evidence" || place === "library";
  return [...once.filter((one) => !isShared(one)), ...once.filter(isShared)];
}

export function TopBar({ theme, signedIn }: { readonly theme: Theme; readonly signedIn: SignedIn | null }) {
  const { text } = useMessages();
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        <BrandMark />
        Concord
      </Link>
      {signedIn !== null && (
        <nav className="top-nav" aria-label={text("shell.nav.label")}>
          {placesOf(signedIn.opens).map((place) => (
            <NavLink key={place} to={`/${place}`}>
              {text(`shell.nav.${place}`)}
            </NavLink>
          ))}
        </nav>
      )}
      <div className="top-side">
        {signedIn === null && <LanguageMenu />}
        <ThemeToggle theme={theme} />
        {signedIn !== null && <PersonMenu signedIn={signedIn} />}
      </div>
    </header>
  );
}

function PersonMenu({ signedIn }: { readonly signedIn: SignedIn }) {
  const { text } = useMessages();
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
          {text("shell.menu.title", { practice: signedIn.practiceName, roles: roleNames(signedIn.roles) })}
        </p>
        <Link to="/account">{text("shell.menu.account")}</Link>
        <Link to="/access">{text("shell.menu.access")}</Link>
        {signedIn.opens.includes("therapist") && (
          <Link to="/reflections">{text("shell.menu.self-assessments")}</Link>
        )}
        {signedIn.isDeveloper && <Link to="/gallery">{text("shell.menu.gallery")}</Link>}
        <LanguageMenu />
        <Form method="post" action="/sign-out" reloadDocument>
          <button type="submit">{text("shell.menu.sign-out")}</button>
        </Form>
      </div>
    </details>
  );
}
