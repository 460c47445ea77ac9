import { type Concept, judgements, type OverviewSentence, stances, type Wording } from "@concord/library";
import type { StaffMessage } from "@concord/messages";
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
  readonly messages: readonly StaffMessage[];
  /** Sentences of an overview that could not be saved, for the form to show them again. */
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
  if (problem !== null) return urgent(problem);
  switch (form.get("intent")) {
    case "rule":
      return rule(appContext, actor, id, form);
    case "restate":
      return restate(appContext, actor, id, form);
    case "draft": {
      const ruling = String(form.get("ruling") ?? "");
      const done = await mapRefusalTo403(draftGloss(appContext, actor, { concept: id, ruling }));
      return done.kind === "drafted"
        ? good({ id: "library.status.drafted", values: {} })
        : urgent({ id: "library.draft-problem.reason", values: { reason: done.reason } });
    }
    case "overview": {
      const overview = sentOverview(form);
      const long = overview.findIndex(({ words }) => words.length > maxSentence);
      if (long >= 0) {
        const values = { number: long + 1, max: maxSentence };
        return { ...urgent({ id: "library.problem.sentence-length", values }), overview };
      }
      const done = await mapRefusalTo403(writeOverview(appContext, actor, id, overview));
      if (done.kind === "refused") return { ...urgent(done.message), overview };
      return good({ id: "library.status.overview", values: {} });
    }
    case "names": {
      if (words(form, "name") === null) return urgent({ id: "library.problem.name", values: {} });
      const { concept, overview } = await mapRefusalTo403(readOverviewed(appContext, actor, id));
      await mapRefusalTo403(writeConcept(appContext, actor, { concept: renamed(concept, form), overview }));
      return good({ id: "library.status.names", values: {} });
    }
    case "edition": {
      const edition = await mapRefusalTo403(saveConceptEdition(appContext, actor, id));
      return edition === null
        ? urgent({ id: "library.problem.same-version", values: {} })
        : good({ id: "library.status.version", values: { number: edition.number } });
    }
    default:
      return urgent({ id: "library.problem.unknown-form", values: {} });
  }
}

async function rule(
  appContext: AppContext,
  actor: Actor,
  concept: string,
  form: FormData,
): Promise<ConceptDone> {
  const judgement = judgements.find((one) => one === form.get("judgement"));
  if (judgement === undefined) return urgent({ id: "library.problem.rank", values: {} });
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
  if (done.kind === "not-there") return urgent(...done.problems);
  return good({
    id: judgement === "decoy" ? "library.status.decoy" : "library.status.quotation",
    values: {},
  });
}

async function restate(
  appContext: AppContext,
  actor: Actor,
  concept: string,
  form: FormData,
): Promise<ConceptDone> {
  const judgement = judgements.find((one) => one === form.get("judgement"));
  if (judgement === undefined) return urgent({ id: "library.problem.rank", values: {} });
  await mapRefusalTo403(
    editPassageReview(appContext, actor, {
      concept,
      ruling: String(form.get("ruling") ?? ""),
      judgement,
      stance: stances.find((one) => one === form.get("stance")) ?? null,
      gloss: words(form, "gloss"),
    }),
  );
  return good({
    id: judgement === "decoy" ? "library.status.withdrawn" : "library.status.changed",
    values: {},
  });
}

const good = (message: StaffMessage): ConceptDone => ({ tone: "good", messages: [message] });

const urgent = (...messages: readonly StaffMessage[]): ConceptDone => ({ tone: "urgent", messages });

/** The most characters of a text field here, and of a sentence of an overview. */
const maxText = 5_000;
const maxSentence = 600;

/** Returns what cannot be saved of a form as it was sent, or null: nothing is cut off or replaced in silence. */
function problemOf(form: FormData): StaffMessage | null {
  const stance = form.get("stance");
  if (stance !== null && stance !== "" && !stances.some((one) => one === stance))
    return { id: "library.problem.position", values: {} };
  for (const [name, value] of form) {
    if (typeof value === "string" && value.length > maxText)
      return { id: "library.problem.text-length", values: { max: maxText, count: value.length } };
    if (name.startsWith("kind-") && value !== "converge" && value !== "divide")
      return { id: "library.problem.sentence-type", values: {} };
  }
  return null;
}

function words(form: FormData, name: string): string | null {
  const given = String(form.get(name) ?? "").trim();
  return given === "" ? null : given;
}

/** What a wording of the practice’s own says of its source. */
const ownSource = "own";

function renamed(concept: Concept, form: FormData): Concept {
  const lines = (name: string) =>
    (words(form, name) ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const wording = (line: string, kind: Wording["kind"]): Wording => {
    const [given = "", school = ""] = line.split("|").map((part) => part.trim());
    const known = concept.wordings.find((one) => one.words === given && one.kind === kind);
    return { words: given, kind, school: school === "" ? null : school, from: known?.from ?? ownSource };
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
