package io.partnerledger.organization.decision;

import static io.partnerledger.announcement.Rejection.Code.MALFORMED_IDENTIFIER;

import io.partnerledger.announcement.Faults;
import io.partnerledger.organization.Identifiers;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The written form of identifiers. LEI: ISO 17442, with its ISO 7064 mod 97-10 check digits. MIC: ISO 10383. CIK: up
 * to ten digits (SEC EDGAR). Domain: RFC 1035 names of two labels or more, internationalised ones as {@code xn--}.
 */
final class IdentifierRules {

    private static final Pattern LEI = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");
    private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]{0,17}");
    private static final Pattern MIC = Pattern.compile("[A-Z0-9]{4}");
    private static final Pattern CIK = Pattern.compile("[0-9]{1,10}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final BigInteger CHECK_MODULUS = BigInteger.valueOf(97);

    private IdentifierRules() {}

    static void check(Faults faults, String at, Identifiers given) {
        String lei = given.lei();
        form(faults, at + "/lei", LEI, lei, "An LEI has 18 letters or digits and two check digits");
        faults.when(
                lei != null && LEI.matcher(lei).matches() && !hasRightCheckDigits(lei),
                MALFORMED_IDENTIFIER,
                at + "/lei",
                "The check digits of this LEI do not fit");
        form(faults, at + "/wikidata", WIKIDATA, given.wikidata(), "A Wikidata item is Q and a number");
        form(faults, at + "/cik", CIK, given.cik(), "A CIK has up to ten digits");
        form(faults, at + "/domain", DOMAIN, given.domain(), "A domain looks like example.org");
        Identifiers.Ticker ticker = given.ticker();
        if (ticker != null) {
            form(faults, at + "/ticker/mic", MIC, ticker.mic(), "A MIC has four capital letters or digits");
            faults.required(at + "/ticker/symbol", ticker.symbol());
        }
    }

    private static void form(Faults faults, String at, Pattern form, @Nullable String given, String detail) {
        faults.when(given != null && !form.matcher(given).matches(), MALFORMED_IDENTIFIER, at, detail);
    }

    /** Letters count as 10 to 35; the number that the whole then spells leaves 1 when divided by 97. */
    private static boolean hasRightCheckDigits(String lei) {
        StringBuilder number = new StringBuilder();
        lei.chars().forEach(c -> number.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(number.toString()).mod(CHECK_MODULUS).equals(BigInteger.ONE);
    }
}
