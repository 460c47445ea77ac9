# Runs the R code of every committed fixture again and compares with what it recorded.
#
#   Rscript parity/fixtures.R            needs metafor, clubSandwich, nlme, lmerTest, lavaan, psych, boot, gsl and jsonlite, all in Debian
#
# The code of a fixture sees its `input` as `dat` and its `options` as `opt`. The functions below are the names it
# uses: each only copies numbers out of what the packages return. A difference beyond 1e-7 is printed.
suppressPackageStartupMessages({
  library(metafor)
  library(clubSandwich)
  library(nlme)
  library(lavaan)
})
options(stringsAsFactors = FALSE, contrasts = c("contr.treatment", "contr.poly"), warn = -1)
invisible(Sys.setlocale("LC_COLLATE", "C"))

CT <- list(threshold = 1e-13, maxiter = 10000, tol = 1e-13)
CTE <- list(threshold = 1e-9, maxiter = 10000)
TIGHTMV <- list(optimizer = "nlminb", rel.tol = 1e-10)
METHODS <- c("FE", "DL", "HE", "HS", "HSk", "SJ", "ML", "REML", "EB", "PM", "PMM")
arr <- function(x) unname(x)
named <- function(x) { x <- as.matrix(x); setNames(c(x), rownames(x)) }
try_err <- function(code) { r <- try(code, silent = TRUE); if (inherits(r, "try-error")) list(error = TRUE) else r }
es_ <- function(e) list(yi = as.numeric(e$yi), vi = as.numeric(e$vi))
common <- function(f) list(beta = c(f$beta), se = f$se, stat = f$zval, pval = f$pval, ci_lb = f$ci.lb, ci_ub = f$ci.ub)
spread <- function(f) list(tau2 = f$tau2, se_tau2 = f$se.tau2, I2 = f$I2, H2 = f$H2, QE = f$QE, QEp = f$QEp)
x_rma_short <- function(f) c(common(f), spread(f))

x_rma <- function(f, ci = TRUE, pred = TRUE, fitstats = TRUE, level = 95) {
  o <- c(list(k = f$k, p = f$p, method = f$method, test = f$test, terms = rownames(f$beta)), common(f), spread(f),
    list(ddf = f$ddf, vcov = unname(f$vb), QE_df = f$k - f$p, vt = f$vt))
  if (f$p > 1 || !f$int.only)
    o <- c(o, list(QM = f$QM, QM_df = c(f$m, f$ddf), QMp = f$QMp, R2 = f$R2, moderators_tested = f$btt))
  if (ci && f$method != "FE" && f$k > 1) {
    q <- try(confint(f, level = level, control = list(tol = 1e-12, maxiter = 10000, tau2.max = 1000)), silent = TRUE)
    if (!inherits(q, "try-error")) {
      bounds <- lapply(1:4, function(i) unname(q$random[i, 2:3]))
      o$qprofile_ci <- setNames(bounds, c("tau2", "tau", "I2", "H2"))
    }
  }
  if (pred && f$int.only) {
    p <- predict(f)
    o$prediction <- list(pred = p$pred, se = p$se, ci_lb = p$ci.lb, ci_ub = p$ci.ub, pi_lb = p$pi.lb, pi_ub = p$pi.ub)
  }
  if (fitstats) o$fit <- lapply(f$fit.stats, function(s) setNames(s, rownames(f$fit.stats)))
  o
}
all_methods <- function(yi, vi, tests = c("z", "knha"), methods = METHODS) {
  o <- list()
  for (m in methods) for (t in tests) if (!(m == "FE" && t == "knha"))
    o[[paste0(m, "/", t)]] <- x_rma(rma(yi, vi, method = m, test = t, control = CT), ci = t == "z", fitstats = t == "z")
  o
}

