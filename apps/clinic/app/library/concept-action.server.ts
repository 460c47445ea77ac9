import { type Concept, judgements, type OverviewSentence, stances, type Wording } from "@concord/library";
import {
  type Actor,
  type AppContext,
  draftGloss,
  editPassageReview,
  readOverviewed,
  reviewPassage,
  saveConceptEdition,
  writeConcept,
  writeOverview,
} from "@concord/practice";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { sentOverview } from "./overview-form.server.ts";

export interface ConceptDone {
  readonly tone: "good" | "urgent";
  readonly sentence: string;
  /** Sentences of an overview that could not be kept, for the form to have them still. */
  readonly overview?: readonly OverviewSentence[];
}

/** What a form on the page of a concept asks for. */
export async function actOnConcept(
  appContext: AppContext,
  actor: Actor,
  id: string,
  form: FormData,
): Promise<ConceptDone> {
  const problem = problemOf(form);
  if (problem !== null) return { tone: "urgent", sentence: problem };
  switch (form.get("intent")) {
    case "rule":
      return rule(appContext, actor, id, form);
    case "restate":
      return restate(appContext, actor, id, form);
    case "draft": {
      const ruling = String(form.get("ruling") ?? "");
      const done = await mapRefusalTo403(draftGloss(appContext, actor, { concept: id, ruling }));
      return done.kind === "drafted"
        ? { tone: "good", sentence: "Drafted. It is marked as a draft until you keep it." }
        : { tone: "urgent", sentence: done.sentence };
    }
    case "overview": {
      const overview = sentOverview(form);
      const long = overview.findIndex(({ words }) => words.length > longestSentence);
      if (long >= 0) {
        const sentence = `Sentence ${long + 1} has more than ${longestSentence} characters. Shorten or split it.`;
        return { tone: "urgent", sentence, overview };
      }
      const done = await mapRefusalTo403(writeOverview(appContext, actor, id, overview));
      if (done.kind === "refused") return { tone: "urgent", sentence: done.sentence, overview };
      return { tone: "good", sentence: "The sentences are kept, each with the passages it rests on." };
    }
    case "names": {
      if (words(form, "name") === null) return { tone: "urgent", sentence: "Enter the name of the concept." };
      const { concept, overview } = await mapRefusalTo403(readOverviewed(appContext, actor, id));
      await mapRefusalTo403(writeConcept(appContext, actor, { concept: renamed(concept, form), overview }));
      return { tone: "good", sentence: "The names are kept; the list below follows them." };
    }
    case "edition": {
      const edition = await mapRefusalTo403(saveConceptEdition(appContext, actor, id));
      return edition === null
        ? { tone: "urgent", sentence: "Nothing has changed since the last edition." }
        : { tone: "good", sentence: `Edition ${edition.number} is kept and can be cited.` };
    }
    default:
      return { tone: "urgent", sentence: "That form is not known here. Please load the page again." };
  }
}

async function rule(
  appContext: AppContext,
  actor: Actor,
  concept: string,
  form: FormData,
): Promise<ConceptDone> {
  const judgement = judgements.find((one) => one === form.get("judgement"));
  if (judgement === undefined) return { tone: "urgent", sentence: "Please say what place the passage has." };
  const done = await mapRefusalTo403(
    reviewPassage(appContext, actor, {
      concept,
      text: String(form.get("text") ?? ""),
      from: Number(form.get("from")),
      to: Number(form.get("to")),
      judgement,
      stance: stances.find((one) => one === form.get("stance")) ?? null,
      gloss: words(form, "gloss"),
      words: words(form, "words"),
      saidBy: null,
    }),
  );
  if (done.kind === "not-there") return { tone: "urgent", sentence: done.sentence };
  const sentence = judgement === "decoy" ? "Kept: it is not about this." : "Kept, word for word.";
  return { tone: "good", sentence };
}

async function restate(
  appContext: AppContext,
  actor: Actor,
  concept: string,
  form: FormData,
): Promise<ConceptDone> {
  const judgement = judgements.find((one) => one === form.get("judgement"));
  if (judgement === undefined) return { tone: "urgent", sentence: "Please say what place the passage has." };
  await mapRefusalTo403(
    editPassageReview(appContext, actor, {
      concept,
      ruling: String(form.get("ruling") ?? ""),
      judgement,
      stance: stances.find((one) => one === form.get("stance")) ?? null,
      gloss: words(form, "gloss"),
    }),
  );
  return judgement === "decoy"
    ? { tone: "good", sentence: "Taken off the page: it is not about this." }
    : { tone: "good", sentence: "Kept as you have it now; the words quoted are as they were." };
}

/** The most characters of a text field here, and of a sentence of an overview. */
const longestText = 5_000;
const longestSentence = 600;

/** Returns what cannot be saved of a form as it was sent, or null: nothing is cut off or replaced unsaid. */
function problemOf(form: FormData): string | null {
  const stance = form.get("stance");
  if (stance !== null && stance !== "" && !stances.some((one) => one === stance))
    return "Choose from the list what the author holds it to be.";
  for (const [name, value] of form) {
    if (typeof value === "string" && value.length > longestText)
      return `A text here has at most ${longestText} characters; one of these has ${value.length}.`;
    if (name.startsWith("kind-") && value !== "converge" && value !== "divide")
      return "Choose from the list what a sentence says.";
  }
  return null;
}

function words(form: FormData, name: string): string | null {
  const given = String(form.get(name) ?? "").trim();
  return given === "" ? null : given;
}

function renamed(concept: Concept, form: FormData): Concept {
  const lines = (name: string) =>
    (words(form, name) ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const wording = (line: string, kind: Wording["kind"]): Wording => {
    const [given = "", school = ""] = line.split("|").map((part) => part.trim());
    const known = concept.wordings.find((one) => one.words === given && one.kind === kind);
    return { words: given, kind, school: school === "" ? null : school, from: known?.from ?? "the scholar" };
  };
  return {
    ...concept,
    name: words(form, "name") ?? concept.name,
    definition: words(form, "definition") ?? concept.definition,
    wordings: [
      ...lines("variants").map((line) => wording(line, "variant")),
      ...lines("periods").map((line) => wording(line, "period")),
    ],
    excluded: lines("excluded"),
  };
}
