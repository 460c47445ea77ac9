import { Parser } from "htmlparser2";

/** One input of a form, as the page declares it. Choices, radios and checkboxes of one name are one field. */
export interface FormField {
  readonly name: string;
  /** `text`, `date`, `number`, `email`, `hidden`, `choice`, `radio`, `checkbox`, `file`, … */
  readonly type: string;
  /** What is sent if nobody changes it; null where nothing is. */
  readonly value: string | null;
  readonly options: readonly string[];
  readonly required: boolean;
  readonly min: number | null;
  readonly max: number | null;
  readonly maxLength: number | null;
}

/** One way to send a form of a page: a form with several buttons is several. */
export interface PageForm {
  /** The page it stands on. */
  readonly page: string;
  readonly action: string;
  readonly isMultipart: boolean;
  readonly fields: readonly FormField[];
  /** Name and value of the button, if it has a name. */
  readonly button: readonly [string, string] | null;
}

interface Draft {
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: Map<string, FormField>;
  readonly buttons: (readonly [string, string] | null)[];
}

/** Returns the forms of a page that are sent with POST, one for each button. */
export function formsOf(html: string, page: string): readonly PageForm[] {
  const drafts: Draft[] = [];
  let form: Draft | undefined;
  let choice:
    | { readonly attributes: Readonly<Record<string, string>>; options: string[]; chosen: string | null }
    | undefined;
  let area: { readonly attributes: Readonly<Record<string, string>>; text: string } | undefined;
  const add = (
    type: string,
    given: Readonly<Record<string, string>>,
    value: string | null,
    options: readonly string[],
  ) => {
    const { name } = given;
    if (form === undefined || name === undefined || name === "") return;
    const before = form.fields.get(name);
    form.fields.set(name, {
      name,
      type,
      value: before?.value ?? value,
      options: [...(before?.options ?? []), ...options],
      required: before?.required === true || given.required !== undefined,
      min: numberOf(given.min),
      max: numberOf(given.max),
      maxLength: numberOf(given.maxlength),
    });
  };
  const parser = new Parser({
    onopentag(tag, given) {
      if (tag === "form" && given.method?.toLowerCase() === "post") {
        form = { attributes: given, fields: new Map(), buttons: [] };
        drafts.push(form);
      }
      if (tag === "input") {
        const type = given.type ?? "text";
        const isBox = type === "radio" || type === "checkbox";
        const value = given.value ?? (isBox ? "on" : "");
        add(type, given, isBox && given.checked === undefined ? null : value, isBox ? [value] : []);
      }
      if (tag === "select") choice = { attributes: given, options: [], chosen: null };
      if (tag === "option" && choice !== undefined && given.value !== undefined) {
        choice.options.push(given.value);
        if (given.selected !== undefined) choice.chosen = given.value;
      }
      if (tag === "textarea") area = { attributes: given, text: "" };
      if (tag === "button" && given.type !== "button" && form !== undefined)
        form.buttons.push(given.name === undefined ? null : [given.name, given.value ?? ""]);
    },
    ontext(text) {
      if (area !== undefined) area.text += text;
    },
    onclosetag(tag) {
      if (tag === "select" && choice !== undefined) {
        add("choice", choice.attributes, choice.chosen ?? choice.options[0] ?? null, choice.options);
        choice = undefined;
      }
      if (tag === "textarea" && area !== undefined) {
        add("text", area.attributes, area.text, []);
        area = undefined;
      }
      if (tag === "form") form = undefined;
    },
  });
  parser.write(html);
  parser.end();
  return drafts.flatMap(({ attributes, fields, buttons }) =>
    (buttons.length === 0 ? [null] : buttons).map((button) => ({
      page,
      action: attributes.action ?? page,
      isMultipart: attributes.enctype === "multipart/form-data",
      fields: [...fields.values()],
      button,
    })),
  );
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}
