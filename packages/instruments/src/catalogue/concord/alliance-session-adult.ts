import type { Instrument } from "../../instrument.ts";
import { freeText, likert, meanScale, sameItems } from "../building.ts";
import { howFar, ownForm, worded } from "./own-form.ts";

/** Bordin's three sides of the alliance, two questions each; the total is the mean of all six. */
const scales = [
  meanScale({ id: "bond", title: "Bond", better: "higher" }, [1, 2]),
  meanScale({ id: "tasks", title: "Tasks", better: "higher" }, [3, 4]),
  meanScale({ id: "goals", title: "Goals", better: "higher" }, [5, 6]),
  meanScale({ id: "total", title: "Alliance", better: "higher" }, [1, 2, 3, 4, 5, 6]),
];

const sixQuestions = sameItems(6, likert(1, 7));

const session = {
  ...ownForm,
  family: "concord-alliance-session",
  construct: "alliance",
  about: "session",
  given: "each-session",
  scales,
} as const;

export const allianceSessionClientAdult = {
  ...session,
  id: "concord-alliance-session-client-adult",
  title: "Concord alliance, session form for clients",
  shortTitle: "Session form",
  rater: "client",
  ageBands: ["adult"],
  items: [...sixQuestions, freeText(7)],
  secondsToComplete: 45,
  wordings: [
    {
      language: "en",
      title: "How was today's session?",
      instruction:
        "Think of the session you have just had. There are no right answers. Choose the number that comes closest.",
      items: worded(
        [
          "I could be myself with my therapist today.",
          "There was warmth between my therapist and me today.",
          "What we did today made sense to me.",
          "I took an active part in what we did today.",
          "Today was about something that matters in my life.",
          "My therapist and I were heading for the same thing today.",
        ],
        howFar,
        "Is there anything you would like to say about today?",
      ),
    },
  ],
} as const satisfies Instrument;

/** Also for therapists of adolescents and children: their clients' forms share bond, tasks and total. */
export const allianceSessionTherapist = {
  ...session,
  id: "concord-alliance-session-therapist",
  title: "Concord alliance, session form for therapists",
  shortTitle: "Session form, therapist",
  rater: "therapist",
  ageBands: ["adult", "adolescent", "child"],
  items: sixQuestions,
  secondsToComplete: 30,
  wordings: [
    {
      language: "en",
      title: "How was the session?",
      instruction: "Answer from your own side, before you look at what your client said.",
      items: worded(
        [
          "My client could be themselves with me.",
          "There was warmth between us.",
          "What we did made sense to my client.",
          "My client took an active part in what we did.",
          "The session was about something that matters in my client's life.",
          "We were heading for the same thing.",
        ],
        howFar,
      ),
    },
  ],
} as const satisfies Instrument;

export const allianceSessionObserver = {
  ...session,
  id: "concord-alliance-session-observer",
  title: "Concord alliance, session form for observers",
  shortTitle: "Session form, observer",
  rater: "observer",
  ageBands: ["adult", "adolescent"],
  items: [...sixQuestions, freeText(7)],
  seenBy: "care-team",
  secondsToComplete: 45,
  wordings: [
    {
      language: "en",
      title: "What did you see in this session?",
      instruction:
        "Rate what could be seen and heard in the session as a whole, not what you know of the case.",
      items: worded(
        [
          "The client seemed free to be themselves.",
          "There was warmth between the two.",
          "What they did seemed to make sense to the client.",
          "The client took an active part in what they did.",
          "They worked on something that matters in the client's life.",
          "The two were heading for the same thing.",
        ],
        howFar,
        "What did you base your rating on?",
      ),
    },
  ],
} as const satisfies Instrument;
