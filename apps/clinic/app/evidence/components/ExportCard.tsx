import { Card } from "../../ui/index.ts";
import type { computedPage } from "../page-data/synthesis-page.server.ts";
import { CopyText } from "./CopyText.tsx";
import { Program } from "./Program.tsx";

/** The result as a sentence, a table, a figure and a program that gives it again. */
export function ExportCard({ page }: { readonly page: ReturnType<typeof computedPage> }) {
  const at = (what: string) => `/evidence/synthesis/${page.id}/export/${what}${page.query}`;
  return (
    <Card title="Take it along">
      <h3>A sentence for a report</h3>
      <CopyText text={page.apa} label="the sentence for a report" />
      {page.hasEffects && (
        <>
          <h3>Files</h3>
          <p className="row">
            <a className="button button-quiet" href={at("table.csv")} download>
              Table of effects (CSV)
            </a>
            {page.drawings.forest !== null && (
              <a className="button button-quiet" href={at("forest.svg")} download>
                Forest (SVG)
              </a>
            )}
            {page.drawings.funnel !== null && (
              <a className="button button-quiet" href={at("funnel.svg")} download>
                Funnel (SVG)
              </a>
            )}
            {page.program !== null && (
              <a className="button button-quiet" href={at("program.R")} download>
                R program
              </a>
            )}
          </p>
        </>
      )}
      {page.program !== null && (
        <details className="details">
          <summary>The R program that gives these figures with metafor</summary>
          <Program text={page.program} />
        </details>
      )}
    </Card>
  );
}
