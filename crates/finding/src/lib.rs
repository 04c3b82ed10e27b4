//! Answers one question from one person's series, or withholds the answer and says why.
