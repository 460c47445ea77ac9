import { catalogue, findInstrument, type Instrument, scaleRange } from "@concord/instruments";
import { nearest, quoted } from "@concord/interchange/table";
import type { AddCommand } from "../add-command.ts";
import { paintFor } from "../print/paint.ts";
import { textTable, wrapped } from "../print/table.ts";
import { CommandRefused, exitCodes, type Terminal } from "../terminal.ts";

const keyWords: Readonly<Record<Instrument["key"], string>> = {
  own: "Concord's own",
  verified: "verified",
  confident: "confident",
  needed: "key needed",
};

const rightsWords: Readonly<Record<Instrument["rights"]["status"], string>> = {
  own: "own words, CC BY 4.0",
  open: "free to use",
  conditional: "free on conditions",
  ask: "ask its author",
  closed: "licence needed",
};

/** `concord instruments [ID]`: what can be scored, on what authority, and who holds the rights. */
export const instruments: AddCommand = (program, terminal, done) => {
  program
    .command("instruments")
    .description("List the instruments, or describe one: its scales, its key, its rights.")
    .argument("[id]", "one instrument")
    .option("--json", "print them for programs")
    .action((id: string | undefined, flags: { readonly json?: true }) => {
      const chosen = id === undefined ? catalogue : [find(id)];
      if (flags.json === true) terminal.out(`${JSON.stringify(chosen, null, 1)}\n`);
      else
        terminal.out(
          `${(id === undefined ? list(chosen, terminal) : describe(chosen[0]!, terminal)).join("\n")}\n`,
        );
      done(exitCodes.done);
    });
};

function find(id: string): Instrument {
  const found = findInstrument(id);
  if (found !== null) return found;
  const ids = catalogue.map((form) => form.id);
  const begins = ids.filter((each) => each.startsWith(id));
  const meant = begins.length > 0 ? begins.join(", ") : nearest(id, ids);
  const hint = meant === null ? "concord instruments lists them." : `Did you mean ${meant}?`;
  throw new CommandRefused(`There is no instrument ${quoted(id)}. ${hint}`);
}

function list(forms: readonly Instrument[], terminal: Terminal): readonly string[] {
  const paint = paintFor(terminal);
  const columns = [
    { title: "Id" },
    { title: "Rater" },
    { title: "Scales" },
    { title: "Key" },
    { title: "Wording" },
  ];
  const rows = forms.map((form) => [
    form.id,
    form.rater,
    shortened(form.scales.map((scale) => scale.id).join(", ") || "–", 44),
    keyWords[form.key],
    rightsWords[form.rights.status],
  ]);
  const [title, rule, ...lines] = textTable(columns, rows);
  return [paint.strong(title!), paint.faint(rule!), ...lines];
}

const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

function describe(form: Instrument, terminal: Terminal): readonly string[] {
  const paint = paintFor(terminal);
  const width = Math.min(terminal.width ?? 100, 110);
  const line = (name: string, text: string): readonly string[] => {
    const [first, ...rest] = wrapped(text, width, " ".repeat(14));
    return [`${paint.faint(name.padEnd(14))}${(first ?? "").trimStart()}`, ...rest];
  };
  const scales = form.scales.flatMap((scale) => {
    const range = scaleRange(form, scale);
    const span = range === null ? "range not known" : `${range.minimum} to ${range.maximum}`;
    const need =
      scale.items.length === 0 ? "" : `; ${scale.requires} of ${scale.items.length} answers needed`;
    return line(
      "",
      `${scale.id}: ${span}, ${scale.better} is better${need}`.replace(
        "neither is better",
        "neither end is better",
      ),
    );
  });
  const validation =
    form.validation === "not-yet-validated" ? "not yet validated: no study has tested it" : "published";
  const cutoffs = form.cutoffs.flatMap((cutoff) =>
    line(
      "cut-off",
      `${cutoff.scale} ${cutoff.side.replaceAll("-", " ")} ${cutoff.value}: ${cutoff.meaning} (${cutoff.source.citation}; ${cutoff.source.certainty})`,
    ),
  );
  const changes = form.reliableChanges.flatMap((change) =>
    line(
      "change",
      `${change.scale}: ${change.points} points or more are reliable; ${change.basis} (${change.source.certainty})`,
    ),
  );
  const risks = form.riskItems.flatMap((risk) =>
    line("risk item", `${risk.item} at ${risk.atLeast} or more: ${risk.about.replaceAll("-", " ")}`),
  );
  return [
    `${paint.strong(form.title)} (${form.id}, version ${form.version})`,
    ...line(
      "measures",
      `${form.construct.replaceAll("-", " ")}, rated by the ${form.rater}; ${form.ageBands.join(", ")}`,
    ),
    ...line("key", `${keyWords[form.key]}; ${form.keySource.citation}`),
    ...line("validation", validation),
    ...line("items", String(form.items.length)),
    ...line("scales", scales.length === 0 ? "none" : ""),
    ...scales,
    ...cutoffs,
    ...changes,
    ...risks,
    ...line("rights", `${rightsWords[form.rights.status]}; ${form.rights.holder}. ${form.rights.statement}`),
    ...line(
      "wording",
      form.wordings.length > 0 ? "comes with Concord" : "not shipped: a site with a licence loads it",
    ),
    ...languageLines(form).flatMap((text) => line("language", text)),
  ];
}

/** Returns the languages a form's words come in, those of unchecked translations apart. */
function languageLines(form: Instrument): readonly string[] {
  const listed = (isChecked: boolean) =>
    form.wordings
      .filter(({ translation }) => (translation === undefined) === isChecked)
      .map(({ language }) => language)
      .join(", ");
  const unchecked = listed(false);
  const own = listed(true);
  return [
    ...(own === "" ? [] : [own]),
    ...(unchecked === "" ? [] : [`${unchecked}: translation not yet checked by a native clinician`]),
  ];
}
