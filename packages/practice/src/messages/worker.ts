import { setTimeout as pause } from "node:timers/promises";
import type { AppContext } from "../app-context.ts";
import { createElapsed, tellOfSafety } from "../safety/tell-of-safety.ts";
import { queueReminders } from "./reminders.ts";
import { sendPlanned } from "./send-planned.ts";
import { openMailSenders, sendWaiting } from "./send-waiting.ts";

export interface MessageWorker {
  /** Ends after the messages in hand; what is left is sent after the next start. */
  readonly stop: () => Promise<void>;
}

/**
 * Sends messages while Concord is served: tells of safety answers that no one has opened, reminds, and sends what is due.
 * Several processes on one database share the messages among them.
 */
export function startMessageWorker(
  context: AppContext,
  choices: { readonly every?: number; readonly onTrouble?: (error: unknown) => void } = {},
): MessageWorker {
  const ending = new AbortController();
  const { signal } = ending;
  const onTrouble = choices.onTrouble ?? (() => {});
  const senders = openMailSenders(context);
  const elapsed = createElapsed();
  const rounds = (async () => {
    while (!signal.aborted) {
      try {
        for (const practice of await context.store.outside.practices()) {
          if (signal.aborted) break;
          await tellOfSafety(context, practice, elapsed);
          await sendPlanned(context, practice);
          await queueReminders(context, practice);
          await sendWaiting(context, practice, { signal, senders });
        }
      } catch (error) {
        // The database is away: the next round asks again.
        onTrouble(error);
      }
      await pause(choices.every ?? 3_000, undefined, { signal, ref: false }).catch(() => {});
    }
    senders.close();
  })();
  return {
    stop: () => {
      ending.abort();
      return rounds;
    },
  };
}
