package dev.latchkey.tenant;

import java.util.Map;

/**
 * The answer of a fault: raw, or in the shape of one of the two error formats.
 *
 * @param status
 *            HTTP status; 0 with an AADSTS number takes the usual one of that number
 * @param headers
 *            additional headers
 * @param body
 *            raw body, or the message of a Graph error, or what a sign-in error names
 * @param aadsts
 *            AADSTS number, 0 for none
 * @param graphCode
 *            OData error code, empty for none
 */
public record FaultAnswer(int status, Map<String, String> headers, String body, int aadsts, String graphCode) {
}
