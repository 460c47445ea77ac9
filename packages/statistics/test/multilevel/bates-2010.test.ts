import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { fitted } from "./fitted.ts";

// Bates DM (2010). lme4: Mixed-effects modeling with R, chapters 1 and 2 (data and fits as printed there).
const repeated = (names: string, times: number) =>
  [...names].flatMap((name) => new Array<string>(times).fill(name));
const shown = (what: string, digits: number) => ({ what, absolute: 0.5 * 10 ** -digits });

const dyestuff = {
  Batch: repeated("ABCDEF", 5),
  Yield: [
    1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560, 1445, 1440,
    1595, 1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445,
  ],
};

test("section 1.3.1, Dyestuff by REML: variances 1764.0 and 2451.2, mean 1527.50 (19.38)", () => {
  const fit = fitted("Yield ~ 1 + (1 | Batch)", dyestuff);
  close(fit.criterion, 319.7, shown("REML criterion", 1));
  close(fit.components[0]!.covariance, 1764.05, { what: "between batches", absolute: 0.06 });
  close(fit.components[1]!.covariance, 2451.25, { what: "within batches", absolute: 0.06 });
  close(fit.fixed[0]!.estimate, 1527.5, shown("mean yield", 2));
  close(fit.fixed[0]!.standardError, 19.38, shown("its standard error", 2));
});

test("section 1.3.2, Dyestuff by ML: variances 1388.3 and 2451.3, deviance 327.3, mean 1527.50 (17.69)", () => {
  const fit = fitted("Yield ~ 1 + (1 | Batch)", dyestuff, "ML");
  close(fit.criterion, 327.3, shown("deviance", 1));
  close(fit.components[0]!.covariance, 1388.3, { what: "between batches", absolute: 0.06 });
  close(fit.fixed[0]!.standardError, 17.69, shown("its standard error", 2));
});

const pastes = {
  strength: [
    62.8, 62.6, 60.1, 62.3, 62.7, 63.1, 60, 61.4, 57.5, 56.9, 61.1, 58.9, 58.7, 57.5, 63.9, 63.1, 65.4, 63.7,
    57.1, 56.4, 56.9, 58.6, 64.7, 64.5, 55.1, 55.1, 54.7, 54.2, 58.8, 57.5, 63.4, 64.9, 59.3, 58.1, 60.5, 60,
    62.5, 62.6, 61, 58.7, 56.9, 57.7, 59.2, 59.4, 65.2, 66, 64.8, 64.1, 54.8, 54.8, 64, 64, 57.7, 56.8, 58.3,
    59.3, 59.2, 59.2, 58.9, 56.6,
  ],
  batch: repeated("ABCDEFGHIJ", 6),
  cask: Array.from({ length: 10 }, () => repeated("abc", 2)).flat(),
};

test("section 2.2.1, Pastes: casks in batches 8.4337 and 1.6573, residual 0.6780, mean 60.0533 (0.6769)", () => {
  const fit = fitted("strength ~ 1 + (1 | batch/cask)", pastes);
  close(fit.criterion, 247, shown("REML criterion", 0));
  const [cask, batch, residual] = fit.components;
  close(cask!.covariance, 8.4337, shown("casks in batches", 4));
  close(batch!.covariance, 1.6573, shown("batches", 4));
  close(residual!.covariance, 0.678, shown("residual", 4));
  close(fit.fixed[0]!.estimate, 60.0533, shown("mean strength", 4));
  close(fit.fixed[0]!.standardError, 0.6769, shown("its standard error", 4));
});

const penicillin = {
  diameter: [
    27, 23, 26, 23, 23, 21, 27, 23, 26, 23, 23, 21, 25, 21, 25, 24, 24, 20, 26, 23, 25, 23, 23, 20, 25, 22,
    26, 22, 23, 20, 24, 22, 25, 23, 22, 19, 24, 20, 23, 21, 22, 19, 26, 22, 26, 24, 24, 21, 24, 21, 24, 22,
    22, 20, 24, 21, 24, 23, 22, 19, 26, 23, 26, 24, 24, 21, 25, 22, 26, 24, 24, 20, 26, 24, 26, 24, 25, 22,
    26, 23, 26, 23, 23, 20, 26, 23, 25, 24, 24, 22, 25, 22, 25, 23, 23, 20, 25, 21, 24, 23, 23, 20, 25, 22,
    24, 23, 23, 19, 24, 21, 23, 21, 21, 19, 26, 23, 26, 24, 24, 21, 25, 21, 24, 22, 22, 18, 25, 22, 25, 22,
    22, 20, 24, 21, 24, 22, 24, 19, 24, 21, 24, 22, 21, 18,
  ],
  plate: repeated("abcdefghijklmnopqrstuvwx", 6),
  sample: Array.from({ length: 24 }, () => [..."ABCDEF"]).flat(),
};

test("section 2.1.1, Penicillin: plates 0.71691 crossed with samples 3.73092, residual 0.30242", () => {
  const fit = fitted("diameter ~ 1 + (1 | plate) + (1 | sample)", penicillin);
  close(fit.criterion, 330.9, shown("REML criterion", 1));
  const [plate, sample, residual] = fit.components;
  close(plate!.covariance, 0.71691, { what: "plates", absolute: 2e-5 });
  close(sample!.covariance, 3.73092, { what: "samples", absolute: 2e-4 });
  close(residual!.covariance, 0.30242, { what: "residual", absolute: 1e-5 });
  close(fit.fixed[0]!.estimate, 22.9722, shown("mean diameter", 4));
  close(fit.fixed[0]!.standardError, 0.8086, { what: "its standard error", absolute: 1e-4 });
});