x_infl <- function(f) {
  i <- influence(f)
  d <- as.data.frame(i$inf)
  list(rstudent = d$rstudent, dffits = d$dffits, cook_d = d$cook.d, cov_r = d$cov.r, tau2_del = d$tau2.del,
    QE_del = d$QE.del, hat = d$hat, weight = d$weight, dfbetas = unname(as.matrix(as.data.frame(i$dfbs))),
    is_influential = unname(i$is.infl))
}
x_rstandard <- function(f) {
  a <- rstandard(f)
  b <- rstudent(f)
  list(resid = a$resid, se = a$se, z_standard = a$z, del_resid = b$resid, del_se = b$se, z_student = b$z)
}
x_l1o <- function(f) as.list(as.data.frame(leave1out(f)))
x_cumul <- function(f, order) as.list(as.data.frame(cumul(f, order = order)))

x_regtest <- function(r) {
  slope <- if (inherits(r$fit, "lm")) {
    s <- coef(summary(r$fit))
    list(est = unname(s[, 1]), se = unname(s[, 2]))
  } else list(est = c(r$fit$beta), se = r$fit$se, tau2 = r$fit$tau2)
  list(model = r$model, predictor = r$predictor, stat = r$zval, df = r$dfs, pval = r$pval, est = r$est, ci_lb = r$ci.lb,
    ci_ub = r$ci.ub, slope = slope)
}
x_trimfill <- function(t) list(k0 = t$k0, se_k0 = t$se.k0, side = t$side, estimator = t$k0.est, p_k0 = t$p.k0,
  k_total = t$k, beta = c(t$beta), se = t$se, stat = t$zval, pval = t$pval, ci_lb = t$ci.lb, ci_ub = t$ci.ub,
  tau2 = t$tau2, I2 = t$I2, filled_yi = as.numeric(t$yi[t$fill]), filled_vi = t$vi[t$fill])
x_selmodel <- function(s) {
  if (s$delta[2] > 99) return(list(not_compared = "a weight on its bound"))
  c(list(type = s$type), common(s), list(tau2 = s$tau2, se_tau2 = s$se.tau2, delta = s$delta, se_delta = s$se.delta,
    pval_delta = s$pval.delta, ci_lb_delta = s$ci.lb.delta, ci_ub_delta = s$ci.ub.delta, LRT = s$LRT, LRTdf = s$LRTdf,
    LRTp = s$LRTp, logLik = s$fit.stats$ML[1]))
}
x_fsn <- function(f) list(type = f$type, fsnum = f$fsnum, pval_observed = f$pval, est = f$meanes, target = f$target)
line <- function(yi, vi, x) {
  s <- summary(lm(yi ~ x, weights = 1 / vi))
  k <- unname(s$coefficients)
  list(b = k[, 1], se = k[, 2], t = k[, 3], p = k[, 4], sigma2 = s$sigma^2)
}
x_bias <- function(yi, vi, ni = NULL) {
  f <- rma(yi, vi, control = CT)
  sized <- if (is.null(ni)) f else { attr(yi, "ni") <- ni; rma(yi, vi, ni = ni, control = CT) }
  ml <- rma(yi, vi, method = "ML", control = CT)
  predictors <- c("sei", "vi", if (!is.null(ni)) c("ni", "ninv", "sqrtni", "sqrtninv"))
  keys <- c(outer(predictors, c("lm", "rma"), function(p, m) paste0(m, "/", p)))
  pairs <- strsplit(keys, "/")
  tests <- lapply(pairs, function(k) x_regtest(regtest(sized, model = k[1], predictor = k[2])))
  rank <- ranktest(f)
  select <- function(side) try_err(x_selmodel(selmodel(ml, type = "stepfun", alternative = side, steps = .025,
    control = list(optimizer = "nlminb"))))
  pet <- line(yi, vi, sqrt(vi))
  additive <- function(x) x_rma_short(rma(yi, vi, mods = ~ x, control = CT))
  list(base = x_rma_short(f), regtest = setNames(tests, keys), ranktest = list(tau = unname(rank$tau), pval = rank$pval),
    trimfill = sapply(c("L0", "R0", "Q0"), function(e) try_err(x_trimfill(trimfill(f, estimator = e, control = CT))),
      simplify = FALSE),
    trimfill_fixed_L0 = x_trimfill(trimfill(rma(yi, vi, method = "FE"), estimator = "L0")),
    fsn = list(rosenthal = x_fsn(fsn(yi, vi)), orwin = x_fsn(fsn(yi, vi, type = "Orwin")),
      rosenberg = x_fsn(fsn(yi, vi, type = "Rosenberg"))),
    selmodel_step_greater = select("greater"), selmodel_step_less = select("less"),
    pet_peese = list(pet_wls = pet, peese_wls = line(yi, vi, vi), pet_re = additive(sqrt(vi)), peese_re = additive(vi),
      pet_p_one_sided = pt(pet$t[1], length(yi) - 2, lower.tail = FALSE)))
}

