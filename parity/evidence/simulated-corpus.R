# Writes packages/evidence/test/fixtures/simulated-corpus.json: what metafor and clubSandwich say about the made-up
# studies of packages/evidence/src/corpus/simulated.ts. Run from the top folder: Rscript parity/evidence/simulated-corpus.R
suppressPackageStartupMessages({ library(metafor); library(clubSandwich); library(jsonlite) })
invisible(Sys.setlocale("LC_COLLATE", "C"))
wide <- read.csv(text = "study,n,client,therapist,observer
ash,42,0.38,0.18,
beech,65,0.12,,0.27
cedar,120,0.41,0.22,
elder,38,0.02,-0.06,0.2
fir,51,0.52,0.31,
hazel,210,0.26,,
juniper,33,-0.05,0.21,
larch,88,0.33,0.1,0.3
maple,74,0.11,-0.04,
oak,57,0.34,,0.08
pine,143,0.47,0.29,
rowan,96,0.18,0.15,
spruce,61,0.36,,
willow,180,0.14,0.2,0.05")
dat <- do.call(rbind, lapply(c("client", "therapist", "observer"), function(who) {
  data.frame(study = wide$study, rater = who, ni = wide$n, ri = wide[[who]])
}))
dat <- dat[!is.na(dat$ri), ]
dat <- dat[order(dat$study, dat$rater), ]
dat <- escalc("ZCOR", ri = ri, ni = ni, data = dat)
tight <- list(optimizer = "nlminb", rel.tol = 1e-10)
# I2 with the typical sampling variance of the weights without any variance between (Viechtbauer's P-matrix form).
i2 <- function(fit) {
  W <- diag(1 / fit$vi); X <- model.matrix(fit)
  P <- W - W %*% X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W
  100 * sum(fit$sigma2) / (sum(fit$sigma2) + (fit$k - fit$p) / sum(diag(P)))
}
coefficients <- function(fit) list(
  terms = rownames(fit$beta), beta = c(fit$beta), se = fit$se, ci_lb = fit$ci.lb, ci_ub = fit$ci.ub, pval = fit$pval,
  df = rep_len(if (is.null(fit$dfs)) if (is.null(fit$ddf) || all(is.na(fit$ddf))) NA else fit$ddf else fit$dfs, length(fit$se))
)
predicted <- function(fit) { p <- predict(fit, transf = transf.ztor); list(pred = p$pred, ci_lb = p$ci.lb, ci_ub = p$ci.ub, pi_lb = p$pi.lb, pi_ub = p$pi.ub) }

nested <- rma.mv(yi, vi, random = ~ 1 | study/rater, data = dat, test = "t", control = tight)
nested_cr2 <- robust(nested, cluster = study, clubSandwich = TRUE)
rated <- rma.mv(yi, vi, mods = ~ rater, random = ~ 1 | study/rater, data = dat, test = "t", control = tight)
rated_cr2 <- robust(rated, cluster = study, clubSandwich = TRUE)
wald <- Wald_test(rated, constraints = constrain_zero(2:3), vcov = "CR2", cluster = dat$study)
client <- dat[dat$rater == "client", ]
plain <- rma(yi, vi, data = client, method = "REML", test = "knha", control = list(threshold = 1e-13, maxiter = 10000))

out <- list(
  source = "made-up studies of packages/evidence/src/corpus/simulated.ts (CC0-1.0)",
  versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")), clubSandwich = as.character(packageVersion("clubSandwich"))),
  alliance_outcome = c(coefficients(nested_cr2), list(sigma2 = nested$sigma2, I2 = i2(nested), QE = nested$QE, QEp = nested$QEp, predicted = predicted(nested_cr2))),
  who_rated = c(coefficients(rated_cr2), list(sigma2 = rated$sigma2, F = wald$Fstat, F_df = c(wald$df_num, wald$df_denom), F_p = wald$p_val)),
  client_rated = c(coefficients(plain), list(tau2 = plain$tau2, I2 = plain$I2, QE = plain$QE, predicted = predicted(plain), weights = weights(plain)))
)
writeLines(toJSON(out, digits = NA, auto_unbox = TRUE, pretty = TRUE), "packages/evidence/test/fixtures/simulated-corpus.json")
