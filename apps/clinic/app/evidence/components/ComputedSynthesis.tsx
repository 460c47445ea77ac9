import { Form, Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Button, Card, Notice, PageHeader } from "../../ui/index.ts";
import type { computedPage } from "../page-data/synthesis-page.server.ts";
import { EditionList } from "./EditionList.tsx";
import { EvidenceFigure } from "./EvidenceFigure.tsx";
import { ExportCard } from "./ExportCard.tsx";
import { Cautions, RaterTable, SynthesisAnswer } from "./SynthesisAnswer.tsx";
import { SynthesisFilters } from "./SynthesisFilters.tsx";

/** A question answered here: the forest first, then who rated, what to be careful about, and how to cite it. */
export function ComputedSynthesis(props: {
  readonly page: ReturnType<typeof computedPage>;
  readonly mayWrite: boolean;
}) {
  const { text } = useMessages();
  const { page, mayWrite } = props;
  const { drawings } = page;
  return (
    <>
      <PageHeader
        above={<Link to="/evidence/syntheses">{text("evidence.head.syntheses")}</Link>}
        title={page.title}
      >
        {page.question}
      </PageHeader>
      {page.simulated && (
        <Notice tone="credible" title={text("evidence.synthesis.simulated.title")}>
          <p>{text("evidence.synthesis.simulated.text")}</p>
        </Notice>
      )}
      <SynthesisAnswer page={page} />
      <div className="synthesis-columns">
        <SynthesisFilters
          synthesis={page.id}
          choice={page.choice}
          facets={page.facets}
          narrowed={page.narrowed}
        />
        <section className="card forest-card" aria-label={text("evidence.synthesis.forest")}>
          {drawings.forest === null ? (
            <p className="soft">{text("evidence.synthesis.forest-empty")}</p>
          ) : (
            <EvidenceFigure drawn={drawings.forest} said={text("evidence.synthesis.forest-text")} />
          )}
        </section>
      </div>
      <Cautions cautions={page.cautions} />
      {page.raters.length > 0 && (
        <Card title={text("evidence.synthesis.by-rater")}>
          <RaterTable page={page} />
        </Card>
      )}
      <div className="columns">
        {drawings.funnel !== null && (
          <Card title={text("evidence.synthesis.funnel")}>
            <EvidenceFigure drawn={drawings.funnel} said={text("evidence.synthesis.funnel-text")} />
          </Card>
        )}
        <Card title={text("evidence.synthesis.flow")}>
          <EvidenceFigure drawn={drawings.flow} said={text("evidence.synthesis.flow-text")} />
        </Card>
      </div>
      <ExportCard page={page} />
      <Card
        title={text("evidence.synthesis.versions.title")}
        aside={
          mayWrite && page.newest === "not-kept" ? (
            <Form method="post">
              <Button look="quiet">{text("evidence.synthesis.versions.save")}</Button>
            </Form>
          ) : undefined
        }
      >
        <p className="soft">{text("evidence.synthesis.versions.about")}</p>
        <EditionList editions={page.editions} />
      </Card>
    </>
  );
}