x_rmamv <- function(f, ci = TRUE, ranef = FALSE) {
  W <- solve(f$V)
  X <- model.matrix(f)
  P <- W - W %*% X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W
  total <- sum(f$sigma2) + (f$k - f$p) / sum(diag(P))
  o <- c(list(k = f$k, p = f$p, method = f$method, test = f$test, terms = rownames(f$beta)), common(f),
    list(ddf = unname(f$ddf), vcov = unname(f$vb), sigma2 = f$sigma2, sigma2_names = f$s.names,
      sigma2_nlevels = f$s.nlevels, QE = f$QE, QEp = f$QEp, QM = f$QM, QM_df = unname(c(f$m, f$ddf[1])), QMp = f$QMp,
      fit_ML = named(f$fit.stats["ML"]), fit_REML = named(f$fit.stats["REML"]),
      I2_total = 100 * sum(f$sigma2) / total, I2_levels = 100 * f$sigma2 / total))
  if (f$int.only) {
    p <- predict(f)
    o$prediction <- list(pred = p$pred, se = p$se, ci_lb = p$ci.lb, ci_ub = p$ci.ub, pi_lb = p$pi.lb, pi_ub = p$pi.ub)
  }
  if (ci) o$sigma2_profile_ci <- lapply(seq_along(f$sigma2), function(i)
    unname(confint(f, sigma2 = i, control = list(tol = 1e-9))$random[1, 2:3]))
  if (ranef) o$ranef <- lapply(metafor::ranef(f), function(d) list(level = rownames(d), intrcpt = d$intrcpt, se = d$se))
  o
}
x_coeftest <- function(t) list(terms = t$Coef, beta = t$beta, se = t$SE, t = t$tstat, df_satt = t$df_Satt, p_satt = t$p_Satt)
x_robust <- function(r) c(list(terms = rownames(r$beta)), common(r), list(
  df = rep_len(if (is.null(r$dfs)) r$ddf else r$dfs, length(r$se)), n_clusters = r$n, vcov = unname(r$vb)))

LMEC <- lmeControl(opt = "nlminb", msMaxIter = 500, maxIter = 500, niterEM = 100, tolerance = 1e-11, msTol = 1e-13)
x_lme <- function(f) {
  table <- summary(f)$tTable
  between <- getVarCov(f)
  correlation <- f$modelStruct$corStruct
  effects <- nlme::ranef(f)
  c(list(method = f$method, terms = rownames(table), beta = arr(table[, 1]), se = arr(table[, 2]), df = arr(table[, 3]),
      t = arr(table[, 4]), p = arr(table[, 5]), sigma = f$sigma, random_cov = matrix(c(between), nrow(between)),
      random_names = colnames(between), logLik = c(logLik(f)), npar = attr(logLik(f), "df"), AIC = AIC(f), BIC = BIC(f)),
    if (!is.null(correlation)) list(phi = unname(coef(correlation, unconstrained = FALSE))),
    list(ranef = c(list(level = rownames(effects)), lapply(as.list(effects), arr))))
}

