import { writeFile } from "node:fs/promises";
import { seededChance } from "@concord/numerics";
import {
  type CalibrationPlan,
  type CalibrationTable,
  type ClientsPlan,
  calibrate,
  committedCalibration,
  ruleTitle,
  tryThresholds,
  usualClients,
  usualPlan,
} from "@concord/signals";
import type { AddCommand } from "../add-command.ts";
import { calibrationFigure } from "../calibrate/figure.ts";
import { tableLines } from "../calibrate/table-lines.ts";
import { english } from "../english.ts";
import { exitCodes, type Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";

interface CalibrateFlags {
  readonly json?: true;
  readonly svg?: string;
  readonly seed: number;
  readonly quick?: true;
  readonly committed?: true;
  readonly choose?: true;
}

/** `concord calibrate`: how often each rule rings without reason, and what it catches, on simulated courses. */
export const calibrateCommand: AddCommand = (program, terminal, done) => {
  program
    .command("calibrate")
    .description("Simulate courses and count each rule's false alarms, what it catches, and how late.")
    .option("--json", "print the table for programs, and nothing else")
    .option("--svg <file>", "draw what each rule catches against its false alarms")
    .option(
      "--seed <number>",
      "report on other simulated clients",
      wholeNumber(0, 2 ** 31),
      usualPlan.reportSeed,
    )
    .option("--quick", "a sixteenth of the courses: rough, in seconds")
    .option("--committed", "print the table that ships, without simulating anew")
    .option("--choose", "only try thresholds of the default alert on the training seed")
    .action(async (flags: CalibrateFlags) => {
      await run(flags, terminal);
      done(exitCodes.done);
    });
};

/** The table with the English names of its rules, as it has always had them. */
function withTitles(table: CalibrationTable) {
  const rows = table.rows.map(({ id, ...row }) => ({ id, title: english.of(ruleTitle(id)), ...row }));
  return { ...table, rows };
}

async function run(flags: CalibrateFlags, terminal: Terminal): Promise<void> {
  if (flags.choose === true) {
    terminal.out(`${JSON.stringify(tryThresholds(seededChance, clientsOf(flags)), null, 1)}\n`);
    return;
  }
  const table =
    flags.committed === true
      ? committedCalibration
      : await simulated(planOf(flags), clientsOf(flags), terminal);
  if (flags.svg !== undefined) await writeFile(flags.svg, calibrationFigure(table));
  terminal.out(
    flags.json === true
      ? `${JSON.stringify(withTitles(table), null, 1)}\n`
      : `${tableLines(table, terminal).join("\n")}\n`,
  );
}

function planOf({ seed, quick }: CalibrateFlags): CalibrationPlan {
  const plan = { ...usualPlan, reportSeed: seed };
  return quick === true ? { ...plan, quiet: 20, ruptured: 8 } : plan;
}

function clientsOf({ seed, quick }: CalibrateFlags): ClientsPlan {
  // Another seed for the one simulator is another for the other.
  const plan = { ...usualClients, reportSeed: usualClients.reportSeed + seed - usualPlan.reportSeed };
  return quick === true ? { ...plan, quiet: 30, ruptured: 2, mixed: 40 } : plan;
}

/** Step by step, with a line on the error output where somebody looks. */
async function simulated(
  plan: CalibrationPlan,
  clients: ClientsPlan,
  terminal: Terminal,
): Promise<CalibrationTable> {
  const steps = calibrate(seededChance, plan, clients);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (terminal.width !== null) {
      const { done, of, step: name } = step.value;
      terminal.err(`\r\u001b[K${Math.floor((100 * done) / of)} of 100: ${name}`);
      if (done === of - 1) terminal.err("\r\u001b[K");
    }
    // Lets the process be stopped between two steps.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
