import type { ReactNode } from "react";
import { AccessBar, type AccessCounts } from "./AccessBar.tsx";
import { type SignedIn, TopBar } from "./TopBar.tsx";
import type { Theme } from "./theme.ts";

/** The bar above, the page, the foot below. */
export function Frame(props: {
  readonly theme: Theme;
  readonly simulated: boolean;
  readonly signedIn: SignedIn | null;
  readonly notices: AccessCounts | null;
  readonly children: ReactNode;
}) {
  return (
    <>
      <a href="#content" className="skip">
        To the content
      </a>
      {props.simulated && <DemoBanner />}
      <TopBar theme={props.theme} signedIn={props.signedIn} />
      {props.signedIn !== null && <AccessBar signedIn={props.signedIn} notices={props.notices} />}
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="foot">
        Concord supports reflection and conversation. It does not diagnose and does not direct treatment.
      </footer>
    </>
  );
}

export function DemoBanner() {
  return (
    <aside className="demo-banner" aria-label="About this practice">
      Simulated practice: nobody here is real.
    </aside>
  );
}
