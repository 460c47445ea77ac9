import { clinicContext } from "@concord/clinic/context";
import { authorsInShort, type Source } from "@concord/library";
import { addText, authorise, listTexts, removeText } from "@concord/practice";
import { data, Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor, requireActor } from "../access/require-actor.ts";
import { mebibytes } from "../request/size.ts";
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

export const handle = {
  access: { kind: "practice", action: "read-library" },
  maxBody: mebibytes(32),
} satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Texts · Library · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const list = await mapRefusalTo403(listTexts(appContext, actor));
  return {
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
    return { tone: "note" as const, sentence: "The text was taken out. What was quoted from it says so." };
  }
  const year = String(form.get("year") ?? "").trim();
  if (year !== "" && !/^\d{3,4}$/.test(year))
    return refused("Enter the year of this edition in three or four digits, or leave it empty.");
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused("Please choose a file.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const done = await mapRefusalTo403(addText(appContext, actor, { name: file.name, bytes }, saidIn(form)));
  if (done.kind === "unreadable") return refused(done.sentence);
  const { title } = done.text.source;
  const sentence =
    done.kind === "known"
      ? `${title} is on the shelf already.`
      : `${title} is on the shelf: ${done.passages === 1 ? "1 passage" : `${done.passages} passages`}.`;
  return { tone: "good" as const, sentence };
}

const refused = (sentence: string) => data({ tone: "urgent" as const, sentence }, { status: 400 });

/** What the form says of the source; what it leaves out is taken from the file. */
function saidIn(form: FormData): Partial<Source> {
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
  return (
    <Page>
      <LibraryHead current="texts">Your own books and papers. They stay in this practice.</LibraryHead>
      {actionData !== undefined && (
        <Notice tone={actionData.tone} announced>
          <p>{actionData.sentence}</p>
        </Notice>
      )}
      {texts.length === 0 ? (
        <EmptyState title="No text is on the shelf yet">
          EPUB, PDF with text, HTML, TEI, JATS, Markdown and plain text can be read.
        </EmptyState>
      ) : (
        <Table
          stacks
          caption={texts.length === 1 ? "1 text" : `${texts.length.toLocaleString("en")} texts, by author`}
          head={
            <tr>
              <th scope="col">Text</th>
              <th scope="col">Author</th>
              <th scope="col">Year</th>
              <th scope="col" className="number">
                Words
              </th>
              <th scope="col">Places are</th>
              {mayWrite && (
                <th scope="col">
                  <VisuallyHidden>Take out</VisuallyHidden>
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
              <td data-label="Author">{text.authors}</td>
              <td data-label="Year">{text.year ?? "unknown"}</td>
              <td data-label="Words" className="number">
                {text.words.toLocaleString("en")}
              </td>
              <td data-label="Places are">{text.hasPages ? "printed pages" : "chapter and paragraph"}</td>
              {mayWrite && (
                <td>
                  <Confirm
                    link
                    label={
                      <>
                        Take out<VisuallyHidden> {text.title}</VisuallyHidden>
                      </>
                    }
                  >
                    <p className="small">
                      The text is removed from the library for everybody here. What was quoted from it says
                      that its text is gone. To have it back, add the file again.
                    </p>
                    <Form method="post">
                      <Button look="grave" name="remove" value={text.id}>
                        Take out this text
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
        <Card title="Add a text">
          <Form method="post" encType="multipart/form-data" className="stack">
            <FileField
              label="A file"
              name="file"
              hint="EPUB, PDF with text, HTML, TEI, JATS, Markdown or plain text"
              accept=".epub,.pdf,.html,.htm,.xhtml,.xml,.tei,.md,.markdown,.txt"
              maxBytes={handle.maxBody}
            />
            <LongField
              label="Authors"
              name="authors"
              rows={2}
              hint="One a line, family name first. Leave empty what the file says itself."
            />
            <Field label="Title" name="title" />
            <Field label="Year of this edition" name="year" inputMode="numeric" pattern="\d{3,4}" short />
            <div>
              <Button>Add to the shelf</Button>
            </div>
          </Form>
        </Card>
      )}
    </Page>
  );
}
