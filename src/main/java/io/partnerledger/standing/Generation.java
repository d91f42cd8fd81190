package io.partnerledger.standing;

import javax.sql.DataSource;

/**
 * One build of the standing table, numbered from 1. Exactly one is live; a rebuild fills the next one beside it.
 *
 * @param dataSource where it is read and filled
 * @param keeping where the projection keeps it up with the log, and its tokens
 */
public record Generation(int number, DataSource dataSource, DataSource keeping) {}
