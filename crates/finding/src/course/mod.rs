//! What is it doing? (waits for the changepoint method)
