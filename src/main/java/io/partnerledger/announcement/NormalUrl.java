package io.partnerledger.announcement;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form in which two addresses of one document are the same: scheme and host in lower case, {@code http} as
 * {@code https}, without {@code www.}, port 80 or 443, fragment, trailing slash and the parameters that only track
 * readers, the others in order. It identifies a document and is not made to be opened. Source of the rule: RFC 3986
 * section 6 as far as it goes; the tracking parameters are those of the large advertisers and mailers.
 */
public final class NormalUrl {

    /** RFC 3986, appendix B: it takes every text apart, well-formed or not. */
    private static final Pattern PARTS =
            Pattern.compile("^(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?$", Pattern.DOTALL);

    private static final Pattern DEFAULT_PORT = Pattern.compile(":(80|443)?$");
    private static final Pattern TRAILING_DOT = Pattern.compile("\\.+$");
    private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");

    private static final Set<String> TRACKING = Set.of(
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "dclid",
            "fbclid",
            "gbraid",
            "gclid",
            "gclsrc",
            "guccounter",
            "igshid",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "msclkid",
            "ref_src",
            "s_kwcid",
            "ttclid",
            "twclid",
            "wbraid",
            "yclid");

    private NormalUrl() {}

    /** The normal form of an address. */
    public static String of(String url) {
        Matcher parts = PARTS.matcher(url.strip());
        if (!parts.matches() || parts.group(2) == null) {
            return url.strip();
        }
        String scheme = parts.group(1) == null ? "https" : parts.group(1).toLowerCase(Locale.ROOT);
        String query = parts.group(4) == null ? "" : untracked(parts.group(4));
        return (scheme.equals("http") ? "https" : scheme)
                + "://"
                + host(parts.group(2))
                + TRAILING_SLASHES.matcher(parts.group(3)).replaceAll("")
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String host(String authority) {
        String host = DEFAULT_PORT.matcher(authority.toLowerCase(Locale.ROOT)).replaceAll("");
        String named = TRAILING_DOT.matcher(host).replaceAll("");
        return named.startsWith("www.") ? named.substring("www.".length()) : named;
    }

    private static String untracked(String query) {
        return Stream.of(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !isTracking(parameter))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
