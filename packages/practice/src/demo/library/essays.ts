import type { Source } from "@concord/library";

/** A short text of our own writing, so that a library has something to read at once. */
export interface DemoText {
  readonly name: string;
  readonly source: Partial<Source>;
  readonly markdown: string;
}

const ours = { publisher: "Written for the demonstration of Concord, CC BY 4.0", language: "en" } as const;

export const essays: readonly DemoText[] = [
  {
    name: "the-work-and-the-thread.md",
    source: { ...ours, authors: ["Ashgrove, Marit"], title: "The Work and the Thread", year: 2024 },
    markdown: `# The Work and the Thread

## What holds

{1}
Before a client believes in any method, they have to believe that the person across the room is on their side. The
therapeutic bond is this belief at work. It is not warmth alone, for warmth can be offered by anybody who is in a good mood; it
is the client's experience, tested again and again, that the therapist stays interested when the story becomes dull, and
stays kind when it becomes unflattering.

I call it a thread because it is thin and can carry more than one expects. A therapist who has it can ask hard questions.
A therapist who has lost it can ask nothing at all: every question is then heard as a reproach. The therapeutic alliance is
therefore not the introduction to the treatment. It is the condition under which the treatment can be heard.

{2}
The bond alone does nothing. I have sat for months with a client who trusted me and whom I liked, and we both enjoyed the
hour, and nothing changed. What was missing was the work: a goal that we had agreed upon and a task that each of us could
name. Trust without a task is company. Company is a good thing, and it is not therapy.

## When it frays

{3}
A rupture is seldom loud. The client becomes polite. The sentences grow shorter, the agreement comes faster, and a therapist
who measures success by peace will believe that things go well. It is my habit to distrust the third session in a row in
which nobody was disappointed.

Repair begins with the therapist's own part. "I think I went too fast last week" opens more doors than any interpretation of
the client's anger. When the therapist names what happened between the two of them, and asks how it was for the client, the
bond that seemed to be torn is often found to be stronger than before; not because the tear was good, but because it has now
been shown that a tear can be mended.

{4}
I do not say that every rupture can be repaired. Some clients leave, and some of those were right to leave. But I have never
regretted asking.
`,
  },
  {
    name: "borrowed-feelings.md",
    source: { ...ours, authors: ["Okonjo, Daniel"], title: "Borrowed Feelings", year: 2019 },
    markdown: `# Borrowed Feelings

## An old fear in a new room

{11}
The patient who waited for me to be angry had never seen me angry. She had, as a child, learned to read a face for the first
sign of it, and she read mine in the same way, with the same patience, and found there what she was looking for. This is what
the word transference means when it is taken off its pedestal: feelings that belong to an earlier person are lived again
toward the therapist, and they are not less real for being borrowed.

It follows that the transference is no disturbance of the treatment. It is the treatment's material, brought into the room by
the patient at some cost. A therapist who hurries to correct it ("but I am not angry at all") has declined the delivery.

{12}
Yet there is an error on the other side. The therapist who takes every feeling of the patient for a borrowed one will never
learn that he was, in fact, late; that he did, in fact, forget the name of her sister. The transference explains much, and it
must never be used to explain away the therapist's own part.

## Distance

{13}
Some patients ask for nearness and some for room, and few ask for what would help them. The one who clings is not helped by
being held tighter, and the one who keeps away is not helped by being left alone. I try to stand, at the beginning, where the
patient can bear to have me, and then to move, slowly and within sight, toward where the patient would rather not have me.
If the bond holds, the patient follows. If it does not hold, I have moved too soon, and I say so.

{14}
It has been said that attachment to the therapist is a dependence that treatment breeds. I do not think that this is so. A
child who feels safe walks further. The same is true of the people who come to us.
`,
  },
  {
    name: "asking-every-time.md",
    source: {
      ...ours,
      authors: ["Verhulst, Inge", "Ashgrove, Marit"],
      title: "Asking Every Time",
      year: 2025,
    },
    markdown: `# Asking Every Time

## Why a therapist should be told

{101}
Therapists are poor judges of how a session was for their client, and there is no shame in it: we see the client from the
front. A few questions at the end of the hour do what good will cannot. They let the client say on paper what is hard to say
to a face.

We have asked at the end of every session for six years. What surprised us was not how often the working alliance had
fallen without our knowledge. It was how glad the clients were to be asked about it.

## What a number is not

{102}
A rating is not a verdict on the therapist. A low rating early in a therapy may be the most hopeful thing in the file: here
is somebody who tells the truth. And a high rating that never moves tells us little, for it may be satisfaction, or courtesy,
or fear.

{103}
The rating does not repair anything. It is the conversation about the rating that does. Where the client's answers were read
and put away, nothing changed; where the therapist opened the next session with "you marked that we were not working on what
matters to you, and I would like to understand it", the therapeutic relationship had already begun to mend.
`,
  },
];
