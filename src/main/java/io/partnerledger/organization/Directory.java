package io.partnerledger.organization;

import java.util.List;
import java.util.Optional;

/** Finds organizations by any of their names: id, display name, alias or former name. */
public interface Directory {

    /** The id of the organization of this name, as far as the log goes; empty if there is none. */
    Optional<String> resolve(String name);

    /** The organization that this one was merged into. */
    Optional<String> mergedInto(String organization);

    /** The ids of the organizations with the nearest known names, best first. */
    List<String> near(String name);
}
