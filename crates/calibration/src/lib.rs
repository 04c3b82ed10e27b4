//! Simulated people with known truth; measures how often each finding is wrong.
