# Times of base R on the 2006 application of the Advanced Guide, 69 countries: a Poisson glm with a
# dummy for each exporter and importer, and one balancing of the costs. Three-way effects on 316,317
# rows need some 40,000 dummies and do not fit into memory this way, so they are not compared.
# Prints: seconds of glm (least of 3), its coefficient of log distance, seconds of one balancing.
corpus <- commandArgs(trailingOnly = TRUE)[1]
d <- read.csv(gzfile(file.path(corpus, "data/trade/agtpa_manufacturing_1986_2006.csv.gz")))
d <- d[d$year == 2006, ]
d$exporter <- factor(d$exporter)
d$importer <- factor(d$importer)
d$border <- as.numeric(as.character(d$exporter) != as.character(d$importer))
least <- Inf
for (k in 1:3) {
  time <- system.time(
    fit <- glm(trade ~ log(dist) + cntg + border + exporter + importer,
      family = quasipoisson(), data = d, control = list(epsilon = 1e-10, maxit = 50)))
  least <- min(least, time[["elapsed"]])
}
b <- coef(fit)
n <- nlevels(d$exporter)
square <- function(v) {
  m <- matrix(0, n, n)
  m[cbind(as.integer(d$exporter), as.integer(d$importer))] <- v
  m
}
costs <- square(exp(b[["log(dist)"]] * log(d$dist) + b[["cntg"]] * d$cntg))
flows <- square(d$trade)
rows <- rowSums(flows)
columns <- colSums(flows)
balance <- function() {
  y <- rep(1, n)
  repeat {
    x <- rows / as.vector(costs %*% y)
    next_y <- columns / as.vector(crossprod(costs, x))
    off <- max(abs(next_y / y - 1))
    y <- next_y
    if (off < 1e-12) break
  }
  y
}
balancing <- system.time(for (k in 1:50) balance())[["elapsed"]] / 50
cat(least, b[["log(dist)"]], balancing, "\n")
