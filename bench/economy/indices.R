# The same indices by R's base functions; started by the bench, which writes the two matrices.
folder <- commandArgs(trailingOnly = TRUE)[1]
products <- 5199
read <- function(name) {
  n <- file.size(file.path(folder, name)) / 8
  matrix(readBin(file.path(folder, name), "double", n, endian = "little"), nrow = products)
}
x <- read("exports.bin")
m <- read("imports.bin")
told <- function(name, expression) {
  took <- system.time(value <- expression) * 1000
  cat(name, took[["elapsed"]], took[["user.self"]] + took[["sys.self"]], sep = "\t"); cat("\n")
  value
}
shares <- function(a) sweep(a, 2, colSums(a), "/")
# pmin takes ten times as long as the same by absolute differences.
common <- function(a, b) apply(a, 2, function(one) 1 - colSums(abs(b - one)) / 2)
s <- shares(x)
d <- shares(m)
f <- told("Finger-Kreinin, all pairs", common(s, s))
c <- told("Michaely, all pairs", common(s, d))
advantage <- told("advantage of all cells, from the grid",
  sweep(s, 1, rowSums(x) / sum(x), "/"))
held <- ifelse(is.finite(advantage) & advantage >= 1, 1, 0)
fitness <- told("fitness, 19 updates", {
  fit <- rep(1, ncol(held)); complexity <- rep(1, nrow(held))
  for (update in 1:19) {
    nextFit <- drop(crossprod(held, complexity))
    inverse <- drop(held %*% (1 / fit))
    complexity <- ifelse(inverse > 0, 1 / inverse, 0)
    fit <- nextFit / mean(nextFit); complexity <- complexity / mean(complexity)
  }
  fit
})
proximity <- told("proximity of all products", {
  u <- rowSums(held)
  tcrossprod(held) / outer(u, u, pmax)
})
cat(sprintf("sums %.6f %.6f, advantages %d\n", sum(f, na.rm = TRUE), sum(c, na.rm = TRUE), sum(held)))
