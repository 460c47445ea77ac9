# The R side of bench/mediation.ts: reads the data set it wrote, prints one line of JSON per benchmark.
#   Rscript mediation.R FOLDER
suppressPackageStartupMessages(library(boot))
folder <- commandArgs(TRUE)[1]
me <- read.csv(file.path(folder, "mediation.csv"))
timed <- function(name, reps, fit) {
  spent <- numeric(reps)
  for (i in seq_len(reps)) {
    time <- system.time(value <- fit())
    spent[i] <- (time[["user.self"]] + time[["sys.self"]]) * 1000
  }
  cat(sprintf("{\"name\":\"%s\",\"ms_cpu_median\":%.6f,\"value\":[%.15g,%.15g]}\n", name, median(spent), value$t0, sd(value$t)))
}
X <- as.matrix(me)
timed("boot-mediation-lmfit", 9, function() { set.seed(1); boot(X, function(d, i) {
  d <- d[i, ]
  .lm.fit(cbind(1, d[, 1]), d[, 2])$coefficients[2] * .lm.fit(cbind(1, d[, 1:2]), d[, 3])$coefficients[3]
}, R = 5000) })
timed("boot-mediation-lm", 1, function() { set.seed(1); boot(me, function(d, i) {
  d <- d[i, ]
  coef(lm(m ~ x, d))[2] * coef(lm(y ~ x + m, d))[3]
}, R = 5000) })
