import { useMessages } from "../../ui/frame/messages.ts";
import { Card } from "../../ui/index.ts";
import type { computedPage } from "../page-data/synthesis-page.server.ts";
import { CopyText } from "./CopyText.tsx";
import { Program } from "./Program.tsx";

/** The result as a sentence, a table, a figure and a program that gives it again. */
export function ExportCard({ page }: { readonly page: ReturnType<typeof computedPage> }) {
  const { text } = useMessages();
  const at = (what: string) => `/evidence/synthesis/${page.id}/export/${what}${page.query}`;
  return (
    <Card title={text("evidence.export.title")}>
      <h3>{text("evidence.export.report")}</h3>
      <CopyText text={page.apa} label={text("evidence.export.report-copy")} />
      {page.hasEffects && (
        <>
          <h3>{text("evidence.export.files")}</h3>
          <p className="row">
            <a className="button button-quiet" href={at("table.csv")} download>
              {text("evidence.export.table")}
            </a>
            {page.drawings.forest !== null && (
              <a className="button button-quiet" href={at("forest.svg")} download>
                {text("evidence.export.forest")}
              </a>
            )}
            {page.drawings.funnel !== null && (
              <a className="button button-quiet" href={at("funnel.svg")} download>
                {text("evidence.export.funnel")}
              </a>
            )}
            {page.program !== null && (
              <a className="button button-quiet" href={at("program.R")} download>
                {text("evidence.export.script")}
              </a>
            )}
          </p>
        </>
      )}
      {page.program !== null && (
        <details className="details">
          <summary>{text("evidence.export.script-about")}</summary>
          <Program text={page.program} />
        </details>
      )}
    </Card>
  );
}
