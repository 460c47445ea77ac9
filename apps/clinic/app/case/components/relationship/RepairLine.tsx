import type { StaffMessages } from "@concord/messages";
import type { Remeasured, RepairLoop, RepairStepName } from "@concord/practice";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Badge, RaterMark } from "../../../ui/index.ts";
import { RepairStepForm, RepairTakeBack } from "./RepairForms.tsx";

/** One rupture with its three steps, and what the client's next rating showed. */
export function RepairLine(props: {
  readonly loop: RepairLoop;
  readonly sessions: number;
  readonly mayWrite: boolean;
  readonly client: string;
}) {
  const messages = useMessages();
  const { of, text } = messages;
  const { loop, sessions, mayWrite, client } = props;
  const next = order.find((step) => loop.steps[step] === null);
  const writes = mayWrite && loop.state !== "closed" && loop.state !== "came-back";
  return (
    <li className="repair" id={`repair-${loop.rupture}`}>
      <p className="repair-head">
        <strong>{text("repair.card.session", { session: loop.rupture })}</strong>
        <Badge {...toneOf(loop.state)}>{text(`repair.state.${loop.state}`)}</Badge>
        {loop.seenBy.map((rater) => (
          <RaterMark key={rater} rater={rater} />
        ))}
      </p>
      <p>{of(loop.message)}</p>
      {loop.findings.length > 1 && (
        <p className="soft small">{text("repair.card.signals", { count: loop.findings.length })}</p>
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
                <strong>{text("repair.rating.next")}</strong> ·{" "}
                {ratingText(loop.remeasured, client, messages)}
              </p>
            </div>
          </li>
        </ol>
      )}
      {!writes && loop.state === "came-back" && (
        <p className="small">{ratingText(loop.remeasured, client, messages)}</p>
      )}
    </li>
  );
}

function RepairStep(props: {
  readonly loop: RepairLoop;
  readonly step: RepairStepName;
  readonly sessions: number;
  readonly writes: boolean;
  /** Only the next step has a form; the others are named, so that all are known. */
  readonly isNext: boolean;
}) {
  const { text } = useMessages();
  const { loop, step, sessions, writes, isNext } = props;
  const taken = loop.steps[step];
  return (
    <li className={taken === null ? "repair-step" : "repair-step repair-step--done"}>
      <span className="repair-mark" aria-hidden="true" />
      <div>
        <p>
          <strong>{text(`repair.step.${step}`)}</strong> ·{" "}
          {taken === null ? (
            <span className="soft">{text(`repair.step.${step}.todo`)}</span>
          ) : (
            text("repair.step.taken", { session: taken.takenIn })
          )}
          {taken?.words != null && <> {text("repair.step.quotation", { text: taken.words })}</>}
          {taken !== null && writes && (
            <>
              {" "}
              <RepairTakeBack {...{ loop, step, takenIn: taken.takenIn }} />
            </>
          )}
        </p>
        {isNext && writes && <RepairStepForm {...{ loop, step, sessions }} />}
      </div>
    </li>
  );
}

const order: readonly RepairStepName[] = ["named", "explored", "agreed"];

function toneOf(state: RepairLoop["state"]): { readonly tone?: "good" | "note" | "credible" } {
  if (state === "closed") return { tone: "good" };
  if (state === "open" || state === "not-yet") return { tone: "credible" };
  return state === "came-back" ? {} : { tone: "note" };
}

/** Returns what the next rating showed, with the alliance before, at its lowest and then. */
export function ratingText(measured: Remeasured, client: string, { text }: StaffMessages): string {
  if (measured.kind === "waiting") return text("repair.rating.waiting");
  const { session, before, lowest, now, said } = measured;
  const [first, second, third] = [before, lowest, now].flatMap((value) =>
    value === null ? [] : [Math.round(value)],
  );
  const scores =
    first === undefined || second === undefined
      ? ""
      : third === undefined
        ? text("repair.rating.scores.two", { first, second })
        : text("repair.rating.scores.three", { first, second, third });
  const answer = said === "no-tension" ? "none" : (said ?? "unknown");
  if (measured.kind === "better") {
    const reported = answer === "tense" ? "unknown" : answer;
    return text("repair.rating.recovered", { session, said: reported, client, scores });
  }
  // Not recovered: the client reported tension, or did not and the alliance rating has not risen again.
  return text("repair.rating.not-recovered", { session, said: answer, client, scores });
}
