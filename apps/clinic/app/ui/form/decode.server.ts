import type { StaffMessage } from "@concord/messages";
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { RejectedForm } from "./rejected-form.ts";

type Issue = z.core.$ZodIssue;

/** An object whose optional properties are absent where there is nothing, never undefined. */
type Present<Value> = { readonly [Name in keyof Value]: Exclude<Value[Name], undefined> };

export type DecodedForm<Value> = { readonly kind: "decoded"; readonly value: Value } | RejectedForm;

/**
 * Returns what a form sent as the schema describes it, or what was entered with a message for each field that cannot be
 * used. Empty fields count as not sent; fields that the schema does not name are left out. `secret` names fields that
 * are not given back to the page: passwords and codes.
 */
export function decodeForm<Schema extends z.ZodObject>(
  sent: FormData,
  schema: Schema,
  { secret = [] }: { readonly secret?: readonly string[] } = {},
): DecodedForm<Present<z.output<Schema>>> {
  const submission = parseWithZod(sent, {
    schema,
    formatError: (issues: Issue[]) => problemOf(sent, issues[0]),
  });
  if (submission.status === "success") {
    const present = Object.entries(submission.value).filter(([, value]) => value !== undefined);
    return { kind: "decoded", value: Object.fromEntries(present) as Present<z.output<Schema>> };
  }
  const { error } = submission.reply();
  return {
    kind: "rejected",
    given: enteredTexts(sent, secret),
    problems: Object.fromEntries(
      Object.entries(error ?? {}).flatMap(([name, problem]) => (problem === null ? [] : [[name, problem]])),
    ),
  };
}

/** Returns a form as rejected by what was done with its values: a field, and why it cannot be used. */
export function rejectForm(
  sent: FormData,
  problems: RejectedForm["problems"],
  { secret = [] }: { readonly secret?: readonly string[] } = {},
): RejectedForm {
  return { kind: "rejected", given: enteredTexts(sent, secret), problems };
}

function enteredTexts(sent: FormData, secret: readonly string[]): Readonly<Record<string, string>> {
  const texts = [...sent].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !secret.includes(name) ? [[name, value]] : [],
  );
  return Object.fromEntries(texts);
}

/** What a person is told about a field. A schema may say more: `refine(…, { params: { message } })`. */
function problemOf(sent: FormData, issue: Issue | undefined): StaffMessage {
  switch (issue?.code) {
    case "invalid_type":
      if (isEmpty(sent, issue)) return plain("form.problem.empty");
      if (issue.expected === "int") return plain("form.problem.whole-number");
      return plain(issue.expected === "number" ? "form.problem.number" : "form.problem.other");
    case "too_big":
      return atMost(issue.origin, Number(issue.maximum));
    case "too_small":
      return atLeast(issue.origin, Number(issue.minimum));
    case "invalid_value":
      return plain(isEmpty(sent, issue) ? "form.problem.empty" : "form.problem.choice");
    case "invalid_format":
      return plain(issue.format === "date" ? "form.problem.day" : "form.problem.other");
    case "custom":
      return (issue.params?.message as StaffMessage | undefined) ?? plain("form.problem.other");
    default:
      return plain("form.problem.other");
  }
}

/** Whether nothing was entered in the field that an issue is about. */
function isEmpty(sent: FormData, { path }: Issue): boolean {
  const name = path.reduce<string>((before, part) => {
    if (typeof part === "number") return `${before}[${part}]`;
    return before === "" ? String(part) : `${before}.${String(part)}`;
  }, "");
  return sent
    .getAll(name)
    .every((value) => (typeof value === "string" ? value.trim() === "" : value.size === 0));
}

type PlainId =
  | "form.problem.choice"
  | "form.problem.day"
  | "form.problem.empty"
  | "form.problem.number"
  | "form.problem.other"
  | "form.problem.whole-number";

const plain = (id: PlainId): StaffMessage => ({ id, values: {} });

function atMost(origin: string, most: number): StaffMessage {
  if (origin === "string") return { id: "form.problem.too-long", values: { most } };
  if (origin === "array") return { id: "form.problem.too-many", values: { most } };
  return { id: "form.problem.too-large", values: { most } };
}

function atLeast(origin: string, least: number): StaffMessage {
  if (origin !== "string") return { id: "form.problem.too-small", values: { least } };
  return least <= 1 ? plain("form.problem.empty") : { id: "form.problem.too-short", values: { least } };
}
