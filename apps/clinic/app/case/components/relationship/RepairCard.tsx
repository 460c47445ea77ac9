import type { RepairLoop } from "@concord/practice";
import { Card } from "../../../ui/index.ts";
import { RepairOpen } from "./RepairForms.tsx";
import { RepairLine } from "./RepairLine.tsx";

/** More than two at once would be a list, not a thought. */
const mostShown = 2;

/** What went wrong between the two and what became of it: named, explored, agreed, and the next form's word. */
export function RepairCard(props: {
  readonly loops: readonly RepairLoop[];
  readonly sessions: number;
  readonly mayWrite: boolean;
  readonly client: string;
}) {
  const { loops, sessions, mayWrite, client } = props;
  const shown = shownOf(loops);
  const rest = loops.filter((loop) => !shown.includes(loop));
  return (
    <Card title="Repair">
      {shown.length === 0 && (
        <p className="soft">
          Nothing between the two of you waits for a word, as far as forms and rules can tell.
        </p>
      )}
      {shown.length > 0 && (
        <ul className="repairs">
          {shown.map((loop) => (
            <RepairLine key={loop.rupture} {...{ loop, sessions, mayWrite, client }} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <details className="details">
          <summary>{rest.length === 1 ? "One earlier" : `${rest.length} earlier`}</summary>
          <ul className="repairs">
            {rest.map((loop) => (
              <RepairLine key={loop.rupture} {...{ loop, sessions, client }} mayWrite={false} />
            ))}
          </ul>
        </details>
      )}
      {mayWrite && sessions > 0 && (
        <RepairOpen sessions={sessions} taken={loops.map((loop) => loop.rupture)} />
      )}
    </Card>
  );
}

/** What is not settled first; else the newest one that was worked on. */
export function shownOf(loops: readonly RepairLoop[]): readonly RepairLoop[] {
  const unsettled = loops.filter((loop) => loop.state !== "closed" && loop.state !== "came-back");
  if (unsettled.length > 0) return unsettled.slice(0, mostShown);
  return loops.filter((loop) => loop.state === "closed").slice(0, 1);
}
