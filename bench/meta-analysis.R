# The R side of bench/meta-analysis.ts: reads the data sets it wrote, prints one line of JSON per benchmark.
#   Rscript meta-analysis.R FOLDER
suppressPackageStartupMessages(library(metafor))
folder <- commandArgs(TRUE)[1]
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")))
timed <- function(name, reps, inner, fit) {
  spent <- numeric(reps)
  for (i in seq_len(reps)) {
    time <- system.time(for (j in seq_len(inner)) fit())
    spent[i] <- (time[["user.self"]] + time[["sys.self"]]) / inner * 1000
  }
  cat(sprintf("{\"name\":\"%s\",\"ms_cpu_median\":%.6f}\n", name, median(spent)))
}
few <- read("rma-reml-k20")
timed("rma-reml-k20", 9, 50, function() rma(yi, vi, data = few))
many <- read("rma-reml-k1000")
timed("rma-reml-k1000", 3, 1, function() rma(yi, vi, data = many))
nested <- read("rmamv-3level-k1000-sparse")
timed("rmamv-3level-k1000-sparse", 3, 1, function() rma.mv(yi, vi, random = ~ 1 | study/es, data = nested, sparse = TRUE))
shuffled <- read("permutest-10000-dl")
timed("permutest-10000-dl", 1, 1, function() {
  set.seed(1)
  permutest(rma(yi, vi, mods = ~ x, data = shuffled, method = "DL"), iter = 10000, progbar = FALSE)
})
