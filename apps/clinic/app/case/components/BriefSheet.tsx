import { phaseWords } from "@concord/charts";
import type { RepairLoop } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { Chart, FormattedDate } from "../../ui/index.ts";
import type { BriefPage } from "../brief-page.server.ts";
import { formWords, stateWords, stepWords } from "./relationship/RepairLine.tsx";

/** One page, read in a minute: what it is like, what waits, what to think about, in their words, in mind. */
export function BriefSheet({ page }: { readonly page: BriefPage }) {
  const { of } = useMessages();
  const { brief, drawn, loops, inMind } = page;
  const { view, next, said, purpose } = brief;
  const phase = view.course.phases[view.course.phases.length - 1];
  const open = view.tasks.filter((task) => task.acknowledged === null);
  return (
    <article className="brief">
      <header>
        <h1>
          {purpose === "session" ? `Before session ${next}` : "For supervision"}
          <span>{view.client}</span>
        </h1>
        <p className="soft">
          With {view.therapist.name}
          {phase !== undefined && `, ${phaseWords[phase.name].toLowerCase()}`}
          {view.nextSession !== null && (
            <>
              , next on <FormattedDate at={view.nextSession} />
            </>
          )}
        </p>
      </header>
      <p className="brief-sentence">{of(view.summary.message)}</p>
      {open.map((task) => (
        <p key={task.id} className="brief-urgent">
          <strong>First of all.</strong> {of(task.message)}
        </p>
      ))}
      <div className="brief-chart">
        <div className="both-wide">
          <Chart svg={drawn.wide} />
        </div>
        <div className="both-narrow">
          <Chart svg={drawn.narrow} />
        </div>
      </div>
      {loops.length > 0 && (
        <section>
          <h2>Between you</h2>
          {loops.map((loop) => (
            <div key={loop.rupture} className="brief-item">
              <p>
                <strong>Session {loop.rupture}.</strong> {of(loop.message)}
              </p>
              <p>
                {stateWords[loop.state]}. {loop.state === "open" ? "" : stepsWords(loop)}{" "}
                {loop.remeasured.kind !== "waiting" && formWords(loop.remeasured, view.client)}
              </p>
              {loop.steps.agreed?.words != null && <p>You agreed: “{loop.steps.agreed.words}”</p>}
            </div>
          ))}
        </section>
      )}
      <section>
        <h2>What to think about</h2>
        {view.advice.length === 0 && <p>Nothing in the ratings asks for a particular thought.</p>}
        {view.advice.map(({ card }) => (
          <div key={card.id} className="brief-item">
            <p>
              <strong>{closed(of(card.title))}</strong> {of(card.ownPart)}
            </p>
            {card.ask[0] !== undefined && <p className="brief-ask">{of(card.ask[0])}</p>}
          </div>
        ))}
      </section>
      {said.length > 0 && (
        <section>
          <h2>In their words</h2>
          {said.map(({ session, question, text }) => (
            <figure key={question} className="brief-item">
              <blockquote>{text}</blockquote>
              <figcaption className="soft">
                Session {session}, to “{question}”
              </figcaption>
            </figure>
          ))}
        </section>
      )}
      {inMind.length > 0 && (
        <section>
          <h2>In mind</h2>
          <dl className="brief-mind">
            {inMind.map(({ about, sentence }) => (
              <div key={about}>
                <dt>{about}</dt>
                <dd>{sentence}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <footer>
        <p>
          A suggestion for reflection, not an instruction. Made on <FormattedDate at={brief.madeOn} /> from
          the forms up to session {view.course.sessions}; why each is said, and on what evidence, stands on
          the page of the case.
          {view.simulated && " Simulated data."}
        </p>
      </footer>
    </article>
  );
}

function stepsWords(loop: RepairLoop): string {
  const steps = (["named", "explored", "agreed"] as const).map((step) => {
    const taken = loop.steps[step];
    const word = stepWords[step].title.toLowerCase();
    return taken === null ? `not yet ${word}` : `${word} in session ${taken.takenIn}`;
  });
  const said = steps.join(", ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** A heading that runs on into a sentence ends like one. */
function closed(title: string): string {
  return /[.?]$/.test(title) ? title : `${title}.`;
}
