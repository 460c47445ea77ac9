import type { MessageTags, MessageValues, StaffMessageId, TaggedId } from "@concord/messages";
import { Fragment, type ReactNode } from "react";
import { useMessages } from "./messages.ts";

/**
 * A message with tags, each given to a function that puts what stands between them into an element:
 * `<RichText id="…" values={{}} tags={{ link: (inside) => <Link to="/help">{inside}</Link> }} />`.
 */
export function RichText<Id extends StaffMessageId & TaggedId>({
  id,
  values,
  tags,
}: {
  readonly id: Id;
  readonly values: MessageValues[Id];
  readonly tags: Readonly<Record<MessageTags[Id], (inside: ReactNode) => ReactNode>>;
}) {
  const { pieces } = useMessages();
  const named = tags as Readonly<Record<string, (inside: ReactNode) => ReactNode>>;
  const functions = Object.fromEntries(
    Object.entries(named).map(([name, tag]) => [
      name,
      (inside: readonly ReactNode[]) => tag(inside.map(keyed)),
    ]),
  );
  const shown = pieces<Id, ReactNode>(
    id,
    values,
    functions as Readonly<Record<MessageTags[Id], (inside: readonly ReactNode[]) => ReactNode>>,
  );
  return <>{shown.map(keyed)}</>;
}

/** Pieces never change places, so that their position names them. */
function keyed(piece: ReactNode, position: number) {
  return <Fragment key={position}>{piece}</Fragment>;
}