# lmer's optimum, then Newton steps on its criterion: its own tolerance leaves θ good to some 1e-4.
tight_lmer <- function(formula, data, REML = TRUE) {
  control <- lme4::lmerControl(calc.derivs = FALSE, check.conv.singular = "ignore")
  parts <- lme4::lFormula(formula, data = data, REML = REML, control = control)
  f <- do.call(lme4::mkLmerDevfun, c(parts, list(control = control)))
  o <- lme4::optimizeLmer(f, optimizer = "bobyqa", control = list(rhoend = 1e-10, maxfun = 200000), calc.derivs = FALSE)
  lower <- environment(f)$lower
  free <- !(lower == 0 & o$par < 1e-5)
  o$par[!free] <- 0
  own <- function(x) f(replace(o$par, free, x))
  for (i in seq_len(4 * any(free))) {
    step <- solve(numDeriv::hessian(own, o$par[free]), numDeriv::grad(own, o$par[free]))
    if (max(abs(step)) > 1e-2 || any(o$par[free] - step < lower[free])) break
    o$par[free] <- o$par[free] - step
  }
  o$fval <- f(o$par)
  m <- lme4::mkMerMod(environment(f), o, parts$reTrms, fr = parts$fr)
  m@call <- as.call(list(quote(lme4::lmer), formula = formula, data = data, REML = REML))
  m
}
x_lmer <- function(m, re = TRUE, prof = FALSE) {
  b <- lme4::fixef(m)
  v <- as.matrix(vcov(m))
  se <- sqrt(diag(v))
  vc <- as.data.frame(lme4::VarCorr(m))
  variances <- vc[is.na(vc$var2), ]
  o <- list(REML = lme4::isREML(m), nobs = nobs(m), ngroups = lme4::ngrps(m), terms = names(b), beta = arr(b),
    se = arr(se), t = arr(b / se), vcov_beta = unname(v), wald_ci_lb = arr(b - qnorm(.975) * se),
    wald_ci_ub = arr(b + qnorm(.975) * se), varcomp = list(group = vc$grp, var1 = vc$var1, var2 = vc$var2,
      vcov = vc$vcov, sdcor = vc$sdcor), sigma = sigma(m), theta = arr(lme4::getME(m, "theta")),
    logLik = c(logLik(m)), npar = attr(logLik(m), "df"), AIC = AIC(m), BIC = BIC(m),
    criterion = if (lme4::isREML(m)) lme4::REMLcrit(m) else deviance(m), singular = lme4::isSingular(m, tol = 1e-4))
  if (all(variances$var1[variances$grp != "Residual"] == "(Intercept)"))
    o$icc <- setNames(variances$vcov / sum(variances$vcov), variances$grp)
  tests <- coef(summary(lmerTest::as_lmerModLmerTest(m)))
  o$satterthwaite <- list(df = arr(tests[, "df"]), p = arr(tests[, "Pr(>|t|)"]))
  if (re) {
    flat <- as.data.frame(lme4::ranef(m, condVar = TRUE))
    o$ranef <- lapply(split(flat, as.character(flat$grpvar)), function(own) {
      each <- lapply(split(own, factor(own$term, unique(own$term))), function(e) list(e$condval, e$condsd))
      values <- unlist(each, recursive = FALSE, use.names = FALSE)
      keys <- c(rbind(names(each), paste0("condsd:", names(each))))
      c(list(level = as.character(own$grp[own$term == own$term[1]])), setNames(values, keys))
    })
  }
  if (prof) {
    ci <- suppressWarnings(confint(m, method = "profile", quiet = TRUE, oldNames = FALSE))
    o$profile_ci <- list(par = rownames(ci), lb = arr(ci[, 1]), ub = arr(ci[, 2]))
  }
  o
}
x_lrt <- function(small, large) {
  l <- c(logLik(small, REML = FALSE), logLik(large, REML = FALSE))
  df <- attr(logLik(large), "df") - attr(logLik(small), "df")
  list(logLik0 = l[1], logLik1 = l[2], chisq = 2 * diff(l), df = df, p = pchisq(2 * diff(l), df, lower.tail = FALSE))
}

LAVC <- list(rel.tol = 1e-10)
FIT <- c("npar", "ntotal", "chisq", "df", "pvalue", "baseline.chisq", "baseline.df", "cfi", "tli", "nfi", "rni", "logl",
  "unrestricted.logl", "aic", "bic", "bic2", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "rmsea.pvalue", "srmr", "rmr", "gfi")
