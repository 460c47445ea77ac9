# The R side of bench/multilevel.ts: one data set, one model; prints one line of JSON.
#   Rscript multilevel.R FOLDER NAME FORMULA ROUNDS INNER TESTS
# Columns come as binary doubles, so that reading them takes no more memory than they do.
suppressPackageStartupMessages(library(lmerTest))
given <- commandArgs(TRUE)
folder <- given[1]
names <- sub("[.]bin$", "", list.files(folder, "[.]bin$"))
read <- function(name) {
  path <- file.path(folder, paste0(name, ".bin"))
  readBin(path, "double", file.size(path) / 8)
}
data <- as.data.frame(sapply(names, read, simplify = FALSE))
formula <- as.formula(given[3])
inner <- as.integer(given[5])
tests <- given[6] == "true"
fit <- function() if (tests) summary(lmerTest::lmer(formula, data)) else lme4::lmer(formula, data)
spent <- numeric(as.integer(given[4]))
for (i in seq_along(spent)) {
  time <- system.time(for (j in seq_len(inner)) m <- suppressWarnings(fit()))
  spent[i] <- (time[["user.self"]] + time[["sys.self"]]) / inner * 1000
}
criterion <- if (tests) m$AICtab[[1]] else lme4::REMLcrit(m)
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf("{\"name\":\"%s\",\"ms_cpu_median\":%.6f,\"criterion\":%.10f,\"peak\":%.1f}\n", given[2], median(spent),
  criterion, peak))
