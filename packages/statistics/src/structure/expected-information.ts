import type { GroupData } from "./moments.ts";
import type { Evaluation } from "./normal-likelihood.ts";
import type { Cell } from "./path-model.ts";

/**
 * The expected information of the cells of one group about themselves, over N of all groups.
 *
 * A cell changes Σ by uv′ + vu′ with columns u, v of B or BSB′, so that ½ tr(Σ⁻¹∂ₐΣ Σ⁻¹∂ᵦΣ) is a sum of two products of
 * inner products about Σ⁻¹; the matrices of derivatives are never formed.
 */
export function expectedInformation(
  { groups }: Evaluation,
  data: readonly GroupData[],
  group: number,
  cells: readonly Cell[],
  meanStructure: boolean,
): Float64Array {
  const { implied, fitted } = groups[group]!;
  const rows = data.reduce((total, { count }) => total + count, 0);
  const n = implied.size;
  const q = cells.length;
  const information = new Float64Array(q * q);
  const first = Int32Array.from(cells, ({ row }) => row);
  const second = Int32Array.from(cells, ({ place, column }) => (place === "directed" ? n + column : column));
  const weight = Float64Array.from(cells, ({ place, row, column }) =>
    place === "mean" ? 0 : place === "symmetric" && row === column ? 0.5 : 1,
  );
  const shift = Float64Array.from(cells, ({ place, column }) => {
    if (!meanStructure || place === "symmetric") return 0;
    return place === "mean" ? 1 : implied.mean[column]!;
  });
  for (const { pattern, inverse } of fitted) {
    const inner = innerProducts(implied.total, implied.covariance, pattern.at, inverse, n);
    const share = pattern.count / rows;
    const wide = 2 * n;
    for (let a = 0; a < q; a++) {
      const u = first[a]! * wide;
      const v = second[a]! * wide;
      for (let b = 0; b <= a; b++) {
        const x = first[b]!;
        const y = second[b]!;
        const spread =
          weight[a]! * weight[b]! * (inner[u + x]! * inner[v + y]! + inner[u + y]! * inner[v + x]!);
        information[a * q + b]! += share * (spread + shift[a]! * shift[b]! * inner[u + x]!);
      }
    }
  }
  for (let a = 0; a < q; a++) for (let b = 0; b < a; b++) information[b * q + a] = information[a * q + b]!;
  return information;
}

/** X′Σ⁻¹X for X = [B, BSB′] over the answered variables. */
function innerProducts(
  total: Float64Array,
  covariance: Float64Array,
  at: readonly number[],
  inverse: Float64Array,
  n: number,
): Float64Array {
  const k = at.length;
  const wide = 2 * n;
  const x = new Float64Array(k * wide);
  for (let i = 0; i < k; i++) {
    x.set(total.subarray(at[i]! * n, (at[i]! + 1) * n), i * wide);
    x.set(covariance.subarray(at[i]! * n, (at[i]! + 1) * n), i * wide + n);
  }
  const half = new Float64Array(k * wide);
  for (let i = 0; i < k; i++) {
    for (let l = 0; l < k; l++) {
      const factor = inverse[i * k + l]!;
      for (let j = 0; j < wide; j++) half[i * wide + j]! += factor * x[l * wide + j]!;
    }
  }
  const inner = new Float64Array(wide * wide);
  for (let l = 0; l < k; l++) {
    for (let i = 0; i < wide; i++) {
      const factor = x[l * wide + i]!;
      if (factor === 0) continue;
      for (let j = 0; j < wide; j++) inner[i * wide + j]! += factor * half[l * wide + j]!;
    }
  }
  return inner;
}