x_lav <- function(f, std = TRUE, extra = character(0)) {
  e <- parameterEstimates(f, standardized = std)
  m <- fitMeasures(f)
  o <- list(lhs = e$lhs, op = e$op, rhs = e$rhs, label = e$label, est = e$est, se = e$se, z = e$z, p = e$pvalue,
    ci_lower = e$ci.lower, ci_upper = e$ci.upper, std_all = if (std) e$std.all)
  list(converged = lavInspect(f, "converged"), estimates = o[!vapply(o, is.null, NA)],
    fit = lapply(as.list(m[intersect(c(FIT, extra), names(m))]), as.numeric))
}
x_alpha <- function(d, keys = NULL) {
  a <- if (is.null(keys)) psych::alpha(d, check.keys = FALSE, warnings = FALSE) else psych::alpha(d, keys = keys, warnings = FALSE)
  t <- a$total
  i <- a$item.stats
  d_ <- a$alpha.drop
  ci <- psych::alpha.ci(t$raw_alpha, nrow(d), ncol(d))
  list(n = nrow(d), k = ncol(d), raw_alpha = t$raw_alpha, std_alpha = t$std.alpha, G6 = t[["G6(smc)"]],
    average_r = t$average_r, median_r = t$median_r, SN = t[["S/N"]], ase = t$ase, mean = t$mean, sd = t$sd,
    feldt_ci = unname(c(unlist(ci$lower.ci), unlist(ci$upper.ci))),
    items = list(name = rownames(i), n = i$n, raw_r = i$raw.r, std_r = i$std.r, r_cor = i$r.cor, r_drop = i$r.drop,
      mean = i$mean, sd = i$sd),
    if_dropped = list(raw_alpha = d_$raw_alpha, std_alpha = d_$std.alpha, G6 = d_[["G6(smc)"]], average_r = d_$average_r))
}
x_icc <- function(m, lmer = FALSE) {
  r <- psych::ICC(m, lmer = lmer)$results
  list(type = r$type, icc = r$ICC, F = r$F, df1 = r$df1, df2 = r$df2, p = r$p, lb = r$`lower bound`, ub = r$`upper bound`)
}

x_lm <- function(f) {
  s <- summary(f)
  k <- s$coefficients
  ci <- confint(f)
  o <- list(terms = rownames(k), beta = arr(k[, 1]), se = arr(k[, 2]), t = arr(k[, 3]), p = arr(k[, 4]), ci_lb = arr(ci[, 1]),
    ci_ub = arr(ci[, 2]), df = f$df.residual, sigma = s$sigma, r2 = s$r.squared, adj_r2 = s$adj.r.squared)
  v <- unname(s$fstatistic)
  if (!is.null(v)) o <- c(o, list(F = v[1], F_df = v[2:3], F_p = pf(v[1], v[2], v[3], lower.tail = FALSE)))
  o
}
x_boot <- function(d, statistic, rows, level = .95) {
  tail <- c((1 - level) / 2, (1 + level) / 2)
  whole <- statistic(d)
  drawn <- t(apply(rows, 1, function(i) statistic(d[i, ])))
  without <- t(sapply(seq_len(nrow(d)), function(i) statistic(d[-i, ])))
  like <- boot::boot(d, function(d, i) whole[1], R = 1)
  sapply(names(whole), function(name) {
    values <- drawn[, name]
    influence <- (nrow(d) - 1) * (mean(without[, name]) - without[, name])
    like$t0 <- whole[[name]]; like$t <- matrix(values); like$R <- length(values)
    ci <- boot::boot.ci(like, conf = level, type = c("norm", "basic", "perc", "bca"), L = influence)
    list(t0 = whole[[name]], boot_mean = mean(values), boot_se = sd(values), first5 = values[1:5],
      percentile_type7 = arr(quantile(values, tail)), percentile_type6 = arr(quantile(values, tail, type = 6)),
      normal_ci_boot = ci$normal[2:3], basic_ci_boot = ci$basic[4:5], percentile_ci_boot = ci$percent[4:5],
      z0 = qnorm(mean(values < whole[[name]])), acceleration = sum(influence^3) / (6 * sum(influence^2)^1.5),
      bca_ci_boot = ci$bca[4:5])
  }, simplify = FALSE)
}
x_slopes <- function(f, x, w, at) {
  b <- coef(f); v <- vcov(f); xw <- paste0(x, ":", w); reach <- qt(.975, f$df.residual)
  slope <- b[[x]] + b[[xw]] * at
  se <- sqrt(v[x, x] + at^2 * v[xw, xw] + 2 * at * v[x, xw])
  a <- b[[xw]]^2 - reach^2 * v[xw, xw]; m <- b[[x]] * b[[xw]] - reach^2 * v[x, xw]; k <- b[[x]]^2 - reach^2 * v[x, x]
  list(w = at, slope = slope, se = se, t = slope / se, p = 2 * pt(-abs(slope / se), f$df.residual), lb = slope - reach * se,
    ub = slope + reach * se, jn = if (m^2 > a * k) sort((-m + c(-1, 1) * sqrt(m^2 - a * k)) / a))
}
x_surface <- function(f, names) {
  b <- coef(f)[names]; v <- vcov(f)[names, names]; df <- f$df.residual
  lines <- rbind(a1 = c(1, 1, 0, 0, 0), a2 = c(0, 0, 1, 1, 1), a3 = c(1, -1, 0, 0, 0), a4 = c(0, 0, 1, -1, 1), a5 = c(0, 0, 1, 0, -1))
  a <- drop(lines %*% b); se <- sqrt(diag(lines %*% v %*% t(lines))); b <- unname(b)
  list(a = as.list(a), se = as.list(se), t = arr(a / se), p = arr(2 * pt(-abs(a / se), df)), df = df,
    stationary_x = (b[2] * b[4] - 2 * b[1] * b[5]) / (4 * b[3] * b[5] - b[4]^2),
    stationary_y = (b[1] * b[4] - 2 * b[2] * b[3]) / (4 * b[3] * b[5] - b[4]^2),
    p11 = (b[5] - b[3] + sqrt((b[3] - b[5])^2 + b[4]^2)) / b[4], p21 = (b[5] - b[3] - sqrt((b[3] - b[5])^2 + b[4]^2)) / b[4])
}
x_gls <- function(m) {
  k <- summary(m)$tTable
  list(terms = rownames(k), beta = arr(k[, 1]), se = arr(k[, 2]), t = arr(k[, 3]), p = arr(k[, 4]), sigma = m$sigma,
    rho = unname(coef(m$modelStruct$corStruct, unconstrained = FALSE)),
    var_ratio = unname(coef(m$modelStruct$varStruct, unconstrained = FALSE)), logLik = c(logLik(m)))
}

