//! The simulated account API.
