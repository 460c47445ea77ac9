import { catalogue, type Instrument, type Score } from "@concord/instruments";
import type { ReadForm } from "@concord/interchange";
import { csvLine } from "@concord/interchange/table";
import { textTable } from "./table.ts";

/** How scored forms are written, form by form. */
export interface ScoreFormat {
  readonly form: (form: ReadForm, scored: Score) => string;
  /** What became of the file stands at the end, where the format has a place for it. */
  readonly end: (tail: object) => string;
}

const formHeading = ["case", "therapist", "session", "time", "date", "rater", "instrument", "version"];
const endHeading = ["prorated", "unscorable", "risk", "scoring"];

function formFields({
  case: name,
  therapist,
  session,
  time,
  date,
  form,
}: ReadForm): (string | number | null)[] {
  return [name, therapist, session, time, date, form.rater, form.id, form.version];
}

function endFields(scored: Score): string[] {
  let prorated = "";
  let unscorable = "";
  for (const scale of scored.scales) {
    if (scale.kind === "unscorable")
      unscorable += `${unscorable === "" ? "" : "; "}${scale.scale}: ${scale.reason}`;
    else if (scale.prorated) prorated += `${prorated === "" ? "" : " "}${scale.scale}`;
  }
  const risk = scored.risks.map(({ item, value, about }) => `${item}=${value} (${about})`).join(" ");
  return [prorated, unscorable, risk, scored.scoring];
}

/**
 * A table for each set of scales. The first is written as it comes; forms with other scales follow at the end, under
 * headings of their own, after an empty line.
 */
export function csvFormat(): ScoreFormat {
  const tables = new Map<string, string[]>();
  let first: string | null = null;
  let current: { readonly form: Instrument; readonly key: string } | null = null;
  const keyOf = (form: Instrument): string => {
    if (current?.form !== form) current = { form, key: form.scales.map((scale) => scale.id).join(" ") };
    return current.key;
  };
  return {
    form: (form, scored) => {
      const key = keyOf(form.form);
      const values = scored.scales.map((scale) => (scale.kind === "score" ? scale.value : null));
      const line = csvLine([...formFields(form), ...values, ...endFields(scored)]);
      if (key === first) return line;
      const scales = key === "" ? [] : key.split(" ");
      const heading = csvLine([...formHeading, ...scales, ...endHeading]);
      if (first === null) {
        first = key;
        return heading + line;
      }
      const later = tables.get(key) ?? [`\n${heading}`];
      later.push(line);
      tables.set(key, later);
      return "";
    },
    end: () => [...tables.values()].map((lines) => lines.join("")).join(""),
  };
}

/** `{"forms":[…],"problems":[…],"input":{…}}`, a line for each form. */
export function jsonFormat(): ScoreFormat {
  let first = true;
  return {
    form: (
      { case: name, therapist, session, time, date, form, values },
      { instrument, version, ...scored },
    ) => {
      const start = first ? '{"forms":[\n' : ",\n";
      first = false;
      const own = { case: name, therapist, session, time, date, rater: form.rater, instrument, version };
      return `${start}${JSON.stringify({ ...own, answers: values, ...scored })}`;
    },
    end: (tail) => `${first ? '{"forms":[' : ""}\n],${JSON.stringify(tail).slice(1)}\n`,
  };
}

/** For people: held until the end, so that columns fit. */
export function tableFormat(): ScoreFormat {
  const rows: string[][] = [];
  const scales = new Set<string>();
  const scored: { readonly fields: readonly string[]; readonly score: Score }[] = [];
  const titles = new Map(catalogue.map(({ id, shortTitle }) => [id, shortTitle]));
  return {
    form: (form, own) => {
      const when = form.session === null ? (form.time ?? form.date ?? "–") : String(form.session);
      scored.push({
        fields: [form.case, when, form.form.rater, titles.get(form.form.id) ?? form.form.id],
        score: own,
      });
      for (const { scale } of own.scales) scales.add(scale);
      return "";
    },
    end: () => {
      if (scored.length === 0) return "";
      for (const { fields, score: own } of scored) {
        rows.push([...fields, ...[...scales].map((id) => cell(own, id)), endFields(own)[2]!]);
      }
      const heading = [{ title: "Case" }, { title: "Session" }, { title: "Rater" }, { title: "Form" }];
      const numbers = [...scales].map((title) => ({ title, align: "right" as const }));
      return `${textTable([...heading, ...numbers, { title: "Risk" }], rows).join("\n")}\n`;
    },
  };
}

/** A prorated score is marked, one that cannot be given is a dash. */
function cell(own: Score, id: string): string {
  const found = own.scales.find(({ scale }) => scale === id);
  if (found === undefined) return "";
  if (found.kind === "unscorable") return "–";
  return `${Math.round(found.value * 100) / 100}${found.prorated ? "*" : ""}`;
}
