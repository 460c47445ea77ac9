import { Form, Link } from "react-router";
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
  const { page, mayWrite } = props;
  const { drawings } = page;
  return (
    <>
      <PageHeader above={<Link to="/evidence/syntheses">Questions</Link>} title={page.title}>
        {page.question}
      </PageHeader>
      {page.simulated && (
        <Notice tone="credible" title="Made-up studies">
          <p>
            They are here so that there is something to look at and to try. Nothing on this page is evidence.
          </p>
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
        <section className="card forest-card" aria-label="Forest of effects">
          {drawings.forest === null ? (
            <p className="soft">There is no effect to draw.</p>
          ) : (
            <EvidenceFigure drawn={drawings.forest} said="The forest in words" />
          )}
        </section>
      </div>
      <Cautions cautions={page.cautions} />
      {page.raters.length > 0 && (
        <Card title="Who rated">
          <RaterTable page={page} />
        </Card>
      )}
      <div className="columns">
        {drawings.funnel !== null && (
          <Card title="Are small studies different?">
            <EvidenceFigure drawn={drawings.funnel} said="The funnel in words" />
          </Card>
        )}
        <Card title="From found to pooled">
          <EvidenceFigure drawn={drawings.flow} said="The flow in words" />
        </Card>
      </div>
      <ExportCard page={page} />
      <Card
        title="Editions"
        aside={
          mayWrite && page.newest === "not-kept" ? (
            <Form method="post">
              <Button look="quiet">Keep the newest</Button>
            </Form>
          ) : undefined
        }
      >
        <p className="soft">
          When studies come or change, the figures move and a new edition is issued. The earlier ones stay as
          they were, so that what was cited can be found.
        </p>
        <EditionList editions={page.editions} />
      </Card>
    </>
  );
}
