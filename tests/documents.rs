//! What is written is true: the example config, the README.
