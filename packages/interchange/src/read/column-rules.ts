import type { Plan, WordSource } from "../mapping/plan.ts";
import type { ProblemLog } from "../problem.ts";
import { quoted } from "../text/printable.ts";
import { type DateOrder, type ReadMoment, readMoment } from "../value/date.ts";
import { doubtfulRater, isSettledBeside } from "../value/rater.ts";

/** What a row has to wait for, if for anything. */
export type Seen = "settled" | "waiting" | { readonly refused: string };

/**
 * What a whole column decides for each of its rows: the order of day and month, and which rater a letter means.
 * Rows wait until their columns are settled, so that no row is read by a guess.
 */
export interface ColumnRules {
  /** Looks at a row that is going to be read. */
  readonly see: (field: (at: number) => string, line: number) => Seen;
  /** Settles what can be settled when no row is left, or refuses. */
  readonly finish: () => string | null;
  readonly dateIn: (at: number, text: string) => ReadMoment;
}

interface DateColumn {
  readonly at: number;
  readonly column: string;
  readonly decides: boolean;
  order: DateOrder | "unknown";
  /** The text that showed the order, with its line. */
  shown: { readonly text: string; readonly line: number } | null;
  doubtful: { readonly text: string; readonly line: number } | null;
  doubtfulCount: number;
}

interface RaterColumn {
  readonly at: number;
  readonly column: string;
  readonly words: Set<string>;
  readonly doubtful: Map<string, number>;
}

export function columnRules(plan: Plan, isMissing: (text: string) => boolean, log: ProblemLog): ColumnRules {
  const told = plan.mapping.dateOrder;
  const dates = new Map<number, DateColumn>();
  const addDate = (at: number, column: string, decides: boolean): void => {
    if (dates.get(at)?.decides === true) return;
    const none = { shown: null, doubtful: null, doubtfulCount: 0 };
    dates.set(at, { at, column, decides, order: told ?? "unknown", ...none });
  };
  if (plan.when.kind === "time" || plan.when.kind === "date") addDate(plan.when.at, plan.when.column, true);
  if (plan.date !== null) addDate(plan.date.at, plan.date.column, plan.when.kind === "time");
  const raters = new Map<number, RaterColumn>();
  for (const { rater } of [...plan.cells, ...plan.groups]) addRater(raters, rater);

  const seeDate = (own: DateColumn, text: string, line: number): Seen => {
    if (isMissing(text)) return own.doubtful === null || own.order !== "unknown" ? "settled" : "waiting";
    const read = readMoment(text, "unknown");
    if (read.kind === "ambiguous" && own.order === "unknown") {
      own.doubtful ??= { text, line };
      own.doubtfulCount++;
    }
    if (read.kind === "date" && read.shows !== null && told === undefined) {
      if (own.order === "unknown") {
        own.order = read.shows;
        own.shown = { text, line };
      } else if (own.order !== read.shows) {
        const refused = `Column ${quoted(own.column)} has dates in both orders: ${own.shown!.text} in line ${own.shown!.line}, ${text} in line ${line}. Say which one holds with --date-order; the others are then named line by line.`;
        return { refused };
      }
    }
    return own.order === "unknown" && own.doubtful !== null ? "waiting" : "settled";
  };

  const seeRater = (own: RaterColumn, text: string, line: number): Seen => {
    if (!isMissing(text)) {
      const word = text.toLowerCase();
      own.words.add(word);
      if (doubtfulRater(word) !== null && !own.doubtful.has(word)) own.doubtful.set(word, line);
    }
    return [...own.doubtful.keys()].every((word) => isSettledBeside(word, own.words)) ? "settled" : "waiting";
  };

  const unsettledRaters = (): string | null => {
    for (const own of raters.values()) {
      const open = [...own.doubtful].filter(([word]) => !isSettledBeside(word, own.words));
      if (open.length > 0) return raterQuestion(own, open);
    }
    return null;
  };

  return {
    see: (field, line) => {
      let all: Seen = "settled";
      for (const own of dates.values()) {
        const seen = seeDate(own, field(own.at), line);
        if (typeof seen === "object") return seen;
        if (seen === "waiting") all = seen;
      }
      for (const own of raters.values())
        if (seeRater(own, field(own.at), line) === "waiting") all = "waiting";
      return all;
    },
    finish: () => {
      const question = unsettledRaters();
      if (question !== null) return question;
      for (const own of dates.values()) {
        if (own.order !== "unknown" || own.doubtful === null) continue;
        const { text, line } = own.doubtful;
        const sentence = `No date in column ${quoted(own.column)} has a day over 12, so ${quoted(text)}${own.decides ? ` in line ${line}` : ""} may mean two days. Say which number is the day: --date-order day-first or --date-order month-first.`;
        if (own.decides) return sentence;
        log.add({
          kind: "bad-date",
          line,
          column: own.column,
          sentence,
          kept: `${own.doubtfulCount} ${own.doubtfulCount === 1 ? "row was" : "rows were"} kept without the date.`,
        });
      }
      return null;
    },
    dateIn: (at, text) => readMoment(text, dates.get(at)?.order ?? told ?? "unknown"),
  };
}

function addRater(raters: Map<number, RaterColumn>, source: WordSource): void {
  if (source.kind !== "column" || raters.has(source.at)) return;
  raters.set(source.at, { at: source.at, column: source.column, words: new Set(), doubtful: new Map() });
}

function raterQuestion(own: RaterColumn, open: readonly (readonly [string, number])[]): string {
  const questions = open.map(
    ([word, line]) => `${quoted(word.toUpperCase())} (line ${line}) may be ${doubtfulRater(word)}`,
  );
  const [first] = open;
  return `In column ${quoted(own.column)}, ${questions.join("; ")}. Say who is meant, for example: --recode "${own.column}:${first![0].toUpperCase()}=${exampleOf(first![0])}".`;
}

/** The word a question proposes: not the first one that comes to mind, so that nobody copies it unread. */
const exampleOf = (word: string): string =>
  word === "c" ? "client" : word === "t" ? "therapist" : "caregiver";
