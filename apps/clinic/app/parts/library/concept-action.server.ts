import { type Concept, judgements, stances, type Wording } from "@concord/library";
import {
  type Actor,
  type House,
  keepConceptEdition,
  readOverviewed,
  ruleOnPassage,
  writeConcept,
} from "@concord/practice";
import { heed } from "../../access/heed.ts";

export interface ConceptDone {
  readonly tone: "good" | "urgent";
  readonly sentence: string;
}

/** What a form on the page of a concept asks for. */
export async function actOnConcept(
  house: House,
  actor: Actor,
  id: string,
  form: FormData,
): Promise<ConceptDone> {
  switch (form.get("intent")) {
    case "rule":
      return rule(house, actor, id, form);
    case "names": {
      const { concept, overview } = await heed(readOverviewed(house, actor, id));
      await heed(writeConcept(house, actor, { concept: renamed(concept, form), overview }));
      return { tone: "good", sentence: "The names are kept; the list below follows them." };
    }
    case "edition": {
      const edition = await heed(keepConceptEdition(house, actor, id));
      return edition === null
        ? { tone: "urgent", sentence: "Nothing has changed since the last edition." }
        : { tone: "good", sentence: `Edition ${edition.number} is kept and can be cited.` };
    }
    default:
      return { tone: "urgent", sentence: "That form is not known here. Please load the page again." };
  }
}

async function rule(house: House, actor: Actor, concept: string, form: FormData): Promise<ConceptDone> {
  const judgement = judgements.find((one) => one === form.get("judgement"));
  if (judgement === undefined) return { tone: "urgent", sentence: "Please say what place the passage has." };
  const done = await heed(
    ruleOnPassage(house, actor, {
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

function words(form: FormData, name: string): string | null {
  const given = String(form.get(name) ?? "").trim();
  return given === "" ? null : given.slice(0, 5_000);
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
