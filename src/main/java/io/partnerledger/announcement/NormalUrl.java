package io.partnerledger.announcement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form in which two addresses of one document are the same: scheme and host in lower case, {@code http} as
 * {@code https}, without {@code www.}, port 80 or 443, fragment, trailing slash and the parameters that only track
 * readers, the others in order. It identifies a document and is not made to be opened. Source of the rule: RFC 3986
 * section 6 as far as it goes; the tracking parameters are those of the large advertisers and mailers.
 */
public final class NormalUrl {

    private static final List<String> DEFAULT_PORTS = List.of(":80", ":443", ":");

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

    /** The normal form of an address. It is taken apart as RFC 3986, appendix B, does, well-formed or not. */
    public static String of(String url) {
        String text = url.strip();
        int colon = firstOf(":/?#", text, 0);
        boolean hasScheme = colon > 0 && colon < text.length() && text.charAt(colon) == ':';
        int slashes = hasScheme ? colon + 1 : 0;
        if (!text.startsWith("//", slashes)) {
            return text;
        }
        String scheme = hasScheme ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "https";
        int path = firstOf("/?#", text, slashes + 2);
        int query = firstOf("?#", text, path);
        boolean hasQuery = query < text.length() && text.charAt(query) == '?';
        String asked = hasQuery ? untracked(text.substring(query + 1, firstOf("#", text, query))) : "";
        return (scheme.equals("http") ? "https" : scheme)
                + "://"
                + host(text.substring(slashes + 2, path))
                + withoutLast('/', text.substring(path, query))
                + (asked.isEmpty() ? "" : "?" + asked);
    }

    /** Where the first of these characters is, or the end. */
    private static int firstOf(String characters, String text, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String host(String authority) {
        String host = authority.toLowerCase(Locale.ROOT);
        for (String port : DEFAULT_PORTS) {
            if (host.endsWith(port)) {
                host = host.substring(0, host.length() - port.length());
                break;
            }
        }
        String named = withoutLast('.', host);
        return named.startsWith("www.") ? named.substring("www.".length()) : named;
    }

    private static String withoutLast(char character, String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == character) {
            end--;
        }
        return text.substring(0, end);
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
