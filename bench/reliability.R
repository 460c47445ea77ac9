# The R side of bench/reliability.ts: alpha from cov(), nothing else.
#   Rscript reliability.R FILE
dat <- read.csv(commandArgs(TRUE)[1])
spent <- numeric(7)
for (i in seq_along(spent)) {
  time <- system.time({
    C <- cov(dat)
    value <- 36 / 35 * (1 - sum(diag(C)) / sum(C))
  })
  spent[i] <- (time[["user.self"]] + time[["sys.self"]]) * 1000
}
cat(sprintf("{\"name\":\"alpha-51k-cov\",\"ms_cpu_median\":%.6f,\"value\":[%.15g]}\n", median(spent), value))
