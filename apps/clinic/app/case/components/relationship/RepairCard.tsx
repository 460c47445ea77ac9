import type { RepairLoop } from "@concord/practice";
import { useMessages } from "../../../ui/frame/messages.ts";
import { Card } from "../../../ui/index.ts";
import { RepairOpen } from "./RepairForms.tsx";
import { RepairLine } from "./RepairLine.tsx";

/** More than two at once are too many to think about. */
const maxShown = 2;

/** Ruptures and their repair: named, explored, agreed, and what the next rating showed. */
export function RepairCard(props: {
  readonly loops: readonly RepairLoop[];
  readonly sessions: number;
  readonly mayWrite: boolean;
  readonly client: string;
}) {
  const { text } = useMessages();
  const { loops, sessions, mayWrite, client } = props;
  const shown = shownOf(loops);
  const rest = loops.filter((loop) => !shown.includes(loop));
  return (
    <Card title={text("case.card.repair")}>
      {shown.length === 0 && <p className="soft">{text("repair.card.none")}</p>}
      {shown.length > 0 && (
        <ul className="repairs">
          {shown.map((loop) => (
            <RepairLine key={loop.rupture} {...{ loop, sessions, mayWrite, client }} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <details className="details">
          <summary>{text("repair.card.earlier", { count: rest.length })}</summary>
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

/** Returns what is not resolved first; else the newest rupture that was repaired. */
export function shownOf(loops: readonly RepairLoop[]): readonly RepairLoop[] {
  const unsettled = loops.filter((loop) => loop.state !== "closed" && loop.state !== "came-back");
  if (unsettled.length > 0) return unsettled.slice(0, maxShown);
  return loops.filter((loop) => loop.state === "closed").slice(0, 1);
}
