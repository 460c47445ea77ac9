import { type Optimum, polished } from "./optimum.ts";
import { placesInBlock, type RandomPart, type TermBlock } from "./random-part.ts";
import type { Smooth } from "./smooth.ts";
import { refactored } from "./turned-block.ts";

/** Diagonals and rows of Λ below this are tried at zero. */
const NEAR = 1e-3;

/**
 * What is zero but for rounding becomes zero: an effect that does not vary, an effect that others determine. Then
 * columns of Λ are turned to positive diagonals.
 */
export function tidied(deviance: Smooth, random: RandomPart, optimum: Optimum): Optimum {
  const cleared = withoutRounding(deviance, random, optimum.theta);
  const best = cleared === optimum.theta ? optimum : polished(deviance, cleared, 1e-10);
  const theta = upright(random, best.theta);
  if (theta.every((value, i) => value === best.theta[i])) return best;
  return { ...best, theta, value: deviance.value(theta), gradient: deviance.slopes(theta) };
}

function withoutRounding(
  deviance: Smooth,
  { blocks }: RandomPart,
  theta: readonly number[],
): readonly number[] {
  let current = theta;
  const tryAt = (tried: readonly number[]) => {
    if (tried.every((value, i) => value === current[i])) return;
    const value = deviance.value(current);
    if (deviance.value(tried) <= value + 1e-12 * Math.max(1, Math.abs(value))) current = tried;
  };
  for (const block of blocks) {
    for (let i = 0; i < block.effects; i++) {
      if (rowLength(block, current, i) < NEAR) tryAt(withoutEffect(block, current, i));
    }
    placesInBlock(block).forEach(([row, column], place) => {
      const at = block.from + place;
      if (row === column && Math.abs(current[at]!) < NEAR)
        tryAt(current.map((value, i) => (i === at ? 0 : value)));
    });
  }
  return current;
}

function rowLength(block: TermBlock, theta: readonly number[], effect: number): number {
  return Math.hypot(
    ...placesInBlock(block).flatMap(([row], place) => (row === effect ? [theta[block.from + place]!] : [])),
  );
}

/** θ where one effect does not vary: its column of Λ, which could be any, is folded into those after it. */
function withoutEffect(block: TermBlock, theta: readonly number[], effect: number): readonly number[] {
  const without = [...theta];
  placesInBlock(block).forEach(([row], place) => {
    if (row === effect) without[block.from + place] = 0;
  });
  return refactored(block, [...Array(block.effects).keys()], without);
}

function upright({ blocks }: RandomPart, theta: readonly number[]): readonly number[] {
  const turned = [...theta];
  for (const block of blocks) {
    const places = placesInBlock(block);
    places.forEach(([row, column], place) => {
      if (row !== column || turned[block.from + place]! >= 0) return;
      places.forEach(([, other], below) => {
        if (other === column) turned[block.from + below]! *= -1;
      });
    });
  }
  return turned.map((value) => (value === 0 ? 0 : value));
}
