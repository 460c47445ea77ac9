import { raterWords } from "@concord/charts";
import type { Remeasured, RepairLoop, RepairStepName } from "@concord/practice";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge, RaterMark } from "../../../ui/index.ts";
import { RepairStepForm, RepairTakeBack } from "./RepairForms.tsx";

/** One rupture with its three steps, and what the client's next form said. */
export function RepairLine(props: {
  readonly loop: RepairLoop;
  readonly sessions: number;
  readonly mayWrite: boolean;
  readonly client: string;
}) {
  const { of } = useMessages();
  const { loop, sessions, mayWrite, client } = props;
  const next = order.find((step) => loop.steps[step] === null);
  const writes = mayWrite && loop.state !== "closed" && loop.state !== "came-back";
  return (
    <li className="repair" id={`repair-${loop.rupture}`}>
      <p className="repair-head">
        <strong>Session {loop.rupture}</strong>
        <Badge {...toneOf(loop.state)}>{stateWords[loop.state]}</Badge>
        {loop.seenBy.map((rater) => (
          <RaterMark key={rater} rater={rater}>
            {raterWords[rater]}
          </RaterMark>
        ))}
      </p>
      <p>{of(loop.message)}</p>
      {loop.findings.length > 1 && (
        <p className="soft small">
          {loop.findings.length} findings speak of it; they are below, each with its reasons.
        </p>
      )}
      {(writes || Object.values(loop.steps).some((step) => step !== null)) && (
        <ol className="repair-steps">
          {order.map((step) => (
            <RepairStep key={step} {...{ loop, step, sessions, writes }} isNext={step === next} />
          ))}
          <li className={loop.remeasured.kind === "better" ? "repair-step repair-step--done" : "repair-step"}>
            <span className="repair-mark" aria-hidden="true" />
            <div>
              <p>
                <strong>The next form.</strong> {formWords(loop.remeasured, client)}
              </p>
            </div>
          </li>
        </ol>
      )}
      {!writes && loop.state === "came-back" && <p className="small">{formWords(loop.remeasured, client)}</p>}
    </li>
  );
}

function RepairStep(props: {
  readonly loop: RepairLoop;
  readonly step: RepairStepName;
  readonly sessions: number;
  readonly writes: boolean;
  /** Only the step that comes next is asked for; the others are said, so that the way is seen. */
  readonly isNext: boolean;
}) {
  const { loop, step, sessions, writes, isNext } = props;
  const taken = loop.steps[step];
  return (
    <li className={taken === null ? "repair-step" : "repair-step repair-step--done"}>
      <span className="repair-mark" aria-hidden="true" />
      <div>
        <p>
          <strong>{stepWords[step].title}.</strong>{" "}
          {taken === null ? (
            <span className="soft">{stepWords[step].open}</span>
          ) : (
            `In session ${taken.takenIn}.`
          )}
          {taken?.words != null && <> “{taken.words}”</>}
          {taken !== null && writes && <RepairTakeBack {...{ loop, step, takenIn: taken.takenIn }} />}
        </p>
        {isNext && writes && <RepairStepForm {...{ loop, step, sessions }} />}
      </div>
    </li>
  );
}

const order: readonly RepairStepName[] = ["named", "explored", "agreed"];

export const stepWords: Readonly<Record<RepairStepName, { readonly title: string; readonly open: string }>> =
  {
    named: { title: "Named", open: "Your own part first, then the word for it." },
    explored: { title: "Explored", open: "What it was like for them, and what it touched." },
    agreed: { title: "Agreed", open: "One thing that will be different." },
  };

export const stateWords: Readonly<Record<RepairLoop["state"], string>> = {
  open: "Not addressed yet",
  "under-way": "Repair in progress",
  "to-measure": "Waiting for next rating",
  "not-yet": "Not resolved yet",
  closed: "Resolved (client rating)",
  "came-back": "Recovered without recorded repair",
};

function toneOf(state: RepairLoop["state"]): { readonly tone?: "good" | "note" | "credible" } {
  if (state === "closed") return { tone: "good" };
  if (state === "open" || state === "not-yet") return { tone: "credible" };
  return state === "came-back" ? {} : { tone: "note" };
}

/** What the next form said, with the alliance before, at its lowest and then. */
export function formWords(measured: Remeasured, client: string): string {
  if (measured.kind === "waiting") return "It will show whether the rupture is resolved.";
  const { session, before, lowest, now, said } = measured;
  const way = [before, lowest, now].flatMap((value) => (value === null ? [] : [String(Math.round(value))]));
  const figures = way.length > 1 ? ` Alliance out of 100: ${way.join(", then ")}.` : "";
  if (measured.kind === "better") {
    const word =
      said === null
        ? ""
        : said === "resolved"
          ? ` ${client} reported that the tension was resolved.`
          : ` ${client} reported no tension.`;
    return `Recovered in session ${session}.${word}${figures}`;
  }
  // Not recovered: the client reported tension, or did not and the alliance rating has not risen again.
  const why =
    said === "tense"
      ? `${client} again reported tension.`
      : said === "resolved"
        ? `${client} reported that the tension was resolved; the alliance rating has not recovered.`
        : said === "no-tension"
          ? `${client} reported no tension; the alliance rating has not recovered.`
          : "The alliance rating has not recovered.";
  return `Not recovered by session ${session}: ${why}${figures}`;
}
