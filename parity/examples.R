# Writes the made-up data of docs/round-robin.md and docs/change.md: Rscript parity/examples.R, from the top folder.
set.seed(1974)
n <- 7
groups <- c("spring", "autumn", "winter")
first <- c("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Jon", "Kit", "Lou", "Mia", "Ned", "Ora", "Pip",
  "Quin", "Rae", "Sol", "Tia", "Uli")
rows <- do.call(rbind, lapply(seq_along(groups), function(g) {
  people <- first[(g - 1) * n + 1:n]
  sees <- rnorm(n, 0, .7)
  seen <- rnorm(n, 0, .6)
  pair <- matrix(rnorm(n * n, 0, .8), n)
  pair <- pair + .35 * t(pair)
  # One member of the second group sees the others otherwise than everyone does.
  if (g == 2) pair[3, ] <- 3 * pair[3, ]
  i <- expand.grid(target = 1:n, perceiver = 1:n)[, 2:1]
  self <- i$perceiver == i$target
  stable <- 5.5 + sees[i$perceiver] + seen[i$target] + ifelse(self, .5, pair[cbind(i$perceiver, i$target)])
  rated <- function() pmin(9, pmax(1, round(stable + rnorm(n * n, 0, .6), 1)))
  data.frame(group = groups[g], perceiver = people[i$perceiver], target = people[i$target], closeness = rated(),
    trust = rated())
}))
rows$trust[c(12, 40)] <- rows$closeness[c(12, 40)] <- NA
write.csv(rows, "docs/examples/round-robin.csv", row.names = FALSE, quote = FALSE, na = "")

set.seed(1991)
clients <- sprintf("C%02d", 1:24)
sessions <- do.call(rbind, lapply(clients, function(client) {
  k <- sample(10:16, 1)
  s <- 1:k
  start <- rnorm(1, 30, 5)
  slope <- rnorm(1, -.9, .5)
  fall <- if (runif(1) < .4) sample(4:(k - 4), 1) else k + 1
  y <- start + slope * (s - 1) - 10 * (s > fall) + rnorm(k, 0, 2)
  data.frame(client, session = s, phase = ifelse(s <= 4, "A", "B"), symptoms = pmin(63, pmax(0, round(y))))
}))
sessions <- sessions[!(sessions$session %in% c(3, 7) & runif(nrow(sessions)) < .15), ]
write.csv(sessions, "docs/examples/sessions.csv", row.names = FALSE, quote = FALSE)
