# The worked example of docs/synthesize.md in R: 102 correlations of therapist positive regard with outcome, the example
# data of the package MAc. They are not part of this project; give the path of your CSV (columns id, n, Perspective, r):
# Rscript parity/evidence/positive-regard.R positive-regard.csv
suppressPackageStartupMessages(library(metafor))
invisible(Sys.setlocale("LC_COLLATE", "C"))
dat <- read.csv(commandArgs(trailingOnly = TRUE)[1], stringsAsFactors = FALSE)
dat$es <- seq_len(nrow(dat))
dat <- escalc("ZCOR", ri = r, ni = n, data = dat)
tight <- list(optimizer = "nlminb", rel.tol = 1e-10)
pooled <- rma.mv(yi, vi, random = ~ 1 | id/es, data = dat, control = tight)
print(pooled, digits = 6)
print(predict(pooled, transf = transf.ztor), digits = 6)
print(robust(pooled, cluster = id, clubSandwich = TRUE), digits = 6)
rated <- rma.mv(yi, vi, mods = ~ Perspective, random = ~ 1 | id/es, data = dat, control = tight)
print(rated, digits = 6)
print(robust(rated, cluster = id, clubSandwich = TRUE), digits = 6)
