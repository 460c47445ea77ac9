import { rLines, rName } from "../r-program/lines.ts";
import type { ModerateRequest } from "./request.ts";

/** `lm`, the slopes from its coefficients and covariance, and the quadratic that Johnson and Neyman solve. */
export function moderateRProgram(file: string, request: ModerateRequest): string {
  const {
    x: predictor,
    y: outcome,
    w: moderator,
    covariates = [],
    quadratic,
    values,
    robust,
    confidenceLevel: level,
  } = request;
  const [x, y] = [rName(predictor), rName(outcome)];
  const others = covariates.map((term) => ` + ${term}`).join("");
  const errors = robust === undefined ? "V <- vcov(f)" : `V <- sandwich::vcovHC(f, type = "${robust}")`;
  const critical = `tc <- qt(${(1 + level) / 2}, f$df.residual)`;
  if (moderator === undefined) {
    return rLines(
      "moderate",
      file,
      [],
      [
        `f <- lm(${y} ~ ${x} + I(${x}^2)${others}, dat)`,
        "print(summary(f))",
        errors,
        "b <- coef(f)",
        "cat('turning point', -b[2] / (2 * b[3]), '\\n')",
        `for (end in range(model.frame(f)[[2]])) cat('slope at', end, b[2] + 2 * b[3] * end, 't', (b[2] + 2 * b[3] * end) / sqrt(V[2, 2] + 4 * end * V[2, 3] + 4 * end^2 * V[3, 3]), '\\n')`,
      ],
    );
  }
  const w = rName(moderator);
  if (quadratic === true) {
    return rLines(
      "moderate",
      file,
      [],
      [
        `dat$w_squared <- dat[[${JSON.stringify(moderator)}]]^2`,
        `f <- lm(${y} ~ ${x} * ${w} + ${x} * w_squared${others}, dat)`,
        "print(summary(f))",
        `print(anova(lm(${y} ~ ${x} * ${w} + w_squared${others}, dat), f))`,
        errors,
        "b <- coef(f)",
        `own <- c(${JSON.stringify(predictor)}, grep(':', names(b), value = TRUE))`,
        "cat('turning point', -b[own[2]] / (2 * b[own[3]]), '\\n')",
        `at <- ${values === undefined ? `quantile(dat[[${JSON.stringify(moderator)}]], c(.05, .16, .5, .84, .95), na.rm = TRUE)` : `c(${values.join(", ")})`}`,
        "L <- cbind(1, at, at^2)",
        "print(cbind(w = at, slope = c(L %*% b[own]), se = sqrt(rowSums((L %*% V[own, own]) * L))))",
      ],
    );
  }
  return rLines(
    "moderate",
    file,
    [],
    [
      `f <- lm(${y} ~ ${x} * ${w}${others}, dat)`,
      "print(summary(f))",
      `print(anova(lm(${y} ~ ${x} + ${w}${others}, dat), f))`,
      errors,
      "b <- coef(f)",
      critical,
      "# for numeric columns: slopes at mean and SD, and Johnson and Neyman's bounds",
      `xw <- grep(':', names(b), value = TRUE)[1]; x <- ${JSON.stringify(predictor)}`,
      `at <- ${values === undefined ? `mean(dat[[${JSON.stringify(moderator)}]], na.rm = TRUE) + c(-1, 0, 1) * sd(dat[[${JSON.stringify(moderator)}]], na.rm = TRUE)` : `c(${values.join(", ")})`}`,
      "slope <- b[x] + b[xw] * at",
      "se <- sqrt(V[x, x] + at^2 * V[xw, xw] + 2 * at * V[x, xw])",
      "print(cbind(w = at, slope, se, lower = slope - tc * se, upper = slope + tc * se))",
      "A <- b[xw]^2 - tc^2 * V[xw, xw]; B <- 2 * (b[x] * b[xw] - tc^2 * V[x, xw]); C <- b[x]^2 - tc^2 * V[x, x]",
      "if (B^2 - 4 * A * C > 0) print(sort((-B + c(-1, 1) * sqrt(B^2 - 4 * A * C)) / (2 * A)))",
    ],
  );
}