# ---- comparing what comes out now with what was recorded ----
differences <- 0
note <- function(place, was, is) { differences <<- differences + 1; cat("  ", place, ": recorded ", was, ", now ", is, "\n", sep = "") }
walk <- function(was, is, place) {
  if (is.list(was) && !is.null(names(was))) {
    if (!is.null(was$not_compared) || !is.null(was$error)) return(invisible())
    for (n in names(was)) walk(was[[n]], is[[n]], paste0(place, ".", n))
    return(invisible())
  }
  if (is.matrix(is)) is <- unlist(apply(is, 1, as.list))
  a <- unlist(lapply(if (is.list(was)) rapply(was, identity, how = "unlist") else was, identity))
  b <- unlist(is)
  if (!is.numeric(a) || !is.numeric(b)) return(invisible())
  a <- a[is.finite(a)]; b <- b[is.finite(b)]
  if (length(a) != length(b)) return(note(place, paste(length(a), "values"), length(b)))
  far <- abs(a - b) > pmax(1e-7, 1e-7 * abs(a))
  if (any(far)) note(place, a[far][1], b[far][1])
}
arguments <- commandArgs(FALSE)
here <- dirname(sub("^--file=", "", grep("^--file=", arguments, value = TRUE)[1]))
for (file in list.files(file.path(here, "fixtures"), "[.]json$", full.names = TRUE, recursive = TRUE)) {
  case <- jsonlite::fromJSON(file, simplifyVector = TRUE, simplifyMatrix = FALSE)
  equal <- is.list(case$input) && length(unique(lengths(case$input))) == 1 && !is.list(case$input[[1]])
  scope <- new.env()
  scope$dat <- if (equal) as.data.frame(case$input) else case$input
  scope$opt <- case$options
  cat(case$id, "\n")
  now <- eval(parse(text = case$r_code), scope)
  walk(case$expected, now, case$id)
}
cat(differences, "differences\n")
quit(status = if (differences > 0) 1 else 0)
