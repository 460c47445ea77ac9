import type { BackupTrouble, MessageTrouble } from "@concord/practice";
import type { ReactNode } from "react";
import { AccessBar, type AccessCounts } from "./AccessBar.tsx";
import { BackupBar } from "./BackupBar.tsx";
import { MessageBar } from "./MessageBar.tsx";
import { useMessages } from "./messages.ts";
import { type SignedIn, TopBar } from "./TopBar.tsx";
import type { Theme } from "./theme.ts";

/** The bar above, the page, the foot below. */
export function Frame(props: {
  readonly theme: Theme;
  readonly simulated: boolean;
  readonly signedIn: SignedIn | null;
  readonly notices: AccessCounts | null;
  readonly troubles: readonly Pick<MessageTrouble, "channel" | "since">[];
  readonly backups: BackupTrouble | null;
  readonly children: ReactNode;
}) {
  const { text } = useMessages();
  return (
    <>
      <a href="#content" className="skip">
        {text("shell.frame.skip")}
      </a>
      {props.simulated && <DemoBanner />}
      <TopBar theme={props.theme} signedIn={props.signedIn} />
      {props.signedIn !== null && <AccessBar signedIn={props.signedIn} notices={props.notices} />}
      <MessageBar troubles={props.troubles} />
      {props.backups !== null && <BackupBar trouble={props.backups} />}
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="foot">{text("shell.frame.about")}</footer>
    </>
  );
}

export function DemoBanner() {
  const { text } = useMessages();
  return (
    <aside className="demo-banner" aria-label={text("shell.frame.demo-label")}>
      {text("shell.frame.demo")}
    </aside>
  );
}
