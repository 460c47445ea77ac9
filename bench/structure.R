# The R side of bench/structure.ts: lavaan's cfa() with fit measures.
#   Rscript structure.R FILE
suppressPackageStartupMessages(library(lavaan))
dat <- read.csv(commandArgs(TRUE)[1])
model <- "f1 =~ x1 + x2 + x3 + x4\n f2 =~ x5 + x6 + x7 + x8\n f3 =~ x9 + x10 + x11 + x12"
spent <- numeric(9)
for (i in seq_along(spent)) {
  time <- system.time(fit <- cfa(model, dat))
  spent[i] <- (time[["user.self"]] + time[["sys.self"]]) * 1000
}
value <- fitMeasures(fit, c("chisq", "df", "cfi", "rmsea", "srmr"))
cat(sprintf("{\"name\":\"lavaan-cfa3-n1000\",\"ms_cpu_median\":%.6f,\"value\":[%s]}\n", median(spent),
  paste(sprintf("%.15g", value), collapse = ",")))
