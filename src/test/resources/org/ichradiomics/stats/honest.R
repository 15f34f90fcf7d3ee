# Oracles of HonestOraclesTest: Rscript honest.R DIR, DIR being cohort313 with its folder expected.
# R 4.2.2, sva 3.46.0, rms 6.5-0, pROC 1.18.0, mice 3.15.0. Writes honest.csv: what, number.
suppressMessages({library(sva); library(rms); library(pROC); library(mice)})
dir <- commandArgs(TRUE)[1]
out <- data.frame(what = character(), number = numeric())
say <- function(what, numbers) out <<- rbind(out, data.frame(what = paste0(what, "_", seq_along(numbers)), number = unname(numbers)))
clinical <- read.csv(file.path(dir, "clinical.csv"))
features <- as.matrix(read.csv(file.path(dir, "features.csv"), check.names = FALSE)[, 2:41])
n <- nrow(features)

# ComBat: three scanners that shift and stretch; the tenth feature does not vary in the second.
batch <- rep(1:3, length.out = n)
sds <- apply(features, 2, sd)
x <- features
for (j in 1:ncol(x)) {
  x[batch == 2, j] <- 1.3 * x[batch == 2, j] + 0.5 * sds[j]
  x[batch == 3, j] <- 0.8 * x[batch == 3, j] - (j %% 4) * 0.2 * sds[j]
}
x[batch == 2, 10] <- 7
mod <- model.matrix(~ age + male, clinical)
quiet <- function(...) { capture.output(r <- suppressMessages(ComBat(...))); r }
for (one in list(list("combat", NULL, NULL), list("combat_mod", mod, NULL), list("combat_ref", NULL, 2))) {
  r <- quiet(dat = t(x), batch = batch, mod = one[[2]], ref.batch = one[[3]])
  say(one[[1]], as.vector(r[, 1:7]))       # features of case 1, of case 2, ...
}
# Without empirical Bayes: mean and SD of each batch as they are.
r <- t(x)
for (j in 1:40) if (j != 10) {
  m <- tapply(x[, j], batch, mean); s <- sqrt(mean((x[, j] - m[batch])^2))
  r[j, ] <- mean(x[, j]) + (x[, j] - m[batch]) / tapply(x[, j], batch, sd)[batch] * s
}
say("combat_plain", as.vector(r[, 1:7]))

# Calibration of a score that is too timid and shifted.
score <- read.csv(file.path(dir, "expected", "rscore.csv"))
lp <- 0.3 + 0.8 * score$rscore; y <- clinical$he
exact <- glm.control(epsilon = 1e-15, maxit = 100)
wald <- function(fit, k) { s <- sqrt(diag(vcov(fit)))[k]; coef(fit)[k] + c(0, -1, 1) * qnorm(0.975) * s }
line <- update(glm(y ~ lp, binomial, control = exact), start = coef(glm(y ~ lp, binomial, control = exact)))
large <- glm(y ~ 1, binomial, offset = lp, control = exact)
large <- update(large, start = coef(large))
say("intercept", wald(line, 1)); say("slope", wald(line, 2)); say("large", wald(large, 1))
p <- plogis(lp); b <- (y - p)^2
say("brier", mean(b) + c(0, -1, 1) * qnorm(0.975) * sd(b) / sqrt(n))
oe <- sum(y) / sum(p)
say("ratio", oe * exp(c(0, -1, 1) * qnorm(0.975) * sqrt((1 - mean(y)) / sum(y))))
at <- c(-4, -2.5, -1.5, -0.5, 0.5)
knots <- quantile(lp, c(0.1, 0.5, 0.9))
smooth <- lrm(y ~ rcs(lp, knots), eps = 1e-14, tol = 1e-14, maxit = 100)
f <- predict(smooth, data.frame(lp = at), se.fit = TRUE)
say("smooth_knots", knots); say("smooth", plogis(f$linear.predictors))
say("smooth_low", plogis(f$linear.predictors - qnorm(0.975) * f$se.fit))
say("smooth_high", plogis(f$linear.predictors + qnorm(0.975) * f$se.fit))

# Net benefit as a mean over cases.
for (t in c(0.1, 0.25)) {
  w <- ifelse(p >= t, ifelse(y == 1, 1, -t / (1 - t)), 0); a <- ifelse(y == 1, 1, -t / (1 - t))
  say(paste0("benefit_", t), mean(w) + c(0, -1, 1) * qnorm(0.975) * sd(w) / sqrt(n))
  say(paste0("benefit_over_all_", t), mean(w - a) + c(0, -1, 1) * qnorm(0.975) * sd(w - a) / sqrt(n))
}

# Precision and recall of a score with ties.
s <- clinical$gcs * -1; o <- sort(unique(s), decreasing = TRUE)
recall <- sapply(o, function(t) mean(s[y == 1] >= t)); precision <- sapply(o, function(t) mean(y[s >= t]))
say("recall", recall); say("precision", precision)
say("average_precision", sum(diff(c(0, recall)) * precision))

# Three scores of the same cases.
curves <- lapply(list(score$rscore, score$published_formula_train_scaling, s), function(v) roc(y, v, direction = "<", quiet = TRUE))
S <- matrix(0, 3, 3)
for (i in 1:3) for (j in 1:3) S[i, j] <- if (i == j) var(curves[[i]]) else cov(curves[[i]], curves[[j]])
say("auc_covariance", as.vector(S))
ps <- c(roc.test(curves[[1]], curves[[2]])$p.value, roc.test(curves[[1]], curves[[3]])$p.value, roc.test(curves[[2]], curves[[3]])$p.value)
say("auc_p", ps); say("auc_p_holm", p.adjust(ps, "holm"))
L <- rbind(c(1, -1, 0), c(0, 1, -1)); d <- L %*% sapply(curves, auc)
chi <- as.vector(t(d) %*% solve(L %*% S %*% t(L)) %*% d)
say("auc_equal", c(chi, pchisq(chi, 2, lower.tail = FALSE)))
say("holm", p.adjust(c(0.01, 0.04, 0.03, NA, 0.005), "holm"))

# Rubin with Barnard and Rubin's degrees of freedom.
q <- c(0.52, 0.61, 0.44, 0.70, 0.57); u <- c(0.040, 0.038, 0.043, 0.041, 0.039)
r <- pool.scalar(q, u, n = 100, k = 4)
say("rubin", c(r$qbar, sqrt(r$t), r$df, (1 + 1 / 5) * r$b / r$t, 2 * pt(-abs(r$qbar / sqrt(r$t)), r$df), r$qbar + c(-1, 1) * qt(0.975, r$df) * sqrt(r$t)))
out$number <- sprintf("%.17g", out$number)
write.csv(out, "honest.csv", row.names = FALSE, quote = FALSE)
