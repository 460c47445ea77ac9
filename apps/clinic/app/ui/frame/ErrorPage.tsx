import type { Entries } from "../../request/entries.ts";
import { useMessages } from "./messages.ts";
import { SentEntries } from "./SentEntries.tsx";

/** What failed before an answer came: the browser reached no server. */
export const noConnection = 0;

const kinds = {
  [noConnection]: "no-connection",
  400: "invalid",
  403: "refused",
  404: "not-found",
  409: "conflict",
  413: "too-large",
  429: "too-many",
  503: "unavailable",
} as const satisfies Readonly<Record<number, string>>;

/** A sentence for each failure, what was entered, and a way on. `page`: the address that failed. */
export function ErrorPage(props: {
  readonly status: number;
  readonly words: string | null;
  readonly sent: Entries | null;
  readonly page: string;
}) {
  const { status, words, sent, page } = props;
  const { text } = useMessages();
  const kind = kinds[status as keyof typeof kinds] ?? "failed";
  return (
    <div className="page page-middle">
      <div className="stack">
        <h1>{text(`shell.error.${kind}.title`)}</h1>
        <p role="alert">{words ?? text(`shell.error.${kind}.text`)}</p>
        {sent !== null ? (
          <SentEntries status={status} sent={sent} />
        ) : (
          <p>
            {mayTryAgain.has(status) ? (
              <a href={page}>{text("shell.error.try-again")}</a>
            ) : (
              <a href="/">{text("shell.error.start-page")}</a>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

const mayTryAgain = new Set([noConnection, 503]);
