package io.partnerledger.standing;

import javax.sql.DataSource;

/** One build of the standing table, numbered from 1. Exactly one is live; a rebuild fills the next one beside it. */
public record Generation(int number, DataSource dataSource) {}
