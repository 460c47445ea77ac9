import {
  type CentredFrame,
  type CentredPart,
  centredFrame,
  type Expression,
  evaluate,
  type Frame,
  parseExpression,
  written,
} from "@concord/statistics";
import { CommandRefused } from "../terminal.ts";

/** A column that the file has not, by a name of its own: `agec=age - 11`. */
export interface DerivedColumn {
  readonly name: string;
  readonly expression: Expression;
}

export function derivedColumn(text: string): DerivedColumn {
  const at = text.indexOf("=");
  const name = text.slice(0, at).trim();
  if (at < 1 || name === "") throw new CommandRefused(`--let must look like agec=age-11: ${text}`);
  return { name, expression: parseExpression(text.slice(at + 1)) };
}

/** The frame with these columns, each of which may use those before it, within() and between() with their groups. */
export function withDerived(frame: Frame, derived: readonly DerivedColumn[]): CentredFrame {
  let columns = frame;
  const parts: CentredPart[] = [];
  for (const { name, expression } of derived) {
    const whole: Expression = { kind: "call", name: "I", of: [expression] };
    const centred = centredFrame(`~ ${written(whole)}`, columns);
    if (centred.kind === "refused") return centred;
    const variable = evaluate(whole, centred.frame);
    if (variable.kind === "factor") throw new RangeError(`--let requires numbers: ${name}`);
    parts.push(...centred.parts);
    const values = variable.values.map((value) => (Number.isNaN(value) ? null : value));
    columns = { ...centred.frame, [name]: values };
  }
  return { kind: "centred", frame: columns, parts };
}
