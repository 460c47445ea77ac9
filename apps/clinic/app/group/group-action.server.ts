import type { AgeBand } from "@concord/instruments";
import type { Text } from "@concord/messages";
import {
  type Actor,
  type AppContext,
  changeGroup,
  closeGroup,
  handOverGroup,
  type Joining,
  joinGroup,
  leaveGroup,
  recordMeeting,
  reopenGroup,
} from "@concord/practice";
import { redirect } from "react-router";
import { outOfDate, tried } from "../access/map-refusal.ts";
import { sentText } from "../request/sent.ts";
import { sentDay } from "../request/sent-values.ts";
import type { Handed } from "../ui/handover/handed.ts";
import { requestedOnceRecorded } from "../ui/handover/tickets.server.ts";

/** What a form of a group's page asks for, and who asks. */
interface GroupAction {
  readonly appContext: AppContext;
  readonly actor: Actor;
  readonly publicUrl: string;
  readonly group: string;
  readonly sent: FormData;
}

/** The links that a meeting's questionnaires have, member by member. */
export interface MemberLinks {
  readonly episode: string;
  readonly session: number;
  readonly asked: Handed;
}

/** What came of a form of a group's page. */
export interface GroupDone {
  readonly intent: string;
  readonly tone: "good" | "credible";
  readonly sentence: Text;
  readonly field: string | null;
  readonly links: readonly MemberLinks[];
}

type Outcome = Omit<GroupDone, "intent">;

/** Carries out a form of a group's page, by its intent, with a function of the practice. */
export async function handleGroupAction(asked: GroupAction): Promise<GroupDone> {
  const intent = sentText(asked.sent, "intent");
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (act === undefined) return { intent, ...refused(outOfDate) };
  const outcome = await tried(act(asked));
  return { intent, ...(outcome.kind === "done" ? outcome.value : refused(outcome.problem, outcome.field)) };
}

const acts: Readonly<Record<string, (asked: GroupAction) => Promise<Outcome>>> = {
  async meeting({ appContext, actor, publicUrl, group, sent }) {
    const heldOn = sentDay(sent, "heldOn");
    if (heldOn === null) return refused({ id: "case.invalid.session-day", values: {} }, "heldOn");
    const present = sent.getAll("present").filter((value) => typeof value === "string");
    const secondOnDay = sentText(sent, "second") === "yes";
    const meeting = await recordMeeting(appContext, actor, group, { heldOn, present, secondOnDay });
    const links: MemberLinks[] = [];
    for (const { episode, session } of meeting.filter((one) => one.attended)) {
      links.push({
        episode,
        session,
        asked: await requestedOnceRecorded({ appContext, actor, publicUrl }, episode, session),
      });
    }
    const absent = meeting.filter((one) => !one.attended).length;
    return {
      ...done({ id: "group.done.meeting", values: { present: links.length, absent } }),
      links,
    };
  },
  async join({ appContext, actor, group, sent }) {
    const joining = joiningOf(sent);
    if (joining === null) return refused({ id: "group.invalid.joining", values: {} }, "who");
    await joinGroup(appContext, actor, group, joining);
    return done({ id: "group.done.joined", values: {} });
  },
  async leave({ appContext, actor, group, sent }) {
    await leaveGroup(appContext, actor, group, sentText(sent, "episode"));
    return done({ id: "group.done.left", values: {} });
  },
  async change({ appContext, actor, group, sent }) {
    const coLeader = sentText(sent, "coLeader");
    await changeGroup(appContext, actor, group, {
      name: sentText(sent, "name"),
      ...(sent.has("coLeader") ? { coLeader: coLeader === "" ? null : coLeader } : {}),
    });
    return done({ id: "group.done.changed", values: {} });
  },
  async "hand-over"({ appContext, actor, group, sent }) {
    await handOverGroup(appContext, actor, group, {
      to: sentText(sent, "to"),
      withCases: sentText(sent, "withCases") === "yes",
    });
    throw redirect("/groups?handed-over");
  },
  async close({ appContext, actor, group }) {
    await closeGroup(appContext, actor, group);
    return done({ id: "group.done.closed", values: {} });
  },
  async reopen({ appContext, actor, group }) {
    await reopenGroup(appContext, actor, group);
    return done({ id: "group.done.reopened", values: {} });
  },
};

const ageBands: readonly AgeBand[] = ["adult", "adolescent", "child"];

/** Who joins: "new" with a name and an age band, or a case. */
function joiningOf(sent: FormData): Joining | null {
  const who = sentText(sent, "who");
  if (who === "new") {
    const ageBand = ageBands.find((one) => one === sentText(sent, "ageBand"));
    return ageBand === undefined ? null : { kind: "new-client", client: sentText(sent, "client"), ageBand };
  }
  if (who === "") return null;
  return { kind: sentText(sent, "separate") === "yes" ? "separate-case" : "case", episode: who };
}

function done(sentence: Text): Outcome {
  return { tone: "good", sentence, field: null, links: [] };
}

function refused(sentence: Text, field: string | null = null): Outcome {
  return { tone: "credible", sentence, field, links: [] };
}
