import type { BlockSpace } from "./small-blocks.ts";

// The middle of an elimination: from S E in `reached` and E′SE in `inner` to ΛL⁻ᵀ in `root`, SEΛL⁻ᵀ in `taken` and
// S′E in `reached`, with LL′ = I + Λ′E′SEΛ. Each returns |LL′|. One and two effects are written out: there are many groups.

export function takeOne({ size, reached, inner, root, taken }: BlockSpace, loadings: Float64Array): number {
  const loading = loadings[0]!;
  const pivot = 1 + loading * loading * inner[0]!;
  const own = loading / Math.sqrt(pivot);
  root[0] = own;
  for (let i = 0; i < size; i++) {
    const value = reached[i]!;
    taken[i] = value * own;
    reached[i] = value / pivot;
  }
  return pivot;
}

export function takeTwo({ size, reached, inner, root, taken }: BlockSpace, loadings: Float64Array): number {
  const l00 = loadings[0]!;
  const l01 = loadings[1]!;
  const l10 = loadings[2]!;
  const l11 = loadings[3]!;
  const t00 = inner[0]!;
  const t10 = inner[2]!;
  const t11 = inner[3]!;
  const u00 = t00 * l00 + t10 * l10;
  const u01 = t00 * l01 + t10 * l11;
  const u10 = t10 * l00 + t11 * l10;
  const u11 = t10 * l01 + t11 * l11;
  const first = 1 + l00 * u00 + l10 * u10;
  const f00 = Math.sqrt(first);
  const f10 = (l01 * u00 + l11 * u10) / f00;
  const second = 1 + l01 * u01 + l11 * u11 - f10 * f10;
  const f11 = Math.sqrt(second);
  const r00 = l00 / f00;
  const r01 = (l01 - r00 * f10) / f11;
  const r10 = l10 / f00;
  const r11 = (l11 - r10 * f10) / f11;
  root[0] = r00;
  root[1] = r01;
  root[2] = r10;
  root[3] = r11;
  const p00 = t00 * r00 + t10 * r10;
  const p01 = t00 * r01 + t10 * r11;
  const p10 = t10 * r00 + t11 * r10;
  const p11 = t10 * r01 + t11 * r11;
  for (let i = 0; i < size; i++) {
    const a = reached[2 * i]!;
    const b = reached[2 * i + 1]!;
    const c = a * r00 + b * r10;
    const d = a * r01 + b * r11;
    taken[2 * i] = c;
    taken[2 * i + 1] = d;
    reached[2 * i] = a - c * p00 - d * p01;
    reached[2 * i + 1] = b - c * p10 - d * p11;
  }
  return first * second;
}

export function takeMany(space: BlockSpace, loadings: Float64Array): number {
  const { size, effects: q, reached, inner, root, taken, product } = space;
  const determinant = rootOfMany(space, loadings);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < q; m++) value += reached[i * q + m]! * root[m * q + j]!;
      taken[i * q + j] = value;
    }
  }
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < q; m++) value += inner[i * q + m]! * root[m * q + j]!;
      product[i * q + j] = value;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < q; j++) {
      let value = reached[i * q + j]!;
      for (let m = 0; m < q; m++) value -= taken[i * q + m]! * product[j * q + m]!;
      reached[i * q + j] = value;
    }
  }
  return determinant;
}

/** L of I + Λ′E′SEΛ, and ΛL⁻ᵀ. */
function rootOfMany(
  { effects: q, inner, factor, root, product }: BlockSpace,
  loadings: Float64Array,
): number {
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < q; m++) value += inner[i * q + m]! * loadings[m * q + j]!;
      product[i * q + j] = value;
    }
  }
  let determinant = 1;
  for (let j = 0; j < q; j++) {
    for (let i = j; i < q; i++) {
      let value = i === j ? 1 : 0;
      for (let m = 0; m < q; m++) value += loadings[m * q + i]! * product[m * q + j]!;
      for (let m = 0; m < j; m++) value -= factor[i * q + m]! * factor[j * q + m]!;
      if (i === j) {
        determinant *= value;
        factor[j * q + j] = Math.sqrt(value);
      } else factor[i * q + j] = value / factor[j * q + j]!;
    }
  }
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let value = loadings[i * q + j]!;
      for (let m = 0; m < j; m++) value -= root[i * q + m]! * factor[j * q + m]!;
      root[i * q + j] = value / factor[j * q + j]!;
    }
  }
  return determinant;
}
