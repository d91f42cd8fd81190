package io.partnerledger.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerledger.wire.MalformedRequest.Code;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One spelling for one JSON document, so that a request sent twice is recognised however it was laid out: keys sorted,
 * no white space, RFC 8785 throughout, except that numbers keep all their digits instead of being rounded to doubles.
 * What is not JSON is a {@link MalformedRequest}.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The SHA-256 of the body in its one spelling, in lower-case hexadecimal; an empty body has a digest too. */
    public static String digest(byte[] body) {
        byte[] canonical = body.length == 0 ? body : of(body).getBytes(UTF_8);
        return HexFormat.of().formatHex(sha256().digest(canonical));
    }

    /** The one spelling of this body. */
    public static String of(byte[] body) {
        StringBuilder out = new StringBuilder(body.length);
        write(SentTree.of(body), out);
        if (!UTF_8.newEncoder().canEncode(out)) {
            throw new MalformedRequest(Pointer.ROOT, Code.BAD_TEXT, "A text has half of a surrogate pair.");
        }
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> writeArray(node, out);
            case STRING -> writeString(node.stringValue(), out);
            case NUMBER -> out.append(number(node.decimalValue()));
            case BOOLEAN, NULL -> out.append(node);
            case BINARY, POJO, MISSING -> throw new IllegalStateException("JSON has no " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        char separator = '{';
        for (String name : new TreeSet<>(object.propertyNames())) {
            out.append(separator);
            writeString(name, out);
            out.append(':');
            write(object.get(name), out);
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        char separator = '[';
        for (JsonNode item : array) {
            out.append(separator);
            write(item, out);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }

    /** As ECMAScript prints numbers: plain from 1e-6 up to below 1e21, else with an exponent. */
    private static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        long exponent = (long) stripped.precision() - stripped.scale() - 1;
        if (exponent >= -6 && exponent < 21) {
            return stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().abs().toString();
        return (stripped.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e" : "e+")
                + exponent;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
