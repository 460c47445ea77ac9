import {
  type Condition,
  constructs,
  type Mapping,
  type Measure,
  type Recode,
  type RiskColumn,
  readMapping,
  writtenCondition,
  writtenRecode,
} from "@concord/interchange";
import { type Command, InvalidArgumentError, Option } from "commander";
import { readText } from "./read-file.ts";
import { addTableOptions, type TableFlags } from "./table-options.ts";
import { CommandRefused } from "./terminal.ts";

/** What the flags say of a file, as commander hands it over. */
export interface MappingFlags extends TableFlags {
  readonly case?: string;
  readonly session?: string;
  readonly time?: string;
  readonly date?: string;
  readonly therapist?: string;
  readonly rater?: string;
  readonly instrument?: string;
  readonly scale?: string;
  readonly item?: string;
  readonly value?: string;
  readonly wide?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly better?: "higher" | "lower" | "neither";
  readonly construct?: Measure["construct"];
  readonly reliableChange?: number;
  readonly cutoff?: number;
  readonly where?: readonly Condition[];
  readonly recode?: readonly Recode[];
  readonly dateOrder?: Mapping["dateOrder"];
  readonly risk?: readonly RiskColumn[];
  readonly age?: Mapping["ageBand"];
  readonly fractions?: boolean;
  readonly mapping?: string;
}

/** Adds the flags that say what stands where in a file. */
export function addMappingOptions(command: Command): Command {
  const own = command
    .option("--mapping <file>", "read the mapping from a JSON file; flags beside it overrule it")
    .option("--case <column>", "whose therapy a row belongs to")
    .option("--session <column>", "the session's number")
    .option("--time <column>", "another time (day, week, month): sessions are its order within a case")
    .option("--date <column>", "the date, as 2024-03-01")
    .option("--therapist <column>", "who treats the case")
    .option("--rater <word>", "who rated: client, therapist, observer, caregiver, member, or a column")
    .option("--instrument <word>", "the instrument, as `concord instruments` lists it, or a column")
    .option("--scale <word>", "the scale (total, bond, tasks, goals, …), or a column")
    .option("--item <column>", "the item's number, where each row is one answer")
    .option("--value <column>", "the column with the scores or answers")
    .option("--wide <pattern>", 'several columns at once: "wai{1..12}" (items), "bdi_s{session}" (sessions)')
    .addOption(
      new Option("--minimum <number>", "lowest possible score, or answer to an item").argParser(numberOf),
    )
    .addOption(
      new Option("--maximum <number>", "highest possible score, or answer to an item").argParser(numberOf),
    )
    .addOption(
      new Option("--better <end>", "which end is the wished-for one").choices(["higher", "lower", "neither"]),
    )
    .addOption(
      new Option("--construct <word>", "what a scale outside the catalogue measures").choices([
        ...constructs,
      ]),
    )
    .addOption(
      new Option(
        "--reliable-change <points>",
        "the change on it that measurement error seldom makes",
      ).argParser(numberOf),
    )
    .addOption(new Option("--cutoff <score>", "where its clinical range begins").argParser(numberOf))
    .addOption(
      new Option(
        "--where <condition>",
        'read only rows that fit: "arm=RO-DBT", "arm!=TAU" (may be repeated)',
      ).argParser(gathered(conditionOf)),
    )
    .addOption(
      new Option(
        "--recode <change>",
        'read one text as another: "month:Post-Rx=7.5"; * or an instrument for all its columns (may be repeated)',
      ).argParser(gathered(recodeOf)),
    )
    .addOption(
      new Option("--date-order <order>", "which number is the day in dates such as 03/04/2024").choices([
        "day-first",
        "month-first",
      ]),
    )
    .addOption(
      new Option(
        "--risk <condition>",
        'a column whose answers are risks: "phq9_9>=1" (may be repeated)',
      ).argParser(gathered(riskOf)),
    )
    .addOption(new Option("--age <band>", "which forms are meant").choices(["child", "adolescent", "adult"]))
    .option("--fractions", "take sums that are no whole numbers, as proration makes them");
  return addTableOptions(own);
}

/** The mapping that file and flags make together. */
export async function mappingFrom(flags: MappingFlags): Promise<Mapping> {
  const base = flags.mapping === undefined ? {} : await mappingIn(flags.mapping);
  const measure = measureFrom(flags);
  const given = base.measures ?? [];
  if (Object.keys(measure).length > 0 && given.length > 1) {
    throw new CommandRefused(
      "The mapping file describes several measures, so flags for one of them (--value, --scale, …) have no place.",
    );
  }
  const measures = Object.keys(measure).length > 0 ? [{ ...given[0], ...measure }] : given;
  const picked = { case: flags.case, session: flags.session, time: flags.time, date: flags.date };
  const more = {
    therapist: flags.therapist,
    ageBand: flags.age,
    dateOrder: flags.dateOrder,
    skip: flags.skip,
  };
  return {
    ...base,
    ...present({ ...picked, ...more }),
    ...(flags.fractions === true ? { fractions: "allowed" as const } : {}),
    ...(flags.where === undefined ? {} : { where: [...(base.where ?? []), ...flags.where] }),
    ...(flags.recode === undefined ? {} : { recode: [...(base.recode ?? []), ...flags.recode] }),
    ...(flags.onlyMissing === undefined ? {} : { onlyMissing: flags.onlyMissing }),
    ...(flags.missing === undefined ? {} : { missing: [...(base.missing ?? []), ...flags.missing] }),
    ...(flags.risk === undefined ? {} : { risks: [...(base.risks ?? []), ...flags.risk] }),
    ...(measures.length === 0 ? {} : { measures }),
  };
}

function measureFrom(flags: MappingFlags): Measure {
  const { rater, instrument, scale, item, value, wide, minimum, maximum, better, construct } = flags;
  const { reliableChange, cutoff } = flags;
  return present({
    reliableChange,
    cutoff,
    rater,
    instrument,
    scale,
    item,
    value,
    wide,
    minimum,
    maximum,
    better,
    construct,
  });
}

async function mappingIn(file: string): Promise<Mapping> {
  const read = readMapping(await readText(file));
  if (read.kind === "faulty") throw new CommandRefused(read.sentences.join("\n"));
  return read.mapping;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was said. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("It must be a number.");
  return value;
}

const gathered =
  <T>(read: (text: string) => T) =>
  (text: string, before: readonly T[] | undefined): readonly T[] => [...(before ?? []), read(text)];

function conditionOf(text: string): Condition {
  const found = writtenCondition(text);
  if (found === null) throw new InvalidArgumentError("Write it as column=value or column!=value.");
  return found;
}

function recodeOf(text: string): Recode {
  const found = writtenRecode(text);
  if (found === null) throw new InvalidArgumentError("Write it as column:text=text.");
  return found;
}

function riskOf(text: string): RiskColumn {
  const found = /^(.+?)>=(-?\d+(?:\.\d+)?)(?::(.+))?$/.exec(text);
  if (found === null) throw new InvalidArgumentError("Write it as column>=number, or column>=number:about.");
  return { column: found[1]!.trim(), atLeast: Number(found[2]), about: found[3]?.trim() ?? "safety" };
}
