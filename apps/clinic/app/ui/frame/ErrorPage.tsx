import type { Entries } from "../../request/entries.ts";
import { SentEntries } from "./SentEntries.tsx";

/** What failed before an answer came: the browser reached no server. */
export const noConnection = 0;

const headings: Readonly<Record<number, string>> = {
  [noConnection]: "There is no connection to Concord",
  400: "This could not be saved",
  403: "This is not open to you",
  404: "There is no such page",
  409: "Somebody else saved at the same moment",
  413: "This is larger than can be sent",
  429: "Too many tries in a short time",
  503: "Please wait a moment",
};

const sentences: Readonly<Record<number, string>> = {
  [noConnection]: "Check the connection of this device, then try again.",
  400: "Something in what was sent cannot be used. Go back, check what you entered, then save again.",
  403: "What you asked for belongs to someone else, or to another role.",
  404: "The address may be mistyped, or what it named is gone.",
  429: "Please wait a minute, then try again.",
  503: "Concord cannot do this just now. Nothing that was saved is lost.",
};

/** A sentence for each failure, what was entered, and a way on. `page`: the address that failed. */
export function ErrorPage(props: {
  readonly status: number;
  readonly words: string | null;
  readonly sent: Entries | null;
  readonly page: string;
}) {
  const { status, words, sent, page } = props;
  return (
    <div className="page page-middle">
      <div className="stack">
        <h1>{headings[status] ?? "Something went wrong on our side"}</h1>
        <p role="alert">
          {words ||
            sentences[status] ||
            "Nothing you entered is lost if it was already confirmed. Please try again."}
        </p>
        {sent !== null ? (
          <SentEntries status={status} sent={sent} />
        ) : (
          <p>
            {mayTryAgain.has(status) ? <a href={page}>Try again</a> : <a href="/">Back to the beginning</a>}
          </p>
        )}
      </div>
    </div>
  );
}

const mayTryAgain = new Set([noConnection, 503]);
