import type { Text } from "@concord/messages";
import { type ReactNode, useEffect, useRef } from "react";
import { useMessages } from "./frame/messages.ts";
import { Notice, type Tone } from "./Notice.tsx";

/**
 * What came of a form, beside that form: it takes the focus when it appears, so that it is in view and read out wherever
 * on the page the form stands. `answer` is a new object for each answer.
 */
export function Feedback(props: {
  readonly answer: object;
  readonly tone: Tone;
  readonly sentence: Text | null;
  readonly children?: ReactNode;
}) {
  const { answer, tone, sentence, children } = props;
  const { written } = useMessages();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer !== undefined) place.current?.focus();
  }, [answer]);
  return (
    <div className="feedback stack" ref={place} tabIndex={-1}>
      {sentence !== null && <Notice tone={tone} title={written(sentence)} announced />}
      {children}
    </div>
  );
}
