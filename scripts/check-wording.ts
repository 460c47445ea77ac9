/**
 * Finds phrases that Concord's texts avoid, in the documents and in the English message catalogues, and prints each with
 * its place and what to write instead; exits 1 if there is one. Single words are `flagWords` of cspell.json.
 */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** A phrase to avoid, and what to write instead. */
interface AvoidedPhrase {
  readonly pattern: RegExp;
  readonly instead: string;
}

const phrase = (source: string, instead: string): AvoidedPhrase => ({
  pattern: new RegExp(`\\b(?:${source})\\b`, "giu"),
  instead,
});

/** Avoided everywhere. */
const phrases: readonly AvoidedPhrase[] = [
  phrase("(?:asks?|needs?) (?:for )?a thought", "needs attention"),
  phrase("worth a (?:thought|look)", "needs attention; notable"),
  phrase("the picture suggests", "the ratings suggest"),
  phrase("goes with|go with", "is associated with; correlates with"),
  phrase("by way of", "through"),
  phrase("whose doing", "perceiver, target and relationship effects"),
  phrase("what (?:stands|rests) (?:on|behind)", "the evidence for"),
  phrase("take (?:it|a page) along", "export"),
  phrase("keep (?:it|them|this|their)", "save"),
  phrase("not open to you", "you do not have access"),
  phrase("what came in", "responses"),
  phrase("in their words", "comments"),
  phrase("go up and down", "vary"),
  phrase("the other way (?:a)?round", "reversed; in the other direction"),
  phrase("(?:twice|times) running", "consecutive"),
  phrase("nothing but", "only"),
  phrase("for yourself", "private"),
  phrase("behind the pages", "in the background"),
  phrase("what it says of", "results for"),
  phrase("how far it", "to what extent it"),
  phrase("say once", "state"),
  phrase("the one after", "the next"),
  phrase("a door that stays open", "available later"),
];

/** Avoided in documents, where they have been metaphors for a technical term. */
const metaphors: readonly AvoidedPhrase[] = [
  phrase("rings?|rang", "raises an alert"),
  phrase("ringing", "alerting"),
  phrase("shelf", "library"),
  phrase("rooms?|the house", "package"),
  phrase("rivers?", "data flow"),
  phrase("photograph(?:s|ed)?", "screenshot"),
  phrase("unless said", "by default"),
  phrase("by (?:itself|themselves)", "automatically; alone"),
  phrase("at once", "immediately"),
  phrase("(?:at|in) hand", "available"),
  phrase("made[- ]up", "simulated; invented"),
  phrase("wished-for", "desired"),
  phrase("drawn? towards", "shrunken towards"),
  phrase("chairs?", "rater"),
];

/** The text with code, link targets, quotations and labels of the app (bold) blanked, so that places stay the same. */
function withoutCode(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, " ");
  return text
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\*\*[^*\n]+\*\*/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank)
    .replace(/^> .*$/gm, blank);
}

/** Returns each avoided phrase of a text as `line:column "phrase": write …`. */
export function avoidedIn(text: string, { isDocument = true } = {}): readonly string[] {
  const bare = withoutCode(text);
  const found: string[] = [];
  for (const { pattern, instead } of isDocument ? [...phrases, ...metaphors] : phrases)
    for (const match of bare.matchAll(pattern)) {
      const before = bare.slice(0, match.index).split("\n");
      found.push(`${before.length}:${(before.at(-1) ?? "").length + 1} "${match[0]}": write ${instead}`);
    }
  return found;
}

/** Documents that still wait for their plain words; the same list is `ignorePaths` of cspell.json. */
const notYetRewritten = ["COVERAGE.md", "LIMITATIONS.md"];

/** Returns the files that are checked: documents, and what people read of the English catalogues. */
export function checkedFiles(): readonly string[] {
  const documents = globSync(["*.md", "docs/**/*.md", "decisions/*.md", ".github/**/*.md"], {
    cwd: root,
    exclude: ["docs/node_modules/**", ...notYetRewritten],
  });
  return [...documents, ...globSync("packages/messages/src/*/en.json", { cwd: root })].sort();
}

if (import.meta.main) {
  let count = 0;
  for (const file of checkedFiles())
    for (const line of avoidedIn(readFileSync(path.join(root, file), "utf8"), {
      isDocument: file.endsWith(".md"),
    })) {
      console.error(`${file}:${line}`);
      count += 1;
    }
  if (count > 0) {
    console.error(`${count} phrases to avoid. CONTRIBUTING.md, "Words", says what to do.`);
    process.exit(1);
  }
}
