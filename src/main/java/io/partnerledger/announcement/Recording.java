package io.partnerledger.announcement;

import java.util.List;

/** An announcement as it is sent in to be recorded; organizations are named by any of their names. */
public record Recording(EventDate announcedOn, Source source, List<Statement> statements) {}
