import type { Singularity } from "./fit.ts";
import { orthogonalTo, totalOf } from "./fixed-part.ts";
import type { MultilevelProblem } from "./problem.ts";
import type { RandomPart, TermBlock } from "./random-part.ts";

/** What is left of an effect's column beside the others of its term, below which it counts as repeating them. */
const REPEATS = 1e-11;

/**
 * Which varying effects could be any, in combination with others? Those that repeat other effects of their term in
 * every row, and those that vary over the same groups in two terms.
 */
export function unidentifiedEffects({ random, design, scaled }: MultilevelProblem): readonly Singularity[] {
  const total = totalOf(scaled);
  return random.blocks.flatMap((block, b) => {
    const { names, effects } = design.terms[block.term]!;
    const earlier = random.blocks.slice(0, b).filter((other) => isSamePartition(random, other, block));
    const taken = new Set(earlier.flatMap((other) => design.terms[other.term]!.effects));
    const basis: Float64Array[] = [];
    return names.flatMap((effect, i): readonly Singularity[] => {
      const column = columnOfEffect(random, block, i);
      const left = orthogonalTo(basis, column, total);
      const own = orthogonalTo([], column, total).square;
      const isRepeated = !(left.square > REPEATS * own);
      if (!isRepeated) basis.push(left.column.map((value) => value / Math.sqrt(left.square)));
      const isUnidentified = isRepeated || taken.has(effects[i]!);
      return isUnidentified ? [{ group: block.group, effect, reason: "not-identified" }] : [];
    });
  });
}

function columnOfEffect({ factors }: RandomPart, block: TermBlock, effect: number): Float64Array {
  const { basis, effects } = factors[block.factor]!;
  return Float64Array.from(
    { length: basis.length / effects },
    (_, i) => basis[i * effects + block.offset + effect]!,
  );
}

/** Whether two terms vary over the same groups, whatever they are called. */
function isSamePartition({ factors }: RandomPart, a: TermBlock, b: TermBlock): boolean {
  if (a.factor === b.factor) return true;
  const left = factors[a.factor]!;
  const right = factors[b.factor]!;
  if (left.groups !== right.groups) return false;
  const twin = new Int32Array(left.groups).fill(-1);
  return left.groupOf.every((group, cell) => {
    if (twin[group]! < 0) twin[group] = right.groupOf[cell]!;
    return twin[group] === right.groupOf[cell];
  });
}
