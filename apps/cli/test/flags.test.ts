import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import type { Command, Option } from "commander";
import { commandLine } from "../src/index.ts";
import { run } from "./support/run.ts";

const silent = {
  out: () => {},
  err: () => {},
  input: async function* () {},
  drained: async () => {},
  width: null,
  colour: false,
  environment: {},
};
/** Every command and flag there is: nothing is listed by hand. */
const { commands } = await commandLine(silent, () => {});

/** For flags that read a file at once. */
const folder = mkdtempSync(path.join(tmpdir(), "concord-flags-"));
after(() => rmSync(folder, { recursive: true }));
const files = ["one.txt", "two.txt"].map((name) => path.join(folder, name));
for (const file of files) writeFileSync(file, "f =~ a + b");
const numbers = ["three.csv", "four.csv"].map((name) => path.join(folder, name));
for (const file of numbers) writeFileSync(file, "1,2\n2,1\n");

/** A word for each argument that a command needs. */
const argumentsOf = (command: Command): readonly string[] =>
  command.registeredArguments
    .filter(({ required }) => required)
    .map(({ argChoices }) => argChoices?.[0] ?? "nothing.csv");

/** Slips of the hand: the last letter missing, one more letter, two letters in the wrong order, one letter wrong. */
function misspelt(word: string): readonly string[] {
  const middle = Math.max(1, Math.floor(word.length / 2));
  return [
    word.slice(0, -1),
    `${word}s`,
    word.slice(0, middle - 1) + word[middle]! + word[middle - 1]! + word.slice(middle + 1),
    `${word.slice(0, middle)}q${word.slice(middle + 1)}`,
  ];
}

for (const command of commands) {
  test(`${command.name()}: a misspelt flag names the nearest one`, async () => {
    const known = command.options.map(({ long }) => long!.slice(2));
    for (const name of known.filter((own) => own.length >= 4))
      for (const wrong of misspelt(name).filter((one) => one.length > 2 && !known.includes(one))) {
        const { code, out, err } = await run([command.name(), ...argumentsOf(command), `--${wrong}`, "1"]);
        assert.deepEqual([code, out], [2, ""], wrong);
        assert.match(err, new RegExp(`unknown option '--${wrong}'\\s+\\(Did you mean (one of )?--`), wrong);
      }
    const nowhere = await run([command.name(), ...argumentsOf(command), "--zzzzzzzz"]);
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, new RegExp(`unknown option '--zzzzzzzz'\\s+concord ${command.name()} --help`));
  });

  test(`${command.name()}: itself misspelt, alone, with help or with a file, names the nearest one`, async () => {
    const names = commands.map((one) => one.name());
    for (const wrong of misspelt(command.name()).filter((one) => !names.includes(one)))
      for (const words of [[wrong], [wrong, "--help"], ["help", wrong], [wrong, "x.csv", "--json"]]) {
        const { code, out, err } = await run(words);
        assert.deepEqual([code, out], [2, ""], words.join(" "));
        assert.match(err, new RegExp(`unknown command '${wrong}'`), words.join(" "));
        if (wrong.length > 3) assert.match(err, /Did you mean/, words.join(" "));
      }
  });

  test(`${command.name()}: a wrong word where there is a choice names the nearest one`, async () => {
    for (const option of command.options) {
      const [choice] = option.argChoices?.filter((one) => one.length >= 4) ?? [];
      if (choice === undefined) continue;
      const wrong = misspelt(choice)[3]!;
      const { code, err } = await run([command.name(), ...argumentsOf(command), option.long!, wrong]);
      assert.equal(code, 2);
      assert.match(err, /Allowed choices are .* Did you mean \S+\?/, `${option.long} ${wrong}`);
    }
  });

  test(`${command.name()}: a flag given twice is used twice or refused`, async () => {
    for (const option of command.options) {
      if (!option.required && !option.optional) continue;
      const [first, second] = twoValues(option);
      const isSaid = /repeated|again for each/.test(option.description);
      if (isGathered(option, first, second)) {
        const once = await run([
          command.name(),
          ...argumentsOf(command),
          option.long!,
          first,
          option.long!,
          second,
        ]);
        assert.doesNotMatch(once.err, /stands twice/, option.long);
        continue;
      }
      assert.ok(!isSaid, `${option.flags} says it may be repeated`);
      // As two words and as one, in any mixture.
      for (const twice of [
        [option.long!, first, option.long!, second],
        [`${option.long}=${first}`, option.long!, second],
      ]) {
        const { code, out, err } = await run([command.name(), ...argumentsOf(command), ...twice]);
        assert.deepEqual([code, out], [2, ""], twice.join(" "));
        assert.match(err, new RegExp(`${option.long} stands twice \\(`), twice.join(" "));
      }
    }
  });
}

/** Two different values that a flag takes. */
function twoValues(option: Option): readonly [string, string] {
  const tried = [
    ...(option.argChoices ?? []),
    ...["1", "2", "a", "b", "a=1", "b=2", "a:b=c", "d:e=f", "a>=1", "b>=2", "0.5", "0.6", "90", "95"],
    ...["therapist", "administrator", "fiml", "-99", "pool", "influence", "a,b", "c,d", "x:1,2", "y:3,4"],
    ...["1,2", "3,4", "alpha", "omega", "first", "second", "x=a,b;y=c,d", "x=a,b,c;y=d,e,f", ...files],
    ...["loadings", "intercepts", "configural", "metric", "weak", "strong", ...numbers],
  ];
  const taken = tried.filter((value) => {
    try {
      option.parseArg?.(value, option.defaultValue as never);
      return true;
    } catch {
      return false;
    }
  });
  assert.ok(taken.length >= 2, `two values for ${option.flags}: ${taken.join(" ")}`);
  return [taken[0]!, taken[1]!];
}

/** Whether both values are in what the flag then holds. */
function isGathered(option: Option, first: string, second: string): boolean {
  const { parseArg, variadic } = option;
  if (variadic) return true;
  if (parseArg === undefined) return false;
  const one = JSON.stringify(parseArg(first, option.defaultValue as never));
  const other = JSON.stringify(parseArg(second, option.defaultValue as never));
  const both = JSON.stringify(parseArg(second, parseArg(first, option.defaultValue as never) as never));
  return both !== one && both !== other;
}
