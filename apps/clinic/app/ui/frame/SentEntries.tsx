import { Form, useNavigation } from "react-router";
import type { Entries, Entry } from "../../request/entries.ts";
import { Button, Field, LongField } from "../index.ts";
import { useMessages } from "./messages.ts";
import { useDocumentLanguage } from "./page-handle.ts";

/** Sending the same again has no other answer, and too large a form is shortened on its own page. */
const final = new Set([403, 404, 413]);
/** It may have been saved although the answer was an error, or none came. */
const uncertain = new Set([0, 500]);

/**
 * What was entered and not saved, below the sentence that says why: to be read, changed and sent again, or to be copied
 * where sending it again cannot help.
 */
export function SentEntries({ status, sent }: { readonly status: number; readonly sent: Entries }) {
  const { text, written } = useMessages();
  const { action, entries, hadFile } = sent;
  const isSending = useNavigation().state !== "idle";
  const maySend = !final.has(status) && !hadFile;
  const seen = entries.filter(({ kind }) => kind === "long" || kind === "line");
  const choices = entries.filter(({ kind }) => kind === "choice");
  const isShown = seen.length > 0 || choices.length > 0;
  return (
    <Form method="post" action={action} className="stack">
      <p>{text(sentenceOf(status, { isShown, maySend, hadFile }))}</p>
      {seen.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one name, and the list never changes
        <Written key={at} entry={entry} readOnly={!maySend} />
      ))}
      {choices.length > 0 && (
        <dl className="facts">
          {choices.map(({ name, label, shown }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one name, and the list never changes
            <div key={at} className="facts-pair">
              <dt>{written(label)}</dt>
              <dd data-name={name}>{shown}</dd>
            </div>
          ))}
        </dl>
      )}
      <Unseen entries={entries.filter(({ kind }) => kind === "hidden" || kind === "choice")} />
      <div className="row">
        {maySend && <Button disabled={isSending}>{text("shell.sent.send-again")}</Button>}
        <a href={action} target="_blank" rel="noreferrer">
          {text(maySend ? "shell.sent.see-page" : "shell.sent.open-page")}
        </a>
      </div>
    </Form>
  );
}

function sentenceOf(
  status: number,
  { isShown, maySend, hadFile }: Readonly<Record<"isShown" | "maySend" | "hadFile", boolean>>,
) {
  if (hadFile) return "shell.sent.file";
  if (!maySend) return "shell.sent.final";
  if (uncertain.has(status)) return isShown ? "shell.sent.uncertain" : "shell.sent.uncertain-hidden";
  if (status === 409) return isShown ? "shell.sent.conflict" : "shell.sent.conflict-hidden";
  return isShown ? "shell.sent.waiting" : "shell.sent.waiting-hidden";
}

function Written({ entry, readOnly }: { readonly entry: Entry; readonly readOnly: boolean }) {
  const { written } = useMessages();
  const { name, value, kind } = entry;
  const label = written(entry.label);
  if (kind === "line") return <Field {...{ label, name, readOnly }} defaultValue={value} />;
  const rows = Math.min(16, 2 + Math.ceil(value.length / 70));
  return <LongField {...{ label, name, rows, readOnly }} defaultValue={value} />;
}

function Unseen({ entries }: { readonly entries: readonly Entry[] }) {
  return entries.map(({ name, value }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one name, and the list never changes
    <input key={at} type="hidden" name={name} value={value} />
  ));
}

/** For a therapist's own questionnaire, which has a style sheet of its own and no script of the pages: answers are sent again unseen. */
export function AnswersNotSent(props: {
  readonly words: string | null;
  readonly sent: Entries | null;
  readonly page: string;
}) {
  const { words, sent, page } = props;
  const { text } = useMessages();
  const { lang, dir } = useDocumentLanguage();
  return (
    <div className="screen" data-variant="adult" data-rater="client" lang={lang} dir={dir}>
      <main>
        <div className="closing">
          <h1>{text(sent === null ? "shell.error.unavailable.title" : "shell.sent.answers.title")}</h1>
          {words !== null && <p role="alert">{words}</p>}
          {sent === null ? (
            <p>
              <a href={page}>{text("shell.error.try-again")}</a>
            </p>
          ) : (
            <p>{text("shell.sent.answers.text")}</p>
          )}
        </div>
        {sent !== null && (
          <form method="post" action={sent.action}>
            <Unseen entries={sent.entries} />
            <div className="send-bar">
              <button type="submit">{text("shell.sent.send-again")}</button>
            </div>
          </form>
        )}
      </main>
    </div>
  );
}
