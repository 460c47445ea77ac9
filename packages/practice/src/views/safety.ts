import type { StaffMessage } from "@concord/messages";
import type { SafetyContact, SafetyOutcome, SafetyTopic } from "@concord/store";

export type { SafetyContact, SafetyOutcome, SafetyTopic };

/** `unreviewed`, `overdue` (the agreed next check is past), `followed-up`, `closed`: nothing more is to be checked. */
export type SafetyState = "unreviewed" | "overdue" | "followed-up" | "closed";

/** A safety answer, or a disclosure that a therapist recorded, that somebody must see to. */
export interface Task {
  readonly id: string;
  readonly episode: string;
  readonly client: string;
  readonly kind: "risk" | "disclosure";
  readonly session: number;
  readonly message: StaffMessage;
  readonly at: string;
  readonly due: string;
  readonly state: SafetyState;
  /** The day by which somebody looks again. */
  readonly nextCheck: string | null;
  /** Nobody had reviewed it by its time. It stays, also once somebody has. */
  readonly wasLate: boolean;
  /** The name of the one on duty, where the practice has named somebody. */
  readonly duty?: string;
  /** Who reviewed it first. */
  readonly reviewed: { readonly by: string; readonly at: string } | null;
}

export interface SafetyReviewView {
  readonly asked: readonly SafetyTopic[];
  readonly outcome: SafetyOutcome;
  readonly told: readonly SafetyContact[];
  readonly nextCheck: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

/** One question that was answered at or over its threshold, with its answers in all sessions. */
export interface SafetyQuestion {
  readonly item: string;
  readonly about: string;
  readonly questionnaire: string;
  /** The question as it was put; null where its wording is not loaded. */
  readonly question: string | null;
  readonly answers: readonly {
    readonly session: number;
    readonly at: string;
    readonly value: number;
    /** The answer in words, where the wording is loaded. */
    readonly answer: string | null;
    readonly atOrOver: boolean;
  }[];
}

/** A notice about a safety answer to a member of staff. */
export interface SafetyNotice {
  readonly name: string;
  readonly channel: "email" | "sms";
  readonly state: "waiting" | "sending" | "sent" | "failed" | "cancelled";
  readonly at: string;
}

/** A safety answer with all that is needed to review it. */
export interface SafetyAnswerView {
  readonly task: Task;
  readonly questions: readonly SafetyQuestion[];
  /** Oldest first. */
  readonly reviews: readonly SafetyReviewView[];
  /** Who was notified by e-mail or SMS, oldest first. */
  readonly told: readonly SafetyNotice[];
  readonly today: string;
  /** Whether this reader may open the client’s page; the one on duty may not, where the case is not theirs. */
  readonly mayOpenCase: boolean;
}
