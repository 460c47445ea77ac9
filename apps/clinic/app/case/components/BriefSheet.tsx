import type { StaffMessages } from "@concord/messages";
import type { RepairLoop } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { RichText } from "../../ui/frame/RichText.tsx";
import { Chart } from "../../ui/index.ts";
import type { BriefPage } from "../brief-page.server.ts";
import { markup } from "./markup.tsx";
import { ratingText } from "./relationship/RepairLine.tsx";

const { strong } = markup;

/** One page, read in a minute: the ratings, open ruptures, points to consider, the client's comments. */
export function BriefSheet({ page }: { readonly page: BriefPage }) {
  const messages = useMessages();
  const { of, text } = messages;
  const { brief, drawn, loops, inMind } = page;
  const { view, next, said, purpose } = brief;
  const phase = view.course.phases[view.course.phases.length - 1];
  const facts = [
    text("brief.sheet.therapist", { therapist: view.therapist.name }),
    ...(phase === undefined ? [] : [text(`charts.phase.${phase.name}`)]),
    ...(view.nextSession === null ? [] : [text("brief.sheet.next", { date: view.nextSession })]),
  ];
  return (
    <article className="brief">
      <header>
        <h1>
          {purpose === "session"
            ? text("brief.sheet.session", { session: next })
            : text("brief.sheet.supervision")}
          <span>{view.client}</span>
        </h1>
        <p className="soft">{facts.join(" · ")}</p>
      </header>
      {view.attention.items.map((item) =>
        item.weight === "urgent" ? (
          <p key={item.id} className="brief-urgent">
            <RichText id="brief.sheet.urgent" values={{ sentence: item.message }} tags={{ strong }} />
          </p>
        ) : (
          <p key={item.id} className="brief-sentence">
            {of(item.message)}
          </p>
        ),
      )}
      <p className={view.attention.items.length === 0 ? "brief-sentence" : "soft"}>
        {of(view.attention.items.length === 0 ? view.attention.headline : view.summary.message)}
      </p>
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
          <h2>{text("brief.sheet.repair")}</h2>
          {loops.map((loop) => (
            <div key={loop.rupture} className="brief-item">
              <p>
                <RichText
                  id="brief.sheet.repair.rupture"
                  values={{ session: loop.rupture, finding: loop.message }}
                  tags={{ strong }}
                />
              </p>
              <p>
                {text("brief.sheet.repair.state", {
                  state: text(`repair.state.${loop.state}`),
                  steps: loop.state === "open" ? "" : stepsText(loop, messages),
                  rating:
                    loop.remeasured.kind === "waiting"
                      ? ""
                      : ratingText(loop.remeasured, view.client, messages),
                })}
              </p>
              {loop.steps.agreed?.words != null && (
                <p>{text("brief.sheet.repair.agreed", { text: loop.steps.agreed.words })}</p>
              )}
            </div>
          ))}
        </section>
      )}
      <section>
        <h2>{text("brief.sheet.guidance")}</h2>
        {view.attention.advice.length === 0 && <p>{text("brief.sheet.guidance.none")}</p>}
        {view.attention.advice.map(({ card }) => (
          <div key={card.id} className="brief-item">
            <p>
              <RichText
                id="brief.sheet.guidance.card"
                values={{ title: card.title, question: card.ownPart }}
                tags={{ strong }}
              />
            </p>
            {card.ask[0] !== undefined && <p className="brief-ask">{of(card.ask[0])}</p>}
          </div>
        ))}
      </section>
      {said.length > 0 && (
        <section>
          <h2>{text("brief.sheet.comments")}</h2>
          {said.map(({ session, question, text: comment }) => (
            <figure key={question} className="brief-item">
              <blockquote>{comment}</blockquote>
              <figcaption className="soft">{text("brief.sheet.comment", { session, question })}</figcaption>
            </figure>
          ))}
        </section>
      )}
      {inMind.length > 0 && (
        <section>
          <h2>{text("brief.sheet.mind")}</h2>
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
          {text("brief.sheet.foot", {
            date: brief.madeOn,
            session: view.course.sessions,
            data: view.simulated ? "simulated" : "real",
          })}
        </p>
      </footer>
    </article>
  );
}

function stepsText({ steps }: RepairLoop, { text }: StaffMessages): string {
  return text("brief.sheet.repair.steps", {
    named: steps.named?.takenIn ?? 0,
    explored: steps.explored?.takenIn ?? 0,
    agreed: steps.agreed?.takenIn ?? 0,
  });
}
