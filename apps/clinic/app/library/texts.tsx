import { clinicContext } from "@concord/clinic/context";
import { authorsInShort, type Source } from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import { addText, authorise, listTexts, removeText } from "@concord/practice";
import { data, Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor, requireActor } from "../access/require-actor.ts";
import { mebibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { RichText } from "../ui/frame/RichText.tsx";
import {
  Button,
  Card,
  Confirm,
  EmptyState,
  Field,
  FileField,
  LongField,
  Notice,
  Page,
  Table,
  VisuallyHidden,
} from "../ui/index.ts";
import type { Route } from "./+types/texts";
import { LibraryHead } from "./components/LibraryHead.tsx";
import { pageTitle } from "./page-title.server.ts";

export const handle = {
  access: { kind: "practice", action: "read-library" },
  maxBody: mebibytes(32),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const messages = messagesOf(asked.context);
  const list = await mapRefusalTo403(listTexts(appContext, actor));
  return {
    title: pageTitle(messages, messages.text("library.nav.texts")),
    mayWrite: authorise(actor, "write-library", { kind: "practice" }).kind === "allowed",
    texts: list.map((text) => ({
      id: text.id,
      title: text.source.title,
      authors: authorsInShort(text.source),
      year: text.source.year,
      format: text.extractor.format,
      passages: text.passages,
      hasPages: text.hasPages,
      words: text.tokens,
    })),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = await requireActor(asked, "write-library", { kind: "practice" });
  const { appContext } = asked.context.get(clinicContext);
  const form = await asked.request.formData();
  const remove = form.get("remove");
  if (typeof remove === "string") {
    await mapRefusalTo403(removeText(appContext, actor, remove));
    return answer("note", { id: "library.texts.status.removed", values: {} });
  }
  const year = String(form.get("year") ?? "").trim();
  if (year !== "" && !/^\d{3,4}$/.test(year))
    return refused({ id: "library.texts.problem.year", values: {} });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    return refused({ id: "library.texts.problem.file", values: {} });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const done = await mapRefusalTo403(addText(appContext, actor, { name: file.name, bytes }, sourceIn(form)));
  if (done.kind === "unreadable") return refused(done.message);
  const { title } = done.text.source;
  return done.kind === "known"
    ? answer("good", { id: "library.texts.status.known", values: { title } })
    : answer("good", { id: "library.texts.status.added", values: { title, count: done.passages } });
}

const answer = (tone: "good" | "note" | "urgent", message: StaffMessage) => ({ tone, message });

const refused = (message: StaffMessage) => data(answer("urgent", message), { status: 400 });

/** Returns what the form says of the source; what it leaves out is taken from the file. */
function sourceIn(form: FormData): Partial<Source> {
  const words = (name: string) => String(form.get(name) ?? "").trim();
  const year = Number(words("year"));
  const authors = words("authors")
    .split(/\n|;/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return {
    ...(authors.length > 0 && { authors }),
    ...(words("title") !== "" && { title: words("title") }),
    ...(Number.isInteger(year) && year > 0 && { year }),
  };
}

export default function Texts({ loaderData, actionData }: Route.ComponentProps) {
  const { texts, mayWrite } = loaderData;
  const { text: message, of, written, format } = useMessages();
  return (
    <Page>
      <LibraryHead current="texts">{message("library.texts.intro")}</LibraryHead>
      {actionData !== undefined && (
        <Notice tone={actionData.tone} announced>
          <p>{of(actionData.message)}</p>
        </Notice>
      )}
      {texts.length === 0 ? (
        <EmptyState title={message("library.empty.title")}>{message("library.empty.formats")}</EmptyState>
      ) : (
        <Table
          stacks
          caption={message("library.texts.caption", { count: texts.length })}
          head={
            <tr>
              <th scope="col">{message("library.texts.column.text")}</th>
              <th scope="col">{message("library.texts.column.author")}</th>
              <th scope="col">{message("library.texts.column.year")}</th>
              <th scope="col" className="number">
                {message("library.texts.column.words")}
              </th>
              <th scope="col">{message("library.texts.column.locator")}</th>
              {mayWrite && (
                <th scope="col">
                  <VisuallyHidden>{message("library.texts.column.remove")}</VisuallyHidden>
                </th>
              )}
            </tr>
          }
        >
          {texts.map((text) => (
            <tr key={text.id}>
              <th scope="row">
                <Link to={`/library/text/${text.id}`}>{text.title}</Link>
              </th>
              <td data-label={message("library.texts.column.author")}>{written(text.authors)}</td>
              <td data-label={message("library.texts.column.year")}>
                {text.year ?? message("library.texts.year.unknown")}
              </td>
              <td data-label={message("library.texts.column.words")} className="number">
                {format.number(text.words)}
              </td>
              <td data-label={message("library.texts.column.locator")}>
                {message(text.hasPages ? "library.texts.locator.pages" : "library.texts.locator.paragraphs")}
              </td>
              {mayWrite && (
                <td>
                  <Confirm
                    link
                    label={
                      <RichText
                        id="library.texts.remove.label"
                        values={{ title: text.title }}
                        tags={{ hidden: (inside) => <VisuallyHidden>{inside}</VisuallyHidden> }}
                      />
                    }
                  >
                    <p className="small">{message("library.texts.remove.explanation")}</p>
                    <Form method="post">
                      <Button look="grave" name="remove" value={text.id}>
                        {message("library.texts.remove.button")}
                      </Button>
                    </Form>
                  </Confirm>
                </td>
              )}
            </tr>
          ))}
        </Table>
      )}
      {mayWrite && (
        <Card title={message("library.texts.add.title")}>
          <Form method="post" encType="multipart/form-data" className="stack">
            <FileField
              label={message("library.texts.add.file")}
              name="file"
              hint={message("library.texts.add.file-hint")}
              accept=".epub,.pdf,.html,.htm,.xhtml,.xml,.tei,.md,.markdown,.txt"
              maxBytes={handle.maxBody}
            />
            <LongField
              label={message("library.texts.add.authors")}
              name="authors"
              rows={2}
              hint={message("library.texts.add.authors-hint")}
            />
            <Field label={message("library.texts.add.name")} name="title" />
            <Field
              label={message("library.texts.add.year")}
              name="year"
              inputMode="numeric"
              pattern="\d{3,4}"
              short
            />
            <div>
              <Button>{message("library.texts.add.button")}</Button>
            </div>
          </Form>
        </Card>
      )}
    </Page>
  );
}
